#include "feeds/page/main_text.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

#include "feeds/page/notice_words.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

constexpr std::uint32_t kProse = 80;      // letters: as long as this a block is prose
constexpr std::uint32_t kSentence = 20;   // ... or this, where it ends like a sentence
constexpr double kMostlyLinks = 0.5;      // the share of letters in links from which it is a menu
constexpr double kScrapCost = 8;          // of a short block that is no sentence
constexpr double kNearlyAll = 0.85;       // of an element's worth, for the one within it
constexpr double kNearlyAllMarked = 0.5;  // where that is marked as the article
constexpr std::size_t kRepeated = 40;     // letters: a block so long is not said twice

// Behind quotes and brackets stands a sign that ends sentences.
bool ends_like_a_sentence(std::string_view text) {
  for (;;) {
    const std::size_t before = text.size();
    for (const std::string_view closing :
         {"\"", "'", ")", "]", "\xe2\x80\x9d", "\xe2\x80\x99", "\xc2\xbb", "\xe3\x80\x8d"})
      if (text.ends_with(closing)) text.remove_suffix(closing.size());
    if (text.size() == before) break;
  }
  for (const std::string_view end : {".", "!", "?", ":", ";", "\xe2\x80\xa6", "\xe3\x80\x82",
                                     "\xef\xbc\x81", "\xef\xbc\x9f", "\xd8\x9f", "\xe0\xa5\xa4"})
    if (text.ends_with(end)) return true;
  return false;
}

double link_share(const PageBlock& block) {
  return block.letters == 0 ? 0 : static_cast<double>(block.in_links) / block.letters;
}

bool is_prose(const PageBlock& block) {
  if (link_share(block) > kMostlyLinks) return false;
  return block.letters >= kProse ||
         (block.letters >= kSentence && ends_like_a_sentence(block.text));
}

// Sums over the blocks of an element, each had at once.
template <typename Number>
class BlockSums {
 public:
  template <typename Of>
  BlockSums(const PageTree& page, Of of) : before_(page.blocks.size() + 1) {
    for (std::size_t i = 0; i < page.blocks.size(); ++i) before_[i + 1] = before_[i] + of(i);
  }
  Number in(const PageElement& element) const {
    return before_[element.end_block] - before_[element.first_block];
  }

 private:
  std::vector<Number> before_;
};

// Which elements are clutter, and what the others are worth.
class Chooser {
 public:
  Chooser(const PageTree& page, bool live)
      : page_(page),
        live_(live),
        clutter_(find_clutter(page)),
        worth_(page, [this](std::size_t i) { return worth(i); }) {}

