#include "daemon/ledger/evidence.h"

#include <algorithm>
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

// Of those that are in order, `most`: the first of each value, then the first of the others.
std::vector<std::size_t> values_first(const std::vector<std::size_t>& places,
                                      const std::vector<Judged>& judged, std::size_t most) {
  std::vector<std::size_t> firsts, others;
  for (const std::size_t at : places) {
    if (firsts.size() == most) break;
    const bool seen = std::any_of(firsts.begin(), firsts.end(), [&](std::size_t first) {
      return value_of(judged[first]) == value_of(judged[at]);
    });
    (seen ? others : firsts).push_back(at);
  }
  const std::size_t room = std::min(most - firsts.size(), others.size());
  firsts.insert(firsts.end(), others.begin(), others.begin() + static_cast<std::ptrdiff_t>(room));
  return firsts;
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
      places = values_first(places, judged, most);
    }
    kept.insert(kept.end(), places.begin(), places.end());
  }
  std::sort(kept.begin(), kept.end());
  std::vector<Judged> evidence;
  for (const std::size_t at : kept) evidence.push_back(judged[at]);
  return evidence;
}

}  // namespace figured::daemon
