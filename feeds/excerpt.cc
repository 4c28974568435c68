#include "feeds/excerpt.h"

#include <algorithm>

#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

// In characters, where one that fills a square counts as two.
constexpr std::size_t kLongestCut = 500;         // that ends in the midst of a sentence
constexpr std::size_t kLongestEllipsis = 1'000;  // a longer text may like to end so
constexpr std::size_t kUsual = 500;              // the median of a feed of summaries
constexpr std::size_t kLongest = 1'500;          // its longest
constexpr std::size_t kFewTexts = 3;             // fewer show no habit
constexpr std::size_t kShortAlone = 300;
constexpr std::size_t kShortestCut = 60;  // a shorter text may be a caption

std::size_t length_of(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) != 0x80) length += byte >= 0xe3 && byte < 0xf0 ? 2 : 1;
  }
  return length;
}

// Behind the text of a summary WordPress names where it is from.
std::string_view without_source(std::string_view text) {
  const auto last = text.rfind("The post ");
  if (last == text.npos || text.size() - last > 400) return text;
  const std::string_view tail = text.substr(last);
  const bool source =
      tail.find("appeared first on") != tail.npos || tail.find("first appeared on") != tail.npos;
  return source ? trim(text.substr(0, last)) : text;
}

std::string_view without_arrows(std::string_view text) {
  for (;;) {
    const std::size_t before = text.size();
    text = trim(text);
    for (const std::string_view arrow : {"\xc2\xbb", "\xe2\x86\x92", "\xe2\x80\xba", ">", "]", ")"})
      if (text.ends_with(arrow)) text.remove_suffix(arrow.size());
    if (text.size() == before) return text;
  }
}

bool ends_in_ellipsis(std::string_view text) {
  const std::string_view words = without_arrows(text);
  return words.ends_with("\xe2\x80\xa6") || words.ends_with("...");
}

// The last line, or the last sentence of the last line.
bool ends_in_read_more(std::string_view text) {
  std::string_view words = without_arrows(text);
  while (words.ends_with('.')) words.remove_suffix(1);
  const auto line = words.find_last_of("\n.!?");
  if (line != words.npos && line + 1 < words.size()) words = trim(words.substr(line + 1));
  if (words.size() > 90) return false;
  for (const std::string_view start :
       {"read more", "read the full", "read the whole", "read the rest", "read full", "read on",
        "continue reading", "full story", "full article", "learn more", "more", "view article",
        "see more", "keep reading"})
    if (starts_ignoring_case(words, start) && (start != "more" || words.size() <= start.size()))
      return true;
  return false;
}

bool ends_a_sentence(std::string_view text) {
  for (;;) {
    const std::size_t before = text.size();
    for (const std::string_view closing :
         {"\"", "'", ")", "]", " ", "\xe2\x80\x9d", "\xe2\x80\x99", "\xc2\xbb"})
      if (text.ends_with(closing)) text.remove_suffix(closing.size());
    if (text.size() == before) break;
  }
  for (const std::string_view end :
       {".", "!", "?", ":", "\xe3\x80\x82", "\xef\xbc\x81", "\xef\xbc\x9f"})
    if (text.ends_with(end)) return true;
  return false;
}

ExcerptSign sign_of(std::string_view whole, std::size_t length) {
  const std::string_view text = without_source(trim(whole));
  if (text.empty()) return ExcerptSign::kNoText;
  if (length <= kLongestEllipsis && ends_in_ellipsis(text)) return ExcerptSign::kEllipsis;
  if (length <= kLongestEllipsis && ends_in_read_more(text)) return ExcerptSign::kReadMore;
  if (length >= kShortestCut && length < kLongestCut && !ends_a_sentence(text))
    return ExcerptSign::kCutShort;
  return ExcerptSign::kNone;
}

// How long a text of the feed may be to be held for a summary by its habit; 0 = it
// has none.
std::size_t longest_by_habit(std::vector<std::size_t> lengths) {
  if (lengths.size() < kFewTexts) return kShortAlone;
  std::ranges::sort(lengths);
  return lengths[lengths.size() / 2] < kUsual && lengths.back() < kLongest ? kLongest : 0;
}

}  // namespace

std::vector<ExcerptSign> find_excerpts(const std::vector<std::string_view>& texts) {
  std::vector<std::size_t> lengths;
  lengths.reserve(texts.size());
  for (const std::string_view text : texts) lengths.push_back(length_of(text));
  const std::size_t shorter = longest_by_habit(lengths);
  std::vector<ExcerptSign> signs;
  signs.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const ExcerptSign sign = sign_of(texts[i], lengths[i]);
    const bool by_habit = sign == ExcerptSign::kNone && lengths[i] < shorter;
    signs.push_back(by_habit ? ExcerptSign::kShort : sign);
  }
  return signs;
}

}  // namespace figured::feeds
