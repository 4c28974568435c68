#include "claims/verdicts/companions.h"

#include <xxhash.h>

#include <algorithm>
#include <string_view>
#include <tuple>

#include "claims/measures/scope_reader.h"
#include "claims/verdicts/value_range.h"

namespace figured::claims {
namespace {

constexpr double kByChance = 2;

// What it is a figure of, with all that restricts it; 0 when nothing tells.
std::uint64_t kind_of(const Claim& claim) {
  if (claim.measure.empty()) return 0;
  const auto hash = [](std::string_view text, std::uint64_t seed) {
    return XXH3_64bits_withSeed(text.data(), text.size(), seed);
  };
  std::uint64_t kind = hash(claim.figure.unit, hash(claim.measure, 0));
  for (const auto& token : claim.scope)
    if (restricts(token)) kind = hash(token, kind);
  return kind;
}

// The shares of two polls are alike as often as not.
bool is_companion(const Claim& claim) {
  return claim.figure.value() > kByChance && claim.figure.unit != "percent";
}

const Companion* only_one(const std::vector<Companion>& companions, std::uint64_t kind) {
  const auto is_of_kind = [&](const Companion& companion) { return companion.kind == kind; };
  const auto found = std::find_if(companions.begin(), companions.end(), is_of_kind);
  if (found == companions.end()) return nullptr;
  return std::any_of(found + 1, companions.end(), is_of_kind) ? nullptr : &*found;
}

bool differs(const Companion& companion, const std::vector<Companion>& others) {
  const Companion* other = only_one(others, companion.kind);
  return other != nullptr && !ranges_meet(companion.meant, other->meant);
}

}  // namespace

bool stand_together(const Claim& a, const Claim& b) {
  const auto [first, last] = std::minmax(a.figure.span.start, b.figure.span.start);
  return a.field == b.field && last - first <= kCompanionReach;
}

void find_companions(std::span<Claim* const> claims) {
  std::vector<Claim*> row(claims.begin(), claims.end());
  const auto place = [](const Claim* claim) {
    return std::tuple(claim->field, claim->figure.span.start);
  };
  std::stable_sort(row.begin(), row.end(),
                   [&](const Claim* a, const Claim* b) { return place(a) < place(b); });
  const auto add = [](Claim& claim, const Claim& other) {
    if (const auto kind = kind_of(other); kind != 0 && is_companion(other))
      claim.companions.push_back({kind, told_range(other.figure), value_range(other.figure)});
  };
  for (Claim* claim : row) claim->companions.clear();
  for (auto claim = row.begin(); claim != row.end(); ++claim) {
    const auto end = row.end() - claim > static_cast<std::ptrdiff_t>(kMaxCompanions)
                         ? claim + kMaxCompanions + 1
                         : row.end();
    for (auto other = claim + 1; other != end && stand_together(**claim, **other); ++other) {
      add(**claim, **other);
      add(**other, **claim);
    }
  }
}

void find_companions(std::vector<Claim>& claims) {
  std::vector<Claim*> all;
  all.reserve(claims.size());
  for (Claim& claim : claims) all.push_back(&claim);
  find_companions(all);
}

Company compare_company(const Claim& a, const Claim& b) {
  bool differ = false;
  for (const Companion& companion : a.companions) {
    const auto agrees = [&](const Companion& other) {
      return other.kind == companion.kind && other.told == companion.told;
    };
    if (std::any_of(b.companions.begin(), b.companions.end(), agrees)) return Company::kAgrees;
    differ = differ || (only_one(a.companions, companion.kind) != nullptr &&
                        differs(companion, b.companions));
  }
  return differ ? Company::kDiffers : Company::kNone;
}

}  // namespace figured::claims
