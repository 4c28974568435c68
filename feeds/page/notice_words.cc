#include "feeds/page/notice_words.h"

#include <algorithm>

#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kClutterHeadings[] = {"about the author",
                                                 "advertisement",
                                                 "also read",
                                                 "around the web",
                                                 "editor's picks",
                                                 "editors' picks",
                                                 "explore more",
                                                 "follow us",
                                                 "further reading",
                                                 "get the latest",
                                                 "in case you missed",
                                                 "keep reading",
                                                 "latest news",
                                                 "latest stories",
                                                 "more from",
                                                 "more in ",
                                                 "more like this",
                                                 "more news",
                                                 "more on",
                                                 "more stories",
                                                 "most popular",
                                                 "most read",
                                                 "most viewed",
                                                 "must read",
                                                 "newsletter",
                                                 "on the same topic",
                                                 "popular now",
                                                 "promoted",
                                                 "read also",
                                                 "read more",
                                                 "read next",
                                                 "recommended",
                                                 "related",
                                                 "see also",
                                                 "share this",
                                                 "sign up",
                                                 "similar",
                                                 "sponsored",
                                                 "stay informed",
                                                 "subscribe",
                                                 "suggested",
                                                 "tags",
                                                 "top stories",
                                                 "topics",
                                                 "trending",
                                                 "up next",
                                                 "what to read next",
                                                 "you may",
                                                 "you might"};

constexpr std::string_view kNotices[] = {"advertisement",
                                         "also read:",
                                         "also read ",
                                         "click here",
                                         "copyright 20",
                                         "copyright \xc2\xa9",
                                         "(c) ",
                                         "\xc2\xa9",
                                         "all rights reserved",
                                         "continue reading below",
                                         "download the app",
                                         "follow us",
                                         "get our ",
                                         "image:",
                                         "image credit",
                                         "image source",
                                         "image caption",
                                         "listen to this article",
                                         "more:",
                                         "photo:",
                                         "photo by",
                                         "photo credit",
                                         "picture:",
                                         "read also",
                                         "read more",
                                         "read next",
                                         "read:",
                                         "recommended:",
                                         "related:",
                                         "related article",
                                         "see also:",
                                         "share on",
                                         "share this",
                                         "sign up",
                                         "skip advertisement",
                                         "skip to content",
                                         "sponsored",
                                         "story continues below",
                                         "story continues after",
                                         "subscribe to",
                                         "this article is more than",
                                         "watch:",
                                         "we use cookies",
                                         "we and our ",
                                         "by continuing to",
                                         "by clicking",
                                         "please enable",
                                         "your browser"};

constexpr std::string_view kSubscription[] = {"subscribe to continue",
                                              "subscribe to read",
                                              "subscribe now to",
                                              "to continue reading",
                                              "to read the full",
                                              "to read this article",
                                              "to keep reading",
                                              "already a subscriber",
                                              "subscribers only",
                                              "subscriber-only",
                                              "for subscribers",
                                              "log in to read",
                                              "sign in to read",
                                              "sign in to continue",
                                              "log in to continue",
                                              "register to read",
                                              "register to continue",
                                              "create a free account",
                                              "start your free trial",
                                              "become a member to",
                                              "unlock this article",
                                              "premium content",
                                              "you have reached your limit",
                                              "free articles"};

// From these on a paragraph is too long to be nothing but a notice.
constexpr std::size_t kLongestNotice = 220;
constexpr std::size_t kLongestHeading = 60;
constexpr std::size_t kLongestAppeal = 400;

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::string_view (&starts)[N]) {
  return std::ranges::any_of(
      starts, [&](std::string_view start) { return starts_ignoring_case(text, start); });
}

std::string_view without_count(std::string_view heading) {
  while (!heading.empty() && (is_digit(heading[0]) || is_space(heading[0]) || heading[0] == '('))
    heading.remove_prefix(1);
  return heading;
}

}  // namespace

bool heads_clutter(std::string_view heading) {
  return heading.size() <= kLongestHeading && starts_with_any(heading, kClutterHeadings);
}

bool heads_comments(std::string_view heading) {
  if (heading.size() > kLongestHeading) return false;
  const std::string_view words = without_count(heading);
  for (const auto start :
       {"comment"sv, "leave a comment"sv, "leave a reply"sv, "join the conversation"sv,
        "join the discussion"sv, "readers' comments"sv, "reader comments"sv, "responses"sv,
        "discussion"sv, "have your say"sv})
    if (starts_ignoring_case(words, start)) return true;
  return false;
}

bool is_notice(std::string_view paragraph) {
  return paragraph.size() <= kLongestNotice && starts_with_any(paragraph, kNotices);
}

bool asks_for_subscription(std::string_view paragraph) {
  if (paragraph.size() > kLongestAppeal) return false;
  return std::ranges::any_of(kSubscription, [&](std::string_view words) {
    return find_ignoring_case(paragraph, words) != paragraph.npos;
  });
}

}  // namespace figured::feeds
