// Disputes as feeds that any reader can follow: Atom 1.0 (RFC 4287) and JSON Feed 1.1.
//
// One entry a dispute, whose id stays; it is updated when the dispute changes.  The
// filters are those of the list.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "web/context.h"
#include "web/page.h"

namespace figured::web {

struct FeedEntry {
  std::int64_t id = 0;
  std::string link;      // absolute
  std::string title;     // one line, plain
  std::string text;      // plain, a line for each side
  std::string category;  // the measure
  std::chrono::sys_seconds opened_at;
  std::chrono::sys_seconds changed_at;
};

struct FeedHead {
  std::string self;  // absolute, with the filters
  std::string home;  // the page, absolute
  std::string title;
  std::chrono::sys_seconds updated;
};

std::string format_atom(const FeedHead& head, const std::vector<FeedEntry>& entries);
std::string format_json_feed(const FeedHead& head, const std::vector<FeedEntry>& entries);

// /disputes.atom, /disputes.json
void add_feed_out_routes(Page& page, const std::shared_ptr<Context>& context);

}  // namespace figured::web
