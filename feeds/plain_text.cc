#include "feeds/plain_text.h"

#include <algorithm>
#include <array>

#include "feeds/byte_scan.h"
#include "feeds/charset.h"
#include "feeds/html_entities.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

using namespace std::string_view_literals;

// Sorted.
constexpr std::string_view kBlocks[] = {
    "address", "article", "aside",  "blockquote", "body",  "br",      "caption",  "center",
    "dd",      "details", "dir",    "div",        "dl",    "dt",      "fieldset", "figcaption",
    "figure",  "footer",  "form",   "h1",         "h2",    "h3",      "h4",       "h5",
    "h6",      "head",    "header", "hr",         "html",  "li",      "main",     "menu",
    "nav",     "ol",      "option", "p",          "pre",   "section", "select",   "summary",
    "table",   "tbody",   "tfoot",  "thead",      "title", "tr",      "ul"};
// Sorted: all else that a feed may well hold.
constexpr std::string_view kInlines[] = {
    "a",        "abbr",     "acronym", "applet", "area",    "audio",  "b",        "base",
    "bdi",      "bdo",      "big",     "button", "canvas",  "cite",   "code",     "col",
    "colgroup", "content",  "data",    "del",    "dfn",     "em",     "embed",    "font",
    "frame",    "g",        "i",       "iframe", "img",     "input",  "ins",      "kbd",
    "label",    "legend",   "link",    "map",    "mark",    "math",   "meta",     "noscript",
    "object",   "optgroup", "param",   "path",   "picture", "q",      "rp",       "rt",
    "ruby",     "s",        "samp",    "script", "small",   "source", "span",     "strike",
    "strong",   "style",    "sub",     "sup",    "svg",     "td",     "template", "textarea",
    "th",       "time",     "tt",      "u",      "use",     "var",    "video",    "wbr"};
// Sorted: what stands between these tags is not read by people.
constexpr std::string_view kUnread[] = {"applet", "script", "style"};
static_assert(std::ranges::is_sorted(kBlocks) && std::ranges::is_sorted(kInlines) &&
              std::ranges::is_sorted(kUnread));

template <std::size_t N>
bool is_one_of(std::string_view name, const std::string_view (&names)[N]) {
  return std::ranges::binary_search(names, name);
}

