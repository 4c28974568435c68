#include "feeds/page/page_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

#include "feeds/charset.h"
#include "feeds/page/page_guard.h"
#include "feeds/plain_text.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

constexpr std::size_t kDeepest = 400;            // elements in each other
constexpr std::size_t kMostBlocks = 200'000;     // later ones are left out
constexpr std::size_t kLongestJsonLd = 2 << 20;  // of one script

enum class Kind : std::uint8_t {
  kInline,
  kLink,
  kBreak,    // parts text, holds none
  kParts,    // parts the text in it from the text around
  kSkipped,  // with all that stands in it
};

struct TagRule {
  std::string_view name;
  Kind kind;
  PageTag tag = PageTag::kBlock;
  PageHint hint = PageHint::kNone;
};

// Sorted.  What is not here is inline.
constexpr TagRule kRules[] = {
    {"a", Kind::kLink},
    {"address", Kind::kParts, PageTag::kBlock, PageHint::kClutter},
    {"amp-ad", Kind::kSkipped},
    {"amp-sidebar", Kind::kSkipped},
    {"applet", Kind::kSkipped},
    {"article", Kind::kParts, PageTag::kArticle},
    {"aside", Kind::kParts, PageTag::kBlock, PageHint::kClutter},
    {"audio", Kind::kSkipped},
    {"blockquote", Kind::kParts, PageTag::kQuote},
    {"body", Kind::kParts},
    {"br", Kind::kBreak},
    {"button", Kind::kSkipped},
    {"canvas", Kind::kSkipped},
    {"caption", Kind::kParts},
    {"center", Kind::kParts},
    {"datalist", Kind::kSkipped},
    {"dd", Kind::kParts, PageTag::kListItem},
    {"details", Kind::kParts},
    {"dialog", Kind::kSkipped},
    {"div", Kind::kParts},
    {"dl", Kind::kParts},
    {"dt", Kind::kParts, PageTag::kListItem},
    {"fieldset", Kind::kParts},
    {"figcaption", Kind::kParts, PageTag::kBlock, PageHint::kCaption},
    {"figure", Kind::kParts},
    {"footer", Kind::kParts, PageTag::kBlock, PageHint::kClutter},
    {"form", Kind::kParts},
    {"h1", Kind::kParts, PageTag::kHeading},
    {"h2", Kind::kParts, PageTag::kHeading},
    {"h3", Kind::kParts, PageTag::kHeading},
    {"h4", Kind::kParts, PageTag::kHeading},
    {"h5", Kind::kParts, PageTag::kHeading},
    {"h6", Kind::kParts, PageTag::kHeading},
    {"header", Kind::kParts},
    {"hr", Kind::kBreak},
    {"iframe", Kind::kSkipped},
    {"legend", Kind::kParts},
    {"li", Kind::kParts, PageTag::kListItem},
    {"main", Kind::kParts, PageTag::kMain},
    {"menu", Kind::kParts},
    {"nav", Kind::kParts, PageTag::kBlock, PageHint::kClutter},
    {"noscript", Kind::kSkipped},
    {"object", Kind::kSkipped},
    {"ol", Kind::kParts},
    {"option", Kind::kSkipped},
    {"p", Kind::kParts, PageTag::kParagraph},
    {"picture", Kind::kSkipped},
    {"pre", Kind::kParts, PageTag::kParagraph},
    {"script", Kind::kSkipped},
    {"section", Kind::kParts},
    {"select", Kind::kSkipped},
    {"style", Kind::kSkipped},
    {"summary", Kind::kParts},
    {"svg", Kind::kSkipped},
    {"table", Kind::kParts},
    {"tbody", Kind::kParts},
    {"td", Kind::kParts, PageTag::kCell},
    {"template", Kind::kSkipped},
    {"textarea", Kind::kSkipped},
    {"tfoot", Kind::kParts},
    {"th", Kind::kParts, PageTag::kCell},
    {"thead", Kind::kParts},
    {"tr", Kind::kParts, PageTag::kRow},
    {"ul", Kind::kParts},
    {"video", Kind::kSkipped},
};
static_assert(std::ranges::is_sorted(kRules, {}, &TagRule::name));

constexpr TagRule kInlineRule{"", Kind::kInline};

const TagRule& rule_of(std::string_view name) {
  const auto found = std::ranges::lower_bound(kRules, name, {}, &TagRule::name);
  return found != std::end(kRules) && found->name == name ? *found : kInlineRule;
}

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// The attributes of a start tag, as libxml2 hands them over.
class Attributes {
 public:
  explicit Attributes(const xmlChar** pairs) : pairs_(pairs) {}

  std::string_view value(std::string_view name) const {
    for (const xmlChar** at = pairs_; at && at[0]; at += 2)
      if (view(at[0]) == name) return view(at[1]);
    return {};
  }
  bool has(std::string_view name) const {
    for (const xmlChar** at = pairs_; at && at[0]; at += 2)
      if (view(at[0]) == name) return true;
    return false;
  }
  PageHint hint() const {
    PageHint hint = PageHint::kNone;
    for (const xmlChar** at = pairs_; at && at[0]; at += 2)
      hint = stronger_hint(hint, hint_of_attribute({view(at[0]), view(at[1])}));
    return hint;
  }

