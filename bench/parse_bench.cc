// feeds::parse_feed, against pugixml reading the same document in place.
#include <benchmark/benchmark.h>

#include <pugixml.hpp>

#include "bench/news_text.h"
#include "feeds/parser.h"

namespace figured::bench {
namespace {

const std::string& document() {
  static const std::string text = make_feed(make_articles(100));
  return text;
}

void count(benchmark::State& state, std::size_t items) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(document().size()));
  state.counters["items/s"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(items),
                         benchmark::Counter::kIsRate);
}

void parse_feed(benchmark::State& state) {
  std::size_t items = 0;
  feeds::HttpMeta meta;
  meta.content_type = "application/rss+xml; charset=utf-8";
  for (auto _ : state) {
    const feeds::ParseResult result = feeds::parse_feed(document(), meta);
    if (!result) return state.SkipWithError("the document was refused");
    items = result->items.size();
    benchmark::DoNotOptimize(result->items.data());
  }
  count(state, items);
}
BENCHMARK(parse_feed)->Unit(benchmark::kMicrosecond);

// The limit: the tree is built and five fields of each item are looked up.
void bare_pugixml(benchmark::State& state) {
  std::size_t items = 0;
  for (auto _ : state) {
    std::string bytes = document();
    pugi::xml_document xml;
    xml.load_buffer_inplace(bytes.data(), bytes.size());
    items = 0;
    for (const pugi::xml_node item : xml.child("rss").child("channel").children("item")) {
      for (const char* name : {"title", "link", "guid", "pubDate", "content:encoded"})
        benchmark::DoNotOptimize(item.child_value(name));
      ++items;
    }
  }
  count(state, items);
}
BENCHMARK(bare_pugixml)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace figured::bench
