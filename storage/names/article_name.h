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

  friend bool operator==(const ArticleName&, const ArticleName&) = default;
};

struct NamedArticle {
  ArticleName name;
  std::int64_t article_id = 0;  // from 1

  friend bool operator==(const NamedArticle&, const NamedArticle&) = default;
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

// A name and one of its articles, as they are kept.  The number is that of mixed() without
// its lowest bit: two of a thousand million names are confused in one store of twenty.
struct NumberedName {
  std::int64_t number = 0;      // from 0
  std::int64_t article_id = 0;  // 0 = of several, which are not told

  friend auto operator<=>(const NumberedName&, const NumberedName&) = default;
};

inline std::int64_t name_number(const ArticleName& name) {
  return static_cast<std::int64_t>(mixed(name) >> 1);
}
inline NumberedName numbered(const NamedArticle& named) {
  return {name_number(named.name), named.article_id};
}

}  // namespace figured::storage
