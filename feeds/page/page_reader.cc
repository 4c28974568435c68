#include "feeds/page/page_reader.h"

#include <algorithm>
#include <boost/system/errc.hpp>
#include <boost/system/system_error.hpp>
#include <unordered_set>
#include <vector>

#include "feeds/charset.h"
#include "feeds/feed_date.h"
#include "feeds/html_page.h"
#include "feeds/page/json_ld.h"
#include "feeds/page/main_text.h"
#include "feeds/page/page_tree.h"
#include "feeds/plain_text.h"
#include "feeds/text_scan.h"
#include "feeds/url_resolve.h"

namespace figured::feeds {
namespace {

constexpr std::size_t kLeastLetters = 100;  // of a text that is an article's
constexpr double kLonger = 1.15;            // than the feed's text it has to be
constexpr double kBodyLonger = 1.25;        // articleBody than the page, to be taken instead
constexpr std::size_t kTeaser = 1'200;      // letters: a text behind a paywall may be as short
constexpr double kSharedWords = 0.35;       // of the feed's, from which a page speaks of it
constexpr std::size_t kFewWords = 4;        // too few to say so

PageError error(PageErrorKind kind, std::string message) { return {kind, std::move(message)}; }

bool is_page_type(std::string_view content_type) {
  const std::string type = to_lower(trim(content_type.substr(0, content_type.find(';'))));
  return type.empty() || type == "text/html" || type == "application/xhtml+xml" ||
         type == "text/plain" || type == "application/xml" || type == "text/xml";
}

// The words that tell what a text is about, lower case; those of three letters and
// fewer are in every text.
template <typename Take>
void each_word(std::string_view text, Take take) {
  const auto in_word = [](char c) {
    return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && !in_word(text[at])) ++at;
    const std::size_t start = at;
    while (at < text.size() && in_word(text[at])) ++at;
    if (at - start >= 4) take(to_lower(text.substr(start, at - start)));
  }
}

// Whether the text speaks of what the feed said; a language without blanks, or a
// title of two words, cannot tell.  The page's title is not asked: a page that
// asks for consent first has the article's.
bool speaks_of(const Article& known, std::string_view text) {
  std::unordered_set<std::string> asked;
  each_word(known.title, [&](std::string word) { asked.insert(std::move(word)); });
  each_word(known.text, [&](std::string word) { asked.insert(std::move(word)); });
  if (asked.size() < kFewWords) return true;
  const std::size_t all = asked.size();
  each_word(text, [&](const std::string& word) { asked.erase(word); });
  return static_cast<double>(all - asked.size()) >= kSharedWords * static_cast<double>(all);
}

std::size_t letters_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_letter(c) || is_digit(c) || byte >= 0xc0;
  }));
}

std::string first_of(std::initializer_list<std::string_view> values) {
  for (const auto value : values)
    if (!value.empty()) return plain_line(value);
  return {};
}

std::optional<FeedDate> date_of(const PageTree& page, const JsonLdArticle& said) {
  if (said.published) return said.published;
  for (const auto name : {"article:published_time", "datepublished", "date", "dc.date",
                          "parsely-pub-date", "pubdate"})
    if (const auto date = read_feed_date(page.about(name))) return date;
  return read_feed_date(page.date);
}

PageArticle describe(const PageTree& page, const JsonLdArticle& said, std::string text) {
  return {.text = std::move(text),
          .title = first_of({said.title, page.about("og:title"), page.title}),
          .byline = first_of({said.author, page.about("author"), page.about("parsely-author"),
                              page.about("article:author_name"), page.byline}),
          .published = date_of(page, said)};
}

// The page's own text has paragraphs; articleBody is taken where it says more.
std::string longer_text(const MainText& main, const JsonLdArticle& said) {
  const auto body = static_cast<double>(letters_of(said.body));
  const bool enough = body > kBodyLonger * static_cast<double>(letters_of(main.text));
  return enough ? said.body : main.text;
}

PageError no_text(const PageTree& page, std::string_view html, std::string_view url) {
  const FeedError what = explain_html_page(html, url);
  if (what.kind == FeedErrorKind::kChallenge) return error(PageErrorKind::kChallenge, what.message);
  return error(PageErrorKind::kNoText, page.cut ? "The page is built too deep to be read"
                                                : "The page shows no article text");
}

// Empty where the text is good.
std::optional<PageError> refuse(const PageTree& page, const MainText& main,
                                const JsonLdArticle& said, const std::string& text,
                                std::string_view html, std::string_view url, const Article& known) {
  const std::size_t letters = letters_of(text);
  const std::size_t told = letters_of(known.text);
  const bool walled = main.paywall || !said.free;
  if (walled && letters < std::max(kTeaser, 2 * told))
    return error(PageErrorKind::kPaywall, "The page keeps its text for subscribers");
  if (letters < kLeastLetters) return no_text(page, html, url);
  if (!speaks_of(known, text))
    return error(PageErrorKind::kAnotherSubject,
                 "The page does not speak of what the feed says; it may ask for consent first");
  if (static_cast<double>(letters) < kLonger * static_cast<double>(told))
    return error(PageErrorKind::kNothingMore, "The page says no more than the feed");
  return std::nullopt;
}

std::string amp_address(const PageTree& page, std::string_view url) {
  const std::string_view address = page.about("amphtml");
  if (address.empty() || page.amp) return {};
  std::string resolved = resolve_url(url, address);
  const bool web =
      starts_ignoring_case(resolved, "https://") || starts_ignoring_case(resolved, "http://");
  return web && resolved != url ? resolved : std::string();
}

}  // namespace

void throw_exception_from_error(const PageError& error, const boost::source_location&) {
  throw boost::system::system_error(make_error_code(boost::system::errc::bad_message),
                                    error.message);
}

std::string_view format_page_error_kind(PageErrorKind kind) {
  switch (kind) {
    case PageErrorKind::kNoAnswer:
      return "no-answer";
    case PageErrorKind::kStatus:
      return "status";
    case PageErrorKind::kNotHtml:
      return "not-html";
    case PageErrorKind::kTooLarge:
      return "too-large";
    case PageErrorKind::kUnreadable:
      return "unreadable";
    case PageErrorKind::kChallenge:
      return "challenge";
    case PageErrorKind::kNoText:
      return "no-text";
    case PageErrorKind::kPaywall:
      return "paywall";
    case PageErrorKind::kAnotherSubject:
      return "another-subject";
    case PageErrorKind::kNothingMore:
      return "nothing-more";
    case PageErrorKind::kTooLate:
      return "too-late";
    case PageErrorKind::kRobots:
      return "robots";
  }
  return "unknown";
}

PageResult read_page(std::string_view bytes, std::string_view content_type, std::string_view url,
                     const Article& known) {
  if (!is_page_type(content_type))
    return error(
        PageErrorKind::kNotHtml,
        "The address leads to \"" + std::string(content_type.substr(0, 60)) + "\", not to a page");
  const auto utf8 = to_utf8(bytes, charset_of_content_type(content_type));
  if (!utf8) return error(PageErrorKind::kUnreadable, utf8.error().message);
  const PageTree page = read_page_tree(utf8->text());
  const JsonLdArticle said = read_json_ld(page.json_ld);
  const MainText main = find_main_text(page, said.live);
  std::string text = longer_text(main, said);
  if (auto refusal = refuse(page, main, said, text, utf8->text(), url, known)) {
    refusal->instead = amp_address(page, url);
    return *std::move(refusal);
  }
  return describe(page, said, std::move(text));
}

}  // namespace figured::feeds
