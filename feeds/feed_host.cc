#include "feeds/feed_host.h"

#include <xxhash.h>

#include "feeds/text_scan.h"

namespace figured::feeds {

std::string feed_host(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == url.npos) return {};
  const bool https = equal_ignoring_case(url.substr(0, scheme), "https");
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  host = host.substr(host.rfind('@') + 1);
  const std::string_view own_port = https ? ":443" : ":80";
  if (host.ends_with(own_port)) host.remove_suffix(own_port.size());
  return to_lower(host);
}

std::uint64_t feed_host_key(std::string_view url) {
  const std::string host = feed_host(url);
  return XXH3_64bits(host.data(), host.size()) | 1u;
}

}  // namespace figured::feeds
