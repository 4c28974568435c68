#include "feeds/xml_repair.h"

#include <algorithm>
#include <array>
#include <map>

#include "feeds/byte_scan.h"
#include "feeds/charset.h"
#include "feeds/html_entities.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

constexpr std::size_t kMaxTags = 2'000'000;  // a tree node is 64 bytes, a tag may be 4
constexpr std::size_t kMaxEntities = 100;
constexpr std::size_t kMaxEntityLength = 1000;

bool starts_name(std::string_view text) {
  return !text.empty() && (is_letter(text[0]) || text[0] == '_' || text[0] == ':' ||
                           static_cast<unsigned char>(text[0]) >= 0x80);
}

// The name of the tag whose '<' (and '/') has been taken off.
std::string_view tag_name(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && !is_space(text[length]) && text[length] != '/' &&
         text[length] != '>' && text[length] != '<')
    ++length;
  return text.substr(0, length);
}

std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

bool is_root_name(std::string_view name) {
  const std::string local = to_lower(local_name(name));
  return local == "rss" || local == "rdf" || local == "feed" || local == "channel" ||
         local == "entry" || local == "rss2";
}

// Bytes that cannot be copied without a look.
constexpr std::array<bool, 256> special_bytes() {
  std::array<bool, 256> special{};
  for (unsigned c = 0; c < 0x20; ++c) special[c] = c != '\t' && c != '\n' && c != '\r';
  special['<'] = special['&'] = true;
  special[0xef] = true;  // U+FFFE and U+FFFF begin so
  return special;
}
constexpr auto kSpecial = special_bytes();

// The controls, but for the three that XML allows.
constexpr auto mark_controls = [](const auto& bytes) {
  const auto white = bytes.equal_to('\t') | bytes.equal_to('\n') | bytes.equal_to('\r');
  return bytes.between(0, 0x1f).but_for(white);
};

std::size_t find_special(std::string_view text, std::size_t at) {
  const auto mark = [](const auto& bytes) {
    return mark_controls(bytes) | bytes.equal_to('<') | bytes.equal_to('&') | bytes.equal_to(0xef);
  };
  return find_byte(text, at, mark, [](unsigned char c) { return kSpecial[c]; });
}

std::size_t find_control(std::string_view text, std::size_t at) {
  return find_byte(text, at, mark_controls,
                   [](unsigned char c) { return c < 0x20 && kSpecial[c]; });
}

// Entities that the document declares itself, of plain text only: nothing is
// expanded twice.
std::map<std::string, std::string, std::less<>> declared_entities(std::string_view prolog) {
  std::map<std::string, std::string, std::less<>> entities;
  for (auto at = prolog.find("<!ENTITY"); at != prolog.npos && entities.size() < kMaxEntities;
       at = prolog.find("<!ENTITY", at + 1)) {
    std::string_view rest = trim(prolog.substr(at + 8, 2 * kMaxEntityLength));
    const auto name = rest.substr(0, rest.find_first_of(" \t\r\n"));
    rest = trim(rest.substr(name.size()));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) continue;
    const auto end = rest.find(rest[0], 1);
    const auto value = rest.substr(1, end == rest.npos ? 0 : end - 1);
    if (end == rest.npos || value.size() > kMaxEntityLength ||
        value.find_first_of("&%<") != value.npos)
      continue;
    entities.emplace(name, value);
  }
  return entities;
}

// Length of one of XML's own references at the front; 0 = none stands there.
std::size_t own_reference_length(std::string_view text) {
  if (text.size() >= 4 && text[2] == 't' && text[3] == ';' && (text[1] == 'l' || text[1] == 'g'))
    return 4;
  for (const std::string_view reference : {"&amp;", "&quot;", "&apos;"})
    if (text.starts_with(reference)) return reference.size();
  return 0;
}

class CharacterRepair {
 public:
  CharacterRepair(std::string_view text, std::map<std::string, std::string, std::less<>> entities)
      : text_(text), entities_(std::move(entities)) {}

