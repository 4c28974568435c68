// Says of which articles a feed carries a summary only.
//
// The signs are those of the text (it ends in an ellipsis, in "read more", in the
// midst of a sentence) and of the feed (all it carries is short).  Thresholds were
// fitted on feeds that carry both, <description> and <content:encoded>:
// tests/feeds/excerpt_test.cc measures them.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace figured::feeds {

enum class ExcerptSign : std::uint8_t {
  kNone,      // it may be the whole
  kNoText,    // a title only
  kEllipsis,  // "... has said [...]"
  kReadMore,  // "... has said. Continue reading"
  kCutShort,  // "... has said that the"
  kShort,     // as all of the feed is
};

// One sign for each text of one document; plain text, as Article::text.
std::vector<ExcerptSign> find_excerpts(const std::vector<std::string_view>& texts);

}  // namespace figured::feeds
