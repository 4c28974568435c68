#include "feeds/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "feeds/byte_scan.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

using namespace std::string_view_literals;

struct ByteOrderMark {
  std::string_view mark;
  std::string_view charset;
};
// Longest first: UTF-32LE's begins like UTF-16LE's.
constexpr ByteOrderMark kMarks[] = {
    {"\xff\xfe\0\0"sv, "utf-32le"}, {"\0\0\xfe\xff"sv, "utf-32be"}, {"\xef\xbb\xbf"sv, "utf-8"},
    {"\xff\xfe"sv, "utf-16le"},     {"\xfe\xff"sv, "utf-16be"},
};
// How "<?" and "<r" begin without a mark.
constexpr ByteOrderMark kWideStarts[] = {{"<\0?\0"sv, "utf-16le"},  {"\0<\0?"sv, "utf-16be"},
                                         {"<\0\0\0"sv, "utf-32le"}, {"\0\0\0<"sv, "utf-32be"},
                                         {"<\0"sv, "utf-16le"},     {"\0<"sv, "utf-16be"}};

// What a label means in practice: the larger set that its users have in mind.
struct Alias {
  std::string_view label;
  std::string_view charset;
};
constexpr Alias kAliases[] = {
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"big5", "big5-hkscs"},
    {"utf8", "utf-8"},
    {"utf_8", "utf-8"},
    {"cp-1251", "windows-1251"},
    {"win-1251", "windows-1251"},
    {"unicode", "utf-8"},
};

constexpr char32_t kWindows1252[] = {0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                     0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                     0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                     0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

// Length of the valid UTF-8 sequence at the front; 0 where there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto more = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return more(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const bool overlong = first == 0xe0 && byte(1) < 0xa0;
    const bool surrogate = first == 0xed && byte(1) > 0x9f;
    return more(1) && more(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first < 0xf0 || first > 0xf4) return 0;
  const bool overlong = first == 0xf0 && byte(1) < 0x90;
  const bool beyond = first == 0xf4 && byte(1) > 0x8f;
  return more(1) && more(2) && more(3) && !overlong && !beyond ? 4 : 0;
}

bool is_c1_control(unsigned first, unsigned second) { return first == 0xc2 && second < 0xa0; }

struct Utf8Scan {
  std::size_t valid = 0;  // where the first byte that is no UTF-8 stands; size() if there is none
  bool c1_controls = false;  // before that
};

Utf8Scan scan_utf8(std::string_view text) {
  Utf8Scan scan;
  const auto byte = [&](std::size_t i) -> unsigned { return static_cast<unsigned char>(text[i]); };
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const unsigned first = byte(at);
    if (first < 0x80) {
      at = skip_ascii(text, at + 1);
    } else if (first >= 0xc2 && first < 0xe0 && at + 1 < text.size() &&
               (byte(at + 1) & 0xc0) == 0x80) {
      scan.c1_controls |= is_c1_control(first, byte(at + 1));
      at += 2;
    } else if (const auto length = sequence_length(text.substr(at))) {
      at += length;
    } else {
      scan.valid = at;
      return scan;
    }
  }
  scan.valid = text.size();
  return scan;
}

Utf8Text made_text(std::string text, std::string charset, std::size_t damaged) {
  return {{}, std::move(text), std::move(charset), damaged};
}

// The encoding that the XML declaration names, lower case; "" = none.
std::string xml_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024);
  const auto start = head.find("<?xml");
  if (start == head.npos) return {};
  const std::string_view declaration = head.substr(start, head.find("?>", start) - start);
  auto at = declaration.find("encoding");
  if (at == declaration.npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == declaration.npos) return {};
  const auto end = declaration.find(declaration[at], at + 1);
  if (end == declaration.npos) return {};
  return to_lower(trim(declaration.substr(at + 1, end - at - 1)));
}

// What a page names in <meta charset="..."> or <meta http-equiv="Content-Type"
// content="...; charset=...">, lower case; "" = none.
std::string meta_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  for (auto at = head.find('<'); at != head.npos; at = head.find('<', at + 1)) {
    if (!starts_ignoring_case(head.substr(at), "<meta")) continue;
    const std::string_view tag = head.substr(at, head.find('>', at) - at);
    const auto name = find_ignoring_case(tag, "charset=");
    if (name == tag.npos) continue;
    const std::string_view value = trim(tag.substr(name + 8), " \t\r\n\"'");
    return to_lower(value.substr(0, value.find_first_of(" \t\r\n\"';/")));
  }
  return {};
}