  boost::system::result<RepairedXml, FeedError> run() {
    out_.reserve(text_.size() + text_.size() / 16);
    while (at_ < text_.size()) {
      // Markup that is escaped has one behind the other.
      if (!kSpecial[static_cast<unsigned char>(text_[at_])]) at_ = find_special(text_, at_ + 1);
      if (at_ < text_.size()) take_special();
      if (tags_ > kMaxTags)
        return FeedError{FeedErrorKind::kTooLarge,
                         "The document has more than 2 million tags and is not read"};
    }
    copy_kept();
    RepairedXml repaired{std::move(out_), {}};
    const auto note = [&](bool done, const char* what) {
      if (done) repaired.repairs.emplace_back(what);
    };
    note(controls_, "control characters dropped");
    note(ampersands_, "bare ampersands escaped");
    note(named_, "undeclared entities written out");
    note(angles_, "bare '<' escaped");
    note(unclosed_, "unclosed section closed");
    return repaired;
  }

 private:
  void take_special() {
    const std::string_view rest = text_.substr(at_);
    if (rest[0] == '&') return take_reference(rest);
    if (rest[0] == '<') return take_angle(rest);
    if (rest[0] == '\xef') {
      const bool none = rest.starts_with("\xef\xbf\xbe") || rest.starts_with("\xef\xbf\xbf");
      controls_ |= none;
      return none ? replace(3, {}) : keep(1);
    }
    controls_ = true;
    replace(1, {});
  }

  // The next bytes stay as they are; they are copied with those around them.
  void keep(std::size_t length) { at_ += length; }

  void copy_kept() {
    out_ += text_.substr(kept_, at_ - kept_);
    kept_ = at_;
  }

  // In place of the next bytes stands something else.
  void replace(std::size_t length, std::string_view by) {
    copy_kept();
    out_ += by;
    kept_ = at_ += length;
  }

  void take_reference(std::string_view rest) {
    // Markup in feeds is escaped, so nearly all are of these.
    if (const auto length = own_reference_length(rest)) return keep(length);
    if (!entities_.empty()) {
      const auto semicolon = rest.substr(0, 64).find(';');
      const auto own =
          semicolon == rest.npos ? entities_.end() : entities_.find(rest.substr(1, semicolon - 1));
      if (own != entities_.end()) return replace(semicolon + 1, own->second);
    }
    const auto reference = read_reference(rest);
    if (reference.length == 0) {
      ampersands_ = true;
      return replace(1, "&amp;");
    }
    put_character(reference.character, rest.substr(0, reference.length));
  }

  void put_character(char32_t character, std::string_view as_written) {
    const bool markup = character == '<' || character == '>' || character == '&' ||
                        character == '"' || character == '\'';
    std::string utf8;
    if (character == 0) {
      controls_ = true;
    } else if (markup) {
      const std::string_view escaped = character == '<'   ? "&lt;"
                                       : character == '>' ? "&gt;"
                                       : character == '&' ? "&amp;"
                                       : character == '"' ? "&quot;"
                                                          : "&apos;";
      return escaped == as_written ? keep(as_written.size()) : replace(as_written.size(), escaped);
    } else {
      named_ |= as_written[1] != '#';
      append_utf8(utf8, character);
    }
    replace(as_written.size(), utf8);
  }

  void take_angle(std::string_view rest) {
    const char next = rest.size() > 1 ? rest[1] : ' ';
    if (next == '!') {
      if (rest.starts_with("<![CDATA[")) return take_cdata(rest);
      return skip_to(rest.starts_with("<!--") ? "-->" : ">");
    }
    if (next == '?') return skip_to("?>");
    const bool end = next == '/';
    if (starts_name(rest.substr(end ? 2 : 1))) {
      if (!end) last_open_ = rest.substr(1, 100);
      ++tags_;
      keep(1);
    } else {
      angles_ = true;
      replace(1, "&lt;");
    }
  }

