// Mends a feed's XML so that a strict parser reads it.
//
// Two steps of increasing force, both linear.  repair_characters() is for every
// document: it finds the root element, takes away what stands around it, drops
// control characters, escapes bare ampersands and '<', writes out HTML entities
// and closes CDATA.  balance_tags() is for what is still refused: it closes and
// drops tags until they match and cuts an item that the document's end tore
// apart, so that the whole items before it survive.
#pragma once
#include <boost/system/result.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/feed_error.h"

namespace figured::feeds {

struct RepairedXml {
  std::string xml;                   // begins with the root's start tag
  std::vector<std::string> repairs;  // a phrase each; empty = nothing was wrong
};

// Where the root element of a feed begins in `text`; empty where none does.
std::optional<std::size_t> find_feed_root(std::string_view text);

// Requires valid UTF-8 and root = find_feed_root(text).
boost::system::result<RepairedXml, FeedError> repair_characters(std::string_view text,
                                                                std::size_t root);

// Takes what repair_characters gave and adds to its repairs.
boost::system::result<RepairedXml, FeedError> balance_tags(RepairedXml document);

}  // namespace figured::feeds
