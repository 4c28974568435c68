// ArticleSketch: what tells at a glance that an article is of another event.
//
// Small enough to be held of every article: its date, and of each of its names a
// few bits.  Two articles share no more names than their sketches do.
#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "claims/claim.h"

namespace figured::claims {

using NameSketch = std::uint16_t;

struct ArticleSketch {
  std::optional<std::chrono::sys_seconds> published;
  std::span<const NameSketch> names;  // sorted, as many as the article has
};

inline NameSketch sketch_name(NameKey name) { return static_cast<NameSketch>(name >> 48); }

inline std::vector<NameSketch> sketch_names(std::span<const NameKey> names) {
  std::vector<NameSketch> sketch;
  sketch.reserve(names.size());
  for (const NameKey name : names) sketch.push_back(sketch_name(name));
  std::sort(sketch.begin(), sketch.end());
  return sketch;
}

// Whether claims of a stored article are worth reading; empty = they all are.
using ArticleFilter = std::function<bool(std::int64_t article_id, const ArticleSketch&)>;

}  // namespace figured::claims
