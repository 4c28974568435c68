#include "claims/verdicts/voices.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "claims/text/tokens.h"

namespace figured::claims {
namespace {

constexpr double kCopied = 0.8;          // of the longer one's words
constexpr std::size_t kFewestWords = 8;  // fewer are alike by chance

// Names by their hash, so that many are soon compared; 0 = none.
struct Teller {
  explicit Teller(const SourcedClaim& claim)
      : origin(key(claim.claim.origin)),
        outlet(key(claim.outlet)),
        group(key(claim.group)),
        context(&claim.claim.context) {}

  static std::uint64_t key(const std::string& name) {
    if (name.empty()) return 0;
    const std::string lower = lower_case(name);
    return XXH3_64bits(lower.data(), lower.size());
  }

  std::uint64_t origin, outlet, group;
  const std::vector<ContextWord>* context;
};

bool same(std::uint64_t a, std::uint64_t b) { return a != 0 && a == b; }

// Whether the words around both figures are all but the same; their distance from
// the figure may be another.
bool is_copy(const std::vector<ContextWord>& a, const std::vector<ContextWord>& b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (std::min(a.size(), b.size()) < kFewestWords) return false;
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->stem == j->stem)
      ++shared, ++i, ++j;
    else if (i->stem < j->stem)
      ++i;
    else
      ++j;
  }
  return static_cast<double>(shared) >= kCopied * static_cast<double>(longer);
}

bool one_voice(const Teller& a, const Teller& b) {
  if (same(a.origin, b.origin) || same(a.origin, b.outlet) || same(b.origin, a.outlet)) return true;
  // Two origins that one article names are two.
  if (a.origin != 0 && b.origin != 0) return false;
  return same(a.outlet, b.outlet) || same(a.group, b.group) || is_copy(*a.context, *b.context);
}

}  // namespace

bool one_voice(const SourcedClaim& a, const SourcedClaim& b) {
  return one_voice(Teller(a), Teller(b));
}

std::size_t count_voices(const std::vector<const SourcedClaim*>& claims) {
  std::vector<Teller> tellers;
  for (const SourcedClaim* claim : claims) tellers.emplace_back(*claim);
  // Each voice is found from its first teller on.
  std::size_t voices = 0;
  std::vector<bool> heard(tellers.size());
  std::vector<std::size_t> open;
  for (std::size_t first = 0; first < tellers.size(); ++first) {
    if (heard[first]) continue;
    ++voices;
    heard[first] = true;
    open.assign(1, first);
    while (!open.empty()) {
      const Teller teller = tellers[open.back()];
      open.pop_back();
      for (std::size_t i = first + 1; i < tellers.size(); ++i) {
        if (heard[i] || !one_voice(teller, tellers[i])) continue;
        heard[i] = true;
        open.push_back(i);
      }
    }
  }
  return voices;
}

}  // namespace figured::claims
