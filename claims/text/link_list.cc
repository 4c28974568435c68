// links   = link | heading { headline }
// link    = cue [words] ":" words            without a full stop at its end
// heading = cue [words] ":"
// cue     = "related" | "recommended" | "see also" | "also read" | "read also"
//         | ("read"|"see") "more" | "more" [("on"|"from"|"coverage")]
#include "claims/text/link_list.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "claims/text/sentence_view.h"

namespace figured::claims {
namespace {

constexpr int kHeadingReach = 10;   // tokens up to the colon
constexpr int kHeadlineReach = 24;  // tokens of a headline
constexpr int kMostHeadlines = 8;

// The token behind the cue that a line begins with; the line's first when none does.
int after_cue(const SentenceView& s) {
  static constexpr WordList kCues = {"related", "recommended", "see", "also", "read", "more"};
  const int first = s.first();
  if (!s.is_one_of(first, kCues)) return first;
  const auto pair = [&](std::string_view one, std::string_view two) {
    return s.lower_is(first, one) && s.lower_is(first + 1, two);
  };
  if (s.lower_is(first, "related") || s.lower_is(first, "recommended")) return first + 1;
  if (pair("see", "also") || pair("also", "read") || pair("read", "also") || pair("read", "more") ||
      pair("see", "more") || pair("more", "on") || pair("more", "from") || pair("more", "coverage"))
    return first + 2;
  return s.lower_is(first, "more") && s.at(first + 1).text == ":" ? first + 1 : first;
}

// The colon of a line that begins with a cue; -1 when there is none.
int colon_of(const SentenceView& s) {
  const int begin = after_cue(s);
  if (begin == s.first()) return -1;
  for (int i = begin; i < begin + kHeadingReach && s.has(i); ++i) {
    if (s.at(i).text == ":") return i;
    if (s.at(i).text == "." || s.is_kind(i, TokenKind::kNumber)) return -1;
  }
  return -1;
}

bool ends_with_stop(const SentenceView& s) {
  int last = s.last() - 1;
  while (s.is_kind(last, TokenKind::kQuote)) --last;
  return s.at(last).text == ".";
}

// Lines, each by its sentences [first, last).
class Links {
 public:
  explicit Links(const Tokens& text) : text_(text) {}

  std::vector<bool> run() {
    for (std::size_t first = 0; first < text_.sentences.size(); first = end_of(first)) read(first);
    return std::move(links_);
  }

 private:
  SentenceView view(std::size_t i) const { return SentenceView(text_, text_.sentences[i]); }

  std::size_t end_of(std::size_t first) const {
    std::size_t last = first + 1;
    while (last < text_.sentences.size() &&
           text_.sentences[last].paragraph == text_.sentences[first].paragraph)
      ++last;
    return last;
  }

  void read(std::size_t first) {
    const SentenceView s = view(first);
    const std::size_t end = end_of(first);
    const int colon = colon_of(s);
    if (colon < 0) return;
    const bool heading = colon + 1 >= s.last() && end == first + 1;
    if (!heading && !ends_with_stop(view(end - 1))) return mark(first, end);
    if (heading) mark_headlines(end);
  }

  void mark_headlines(std::size_t first) {
    for (int line = 0; line < kMostHeadlines && first < text_.sentences.size(); ++line) {
      const std::size_t end = end_of(first);
      const SentenceView s = view(end - 1);
      if (ends_with_stop(s) || s.last() - view(first).first() > kHeadlineReach) return;
      mark(first, end);
      first = end;
    }
  }

  void mark(std::size_t first, std::size_t end) {
    links_.resize(text_.sentences.size());
    for (std::size_t i = first; i < end; ++i) links_[i] = true;
  }

  const Tokens& text_;
  std::vector<bool> links_;  // empty while there is none
};

}  // namespace

std::vector<bool> find_links(const Tokens& text) { return Links(text).run(); }

}  // namespace figured::claims