std::string declared_charset(std::string_view bytes) {
  std::string charset = xml_charset(bytes);
  return charset.empty() ? meta_charset(bytes) : charset;
}

std::string_view meant_by(std::string_view label) {
  const auto alias = std::ranges::find(kAliases, label, &Alias::label);
  return alias == std::end(kAliases) ? label : alias->charset;
}

// Charsets that look like ASCII although they are not.
bool is_stateful(std::string_view charset) {
  return charset.starts_with("iso-2022-") || charset == "hz-gb-2312" || charset == "utf-7";
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

// Empty where ICU does not know the charset.
std::optional<Utf8Text> convert(std::string_view bytes, std::string_view label) {
  const std::string charset(meant_by(label));
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(charset.c_str(), &error), &ucnv_close);
  if (U_FAILURE(error)) return std::nullopt;
  std::string text(bytes.size() * 2 + 16, '\0');
  for (;;) {
    error = U_ZERO_ERROR;
    ucnv_reset(converter.get());
    const auto length = ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), text.data(),
                                           static_cast<int32_t>(text.size()), bytes.data(),
                                           static_cast<int32_t>(bytes.size()), &error);
    text.resize(static_cast<std::size_t>(length));
    if (error != U_BUFFER_OVERFLOW_ERROR) break;
  }
  if (U_FAILURE(error)) return std::nullopt;
  const std::size_t damaged = count(text, kReplacement);
  return made_text(std::move(text), charset, damaged);
}

// Keeps what is UTF-8 and takes every other byte for Windows-1252, which is
// what pieces pasted into UTF-8 documents mostly are.
Utf8Text mend_utf8(std::string_view bytes) {
  std::string text;
  std::size_t damaged = 0;
  text.reserve(bytes.size() + 64);
  while (!bytes.empty()) {
    const auto good = scan_utf8(bytes).valid;
    text += bytes.substr(0, good);
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    const auto byte = static_cast<unsigned char>(bytes[0]);
    append_utf8(text, byte < 0xa0 ? windows_1252(byte) : byte);
    bytes.remove_prefix(1);
    ++damaged;
  }
  return made_text(std::move(text), "utf-8", damaged);
}

// Whether invalid UTF-8 is UTF-8 all the same, but for some damage.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const auto length = sequence_length(bytes.substr(at));
    good += length > 0;
    bad += length == 0;
    at += std::max<std::size_t>(length, 1);
  }
  // A character cut in two at the end of a truncated document is no argument.
  return good > bad || (good == 0 && bad == 0);
}

// What tells a charset by: the bytes over 0x7f with the words around them.
std::string telling_bytes(std::string_view bytes) {
  constexpr std::size_t kEnough = 1024;
  constexpr std::size_t kAround = 48;
  std::string sample;
  std::size_t taken = 0;  // up to here
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size() && sample.size() < kEnough;
       at = skip_ascii(bytes, taken)) {
    const std::size_t from = std::max(taken, at - std::min(at, kAround));
    if (from > taken) sample += ' ';
    taken = std::min(at + kAround, bytes.size());
    sample += bytes.substr(from, taken - from);
  }
  return sample;
}

std::optional<Utf8Text> guess(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error),
                                                                            &ucsdet_close);
  ucsdet_enableInputFilter(detector.get(), true);  // look past the markup
  // The detector is slow: it tries some 20 charsets, each on all that it is given.
  const std::string sample = telling_bytes(bytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || !match || ucsdet_getConfidence(match, &error) < 30) return std::nullopt;
  return convert(bytes, to_lower(ucsdet_getName(match, &error)));
}

// The declarations in the order in which they deserve to be believed.
std::array<std::string, 2> by_trust(const std::string& http, const std::string& xml) {
  // These are what servers say of everything when nobody configured them.
  const bool server_default = meant_by(http) == "windows-1252" || meant_by(http) == "utf-8";
  if (http.empty() || (server_default && !xml.empty())) return {xml, http};
  return {http, xml};
}