 private:
  const xmlChar** pairs_;
};

bool holds_word(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const auto one = list.substr(0, list.find_first_of(kAsciiSpace));
    if (equal_ignoring_case(one, word)) return true;
    list.remove_prefix(std::min(list.size(), one.size() + 1));
  }
  return false;
}

// Letters and digits of a text, where one that fills a square counts as two.
std::uint32_t count_letters(std::string_view text) {
  std::uint32_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_letter(c) || is_digit(c) || byte >= 0xc3) count += byte >= 0xe3 && byte < 0xf0 ? 2 : 1;
  }
  return count;
}

// Takes the parser's events and builds the tree.
class Builder {
 public:
  Builder() {
    tree_.elements.emplace_back();
    open_.push_back({Kind::kParts, 0, false, false});
  }

  // False where the page is to be read no further.
  bool start(std::string_view name, const Attributes& attributes) {
    if (open_.size() >= kDeepest || tree_.blocks.size() >= kMostBlocks) {
      tree_.cut = true;
      return false;
    }
    TagRule rule = rule_of(name);
    if (skipped_ == 0) note(name, attributes);
    const PageHint hint = stronger_hint(rule.hint, attributes.hint());
    // The wrapping of all is not hidden for good: a script shows it.
    const bool outer = name == "body" || name == "html";
    if (hint == PageHint::kHidden && !outer && rule.kind != Kind::kBreak)
      rule.kind = Kind::kSkipped;
    open(rule, name, outer ? PageHint::kNone : hint);
    if (rule.kind == Kind::kSkipped && name == "script") begin_script(attributes);
    if (name == "title" && tree_.title.empty() && skipped_ == 0) in_title_ = true;
    if (skipped_ == 0 && byline_depth_ == 0 && is_byline(attributes)) byline_depth_ = open_.size();
    return true;
  }

  void end() {
    // The parser ends what it began, and nothing else.
    if (open_.size() <= 1) return;
    if (byline_depth_ == open_.size()) byline_depth_ = 0;
    const Open last = open_.back();
    if (last.kind == Kind::kParts || last.kind == Kind::kBreak) flush();
    if (last.owns_element) close(last.element);
    if (last.is_title) in_title_ = false;
    open_.pop_back();
    links_ -= last.kind == Kind::kLink;
    skipped_ -= last.kind == Kind::kSkipped;
    if (in_json_ld_ && skipped_ == 0) end_script();
  }

  void characters(std::string_view text) {
    if (in_json_ld_) {
      if (script_.size() + text.size() <= kLongestJsonLd) script_ += text;
    } else if (in_title_) {
      if (tree_.title.size() < kLongestTitle) tree_.title += text;
    } else if (skipped_ == 0) {
      text_ += text;
      if (links_ > 0) in_links_ += count_letters(text);
      if (byline_depth_ > 0 && tree_.byline.size() < kLongestTitle) tree_.byline += text;
    }
  }

  PageTree finish() {
    while (open_.size() > 1) end();
    flush();
    close(0);
    tree_.title = collapse_space(tree_.title);
    tree_.byline = collapse_space(tree_.byline);
    return std::move(tree_);
  }

 private:
  static constexpr std::size_t kLongestTitle = 1'000;

  struct Open {
    Kind kind;
    std::uint32_t element;  // the innermost from here on
    bool owns_element;
    bool is_title;
  };

  void open(const TagRule& rule, std::string_view name, PageHint hint) {
    if (rule.kind == Kind::kParts || rule.kind == Kind::kBreak) flush();
    Open next{rule.kind, open_.back().element, false, name == "title"};
    if (rule.kind == Kind::kParts && skipped_ == 0) {
      next.element = add_element(rule, name, hint);
      next.owns_element = true;
    } else if (rule.kind == Kind::kInline && is_telling(hint) && skipped_ == 0) {
      // A <span class="caption"> is told apart as a <div> would be.
      flush();
      next.kind = Kind::kParts;
      next.element = add_element({"", Kind::kParts, PageTag::kBlock}, name, hint);
      next.owns_element = true;
    }
    skipped_ += rule.kind == Kind::kSkipped;
    links_ += rule.kind == Kind::kLink;
    open_.push_back(next);
  }

  static bool is_telling(PageHint hint) {
    return hint == PageHint::kCaption || hint == PageHint::kPaywall || hint == PageHint::kComments;
  }

  std::uint32_t add_element(const TagRule& rule, std::string_view name, PageHint hint) {
    const auto index = static_cast<std::uint32_t>(tree_.elements.size());
    PageElement& element = tree_.elements.emplace_back();
    element.tag = rule.tag;
    element.hint = allowed_hint(rule.tag, hint);
    if (rule.tag == PageTag::kHeading) element.level = static_cast<std::uint8_t>(name[1] - '0');
    element.parent = open_.back().element;
    element.first_block = static_cast<std::uint32_t>(tree_.blocks.size());
    return index;
  }

