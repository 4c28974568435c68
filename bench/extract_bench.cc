// claims::Extractor, against one pass over the same text that looks for digits.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "bench/news_text.h"
#include "claims/extractor.h"

namespace figured::bench {
namespace {

const std::vector<std::string>& texts() {
  static const std::vector<std::string> given = texts_to_read();
  return given;
}

void count(benchmark::State& state, std::size_t found, const char* what) {
  std::size_t bytes = 0;
  for (const std::string& text : texts()) bytes += text.size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts().size()));
  state.counters[what] = static_cast<double>(found) / static_cast<double>(texts().size());
}

void extract(benchmark::State& state) {
  const claims::Extractor extractor;
  std::size_t claims = 0;
  for (auto _ : state) {
    claims = 0;
    for (const std::string& text : texts())
      claims += extractor.read({"", text, "Bench", std::nullopt}).claims.size();
  }
  count(state, claims, "claims/text");
}
BENCHMARK(extract)->Unit(benchmark::kMillisecond);

// The limit: no reader of figures can look at less.
void find_digits(benchmark::State& state) {
  std::size_t digits = 0;
  for (auto _ : state) {
    digits = 0;
    for (const std::string& text : texts())
      digits += static_cast<std::size_t>(
          std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }));
    benchmark::DoNotOptimize(digits);
  }
  count(state, digits, "digits/text");
}
BENCHMARK(find_digits)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace figured::bench
