// claims::Extractor, against the least that reading claims takes: tokens, patterns
// and names, each by bare means on the same text.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "bench/news_text.h"
#include "bench/text_limits.h"
#include "claims/extractor.h"

namespace figured::bench {
namespace {

const std::vector<std::string>& texts() {
  static const std::vector<std::string> given = texts_to_read();
  return given;
}

// Reads all texts with `read`, which tells how many things of its kind a text has.
template <class Read>
void read_texts(benchmark::State& state, Read read) {
  std::size_t bytes = 0;
  for (const std::string& text : texts()) bytes += text.size();
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const std::string& text : texts()) found += read(text);
    benchmark::DoNotOptimize(found);
  }
  const std::size_t count = std::max<std::size_t>(texts().size(), 1);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts().size()));
  state.counters["found/text"] = static_cast<double>(found) / static_cast<double>(count);
}

void extract(benchmark::State& state) {
  const claims::Extractor extractor;
  extractor.read({"", "Read once: the lexicon is made.", "", std::nullopt});
  read_texts(state, [&](const std::string& text) {
    return extractor.read({"", text, "Bench", std::nullopt}).claims.size();
  });
}
BENCHMARK(extract)->Unit(benchmark::kMillisecond);

void limit_tokens(benchmark::State& state) {
  read_texts(state, [](const std::string& text) {
    const TokenCount count = count_tokens(text);
    benchmark::DoNotOptimize(count.sum);
    return count.words + count.numbers;
  });
}
BENCHMARK(limit_tokens)->Unit(benchmark::kMillisecond);

void limit_patterns(benchmark::State& state) {
  PatternScanner scanner;
  read_texts(state, [&](const std::string& text) { return scanner.count(text); });
}
BENCHMARK(limit_patterns)->Unit(benchmark::kMillisecond);

void limit_names(benchmark::State& state) {
  const NameSet names;
  read_texts(state, [&](const std::string& text) { return names.count(text); });
}
BENCHMARK(limit_names)->Unit(benchmark::kMillisecond);

// No reader of figures can look at less.
void limit_digits(benchmark::State& state) {
  read_texts(state, [](const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }));
  });
}
BENCHMARK(limit_digits)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace figured::bench
