// The words are those that publishers and their content systems use; they were
// gathered from the markup conventions of schema.org, WordPress, Drupal, the
// Guardian's and the BBC's public front ends and IAB's consent dialogs.
#include "feeds/page/page_hint.h"

#include <algorithm>
#include <array>
#include <string>

#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

using namespace std::string_view_literals;

struct HintWord {
  std::string_view word;
  PageHint hint;
};

using enum PageHint;

// Sorted by word.
constexpr HintWord kWords[] = {
    {"ad", kClutter},
    {"ads", kClutter},
    {"adslot", kClutter},
    {"advert", kClutter},
    {"advertisement", kClutter},
    {"advertising", kClutter},
    {"adwrapper", kClutter},
    {"articlebody", kBody},
    {"banner", kClutter},
    {"bio", kClutter},
    {"breadcrumb", kClutter},
    {"breadcrumbs", kClutter},
    {"byline", kClutter},
    {"caption", kCaption},
    {"captions", kCaption},
    {"carousel", kCaption},
    {"comment", kComments},
    {"commentlist", kComments},
    {"comments", kComments},
    {"consent", kClutter},
    {"cookie", kClutter},
    {"cookies", kClutter},
    {"copyright", kClutter},
    {"credit", kCaption},
    {"disclaimer", kClutter},
    {"disqus", kComments},
    {"dropdown", kClutter},
    {"figcaption", kCaption},
    {"follow", kClutter},
    {"footer", kClutter},
    {"gallery", kCaption},
    {"gdpr", kClutter},
    {"keywords", kClutter},
    {"liveblog", kLive},
    {"login", kPaywall},
    {"masthead", kClutter},
    {"menu", kClutter},
    {"modal", kClutter},
    {"mostread", kClutter},
    {"nav", kClutter},
    {"navbar", kClutter},
    {"navigation", kClutter},
    {"newsletter", kClutter},
    {"newsletters", kClutter},
    {"outbrain", kClutter},
    {"overlay", kClutter},
    {"pager", kClutter},
    {"pagination", kClutter},
    {"paywall", kPaywall},
    {"piano", kPaywall},
    {"popular", kClutter},
    {"popup", kClutter},
    {"promo", kClutter},
    {"promos", kClutter},
    {"promoted", kClutter},
    {"rating", kClutter},
    {"recirc", kClutter},
    {"recirculation", kClutter},
    {"recommendations", kClutter},
    {"recommended", kClutter},
    {"regwall", kPaywall},
    {"related", kClutter},
    {"replies", kComments},
    {"respond", kComments},
    {"share", kClutter},
    {"sharebar", kClutter},
    {"sharing", kClutter},
    {"sidebar", kClutter},
    {"signup", kClutter},
    {"slideshow", kCaption},
    {"social", kClutter},
    {"sponsor", kClutter},
    {"sponsored", kClutter},
    {"storybody", kBody},
    {"subscribe", kPaywall},
    {"subscription", kPaywall},
    {"taboola", kClutter},
    {"taglist", kClutter},
    {"tags", kClutter},
    {"teaser", kClutter},
    {"teasers", kClutter},
    {"timestamp", kClutter},
    {"toolbar", kClutter},
    {"topics", kClutter},
    {"trending", kClutter},
    {"widget", kClutter},
};

// Two words, one behind the other.  Sorted.
struct HintPair {
  std::string_view first;
  std::string_view second;
  PageHint hint;
};
constexpr HintPair kPairs[] = {
    {"also", "like", kClutter},      {"also", "read", kClutter},    {"article", "body", kBody},
    {"article", "content", kBody},   {"article", "text", kBody},    {"body", "content", kBody},
    {"body", "text", kBody},         {"content", "body", kBody},    {"content", "gate", kPaywall},
    {"content", "text", kBody},      {"entry", "content", kBody},   {"live", "blog", kLive},
    {"live", "entry", kLive},        {"live", "feed", kLive},       {"live", "post", kLive},
    {"live", "posts", kLive},        {"live", "update", kLive},     {"live", "updates", kLive},
    {"more", "from", kClutter},      {"more", "news", kClutter},    {"more", "on", kClutter},
    {"more", "stories", kClutter},   {"most", "popular", kClutter}, {"most", "read", kClutter},
    {"most", "viewed", kClutter},    {"news", "text", kBody},       {"post", "body", kBody},
    {"post", "content", kBody},      {"post", "text", kBody},       {"read", "more", kClutter},
    {"read", "next", kClutter},      {"rich", "text", kBody},       {"screen", "reader", kHidden},
    {"see", "also", kClutter},       {"sign", "in", kPaywall},      {"sign", "up", kClutter},
    {"skip", "link", kHidden},       {"sr", "only", kHidden},       {"story", "body", kBody},
    {"story", "content", kBody},     {"story", "text", kBody},      {"up", "next", kClutter},
    {"visually", "hidden", kHidden}, {"you", "may", kClutter},
};