  // What an <article> is called ("comments-open") tells of all the page.
  static PageHint allowed_hint(PageTag tag, PageHint hint) {
    const bool whole = tag == PageTag::kArticle || tag == PageTag::kMain;
    const bool misled =
        hint == PageHint::kComments || hint == PageHint::kPaywall || hint == PageHint::kCaption;
    return whole && misled ? PageHint::kNone : hint;
  }

  void close(std::uint32_t index) {
    PageElement& element = tree_.elements[index];
    element.end_block = static_cast<std::uint32_t>(tree_.blocks.size());
    element.end = static_cast<std::uint32_t>(tree_.elements.size());
  }

  void flush() {
    if (text_.empty()) return;
    PageBlock block;
    block.text = collapse_space(text_);
    std::ranges::replace(block.text, '\n', ' ');
    text_.clear();
    const auto in_links = std::exchange(in_links_, 0);
    if (block.text.empty()) return;
    mend_c1_controls(block.text);
    block.element = open_.back().element;
    block.letters = count_letters(block.text);
    block.in_links = std::min(in_links, block.letters);
    tree_.blocks.push_back(std::move(block));
  }

  void note(std::string_view name, const Attributes& attributes) {
    if (name == "meta") {
      std::string_view key = attributes.value("property");
      if (key.empty()) key = attributes.value("name");
      if (key.empty()) key = attributes.value("itemprop");
      note_meta(key, attributes.value("content"));
    } else if (name == "link") {
      for (const auto rel : {"amphtml", "canonical"})
        if (holds_word(attributes.value("rel"), rel)) note_meta(rel, attributes.value("href"));
    } else if (name == "html") {
      tree_.amp = attributes.has("amp") || attributes.has("\xe2\x9a\xa1");
    } else if (name == "time" && tree_.date.empty()) {
      tree_.date = attributes.value("datetime").substr(0, 64);
    }
  }

  void note_meta(std::string_view key, std::string_view value) {
    if (key.empty() || value.empty() || tree_.meta.size() >= 256 || key.size() > 64) return;
    std::string low = to_lower(key);
    if (tree_.about(low).empty())
      tree_.meta.emplace_back(std::move(low), collapse_space(value.substr(0, 4'096)));
  }

  bool is_byline(const Attributes& attributes) const {
    if (!tree_.byline.empty()) return false;
    return holds_word(attributes.value("itemprop"), "author") ||
           holds_word(attributes.value("rel"), "author") ||
           holds_word(attributes.value("class"), "byline") ||
           holds_word(attributes.value("class"), "author");
  }

  void begin_script(const Attributes& attributes) {
    in_json_ld_ = skipped_ == 1 && tree_.json_ld.size() < 64 &&
                  find_ignoring_case(attributes.value("type"), "ld+json") != std::string_view::npos;
  }

  void end_script() {
    in_json_ld_ = false;
    tree_.json_ld.push_back(std::exchange(script_, {}));
  }

  PageTree tree_;
  std::vector<Open> open_;
  std::string text_;  // of the block under way
  std::string script_;
  std::uint32_t in_links_ = 0;
  std::size_t skipped_ = 0;  // elements open that are skipped
  std::size_t links_ = 0;
  std::size_t byline_depth_ = 0;
  bool in_title_ = false;
  bool in_json_ld_ = false;
};
// What the parser's callbacks are handed.
struct Reading {
  Builder builder;
  xmlParserCtxtPtr parser = nullptr;
};

Reading& reading(void* context) { return *static_cast<Reading*>(context); }

xmlSAXHandler handlers() {
  xmlSAXHandler sax{};
  sax.startElement = [](void* context, const xmlChar* name, const xmlChar** attributes) {
    Reading& page = reading(context);
    if (!page.builder.start(view(name), Attributes(attributes))) xmlStopParser(page.parser);
  };
  sax.endElement = [](void* context, const xmlChar*) { reading(context).builder.end(); };
  sax.characters = [](void* context, const xmlChar* text, int length) {
    reading(context).builder.characters(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;
  return sax;
}

using Parser = std::unique_ptr<xmlParserCtxt, decltype(&htmlFreeParserCtxt)>;

Parser make_parser(std::string_view html) {
  // Several workers may come here first.
  static const bool ready = (xmlInitParser(), true);
  (void)ready;
  Parser parser(htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())),
                &htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  *parser->sax = handlers();
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  return parser;
}

}  // namespace

std::string_view PageTree::about(std::string_view name) const {
  const auto found = std::ranges::find(meta, name, &std::pair<std::string, std::string>::first);
  return found == meta.end() ? std::string_view() : std::string_view(found->second);
}

PageTree read_page_tree(std::string_view html) {
  const std::string safe = guard_markup(html);
  if (safe.empty()) return Builder().finish();
  const Parser parser = make_parser(safe);
  Reading page{Builder(), parser.get()};
  parser->userData = &page;
  htmlParseDocument(parser.get());
  return page.builder.finish();
}

}  // namespace figured::feeds
