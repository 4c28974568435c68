#include "claims/verdicts/claim_pair.h"

#include <algorithm>
#include <cstdint>

#include "claims/gazetteer/gazetteer.h"
#include "claims/subjects/owner_names.h"
#include "claims/text/tokens.h"
#include "claims/verdicts/context_words.h"

namespace figured::claims {

bool in_one_article(const SourcedClaim& a, const SourcedClaim& b) {
  return a.article_id != 0 ? a.article_id == b.article_id : a.article == b.article;
}

bool are_two_origins(const std::string& one, const std::string& other) {
  if (one.empty() || other.empty()) return false;
  return lower_case(one) != lower_case(other) && one.find(other) == std::string::npos &&
         other.find(one) == std::string::npos;
}

bool two_voices(const SourcedClaim& a, const SourcedClaim& b) {
  return are_two_origins(a.claim.origin, b.claim.origin);
}

std::string place_of_both(const std::string& one, const std::string& other) {
  const Gazetteer& world = Gazetteer::world();
  if (one.empty() || names_agree(one, other)) return other;
  if (other.empty() || world.contains(one, other)) return one;
  return world.contains(other, one) ? other : std::string();
}

bool are_set_against(const SourcedClaim& a, const SourcedClaim& b) {
  if (!a.claim.answers && !b.claim.answers) return false;
  return in_one_article(a, b) && a.claim.field == b.claim.field &&
         (a.claim.answers == b.claim.figure.span.start ||
          b.claim.answers == a.claim.figure.span.start);
}

const Event* event_of(std::string_view measure) {
  const std::size_t dot = measure.rfind('.');
  return Lexicon::english().event_named(
      measure.substr(dot == std::string_view::npos ? 0 : dot + 1));
}

Dynamic dynamic_of(const std::string& measure) {
  const Event* event = event_of(measure);
  return event == nullptr ? Dynamic::kLevel : event->dynamic;
}

bool has_scope(const Claim& claim, std::string_view token) {
  return std::find(claim.scope.begin(), claim.scope.end(), token) != claim.scope.end();
}

bool has_clock(std::chrono::sys_seconds time) {
  return time != std::chrono::floor<std::chrono::days>(time);
}

bool tells_near(const Claim& claim, std::string_view word, int distance) {
  const std::uint32_t stem = stem_key(word);
  return std::any_of(claim.context.begin(), claim.context.end(), [&](const ContextWord& near) {
    return near.stem == stem && near.distance <= distance;
  });
}

bool is_vague(const Claim& claim) { return claim.figure.grain == 0; }

}  // namespace figured::claims
