// line  = words *(" " pair)
// pair  = key "=" value
// key   = 1*(a-z / 0-9 / "_")
// value = bare / quoted
// bare  = 1*(any byte but space, controls, '"', '=' and '\')
// quoted = '"' *(any byte but controls, '"' and '\' / "\n" / "\t" / "\xHH" / "\"" / "\\") '"'
#include "daemon/log/log_line.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace figured::daemon {
namespace {

bool is_key_char(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool is_bare(char c) { return c != ' ' && c != '"' && c != '=' && c != '\\' && !is_control(c); }

void append_control(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  if (c == '\n')
    out += "\\n";
  else if (c == '\t')
    out += "\\t";
  else
    (((out += "\\x") += kHex[byte >> 4]) += kHex[byte & 15]);
}

void append_quoted(std::string& out, std::string_view value) {
  out += '"';
  for (const char c : value) {
    if (is_control(c)) {
      append_control(out, c);
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

// Reads from the front of `rest`.
std::optional<std::string> read_quoted(std::string_view& rest) {
  std::string value;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '"') {
      rest.remove_prefix(i + 1);
      return value;
    }
    if (rest[i] != '\\') {
      value += rest[i];
      continue;
    }
    if (++i == rest.size()) break;
    if (rest[i] == 'x' && i + 2 < rest.size()) {
      int byte = 0;
      std::from_chars(rest.data() + i + 1, rest.data() + i + 3, byte, 16);
      value += static_cast<char>(byte);
      i += 2;
    } else {
      value += rest[i] == 'n' ? '\n' : rest[i] == 't' ? '\t' : rest[i];
    }
  }
  return std::nullopt;
}

std::optional<std::string> read_value(std::string_view& rest) {
  if (!rest.empty() && rest.front() == '"') return read_quoted(rest);
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_bare);
  const auto size = static_cast<std::size_t>(end - rest.begin());
  if (size == 0) return std::nullopt;
  std::string value(rest.substr(0, size));
  rest.remove_prefix(size);
  return value;
}

// Reads " key=value" from the front of `rest`.
std::optional<LogField> read_pair(std::string_view& rest) {
  if (rest.empty() || rest.front() != ' ') return std::nullopt;
  rest.remove_prefix(1);
  const auto equals = rest.find('=');
  if (equals == 0 || equals == rest.npos) return std::nullopt;
  const std::string_view key = rest.substr(0, equals);
  if (!std::all_of(key.begin(), key.end(), is_key_char)) return std::nullopt;
  rest.remove_prefix(equals + 1);
  auto value = read_value(rest);
  if (!value) return std::nullopt;
  return LogField{std::string(key), std::move(*value)};
}

void append_tame(std::string& out, std::string_view text) {
  for (const char c : text) is_control(c) ? append_control(out, c) : void(out += c);
}

void append_value(std::string& out, std::string_view value) {
  if (std::all_of(value.begin(), value.end(), is_bare))
    out += value;
  else
    append_quoted(out, value);
}

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kFaint = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";

}  // namespace

std::string format_log_line(const LogLine& line) {
  std::string out = line.words;
  for (const LogField& field : line.fields) {
    if (field.value.empty()) continue;
    ((out += ' ') += field.key) += '=';
    append_value(out, field.value);
  }
  return out;
}

namespace {

// Said by the words already, or of use to programs only.
bool is_for_programs(std::string_view key) {
  return key == "event" || key == "summary" || key == "type" || key == "fact";
}

}  // namespace

std::string_view field_of(const LogLine& line, std::string_view key) {
  for (const LogField& field : line.fields)
    if (field.key == key) return field.value;
  return {};
}

std::string format_for_people(const LogLine& line, bool colours) {
  const auto paint = [colours](std::string_view escape) {
    return colours ? escape : std::string_view();
  };
  std::string out(paint(kBold));
  append_tame(out, line.words);
  out += paint(kPlain);
  if (const std::string_view summary = field_of(line, "summary"); !summary.empty())
    append_tame(out += ": ", summary);
  for (const LogField& field : line.fields) {
    if (field.value.empty() || is_for_programs(field.key)) continue;
    ((((out += ' ') += paint(kFaint)) += field.key) += '=') += paint(kPlain);
    append_value(out, field.value);
  }
  return out;
}

LogLine parse_log_line(std::string_view text) {
  const LogLine words_only{std::string(text), {}};
  const auto equals = text.find('=');
  if (equals == text.npos) return words_only;
  const auto space = text.rfind(' ', equals);
  if (space == text.npos) return words_only;
  LogLine line{std::string(text.substr(0, space)), {}};
  std::string_view rest = text.substr(space);
  while (!rest.empty()) {
    auto field = read_pair(rest);
    if (!field) return words_only;
    line.fields.push_back(std::move(*field));
  }
  return line;
}

}  // namespace figured::daemon
