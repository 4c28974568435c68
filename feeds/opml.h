// OPML: lists of feeds, as readers exchange them (OPML 1.0 and 2.0).
//
// What is read is as forgiving as feeds are read: any charset, broken XML mended.
// Folders are read through: they are how somebody sorts his feeds, not who owns
// them.  What figured knows beyond OPML stands in attributes of a namespace of its
// own, so that what it writes it can read again.  Pure.
#pragma once
#include <boost/system/result.hpp>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/feed_error.h"

namespace figured::feeds {

struct OpmlFeed {
  std::string url;                                 // xmlUrl; http or https
  std::string title;                               // title, else text, else "" (plain text)
  std::string group;                               // figured:group
  std::optional<std::chrono::seconds> interval{};  // figured:interval, in seconds
  friend bool operator==(const OpmlFeed&, const OpmlFeed&) = default;
};

struct OpmlDocument {
  std::vector<OpmlFeed> feeds;  // each URL once, in the order of the document
  // Outlines with an xmlUrl that is no http address, a phrase each.
  std::vector<std::string> left_out;
};

boost::system::result<OpmlDocument, FeedError> parse_opml(std::string_view bytes);

// OPML 2.0, UTF-8.
std::string format_opml(std::span<const OpmlFeed> feeds, std::chrono::sys_seconds now);

}  // namespace figured::feeds
