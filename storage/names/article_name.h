// ArticleName: a name under which an article of a feed has come, as a hash.
#pragma once
#include <compare>
#include <cstdint>

namespace figured::storage {

enum class NameKind : std::uint8_t {
  kKey,    // an identity or a URL; one URL may stand for several articles
  kAlias,  // a weaker name, which is nobody's once two articles have had it
};

struct ArticleName {
  NameKind kind = NameKind::kKey;
  std::int64_t feed_id = 0;
  std::uint64_t hash = 0;

  friend auto operator<=>(const ArticleName&, const ArticleName&) = default;
};

// The name as a number: names of different feeds and kinds differ in it too.
inline std::uint64_t mixed(const ArticleName& name) {
  constexpr std::uint64_t kFeed = 0x9e3779b97f4a7c15U;
  constexpr std::uint64_t kAlias = 0xc2b2ae3d27d4eb4fU;
  std::uint64_t bits = name.hash ^ (static_cast<std::uint64_t>(name.feed_id) * kFeed);
  if (name.kind == NameKind::kAlias) bits ^= kAlias;
  bits ^= bits >> 32;
  bits *= kFeed;
  return bits ^ (bits >> 29);
}

}  // namespace figured::storage
