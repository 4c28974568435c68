// feeds::parse_feed on real documents, against pugixml reading the same ones.
//
//   FIGURED_BENCH_FEEDS=FOLDER feed_bench
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "feeds/article_identity.h"
#include "feeds/parser.h"

namespace figured::bench {
namespace {

// Every file of the folder; none where the variable is not set.
const std::vector<std::string>& documents() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> read;
    const char* folder = std::getenv("FIGURED_BENCH_FEEDS");
    if (folder == nullptr) return read;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      std::ifstream file(entry.path(), std::ios::binary);
      read.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return read;
  }();
  return all;
}

template <typename Read>
void each_document(benchmark::State& state, Read read) {
  if (documents().empty()) return state.SkipWithError("FIGURED_BENCH_FEEDS names no folder");
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& document : documents()) {
      read(document);
      bytes += static_cast<std::int64_t>(document.size());
    }
  }
  state.SetBytesProcessed(bytes);
}

// Bytes to normalised items.
void parse_feed_files(benchmark::State& state) {
  each_document(state, [](const std::string& document) {
    benchmark::DoNotOptimize(feeds::parse_feed(document, {}));
  });
}
BENCHMARK(parse_feed_files)->Unit(benchmark::kMillisecond);

// And on to articles: identity, aliases, plain text, signs of a summary.
void parse_feed_files_to_articles(benchmark::State& state) {
  each_document(state, [](const std::string& document) {
    const auto feed = feeds::parse_feed(document, {});
    if (feed) benchmark::DoNotOptimize(feeds::make_articles(feed->items, {}));
  });
}
BENCHMARK(parse_feed_files_to_articles)->Unit(benchmark::kMillisecond);

void bare_pugixml_files(benchmark::State& state) {
  each_document(state, [](const std::string& document) {
    pugi::xml_document xml;
    benchmark::DoNotOptimize(xml.load_buffer(document.data(), document.size()));
  });
}
BENCHMARK(bare_pugixml_files)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace figured::bench
