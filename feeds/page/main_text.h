// Finds the main text of a page: what a reader came for, without what stands
// around it.
//
// Each block of text has a worth: prose is worth its letters, a row of links costs
// them, a scrap costs a little, clutter counts for nothing.  The element with the
// greatest sum holds the article (Pasternack and Roth, "Extracting article text from
// the web with maximum subsequence segmentation", WWW 2009, on subtrees instead of
// sequences); of elements that hold nearly all of it the innermost is taken.  Of
// its blocks, captions, related links, notices, comments and bylines are left out.
#pragma once
#include <string>
#include <string_view>

#include "feeds/page/page_tree.h"

namespace figured::feeds {

struct MainText {
  std::string text;         // paragraphs parted by "\n"; "" = none was found
  std::size_t letters = 0;  // of it
  bool paywall = false;     // a notice stands there that asks for a subscription
};

// `live` = it is a live blog: its entries are one article.
MainText find_main_text(const PageTree& page, bool live);

}  // namespace figured::feeds
