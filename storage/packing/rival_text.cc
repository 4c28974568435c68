#include "storage/packing/rival_text.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

namespace figured::storage {
namespace {

// The shortest digits that are read back as the same value.
void append_number(std::string& text, double number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number);
  text.append(digits, end.ptr);
}

std::optional<double> take_number(std::string_view& text) {
  double number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end.ec != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end.ptr - text.data()));
  if (text.starts_with(' ')) text.remove_prefix(1);
  return number;
}

}  // namespace

std::string join_rivals(const std::vector<claims::Rival>& rivals) {
  std::string text;
  for (const claims::Rival& rival : rivals) {
    if (!text.empty()) text += ';';
    append_number(text, rival.told.low);
    text += ' ';
    append_number(text, rival.told.high);
    if (rival.alike) text += " alike";
  }
  return text;
}

std::vector<claims::Rival> split_rivals(std::string_view text) {
  std::vector<claims::Rival> rivals;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    std::string_view part = text.substr(0, end);
    const auto low = take_number(part), high = take_number(part);
    if (low && high) rivals.push_back({{*low, *high}, part == "alike"});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return rivals;
}

}  // namespace figured::storage