constexpr auto by_pair = [](const HintPair& a, const HintPair& b) {
  return a.first != b.first ? a.first < b.first : a.second < b.second;
};
static_assert(std::ranges::is_sorted(kWords, {}, &HintWord::word));
static_assert(std::ranges::is_sorted(kPairs, by_pair));

// Words after which a name says what is not there, or what it looks like only.
constexpr std::string_view kQualifiers[] = {"has",  "hide", "is",     "js",     "no",
                                            "non",  "not",  "on",     "single", "theme",
                                            "when", "with", "without"};
static_assert(std::ranges::is_sorted(kQualifiers));

PageHint hint_of_word(std::string_view word) {
  const auto found = std::ranges::lower_bound(kWords, word, {}, &HintWord::word);
  return found != std::end(kWords) && found->word == word ? found->hint : kNone;
}

PageHint hint_of_pair(std::string_view first, std::string_view second) {
  const HintPair asked{first, second, kNone};
  const auto found = std::ranges::lower_bound(kPairs, asked, by_pair);
  const bool same = found != std::end(kPairs) && found->first == first && found->second == second;
  return same ? found->hint : kNone;
}

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Takes the first word off: letters up to another sign, or to where "fooBar" humps.
std::string_view take_word(std::string_view& names) {
  while (!names.empty() && !is_letter(names[0])) names.remove_prefix(1);
  std::size_t length = 0;
  while (length < names.size() && is_letter(names[length]) &&
         !(length > 0 && is_upper(names[length]) && !is_upper(names[length - 1])))
    ++length;
  const std::string_view word = names.substr(0, length);
  names.remove_prefix(length);
  return word;
}

// Lower case in a buffer; longer words say nothing.
class LowWord {
 public:
  explicit LowWord(std::string_view word) : size_(word.size() > kMost ? 0 : word.size()) {
    for (std::size_t i = 0; i < size_; ++i) letters_[i] = lower(word[i]);
  }
  std::string_view view() const { return {letters_.data(), size_}; }

 private:
  static constexpr std::size_t kMost = 24;
  std::array<char, kMost> letters_{};
  std::size_t size_;
};

// In one name the last word tells most: "story-body__related" is related to it.
PageHint hint_of_name(std::string_view name) {
  PageHint hint = kNone;
  LowWord before("");
  for (int words = 0; !name.empty() && words < 12; ++words) {
    const LowWord word(take_word(name));
    if (word.view().empty()) continue;
    const bool counts = !std::ranges::binary_search(kQualifiers, before.view());
    const PageHint single = counts ? hint_of_word(word.view()) : kNone;
    const PageHint pair = hint_of_pair(before.view(), word.view());
    if (single != kNone || pair != kNone) hint = stronger_hint(single, pair);
    before = word;
  }
  return hint;
}

int rank(PageHint hint) {
  switch (hint) {
    case kNone:
      return 0;
    case kClutter:
      return 1;
    case kCaption:
      return 2;
    case kPaywall:
      return 3;
    case kComments:
      return 4;
    case kLive:
      return 5;
    case kBody:
      return 6;
    case kHidden:
      return 7;
  }
  return 0;
}

bool hides(std::string_view style) {
  for (const auto what : {"display:none"sv, "display: none"sv, "visibility:hidden"sv})
    if (find_ignoring_case(style, what) != style.npos) return true;
  return false;
}

PageHint hint_of_role(std::string_view role) {
  for (const auto clutter : {"navigation"sv, "complementary"sv, "contentinfo"sv, "banner"sv,
                             "search"sv, "dialog"sv, "alertdialog"sv, "menu"sv, "toolbar"sv})
    if (equal_ignoring_case(role, clutter)) return kClutter;
  return kNone;
}

}  // namespace

PageHint hint_of_names(std::string_view names) {
  PageHint hint = kNone;
  // An element has seldom more; what follows says nothing new.
  for (int count = 0; !names.empty() && count < 32; ++count) {
    const std::string_view name = names.substr(0, names.find_first_of(kAsciiSpace));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    hint = stronger_hint(hint, hint_of_name(name));
  }
  return hint;
}

PageHint hint_of_attribute(const HintedAttribute& attribute) {
  const auto& [name, value] = attribute;
  if (name == "class" || name == "id") return hint_of_names(value);
  if (name == "hidden") return kHidden;
  if (name == "style") return hides(value) ? kHidden : kNone;
  if (name == "aria-hidden") return equal_ignoring_case(value, "true") ? kHidden : kNone;
  if (name == "role") return hint_of_role(value);
  if (name == "itemprop")
    return find_ignoring_case(value, "articlebody") != value.npos ? kBody
           : equal_ignoring_case(value, "comment")                ? kComments
                                                                  : kNone;
  if (name == "itemtype") return value.ends_with("/Comment") ? kComments : kNone;
  return kNone;
}

PageHint stronger_hint(PageHint a, PageHint b) { return rank(b) > rank(a) ? b : a; }

}  // namespace figured::feeds
