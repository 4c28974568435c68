// What the attributes of an element say about the text in it.
#pragma once
#include <cstdint>
#include <string_view>

namespace figured::feeds {

enum class PageHint : std::uint8_t {
  kNone,
  kBody,      // the text of the article: itemprop="articleBody", class="story-body"
  kLive,      // entries of a live blog
  kClutter,   // navigation, shares, related links, advertisements, notices
  kCaption,   // of a picture, with its credit
  kComments,  // of readers
  kPaywall,   // what stands before a text that is not shown
  kHidden,    // not shown to people
};

// What the words of a class or an id say.  They are taken as words ("ad" is in
// "top-ad", not in "header"), and one that follows "no", "has" or "with" counts
// for nothing.
PageHint hint_of_names(std::string_view names);

struct HintedAttribute {
  std::string_view name;  // lower case
  std::string_view value;
};

// The same of any attribute; kNone where it says nothing.
PageHint hint_of_attribute(const HintedAttribute& attribute);

// What both say together, of which `a` was said first.
PageHint stronger_hint(PageHint a, PageHint b);

}  // namespace figured::feeds
