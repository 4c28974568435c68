// PageTree: a web page as what its main text is chosen from.
//
// Its elements are those that part text from text (div, p, table ...), in the
// order of the page, each with the range of blocks within it; a block is a run of
// text that nothing parts.  Scripts, styles, forms' fields and hidden elements are
// left out; what the page says of itself (title, meta, JSON-LD) is kept beside.
//
// Built in one pass over the events of libxml2's HTML parser, which is used here
// only; no tree of libxml2's own is made.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/page/page_hint.h"

namespace figured::feeds {

enum class PageTag : std::uint8_t {
  kBlock,  // any that has no name of its own here
  kArticle,
  kMain,
  kHeading,
  kParagraph,
  kListItem,
  kCell,  // of a table
  kRow,
  kQuote,
};

struct PageElement {
  PageTag tag = PageTag::kBlock;
  PageHint hint = PageHint::kNone;
  std::uint8_t level = 0;         // of a heading, 1 to 6
  std::uint32_t parent = 0;       // index of an element; the first one's is itself
  std::uint32_t first_block = 0;  // the blocks in it and in what it holds
  std::uint32_t end_block = 0;
  std::uint32_t end = 0;  // index behind the last element in it
};

struct PageBlock {
  std::string text;            // white space collapsed, on one line
  std::uint32_t element = 0;   // the innermost
  std::uint32_t letters = 0;   // of the text; one of Chinese or Japanese counts as two
  std::uint32_t in_links = 0;  // those of them that stand in links
};

struct PageTree {
  std::vector<PageElement> elements;  // the first holds all others
  std::vector<PageBlock> blocks;
  std::string title;                 // <title>
  std::vector<std::string> json_ld;  // the scripts of type application/ld+json
  // What <meta> and <link> say, by lower-case name: "og:title", "author" ...; of the
  // same name the first.  "amphtml" and "canonical" are addresses as written.
  std::vector<std::pair<std::string, std::string>> meta;
  std::string byline;  // the text marked as the author's name
  std::string date;    // the first <time datetime>, or what is marked as the date
  bool amp = false;    // it is an AMP page
  bool cut = false;    // too deep or too long: what stands in front was kept

  // "" = it says nothing of that name.
  std::string_view about(std::string_view name) const;
};

// `html` is valid UTF-8.  Linear in its length, whatever stands in it.
PageTree read_page_tree(std::string_view html);

}  // namespace figured::feeds