// Length of the white space beyond ASCII at the front, 0 = none.
std::size_t wide_space(std::string_view text) {
  if (text.starts_with("\xc2\xa0") || text.starts_with("\xc2\x85")) return 2;
  if (text.starts_with("\xe3\x80\x80") || text.starts_with("\xef\xbb\xbf")) return 3;
  if (!text.starts_with("\xe2\x80") || text.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(text[2]);
  return (last >= 0x80 && last <= 0x8b) || last == 0xa8 || last == 0xa9 || last == 0xaf ? 3 : 0;
}

// What a byte may mean for plain text.
enum : std::uint8_t { kBlank = 1, kWideSpace = 2, kToDo = 4 };

constexpr std::array<std::uint8_t, 256> byte_meanings() {
  std::array<std::uint8_t, 256> meanings{};
  for (const std::size_t c : {'<', '&', '\t', '\n', '\v', '\f', '\r'}) meanings[c] = kToDo;
  for (const std::size_t c : {0xc2, 0xe2, 0xe3, 0xef}) meanings[c] = kWideSpace;
  meanings[' '] = kBlank;
  return meanings;
}
constexpr auto kMeanings = byte_meanings();

std::uint8_t meaning(char c) { return kMeanings[static_cast<unsigned char>(c)]; }

// Whether nothing is to be done with the text: no markup, no white space but single
// blanks between words.  Most titles are so.
bool is_plain(std::string_view text) {
  unsigned before = kBlank;
  unsigned met = 0;
  for (const char c : text) {
    const unsigned now = meaning(c);
    met |= now | (now & before & kBlank ? kToDo : 0);
    if (met & kToDo) return false;
    before = now;
  }
  if (!text.empty() && before == kBlank) return false;
  if (met & kWideSpace)
    for (std::size_t at = 0; at < text.size(); ++at)
      if (meaning(text[at]) == kWideSpace && wide_space(text.substr(at)) > 0) return false;
  return true;
}

// Appends text with its white space collapsed.
class TextWriter {
 public:
  explicit TextWriter(std::size_t expected) { text_.reserve(expected); }

  void put(std::string_view piece) {
    while (!piece.empty()) {
      const auto length = plain_length(piece);
      if (length > 0) {
        settle(is_digit(piece[0]));
        text_ += piece.substr(0, length);
        piece.remove_prefix(length);
      } else {
        piece.remove_prefix(put_space(piece));
      }
    }
  }

  void put(char32_t character) {
    std::string utf8;
    append_utf8(utf8, character);
    put(std::string_view(utf8));
  }

  void blank() { pending_ = std::max(pending_, Pending::kBlank); }
  void line() { pending_ = Pending::kLine; }
  std::string finish() { return std::move(text_); }

 private:
  enum class Pending { kNothing, kNumberSpace, kBlank, kLine };

  // Bytes up to the next white space.
  static std::size_t plain_length(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size(); ++at) {
      const std::uint8_t now = meaning(piece[at]);
      if (now == kBlank || is_space(piece[at])) return at;
      if (now == kWideSpace && wide_space(piece.substr(at)) > 0) return at;
    }
    return piece.size();
  }

  std::size_t put_space(std::string_view piece) {
    const auto wide = wide_space(piece);
    const std::string_view space = piece.substr(0, std::max<std::size_t>(wide, 1));
    const bool invisible = space == "\xe2\x80\x8b" || space == "\xef\xbb\xbf";
    const bool parts_digits =
        space == "\xc2\xa0" || space == "\xe2\x80\xaf" || space == "\xe2\x80\x89";
    if (invisible) return space.size();
    if (parts_digits && pending_ == Pending::kNothing) {
      pending_ = Pending::kNumberSpace;
      number_space_ = space;
    } else {
      blank();
    }
    return space.size();
  }

  // Writes the white space that is due before the next word.
  void settle(bool digit_follows) {
    if (!text_.empty() && pending_ != Pending::kNothing) {
      const bool in_number = digit_follows && is_digit(text_.back());
      if (pending_ == Pending::kLine)
        text_ += '\n';
      else if (pending_ == Pending::kNumberSpace && in_number)
        text_ += number_space_;
      else
        text_ += ' ';
    }
    pending_ = Pending::kNothing;
  }

  std::string text_;
  std::string number_space_;
  Pending pending_ = Pending::kNothing;
};

struct Tag {
  std::string name;        // lower case, without prefix; "" for <!...> and <?...>
  bool end = false;        // </name>
  std::size_t length = 0;  // 0 = no tag stands here
};

// Where the tag that begins `text` ends, quotes respected: behind its '>', or
// before the next '<' where that comes first, or at the end of the text.
std::size_t tag_end(std::string_view text) {
  char quote = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (quote) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && text[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    } else if (c == '<') {
      return i;
    }
  }
  // A quote that is never closed is no quote.
  const auto close = quote ? text.find('>') : text.npos;
  return close == text.npos ? text.size() : close + 1;
}

Tag read_declaration(std::string_view text) {
  Tag tag;
  if (text.starts_with("<!--")) {
    const auto end = text.find("-->", 4);
    tag.length = end == text.npos ? text.size() : end + 3;
  } else {
    const auto end = text.find('>');
    tag.length = end == text.npos ? text.size() : end + 1;
  }
  return tag;
}

bool is_tag_name(std::string_view name) {
  return !name.ends_with(':') && std::ranges::all_of(name, [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':';
  });
}

