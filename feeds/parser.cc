#include "feeds/parser.h"

#include "feeds/atom_parser.h"
#include "feeds/charset.h"
#include "feeds/html_page.h"
#include "feeds/json_feed_parser.h"
#include "feeds/rss_parser.h"
#include "feeds/text_scan.h"
#include "feeds/url_resolve.h"
#include "feeds/xml_repair.h"

namespace figured::feeds {
namespace {

using XmlResult = boost::system::result<std::unique_ptr<FeedXml>, FeedError>;

FeedError error(FeedErrorKind kind, std::string message) { return {kind, std::move(message)}; }

// What the addresses in the document are relative to.
std::string base_url(const HttpMeta& meta) {
  return meta.content_location.empty() ? meta.url : resolve_url(meta.url, meta.content_location);
}

struct Magic {
  std::string_view bytes;
  std::string_view name;
  bool image;
};

// What stands at the beginning of what is no text at all.
const Magic* binary_kind(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr Magic kKinds[] = {
      {"\x89PNG"sv, "a PNG image"sv, true},       {"GIF8"sv, "a GIF image"sv, true},
      {"\xff\xd8\xff"sv, "a JPEG image"sv, true}, {"RIFF"sv, "an image or a sound"sv, true},
      {"\0\0\x01\0"sv, "an icon"sv, true},        {"%PDF"sv, "a PDF document"sv, false},
      {"PK\x03\x04"sv, "a ZIP archive"sv, false}};
  for (const Magic& kind : kKinds)
    if (bytes.starts_with(kind.bytes)) return &kind;
  return nullptr;
}

FeedError not_a_feed(std::string_view text, const HttpMeta& meta) {
  if (is_html_page(text)) return explain_html_page(text, meta.url);
  if (trim(text).starts_with('<'))
    return error(FeedErrorKind::kNotAFeed,
                 "The address answers with XML that is no feed; look up the feed's address on the "
                 "publisher's site");
  return error(FeedErrorKind::kNotAFeed,
               "The address answers with text that is no feed; look up the feed's address on the "
               "publisher's site");
}

// Mends the characters, and the tags too where that is not enough.
XmlResult read_xml(std::string_view text, std::size_t root, const HttpMeta& meta,
                   std::vector<std::string>& repairs) {
  auto repaired = repair_characters(text, root);
  if (!repaired) return repaired.error();
  auto xml = FeedXml::parse(std::move(repaired->xml), base_url(meta));
  if (!xml) {
    // The tree was built in place of the text, which few need a second time.
    auto again = repair_characters(text, root);
    auto balanced = balance_tags(*std::move(again));
    if (!balanced) return balanced.error();
    repaired = std::move(balanced);
    xml = FeedXml::parse(std::move(repaired->xml), base_url(meta));
  }
  repairs = std::move(repaired->repairs);
  return xml;
}

bool is_atom_root(pugi::xml_node root) {
  const auto name = FeedXml::local_name(root);
  return equal_ignoring_case(name, "feed") || equal_ignoring_case(name, "entry");
}

ParseResult parse_xml_feed(std::string_view text, const HttpMeta& meta) {
  const auto root = find_feed_root(text);
  if (!root) return not_a_feed(text, meta);
  std::vector<std::string> repairs;
  const auto xml = read_xml(text, *root, meta, repairs);
  if (!xml) return is_html_page(text) ? not_a_feed(text, meta) : xml.error();
  FeedDocument feed = is_atom_root((*xml)->root()) ? parse_atom(**xml) : parse_rss(**xml);
  feed.repairs = std::move(repairs);
  return feed;
}

void finish(FeedDocument& feed, const Utf8Text& text, const HttpMeta& meta) {
  if (feed.language.empty()) feed.language = meta.content_language;
  for (Item& item : feed.items)
    if (item.language.empty()) item.language = feed.language;
  if (text.damaged > 0)
    feed.repairs.push_back(std::to_string(text.damaged) + " characters unreadable as " +
                           text.charset);
  if (feed.items.size() > kMaxItems) {
    feed.items.resize(kMaxItems);
    feed.repairs.push_back("items beyond " + std::to_string(kMaxItems) + " left out");
  }
  feed.bozo = !feed.repairs.empty();
}

}  // namespace

ParseResult parse_feed(std::string_view bytes, const HttpMeta& meta) {
  if (bytes.size() > kMaxDocument)
    return error(FeedErrorKind::kTooLarge, "The document passes " + std::to_string(kMaxDocument) +
                                               " bytes; ask the publisher for a shorter feed");
  if (const Magic* kind = binary_kind(bytes))
    return error(kind->image ? FeedErrorKind::kImage : FeedErrorKind::kNotAFeed,
                 "The address answers with " + std::string(kind->name) +
                     ", no text; look up the feed's address");
  const auto text = to_utf8(bytes, charset_of_content_type(meta.content_type));
  if (!text) return text.error();
  const std::string_view words = trim(text->text());
  if (words.empty())
    return error(FeedErrorKind::kEmpty,
                 "The server sent an empty document; try the address in a browser");
  const bool json = words[0] == '{' || words[0] == '[';
  auto feed = json ? parse_json_feed(words, base_url(meta)) : parse_xml_feed(text->text(), meta);
  if (feed) finish(*feed, *text, meta);
  return feed;
}

std::string_view format_feed_format(FeedFormat format) {
  switch (format) {
    case FeedFormat::kRss09:
      return "rss0.9x";
    case FeedFormat::kRss10:
      return "rss1.0";
    case FeedFormat::kRss20:
      return "rss2.0";
    case FeedFormat::kAtom03:
      return "atom0.3";
    case FeedFormat::kAtom10:
      return "atom1.0";
    case FeedFormat::kJson:
      return "json";
    case FeedFormat::kOther:
      return "other";
  }
  return "other";
}

}  // namespace figured::feeds
