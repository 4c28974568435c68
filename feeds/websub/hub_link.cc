// Link       = link *( "," link )
// link       = "<" target ">" *( ";" name [ "=" ( token / quoted-string ) ] )
#include "feeds/websub/hub_link.h"

#include <algorithm>

#include "feeds/text_scan.h"
#include "feeds/url_resolve.h"

namespace figured::feeds {
namespace {

bool is_http(std::string_view url) {
  return starts_ignoring_case(url, "http://") || starts_ignoring_case(url, "https://");
}

// A header's text, eaten from the front.
class LinkScan {
 public:
  explicit LinkScan(std::string_view text) : rest_(text) {}

  // The next link; false at the end.
  bool next(HeaderLink& link) {
    const auto open = rest_.find('<');
    const auto close = open == rest_.npos ? open : rest_.find('>', open);
    if (close == rest_.npos) return false;
    link = {std::string(trim(rest_.substr(open + 1, close - open - 1))), ""};
    rest_.remove_prefix(close + 1);
    while (eat(';')) take_parameter(link);
    return true;
  }

 private:
  bool eat(char c) {
    rest_ = rest_.substr(std::min(rest_.find_first_not_of(kAsciiSpace), rest_.size()));
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view take_token() {
    const auto end = std::min(rest_.find_first_of("=;,"), rest_.size());
    const auto token = trim(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return token;
  }

  std::string take_quoted() {
    std::string text;
    while (!rest_.empty() && rest_.front() != '"') {
      if (rest_.front() == '\\' && rest_.size() > 1) rest_.remove_prefix(1);
      text += rest_.front();
      rest_.remove_prefix(1);
    }
    eat('"');
    return text;
  }

  // Of several rel the first one counts (RFC 8288, 3.3).
  void take_parameter(HeaderLink& link) {
    const std::string_view name = take_token();
    std::string value;
    if (eat('=')) value = eat('"') ? take_quoted() : std::string(take_token());
    if (equal_ignoring_case(name, "rel") && link.rel.empty()) link.rel = std::move(value);
  }

  std::string_view rest_;
};

bool has_rel(const HeaderLink& link, std::string_view wanted) {
  std::string_view rest = trim(link.rel);
  while (!rest.empty()) {
    const auto end = std::min(rest.find_first_of(kAsciiSpace), rest.size());
    if (equal_ignoring_case(rest.substr(0, end), wanted)) return true;
    rest = trim(rest.substr(end));
  }
  return false;
}

void keep_hub(HubLink& found, const std::string& address) {
  if (found.hub.empty() && is_http(address)) found.hub = address;
}

void keep_topic(HubLink& found, const std::string& address) {
  if (found.topic.empty() && is_http(address)) found.topic = address;
}

}  // namespace

std::vector<HeaderLink> parse_link_header(std::string_view header) {
  std::vector<HeaderLink> links;
  LinkScan scan(header);
  for (HeaderLink link; scan.next(link);) links.push_back(std::move(link));
  return links;
}

HubLink find_hub(const net::HttpResponse& answer, const FeedDocument& document) {
  HubLink found;
  for (const net::HttpHeader& header : answer.headers) {
    if (!equal_ignoring_case(header.name, "Link")) continue;
    for (const HeaderLink& link : parse_link_header(header.value)) {
      const std::string address = resolve_url(answer.url, link.target);
      if (has_rel(link, "hub")) keep_hub(found, address);
      if (has_rel(link, "self")) keep_topic(found, address);
    }
  }
  for (const std::string& hub : document.hubs) keep_hub(found, resolve_url(answer.url, hub));
  if (found.hub.empty()) return {};
  if (!document.self.empty()) keep_topic(found, resolve_url(answer.url, document.self));
  keep_topic(found, answer.url);
  return found;
}

}  // namespace figured::feeds
