// Any bytes as a text: no crash, no hang, and every claim stands where it says.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "claims/extractor.h"
#include "claims/matcher.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_claim(const figured::claims::Claim& claim, std::string_view field) {
  check(claim.span.start <= claim.figure.span.start && claim.figure.span.end <= claim.span.end);
  check(claim.span.end <= field.size());
  check(field.substr(claim.span.start, claim.span.end - claim.span.start) == claim.quote);
  check(claim.figure.low || claim.figure.high);
}

}  // namespace

// The first line is the title.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace figured::claims;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(all.find('\n'), all.size());
  const std::string_view title = all.substr(0, line);
  const std::string_view text = all.substr(std::min(line + 1, all.size()));
  const Reading reading = Extractor().read({title, text, "fuzz", std::chrono::sys_seconds{}});
  check(reading.names.size() <= 64);
  for (const Claim& claim : reading.claims) {
    check_claim(claim, claim.field == Field::kTitle ? title : text);
    SourcedClaim sourced;
    sourced.claim = claim;
    sourced.names = reading.names;
    check(fact_keys(sourced).size() <= kMaxFactKeys);
  }
  return 0;
}
