// The few ASCII questions that all readers of feeds ask of a text.
#pragma once
#include <string>
#include <string_view>

namespace figured::feeds {

inline constexpr std::string_view kAsciiSpace = " \t\r\n\f\v";

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

constexpr std::string_view trim(std::string_view text, std::string_view spaces) {
  const auto first = text.find_first_not_of(spaces);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

// The same text without the white space around it.
inline std::string trimmed(std::string text) {
  const std::string_view kept = trim(text);
  text.erase(0, static_cast<std::size_t>(kept.data() - text.data()));
  text.resize(kept.size());
  return text;
}

inline std::string to_lower(std::string_view text) {
  std::string low(text);
  for (char& c : low) c = lower(c);
  return low;
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i])) return false;
  return true;
}

constexpr bool starts_ignoring_case(std::string_view text, std::string_view start) {
  return equal_ignoring_case(text.substr(0, start.size()), start);
}

// Where `what` (lower case) first stands at or after `from`, case ignored.
inline std::size_t find_ignoring_case(std::string_view text, std::string_view what,
                                      std::size_t from = 0) {
  for (; from + what.size() <= text.size(); ++from)
    if (lower(text[from]) == what[0] && starts_ignoring_case(text.substr(from), what)) return from;
  return text.npos;
}

}  // namespace figured::feeds
