// opml    = <opml version><head/><body> outline* </body></opml>
// outline = <outline text title type xmlUrl ...> outline* </outline>; a feed has an xmlUrl
#include "feeds/opml.h"

#include <charconv>
#include <set>

#include "feeds/charset.h"
#include "feeds/feed_date.h"
#include "feeds/parser.h"
#include "feeds/plain_text.h"
#include "feeds/text_scan.h"
#include "feeds/xml.h"
#include "feeds/xml_repair.h"

namespace figured::feeds {
namespace {

using XmlResult = boost::system::result<std::unique_ptr<FeedXml>, FeedError>;

constexpr char kNamespace[] = "urn:figured:opml";
constexpr std::size_t kMaxFeeds = 100'000;

XmlResult read_xml(std::string_view text, std::size_t root) {
  auto repaired = repair_characters(text, root);
  if (!repaired) return repaired.error();
  const std::string mended = repaired->xml;
  auto xml = FeedXml::parse(std::move(repaired->xml), "");
  if (xml) return xml;
  auto balanced = balance_tags({mended, {}});
  if (!balanced) return balanced.error();
  return FeedXml::parse(std::move(balanced->xml), "");
}

// Names of attributes come in any case.
std::string value_of(pugi::xml_node outline, std::string_view name) {
  for (const pugi::xml_attribute attribute : outline.attributes())
    if (equal_ignoring_case(attribute.name(), name)) return std::string(trim(attribute.value()));
  return {};
}

bool is_http(std::string_view url) {
  return starts_ignoring_case(url, "http://") || starts_ignoring_case(url, "https://");
}

std::optional<std::chrono::seconds> interval_of(std::string_view text) {
  std::int32_t number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end.ec != std::errc() || end.ptr != text.data() + text.size() || number <= 0)
    return std::nullopt;
  return std::chrono::seconds(number);
}

class Outlines {
 public:
  OpmlDocument read(pugi::xml_node root) {
    // A tree may be deep: it is walked without recursion.
    for (pugi::xml_node node = root.first_child(); node; node = next(node, root))
      if (document_.feeds.size() < kMaxFeeds) take(node);
    return std::move(document_);
  }

 private:
  static pugi::xml_node next(pugi::xml_node node, pugi::xml_node root) {
    if (const auto child = node.first_child()) return child;
    while (node != root && !node.next_sibling()) node = node.parent();
    return node == root ? pugi::xml_node() : node.next_sibling();
  }

  void take(pugi::xml_node outline) {
    if (!equal_ignoring_case(FeedXml::local_name(outline), "outline")) return;
    const std::string url = value_of(outline, "xmlUrl");
    if (url.empty()) return;
    std::string title = value_of(outline, "title");
    if (title.empty()) title = value_of(outline, "text");
    title = collapse_space(title);
    if (!is_http(url)) {
      document_.left_out.push_back("\"" + url.substr(0, 200) + "\" is no http or https address");
    } else if (seen_.insert(url).second) {
      document_.feeds.push_back({url, std::move(title), value_of(outline, "figured:group"),
                                 interval_of(value_of(outline, "figured:interval"))});
    }
  }

  OpmlDocument document_;
  std::set<std::string> seen_;
};

// Attribute values in double quotes; what XML 1.0 has no way to write is left out.
std::string quoted(std::string_view text) {
  std::string escaped = "\"";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) continue;
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += c;
  }
  return escaped + '"';
}

}  // namespace

boost::system::result<OpmlDocument, FeedError> parse_opml(std::string_view bytes) {
  if (bytes.size() > kMaxDocument)
    return FeedError{FeedErrorKind::kTooLarge,
                     "The document passes " + std::to_string(kMaxDocument) + " bytes"};
  const auto text = to_utf8(bytes, "");
  if (!text) return text.error();
  const auto root = find_ignoring_case(text->text(), "<opml");
  if (root == std::string::npos)
    return FeedError{FeedErrorKind::kNotAFeed, "It is no OPML: it has no element <opml>"};
  const auto xml = read_xml(text->text(), root);
  if (!xml) return xml.error();
  return Outlines().read((*xml)->root());
}

std::string format_opml(std::span<const OpmlFeed> feeds, std::chrono::sys_seconds now) {
  std::string opml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\" xmlns:figured=\"" +
      std::string(kNamespace) + "\">\n  <head>\n    <title>Feeds of figured</title>\n" +
      "    <dateCreated>" + format_feed_date(now) + "</dateCreated>\n  </head>\n  <body>\n";
  for (const OpmlFeed& feed : feeds) {
    opml += "    <outline type=\"rss\" text=" + quoted(feed.title.empty() ? feed.url : feed.title) +
            " title=" + quoted(feed.title) + " xmlUrl=" + quoted(feed.url);
    if (!feed.group.empty()) opml += " figured:group=" + quoted(feed.group);
    if (feed.interval)
      opml += " figured:interval=\"" + std::to_string(feed.interval->count()) + "\"";
    opml += "/>\n";
  }
  return opml + "  </body>\n</opml>\n";
}

}  // namespace figured::feeds
