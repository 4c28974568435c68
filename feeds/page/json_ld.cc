#include "feeds/page/json_ld.h"

#include <algorithm>
#include <boost/json.hpp>
#include <string_view>

#include "feeds/feed_date.h"
#include "feeds/plain_text.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

namespace json = boost::json;

constexpr int kDeepest = 32;
constexpr std::size_t kMostUpdates = 500;  // of a live blog
constexpr std::size_t kMostAuthors = 8;

std::string_view text_of(const json::value* value) {
  return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

std::string_view text_at(const json::object& object, std::string_view key) {
  return text_of(object.if_contains(key));
}

// "@type" is a name or a list of names, with or without "http://schema.org/".
template <typename Holds>
bool any_type(const json::object& object, Holds holds) {
  const json::value* type = object.if_contains("@type");
  if (!type) return false;
  if (type->is_array())
    return std::ranges::any_of(type->get_array(),
                               [&](const json::value& one) { return holds(text_of(&one)); });
  return holds(text_of(type));
}

bool is_article(const json::object& object) {
  return any_type(object, [](std::string_view type) {
    return type.ends_with("Article") || type.ends_with("BlogPosting") || type.ends_with("Report");
  });
}

bool is_live(const json::object& object) {
  return any_type(object, [](std::string_view type) { return type.ends_with("LiveBlogPosting"); });
}

// Says so in words as well: "False".
bool is_false(const json::value* value) {
  if (!value) return false;
  return value->is_bool() ? !value->get_bool() : equal_ignoring_case(text_of(value), "false");
}

void put_line(std::string& text, const std::string& line) {
  if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
}

// Some write markup into it, or escape what needs no escape; in others line breaks
// part the paragraphs.
std::string body_text(std::string_view text) {
  if (looks_like_html(text)) return plain_text(text);
  std::string body;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    put_line(body, collapse_space(text.substr(start, end - start)));
    start = end + 1;
  }
  return body;
}

// A name, an object that has one, or a list of such.
void put_names(std::string& names, const json::value* author, std::size_t& count) {
  if (!author || count >= kMostAuthors) return;
  if (author->is_array()) {
    for (const json::value& one : author->get_array()) put_names(names, &one, count);
    return;
  }
  const std::string_view name =
      author->is_object() ? text_at(author->get_object(), "name") : text_of(author);
  if (name.empty()) return;
  names += (names.empty() ? "" : ", ") + plain_line(name);
  ++count;
}

void put_updates(std::string& body, const json::value* updates) {
  if (!updates || !updates->is_array()) return;
  std::size_t count = 0;
  for (const json::value& update : updates->get_array()) {
    if (!update.is_object() || ++count > kMostUpdates) continue;
    put_line(body, plain_line(text_at(update.get_object(), "headline")));
    put_line(body, body_text(text_at(update.get_object(), "articleBody")));
  }
}

JsonLdArticle read_article(const json::object& object) {
  JsonLdArticle article;
  article.found = true;
  article.live = is_live(object);
  article.free = !is_false(object.if_contains("isAccessibleForFree"));
  article.title = plain_line(text_at(object, "headline"));
  article.body = body_text(text_at(object, "articleBody"));
  if (article.live) put_updates(article.body, object.if_contains("liveBlogUpdate"));
  std::size_t authors = 0;
  put_names(article.author, object.if_contains("author"), authors);
  article.published = read_feed_date(text_at(object, "datePublished"));
  return article;
}

// Looks at every object, wherever it stands.
void search(const json::value& value, JsonLdArticle& best, int depth) {
  if (depth > kDeepest) return;
  if (value.is_array()) {
    for (const json::value& one : value.get_array()) search(one, best, depth + 1);
  } else if (value.is_object()) {
    const json::object& object = value.get_object();
    if (is_article(object)) {
      JsonLdArticle article = read_article(object);
      if (!best.found || article.body.size() > best.body.size()) best = std::move(article);
      // What an article holds are its own parts: updates, comments, other articles.
      return;
    }
    for (const auto& member : object) search(member.value(), best, depth + 1);
  }
}

// Line breaks within strings are the commonest fault, comments of CDATA another.
std::string mended(std::string_view script) {
  std::string text(trim(script));
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  const auto start = text.find_first_of("[{");
  const auto end = text.find_last_of("]}");
  if (start == text.npos || end == text.npos || end < start) return {};
  return text.substr(start, end - start + 1);
}

}  // namespace

JsonLdArticle read_json_ld(const std::vector<std::string>& scripts) {
  json::parse_options options;
  options.max_depth = kDeepest;
  options.allow_trailing_commas = true;
  options.allow_invalid_utf8 = true;
  JsonLdArticle best;
  for (const std::string& script : scripts) {
    boost::system::error_code error;
    const json::value value = json::parse(mended(script), error, {}, options);
    if (!error) search(value, best, 0);
  }
  return best;
}

}  // namespace figured::feeds
