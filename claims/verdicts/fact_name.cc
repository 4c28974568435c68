#include "claims/verdicts/fact_name.h"

#include <string_view>

#include "claims/lexicon/lexicon.h"
#include "claims/measures/scope_reader.h"
#include "claims/text/tokens.h"
#include "claims/verdicts/claim_pair.h"

namespace figured::claims {
namespace {

// "at:airport" as "at the airport"; "" for what the other words say as well.
std::string in_words(const std::string& token) {
  const std::size_t colon = token.find(':');
  if (colon == std::string::npos) return token == "list" ? std::string() : token;
  const std::string_view kind = std::string_view(token).substr(0, colon);
  const std::string what = token.substr(colon + 1);
  if (what.empty() || kind == "of") return {};
  if (kind == "at") return "at the " + what;
  if (kind == "nation") return "of " + what;
  return std::string(kind) + ' ' + what;
}

Fact name(const SourcedClaim& claim, const std::string& place) {
  Fact fact;
  fact.measure = claim.claim.measure;
  fact.subject = claim.claim.subject;
  fact.place = place;
  const Event* event = event_of(fact.measure);
  const std::string noun = lower_case(claim.claim.noun);
  // The members of a force go by many nouns; it is one strength.
  fact.label = fact.measure == "armed.strength" ? "armed" : noun;
  if (event != nullptr && event->label != noun)
    fact.label += (noun.empty() ? "" : " ") + event->label;
  if (fact.label.empty()) fact.label = fact.measure;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) fact.label += (fact.label.empty() ? "" : ", ") + part;
  };
  for (const std::string& scope : claim.claim.scope) {
    if (restricts(scope)) add(in_words(scope));
  }
  add(fact.place);
  return fact;
}

}  // namespace

Fact make_fact(const SourcedClaim& claim) { return name(claim, claim.claim.where()); }

Fact name_by(const Fact& fact, const SourcedClaim& a, const SourcedClaim& b) {
  const std::string one = a.claim.where(), other = b.claim.where();
  if (fact.place == one || fact.place == other || (one.empty() && other.empty())) return fact;
  Fact named = name(a, place_of_both(one, other));
  named.id = fact.id;
  named.live = fact.live;
  return named;
}

}  // namespace figured::claims