  // An end that is missing once is missing for good: no second search, or a
  // document full of openings would cost the square of its length.
  std::size_t find_end(std::string_view end) {
    if (std::ranges::find(missing_, end) != missing_.end()) return text_.npos;
    const auto found = text_.find(end, at_);
    if (found == text_.npos) missing_.push_back(end);
    return found;
  }

  // Comments and instructions say nothing that we want.
  void skip_to(std::string_view end) {
    const auto found = find_end(end);
    if (found != text_.npos) return replace(found + end.size() - at_, {});
    unclosed_ = true;
    replace(1, "&lt;");
  }

  void take_cdata(std::string_view rest) {
    auto end = find_end("]]>");
    const bool closed = end != rest.npos;
    if (closed) end -= at_;
    if (!closed) {
      unclosed_ = true;
      end = std::min(rest.find("</" + std::string(tag_name(last_open_)) + ">"), rest.size());
    }
    keep_but_controls(at_ + end);
    closed ? keep(3) : replace(0, "]]>");
  }

  void keep_but_controls(std::size_t end) {
    for (;;) {
      const std::size_t control = find_control(text_.substr(0, end), at_);
      keep(control - at_);
      if (control == end) return;
      controls_ = true;
      replace(1, {});
    }
  }

  const std::string_view text_;
  const std::map<std::string, std::string, std::less<>> entities_;
  std::size_t at_ = 0;
  std::size_t kept_ = 0;  // from here on to at_ the text stays as it is
  std::string out_;
  std::string_view last_open_;  // begins with the name of the tag that was opened last
  std::vector<std::string_view> missing_;
  std::size_t tags_ = 0;
  bool controls_ = false;
  bool ampersands_ = false;
  bool named_ = false;
  bool angles_ = false;
  bool unclosed_ = false;
};

// Whether nothing but the declaration, a DOCTYPE and comments precede the root.
bool is_clean_prolog(std::string_view prolog) {
  prolog = trim(prolog);
  while (!prolog.empty()) {
    const bool comment = prolog.starts_with("<!--");
    if (!comment && !prolog.starts_with("<?") && !prolog.starts_with("<!")) return false;
    const bool subset = prolog.starts_with("<!DOCTYPE") &&
                        prolog.substr(0, prolog.find('>')).find('[') != prolog.npos;
    const std::string_view end = comment ? "-->" : subset ? "]>" : ">";
    const auto at = prolog.find(end);
    if (at == prolog.npos) return !subset ? false : true;
    prolog = trim(prolog.substr(at + end.size()));
  }
  return true;
}

// Only comments and instructions may follow the root.
bool is_clean_epilog(std::string_view epilog) {
  return epilog.find_first_not_of(kAsciiSpace) == epilog.npos || is_clean_prolog(epilog);
}

}  // namespace

std::optional<std::size_t> find_feed_root(std::string_view text) {
  for (auto at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    if (text.substr(at).starts_with("<!--")) {
      at = text.find("-->", at);
      if (at == text.npos) return std::nullopt;
    } else if (starts_name(text.substr(at + 1)) &&
               is_root_name(tag_name(text.substr(at + 1, 64)))) {
      return at;
    }
  }
  return std::nullopt;
}

boost::system::result<RepairedXml, FeedError> repair_characters(std::string_view text,
                                                                std::size_t root) {
  const std::string_view prolog = text.substr(0, root);
  std::string_view body = text.substr(root);
  const auto name = tag_name(body.substr(1, 64));
  const auto end = body.rfind("</" + std::string(name));
  std::string_view epilog;
  if (end != body.npos) {
    const auto close = std::min(body.find('>', end), body.size() - 1);
    epilog = body.substr(close + 1);
    body = body.substr(0, close + 1);
  }
  auto repaired = CharacterRepair(body, declared_entities(prolog)).run();
  if (!repaired) return repaired;
  if (!is_clean_prolog(prolog)) repaired->repairs.emplace_back("text before the document dropped");
  if (!is_clean_epilog(epilog)) repaired->repairs.emplace_back("text after the document dropped");
  return repaired;
}

}  // namespace figured::feeds
