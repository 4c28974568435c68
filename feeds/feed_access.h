// FeedAccess: how one feed is asked where that is not as all others are: its log-in,
// headers, cookie, proxy and user agent.
//
// It holds secrets: it is made from the configuration, is never stored and never
// logged, and its secrets go to the feed's own host only.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "net/http_client.h"

namespace figured::feeds {

struct FeedAccess {
  std::string user_agent{};  // "" = as all others
  std::string proxy{};       // "http://host:3128", "socks5h://host:1080"; "" = none
  std::string username{};    // of HTTP Basic (RFC 7617), with `password`
  std::string password{};
  std::string bearer{};  // a token (RFC 6750)
  std::string cookie{};  // the value of Cookie: "name=value; name=value"
  std::vector<net::HttpHeader> headers{};
  friend bool operator==(const FeedAccess&, const FeedAccess&) = default;
};

// Adds to the request what the access says.  Secrets are left out where the request
// goes to another host than `feed_url` does.
void apply_access(const FeedAccess& access, std::string_view feed_url, net::HttpRequest& request);

}  // namespace figured::feeds
