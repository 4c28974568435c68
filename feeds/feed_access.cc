#include "feeds/feed_access.h"

#include "feeds/feed_host.h"

namespace figured::feeds {
namespace {

// RFC 4648, 4.
std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    for (std::size_t i = 0; i < 4; ++i)
      text += at + i <= bytes.size() ? kDigits[group >> (18 - 6 * i) & 63u] : '=';
  }
  return text;
}

void add_secret(net::HttpRequest& request, std::string name, std::string value) {
  request.headers.push_back({std::move(name), std::move(value), true});
}

}  // namespace

void apply_access(const FeedAccess& access, std::string_view feed_url, net::HttpRequest& request) {
  request.user_agent = access.user_agent;
  request.proxy = access.proxy;
  if (feed_host(feed_url) != feed_host(request.url)) return;
  if (!access.username.empty())
    add_secret(request, "Authorization",
               "Basic " + base64(access.username + ":" + access.password));
  else if (!access.bearer.empty())
    add_secret(request, "Authorization", "Bearer " + access.bearer);
  if (!access.cookie.empty()) add_secret(request, "Cookie", access.cookie);
  for (const net::HttpHeader& header : access.headers)
    add_secret(request, header.name, header.value);
}

}  // namespace figured::feeds
