#include "web/values_left_out.h"

#include <algorithm>
#include <set>
#include <vector>

#include "claims/verdicts/value_range.h"

namespace figured::web {
namespace {

std::set<std::int64_t> contradicting(const storage::DisputeView& view) {
  std::set<std::int64_t> ids;
  for (const storage::VerdictRecord& record : view.verdicts) {
    if (record.verdict.relation != claims::Relation::kContradicts) continue;
    ids.insert(record.earlier_claim);
    ids.insert(record.later_claim);
  }
  for (const claims::Side& side : view.dispute.sides)
    for (const std::int64_t id : side.claim_ids) ids.erase(id);
  return ids;
}

}  // namespace

std::size_t count_values_left_out(const storage::DisputeView& view,
                                  const storage::StoreReader& store) {
  if (view.dispute.sides.size() < claims::kMaxSides) return 0;
  std::vector<claims::ValueRange> known;
  for (const claims::Side& side : view.dispute.sides) known.push_back({side.low, side.high});
  for (const std::int64_t id : contradicting(view)) {
    const auto found = store.claims_of_fact(view.fact.id, id - 1, 1);
    if (found.empty() || found.front().claim.id != id || !found.front().is_live) continue;
    const auto range = claims::value_range(found.front().claim.claim.figure);
    const auto meets = [&](const claims::ValueRange& other) { return ranges_meet(other, range); };
    if (std::none_of(known.begin(), known.end(), meets)) known.push_back(range);
  }
  return known.size() - view.dispute.sides.size();
}

}  // namespace figured::web
