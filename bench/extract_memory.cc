// extract_memory: what a worker takes that extracts from every text, one at a
// time, apart from the lexicon and gazetteer that all workers share.  CSV, in
// bytes.
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "bench/news_text.h"
#include "claims/extractor.h"

namespace figured::bench {
namespace {

constexpr const char* kOpening =
    "Police in Boston said on Monday that 3 people were killed and about $5 million was lost.";

// A line of /proc/self/status: "VmRSS", what is resident; "VmHWM", the most that was.
long status_bytes(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field + ":")) return 1024 * std::stol(line.substr(field.size() + 1));
  }
  return 0;
}

void measure() {
  const claims::Extractor extractor;
  const auto read = [&](std::string_view text) {
    return extractor.read({"", text, "Bench", std::nullopt}).claims.size();
  };
  read(kOpening);
  const long shared = status_bytes("VmRSS");
  std::size_t bytes = 0;
  std::size_t claims = 0;
  each_text_to_read([&](std::string_view text) {
    claims += read(text);
    bytes += text.size();
    return true;
  });
  const long peak = status_bytes("VmHWM");
  std::printf("text,claims,lexicon,peak,worker\n%zu,%zu,%ld,%ld,%ld\n", bytes, claims, shared, peak,
              peak - shared);
}

}  // namespace
}  // namespace figured::bench

int main() {
  try {
    figured::bench::measure();
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "extract_memory: %s\n", error.what());
    return 1;
  }
}
