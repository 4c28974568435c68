// HubLink: where a feed says that it can be subscribed to (WebSub, section 4).
//
// The HTTP header Link (RFC 8288) goes before what the document says; of several hubs
// the first one that can be asked is taken.  Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "feeds/feed_document.h"
#include "net/http_client.h"

namespace figured::feeds {

struct HubLink {
  std::string hub;    // "" = it names none
  std::string topic;  // what is subscribed to there: rel="self", else the address polled
  friend bool operator==(const HubLink&, const HubLink&) = default;
};

HubLink find_hub(const net::HttpResponse& answer, const FeedDocument& document);

// One link of a Link header.
struct HeaderLink {
  std::string target;  // as written
  std::string rel;     // "hub", or several, parted by blanks
  friend bool operator==(const HeaderLink&, const HeaderLink&) = default;
};

// What cannot be read of the header is passed over.
std::vector<HeaderLink> parse_link_header(std::string_view header);

}  // namespace figured::feeds
