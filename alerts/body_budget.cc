#include "alerts/body_budget.h"

#include <algorithm>

#include "alerts/excerpt.h"

namespace figured::alerts {
namespace {

void bound(std::string& text, const Budget& budget) { text = one_line(text, budget.text); }

void bound(std::vector<std::string>& list, const Budget& budget) {
  list.resize(std::min(list.size(), budget.list));
  for (std::string& text : list) bound(text, budget);
}

}  // namespace

claims::SourcedClaim bounded(claims::SourcedClaim sourced, const Budget& budget) {
  claims::Claim& claim = sourced.claim;
  narrow_quote(claim, budget.quote);
  if (sourced.url.size() > budget.url) sourced.url.clear();
  for (std::string* text : {&sourced.article, &sourced.outlet, &sourced.group, &sourced.title,
                            &claim.figure.unit, &claim.figure.surface, &claim.noun, &claim.measure,
                            &claim.subject, &claim.place, &claim.speaker, &claim.origin})
    bound(*text, budget);
  bound(claim.scope, budget);
  return sourced;
}

claims::Verdict bounded(claims::Verdict verdict, const Budget& budget) {
  bound(verdict.why, budget);
  bound(verdict.tags, budget);
  bound(verdict.passed, budget);
  bound(verdict.missing, budget);
  return verdict;
}

}  // namespace figured::alerts