  std::uint32_t choose() const {
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < page_.elements.size(); ++i)
      if (!clutter_[i] && sum(i) > sum(best)) best = i;
    if (const auto body = marked_body(best)) return one_article(*body);
    return one_article(innermost(best));
  }

  bool is_clutter(const PageBlock& block) const { return clutter_[block.element]; }

 private:
  double sum(std::uint32_t element) const { return worth_.in(page_.elements[element]); }

  // An element is clutter with all that is in it.  One that seems to be but holds
  // most of the page's prose is misnamed ("content-with-sidebar").
  static std::vector<bool> find_clutter(const PageTree& page) {
    const BlockSums<std::size_t> prose(page, [&](std::size_t i) -> std::size_t {
      return is_prose(page.blocks[i]) ? page.blocks[i].letters : 0;
    });
    const std::size_t all = prose.in(page.elements[0]);
    std::vector<bool> clutter(page.elements.size());
    for (std::size_t i = 1; i < clutter.size(); ++i) {
      const PageElement& e = page.elements[i];
      clutter[i] = clutter[e.parent] || is_cluttering(e.hint, 2 * prose.in(e) > all);
    }
    return clutter;
  }

  static bool is_cluttering(PageHint hint, bool most_prose) {
    switch (hint) {
      case PageHint::kComments:
      case PageHint::kHidden:
      case PageHint::kCaption:
        return true;
      case PageHint::kClutter:
      case PageHint::kPaywall:
        return !most_prose;
      default:
        return false;
    }
  }

  double worth(std::size_t index) const {
    const PageBlock& block = page_.blocks[index];
    if (is_clutter(block)) return 0;
    const PageTag tag = page_.elements[block.element].tag;
    if (tag == PageTag::kHeading || tag == PageTag::kCell)
      return is_prose(block) ? block.letters : 0;
    if (link_share(block) > kMostlyLinks) return -0.5 * block.letters;
    if (!is_prose(block)) return -kScrapCost;
    return block.letters * (1 - link_share(block));
  }

  bool is_marked(const PageElement& element) const {
    return element.hint == PageHint::kBody || element.tag == PageTag::kArticle ||
           element.tag == PageTag::kMain;
  }

  // The one element that is marked as the article's text; several are parts of it.
  std::optional<std::uint32_t> marked_body(std::uint32_t best) const {
    std::optional<std::uint32_t> first;
    double others = 0;
    for (std::uint32_t i = 1; i < page_.elements.size(); ++i) {
      if (page_.elements[i].hint != PageHint::kBody || clutter_[i] || sum(i) <= 0) continue;
      if (first && i < page_.elements[*first].end) {
        // A part that holds the whole text is a better mark than what is around it.
        if (sum(i) >= sum(*first)) first = i;
      } else if (!first || sum(i) > sum(*first)) {
        others += first ? sum(*first) : 0;
        first = i;
      } else {
        others += sum(i);
      }
    }
    const bool enough = first && sum(*first) >= 0.3 * sum(best) && others < 0.25 * sum(*first);
    return enough ? first : std::nullopt;
  }

  std::uint32_t innermost(std::uint32_t element) const {
    for (;;) {
      const PageElement& outer = page_.elements[element];
      std::uint32_t next = element;
      for (std::uint32_t child = element + 1; child < outer.end;
           child = page_.elements[child].end) {
        const double least = is_marked(page_.elements[child]) ? kNearlyAllMarked : kNearlyAll;
        if (!clutter_[child] && sum(child) > 0 && sum(child) >= least * sum(element)) next = child;
      }
      if (next == element || page_.elements[next].tag == PageTag::kParagraph) return element;
      element = next;
    }
  }

  // Where the page goes on with other articles, the one with the main heading;
  // the entries of a live blog belong together.
  std::uint32_t one_article(std::uint32_t element) const {
    if (live_) return element;
    std::uint32_t articles = 0;
    std::uint32_t headed = element;
    const PageElement& outer = page_.elements[element];
    for (std::uint32_t i = element + 1; i < outer.end;) {
      const PageElement& inner = page_.elements[i];
      const bool counts = inner.tag == PageTag::kArticle && sum(i) > 0.1 * sum(element);
      if (counts && inner.hint == PageHint::kLive) return element;
      if (counts && ++articles && headed == element && has_main_heading(i)) headed = i;
      i = counts ? inner.end : i + 1;
    }
    return articles > 1 ? headed : element;
  }

  bool has_main_heading(std::uint32_t element) const {
    const PageElement& outer = page_.elements[element];
    for (std::uint32_t i = element + 1; i < outer.end; ++i)
      if (page_.elements[i].level == 1) return true;
    return false;
  }

  const PageTree& page_;
  const bool live_;
  const std::vector<bool> clutter_;  // by element
  const BlockSums<double> worth_;
};

// Takes the chosen element's blocks that are the article's.
class Collector {
 public:
  Collector(const PageTree& page, const Chooser& chooser, std::uint32_t root)
      : page_(page),
        chooser_(chooser),
        root_(root),
        letters_(page, [&](std::size_t i) { return std::size_t{page.blocks[i].letters}; }) {}

  MainText collect() {
    const PageElement& root = page_.elements[root_];
    std::uint32_t i = root.first_block;
    while (i < root.end_block) i = take(i);
    return write();
  }

 private:
  struct Line {
    std::string text;
    std::size_t letters;
    bool prose;
    bool heading;
  };

  // Takes what begins with the block, and returns where to go on.
  std::uint32_t take(std::uint32_t i) {
    const PageBlock& block = page_.blocks[i];
    const PageElement& element = page_.elements[block.element];
    if (chooser_.is_clutter(block)) return i + 1;
    if (element.tag == PageTag::kHeading || is_heading_like(block)) {
      if (heads_comments(block.text)) return behind_comments(block);
      if (heads_clutter(block.text)) return behind_clutter(i);
    }
    if (const auto row = row_of(block.element)) return take_row(i, *row);
    if (asks_for_subscription(block.text)) {
      paywall_ = true;
    } else if (belongs(block)) {
      add(block.text, block.letters, is_prose(block), element.tag == PageTag::kHeading);
    }
    return i + 1;
  }

  // "Related" may stand in bold as well.
  static bool is_heading_like(const PageBlock& block) { return block.letters < kSentence; }

  static bool belongs(const PageBlock& block) {
    return link_share(block) <= kMostlyLinks && !is_notice(block.text) && !is_clock(block.text);
  }

  // The time of an entry, the number of a slide.
  static bool is_clock(std::string_view text) {
    return text.size() <= 12 && std::ranges::none_of(text, [](char c) {
             return is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
           });
  }

  // What readers wrote goes to the end of what the heading stands in; in the
  // article itself, to its end.
  std::uint32_t behind_comments(const PageBlock& heading) const {
    return container(heading).end_block;
  }