Tag read_tag(std::string_view text) {
  if (text.size() < 2) return {};
  if (text[1] == '!' || text[1] == '?') return read_declaration(text);
  Tag tag;
  tag.end = text[1] == '/';
  std::size_t at = tag.end ? 2 : 1;
  if (at >= text.size() || !is_letter(text[at])) return {};
  const std::size_t start = at;
  while (at < text.size() && !is_space(text[at]) && text[at] != '>' && text[at] != '/' &&
         text[at] != '<' && at - start < 32)
    ++at;
  tag.name = to_lower(text.substr(start, at - start));
  while (tag.name.ends_with('.')) tag.name.pop_back();  // a summary cut off: "<a..."
  if (!is_tag_name(tag.name)) return {};                // <ann@a.example>, <http://a.example>
  if (const auto colon = tag.name.find(':'); colon != tag.name.npos) tag.name.erase(0, colon + 1);
  const bool known = is_one_of(tag.name, kBlocks) || is_one_of(tag.name, kInlines);
  const auto end = tag_end(text);
  const bool closed = text[end - 1] == '>';
  // "a <b and c> d" is mathematics unless the name is HTML's or the form is a tag's.
  const bool like_a_tag =
      closed && (tag.end || text[at] == '>' || text[at] == '/' ||
                 text.substr(0, end).find('=') != text.npos || tag.name.find('-') != tag.name.npos);
  if (known || like_a_tag) tag.length = end;
  return tag;
}

// Length of what stands up to and with the end tag `name`.
std::size_t unread_length(std::string_view text, std::string_view name) {
  const auto end = find_ignoring_case(text, "</" + std::string(name));
  if (end == text.npos) return text.size();
  const auto close = text.find('>', end);
  return close == text.npos ? text.size() : close + 1;
}

void put_tag(TextWriter& out, const Tag& tag) {
  if (is_one_of(tag.name, kBlocks))
    out.line();
  else if (tag.name == "td" || tag.name == "th")
    out.blank();
}

}  // namespace

std::string plain_text(std::string_view html) {
  TextWriter out(html.size());
  constexpr auto kCdata = "<![CDATA["sv;
  while (!html.empty()) {
    std::size_t length = 0;
    while (length < html.size() && html[length] != '<' && html[length] != '&') ++length;
    out.put(html.substr(0, length));
    html.remove_prefix(length);
    if (html.empty()) break;
    if (html[0] == '&') {
      const auto reference = read_reference(html);
      if (reference.length == 0)
        out.put("&"sv);
      else if (reference.character != 0)
        out.put(reference.character);
      html.remove_prefix(std::max<std::size_t>(reference.length, 1));
    } else if (html.starts_with(kCdata)) {
      const auto end = std::min(html.find("]]>"), html.size());
      out.put(html.substr(kCdata.size(), end - std::min(end, kCdata.size())));
      html.remove_prefix(std::min(html.size(), end + 3));
    } else {
      const Tag tag = read_tag(html);
      if (tag.length == 0) out.put("<"sv);
      put_tag(out, tag.length ? tag : Tag{});
      html.remove_prefix(std::max<std::size_t>(tag.length, 1));
      if (tag.length && !tag.end && is_one_of(tag.name, kUnread))
        html.remove_prefix(unread_length(html, tag.name));
    }
  }
  return out.finish();
}

std::string plain_line(std::string_view html) {
  if (is_plain(html)) return std::string(html);
  std::string line = plain_text(html);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

std::string collapse_space(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  TextWriter out(text.size());
  out.put(text);
  return out.finish();
}

std::string escape_html(std::string_view text) {
  std::string html;
  html.reserve(text.size() + 16);
  while (!text.empty()) {
    const auto plain = find_byte(
        text, 0,
        [](const auto& bytes) {
          return bytes.equal_to('<') | bytes.equal_to('&') | bytes.equal_to('\n');
        },
        [](unsigned char c) { return c == '<' || c == '&' || c == '\n'; });
    html += text.substr(0, plain);
    if (plain < text.size())
      html += text[plain] == '<' ? "&lt;" : text[plain] == '&' ? "&amp;" : "<br>";
    text.remove_prefix(std::min(plain + 1, text.size()));
  }
  return html;
}

bool looks_like_html(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != text.npos;
       at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest[0] == '&' ? read_reference(rest).length > 0 : read_tag(rest).length > 0) return true;
  }
  return false;
}

}  // namespace figured::feeds
