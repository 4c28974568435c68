#include "feeds/json_feed_parser.h"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "feeds/item_fields.h"
#include "feeds/plain_text.h"
#include "feeds/text_scan.h"
#include "feeds/url_resolve.h"

namespace figured::feeds {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxDepth = 32;

std::string text(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  const auto* string = value ? value->if_string() : nullptr;
  return string ? std::string(trim(*string)) : std::string();
}

// Ids and sizes are numbers as often as strings.
std::string text_or_number(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  const bool number = value && value->is_number();
  return number ? json::serialize(*value) : text(object, key);
}

std::string address(const json::object& object, std::string_view key, std::string_view base) {
  const std::string url = text(object, key);
  return url.empty() ? url : resolve_url(base, url);
}

void read_attachment(Item& item, const json::object& file, std::string_view base) {
  const std::string url = address(file, "url", base);
  if (url.empty()) return;
  item.enclosures.push_back({url, text(file, "mime_type"), text_or_number(file, "size_in_bytes")});
}

const json::array& list(const json::object& object, std::string_view key) {
  static const json::array kNone;
  const json::value* value = object.if_contains(key);
  return value && value->is_array() ? value->get_array() : kNone;
}

std::string author(const json::object& item) {
  for (const json::value& person : list(item, "authors"))
    if (const auto* object = person.if_object())
      if (auto name = text(*object, "name"); !name.empty()) return name;
  const json::value* single = item.if_contains("author");
  if (single && single->is_object()) return text(single->get_object(), "name");
  return single && single->is_string() ? text(item, "author") : "";
}

Item read_item(const json::object& object, std::string_view base) {
  Item item;
  item.id = text_or_number(object, "id");
  item.title = collapse_space(text(object, "title"));
  item.link = address(object, "url", base);
  if (item.link.empty()) item.link = address(object, "external_url", base);
  item.summary = escape_html(text(object, "summary"));
  item.content = text(object, "content_html");
  if (item.content.empty()) item.content = escape_html(text(object, "content_text"));
  item.author = author(object);
  item.language = text(object, "language");
  keep_first_date(item.published, text(object, "date_published"));
  keep_first_date(item.updated, text(object, "date_modified"));
  for (const json::value& tag : list(object, "tags"))
    if (const auto* name = tag.if_string()) item.categories.emplace_back(trim(*name));
  for (const json::value& attachment : list(object, "attachments"))
    if (const auto* file = attachment.if_object()) read_attachment(item, *file, base);
  return item;
}

// What an API says in place of an answer: {"error": "..."}, {"errors": [{"message": ..}]}
std::string error_words(const json::value& value) {
  if (const auto* words = value.if_string()) return std::string(*words);
  if (const auto* list = value.if_array()) return list->empty() ? "" : error_words(list->front());
  const auto* object = value.if_object();
  if (!object) return {};
  for (const std::string_view key : {"message", "detail", "error_description", "title", "error"})
    if (auto words = text(*object, key); !words.empty()) return words;
  return {};
}

FeedError not_a_json_feed(const json::object* root) {
  for (const std::string_view key : {"error", "errors", "fault", "message", "detail"}) {
    const json::value* said = root ? root->if_contains(key) : nullptr;
    if (!said) continue;
    const std::string words = plain_line(escape_html(error_words(*said)));
    return {FeedErrorKind::kJsonError,
            "The server answers with an error in JSON" +
                (words.empty() ? "" : " (\"" + words.substr(0, 200) + "\")") +
                "; see whether the address needs a key or has changed"};
  }
  return {FeedErrorKind::kNotAFeed,
          "The address answers with JSON that is no JSON Feed: it has no items; look "
          "up the feed's address on the publisher's site"};
}

}  // namespace

boost::system::result<FeedDocument, FeedError> parse_json_feed(std::string_view text_in,
                                                               std::string_view base) {
  json::parse_options options;
  options.max_depth = kMaxDepth;
  options.allow_trailing_commas = true;
  options.allow_comments = true;
  boost::system::error_code error;
  json::monotonic_resource memory;
  const json::value value = json::parse(text_in, error, &memory, options);
  if (error)
    return FeedError{FeedErrorKind::kBadJson, "The JSON cannot be read (" + error.message() +
                                                  "); ask the publisher to mend it"};
  const json::object* root = value.if_object();
  const bool is_feed = root && root->if_contains("items") && root->at("items").is_array();
  if (!is_feed) return not_a_json_feed(root);
  FeedDocument feed;
  feed.format = FeedFormat::kJson;
  feed.title = collapse_space(text(*root, "title"));
  feed.subtitle = collapse_space(text(*root, "description"));
  feed.link = address(*root, "home_page_url", base);
  feed.self = address(*root, "feed_url", base);
  feed.older_page = address(*root, "next_url", base);
  feed.language = text(*root, "language");
  for (const json::value& hub : list(*root, "hubs"))
    if (const auto* object = hub.if_object()) feed.hubs.push_back(text(*object, "url"));
  for (const json::value& item : root->at("items").get_array())
    if (const auto* object = item.if_object()) feed.items.push_back(read_item(*object, base));
  return feed;
}

}  // namespace figured::feeds