  // A box of its own goes with its heading.  In the midst of the article only what
  // does not look like it.
  std::uint32_t behind_clutter(std::uint32_t i) const {
    const PageElement& box = container(page_.blocks[i]);
    const PageElement& root = page_.elements[root_];
    if (box.end_block < root.end_block || box.first_block > root.first_block) {
      if (letters_.in(box)*2 < letters_.in(root)) return box.end_block;
    }
    std::uint32_t next = i + 1;
    while (next < root.end_block && !resumes(page_.blocks[next])) ++next;
    return next;
  }

  bool resumes(const PageBlock& block) const {
    const PageTag tag = page_.elements[block.element].tag;
    if (tag == PageTag::kHeading) return !heads_clutter(block.text);
    return is_prose(block) && tag != PageTag::kListItem && link_share(block) < 0.3;
  }

  // What the heading stands in; one that wraps nothing but the heading is not meant.
  const PageElement& container(const PageBlock& heading) const {
    std::uint32_t at = heading.element;
    while (at != root_ && page_.elements[at].end_block - page_.elements[at].first_block <= 1)
      at = page_.elements[at].parent;
    return page_.elements[at];
  }

  // The row of a table in which the element stands, unless its cells hold prose:
  // then the table is a layout.
  std::optional<std::uint32_t> row_of(std::uint32_t element) {
    while (element > root_ && page_.elements[element].tag != PageTag::kRow)
      element = page_.elements[element].parent;
    if (element <= root_) return std::nullopt;
    if (element != row_) {
      row_ = element;
      row_is_data_ = holds_data(page_.elements[element]);
    }
    return row_is_data_ ? std::optional(element) : std::nullopt;
  }

  bool holds_data(const PageElement& row) const {
    return std::all_of(page_.blocks.begin() + row.first_block, page_.blocks.begin() + row.end_block,
                       [](const PageBlock& cell) { return cell.letters < 2 * kProse; });
  }

  // A row of a table of data is a line: "Killed 31 42".
  std::uint32_t take_row(std::uint32_t i, std::uint32_t index) {
    const PageElement& row = page_.elements[index];
    std::string text;
    std::size_t letters = 0;
    std::size_t in_links = 0;
    for (; i < row.end_block; ++i) {
      const PageBlock& cell = page_.blocks[i];
      if (chooser_.is_clutter(cell)) continue;
      text += (text.empty() ? "" : " ") + cell.text;
      letters += cell.letters;
      in_links += cell.in_links;
    }
    if (letters > 0 && 2 * in_links <= letters && !is_notice(text))
      add(text, letters, false, false);
    return row.end_block;
  }

  void add(const std::string& text, std::size_t letters, bool prose, bool heading) {
    // Pages for small screens hold some paragraphs twice.
    if (letters >= kRepeated && !said_.insert(text).second) return;
    lines_.push_back({text, letters, prose, heading});
  }

  // Scraps at both ends are datelines, tags, counts of shares; so are headings
  // under which nothing stands.
  MainText write() const {
    MainText main;
    main.paywall = paywall_;
    const auto is_prose_line = [](const Line& line) { return line.prose; };
    const auto first = std::ranges::find_if(lines_, is_prose_line);
    const auto last = std::find_if(lines_.rbegin(), lines_.rend(), is_prose_line).base();
    const auto end = tail_of_data(last);
    for (auto line = first; line < end; ++line) {
      const bool followed = line + 1 < end && !(line + 1)->heading;
      if (line->heading && !followed) continue;
      main.text += (main.text.empty() ? "" : "\n") + line->text;
      main.letters += line->letters;
    }
    return main;
  }

  // A table or a list that ends the article holds figures.
  std::vector<Line>::const_iterator tail_of_data(std::vector<Line>::const_iterator last) const {
    auto end = last;
    for (auto line = last; line != lines_.end(); ++line) {
      const bool data = std::ranges::any_of(line->text, is_digit) && line->letters >= 8;
      if (!data && !line->heading) break;
      if (data) end = line + 1;
    }
    return end;
  }

  const PageTree& page_;
  const Chooser& chooser_;
  const std::uint32_t root_;
  const BlockSums<std::size_t> letters_;
  std::uint32_t row_ = 0;  // looked at last
  bool row_is_data_ = false;
  std::vector<Line> lines_;
  std::unordered_set<std::string> said_;
  bool paywall_ = false;
};

// A notice that asks for money stands in an element of its own, or anywhere.
bool shows_paywall(const PageTree& page) {
  for (const PageBlock& block : page.blocks)
    if (asks_for_subscription(block.text)) return true;
  return false;
}

}  // namespace

MainText find_main_text(const PageTree& page, bool live) {
  if (page.blocks.empty()) return {};
  const Chooser chooser(page, live);
  MainText main = Collector(page, chooser, chooser.choose()).collect();
  main.paywall = main.paywall || shows_paywall(page);
  return main;
}

}  // namespace figured::feeds