boost::system::result<Utf8Text, FeedError> read_bytes(std::string_view bytes,
                                                      std::string_view http_charset) {
  for (const auto& [mark, charset] : kMarks) {
    if (!bytes.starts_with(mark)) continue;
    bytes.remove_prefix(mark.size());
    if (charset == "utf-8") break;
    if (auto text = convert(bytes, charset)) return *std::move(text);
  }
  for (const auto& [start, charset] : kWideStarts)
    if (bytes.starts_with(start))
      if (auto text = convert(bytes, charset)) return *std::move(text);

  const std::string xml = declared_charset(bytes);
  const auto declared = by_trust(to_lower(http_charset), xml);
  for (const auto& label : declared)
    if (is_stateful(label))
      if (auto text = convert(bytes, label); text && text->damaged == 0) return *std::move(text);
  if (const Utf8Scan scan = scan_utf8(bytes); scan.valid == bytes.size()) {
    if (scan.c1_controls) return made_text(std::string(bytes), "utf-8", 0);
    return Utf8Text{bytes, std::nullopt, "utf-8", 0};
  }

  // The first declaration without damage, else the one with the least of it.
  std::optional<Utf8Text> best;
  for (const auto& label : declared) {
    if (label.empty() || meant_by(label).starts_with("utf-")) continue;
    auto text = convert(bytes, label);
    if (text && (!best || text->damaged < best->damaged)) best = std::move(text);
    if (best && best->damaged == 0) return *std::move(best);
  }
  if (is_mostly_utf8(bytes)) return mend_utf8(bytes);
  if (best) return *std::move(best);
  if (auto text = guess(bytes)) return *std::move(text);
  const std::string& unknown = declared[0].empty() ? declared[1] : declared[0];
  if (unknown.empty() || meant_by(unknown) == "utf-8") return *convert(bytes, "windows-1252");
  return FeedError{FeedErrorKind::kUnknownCharset,
                   "The charset \"" + unknown.substr(0, 40) +
                       "\" is not known; ask the publisher to send UTF-8"};
}

}  // namespace

boost::system::result<Utf8Text, FeedError> to_utf8(std::string_view bytes,
                                                   std::string_view http_charset) {
  auto text = read_bytes(bytes, http_charset);
  if (text && text->made) mend_c1_controls(*text->made);
  return text;
}

std::string charset_of_content_type(std::string_view content_type) {
  const std::string header = to_lower(content_type);
  const auto at = header.find("charset=");
  if (at == header.npos) return {};
  std::string_view value = std::string_view(header).substr(at + 8);
  value = value.substr(0, value.find(';'));
  return std::string(trim(value, " \t\"'"));
}

void mend_c1_controls(std::string& text) {
  std::string mended;
  std::size_t kept = 0;  // from here on the text stays as it is
  for (auto at = text.find('\xc2'); at != text.npos; at = text.find('\xc2', at + 2)) {
    if (at + 1 == text.size()) break;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (!is_c1_control(0xc2, second)) continue;
    mended.append(text, kept, at - kept);
    append_utf8(mended, windows_1252(second));
    kept = at + 2;
  }
  if (kept == 0) return;
  mended.append(text, kept);
  text = std::move(mended);
}

bool is_valid_utf8(std::string_view text) { return scan_utf8(text).valid == text.size(); }

void append_utf8(std::string& text, char32_t character) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xc0 | character >> 6);
    put(0x80 | (character & 0x3f));
  } else if (character > 0x10ffff || (character >= 0xd800 && character < 0xe000)) {
    text += kReplacement;
  } else if (character < 0x10000) {
    put(0xe0 | character >> 12);
    put(0x80 | (character >> 6 & 0x3f));
    put(0x80 | (character & 0x3f));
  } else {
    put(0xf0 | character >> 18);
    put(0x80 | (character >> 12 & 0x3f));
    put(0x80 | (character >> 6 & 0x3f));
    put(0x80 | (character & 0x3f));
  }
}

char32_t windows_1252(unsigned char byte) { return kWindows1252[byte - 0x80]; }

}  // namespace figured::feeds
