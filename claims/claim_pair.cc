#include "claims/claim_pair.h"

#include <string_view>

#include "claims/tokens.h"

namespace figured::claims {

bool in_one_article(const SourcedClaim& a, const SourcedClaim& b) {
  return a.article_id != 0 ? a.article_id == b.article_id : a.article == b.article;
}

bool two_voices(const SourcedClaim& a, const SourcedClaim& b) {
  const std::string &one = a.claim.origin, &other = b.claim.origin;
  if (one.empty() || other.empty()) return false;
  return lower_case(one) != lower_case(other) && one.find(other) == std::string::npos &&
         other.find(one) == std::string::npos;
}

Dynamic dynamic_of(const std::string& measure) {
  const std::size_t dot = measure.rfind('.');
  const Event* event = Lexicon::english().event_named(
      std::string_view(measure).substr(dot == std::string::npos ? 0 : dot + 1));
  return event == nullptr ? Dynamic::kLevel : event->dynamic;
}

bool has_clock(std::chrono::sys_seconds time) {
  return time != std::chrono::floor<std::chrono::days>(time);
}

bool is_vague(const Claim& claim) { return claim.figure.grain == 0; }

}  // namespace figured::claims
