#include "daemon/ledger/evidence.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace figured::daemon {
namespace {

bool contradicts(const Judged& judged) { return judged.relation == claims::Relation::kContradicts; }

bool says_something(const Judged& judged) {
  return judged.relation != claims::Relation::kAgrees &&
         judged.relation != claims::Relation::kCompatible;
}

auto value_of(const Judged& judged) {
  const claims::Figure& figure = judged.earlier->claim.figure;
  return std::tuple(figure.low, figure.high, figure.bound);
}

// Puts those that are the first of their value before the others, which keep their order.
void values_first(std::vector<std::size_t>& places, const std::vector<Judged>& judged) {
  std::set<decltype(value_of(judged.front()))> seen;
  std::stable_partition(places.begin(), places.end(),
                        [&](std::size_t at) { return seen.insert(value_of(judged[at])).second; });
}

}  // namespace

std::vector<Judged> choose_evidence(std::vector<Judged> judged) {
  std::erase_if(judged, [](const Judged& each) { return !says_something(each); });
  std::vector<std::size_t> kept;
  for (const bool contradiction : {true, false}) {
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < judged.size(); ++at)
      if (contradicts(judged[at]) == contradiction) places.push_back(at);
    const std::size_t most = contradiction ? kMostContradictions : kMostOthers;
    if (places.size() > most) {
      std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(judged[a].score, judged[a].earlier->id) >
               std::pair(judged[b].score, judged[b].earlier->id);
      });
      values_first(places, judged);
      places.resize(most);
    }
    kept.insert(kept.end(), places.begin(), places.end());
  }
  std::sort(kept.begin(), kept.end());
  std::vector<Judged> evidence;
  for (const std::size_t at : kept) evidence.push_back(judged[at]);
  return evidence;
}

}  // namespace figured::daemon
