#include "config/quantity.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace figured::config {
namespace {

using std::chrono::seconds;

constexpr seconds kLongest = std::chrono::years(100);
constexpr std::uint64_t kLargest = std::uint64_t{1} << 40;

struct Unit {
  std::string_view name;
  std::uint64_t worth;
};
constexpr std::array<Unit, 4> kTimes = {{{"d", 86'400}, {"h", 3'600}, {"m", 60}, {"s", 1}}};
constexpr std::array<Unit, 4> kSizes = {
    {{"GiB", 1u << 30}, {"MiB", 1u << 20}, {"KiB", 1u << 10}, {"B", 1}}};

// Takes a number off the front of the text.
std::optional<std::uint64_t> take_number(std::string_view& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// Takes a number and its unit off the front.  Empty when there is none, or when
// it comes to more than `most`.
std::optional<std::uint64_t> take(std::string_view& text, const std::array<Unit, 4>& units,
                                  std::uint64_t most) {
  const auto number = take_number(text);
  const auto unit = std::find_if(units.begin(), units.end(),
                                 [&](const Unit& one) { return text.starts_with(one.name); });
  if (!number || unit == units.end() || *number > most / unit->worth) return std::nullopt;
  text.remove_prefix(unit->name.size());
  return *number * unit->worth;
}

// In the largest unit that leaves nothing over.
std::string format(std::uint64_t amount, const std::array<Unit, 4>& units) {
  const auto unit = amount == 0 ? units.end() - 1
                                : std::find_if(units.begin(), units.end(), [&](const Unit& one) {
                                    return amount % one.worth == 0;
                                  });
  return std::to_string(amount / unit->worth) + std::string(unit->name);
}

}  // namespace

std::optional<seconds> parse_duration(std::string_view text) {
  if (text.empty()) return std::nullopt;
  seconds sum{0};
  while (!text.empty()) {
    const auto part = take(text, kTimes, static_cast<std::uint64_t>(kLongest.count()));
    if (!part) return std::nullopt;
    sum += seconds(*part);
    if (sum > kLongest) return std::nullopt;
  }
  return sum;
}

std::string format_duration(seconds duration) {
  return format(static_cast<std::uint64_t>(duration.count()), kTimes);
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  const auto size = take(text, kSizes, kLargest);
  return text.empty() ? size : std::nullopt;
}

std::string format_size(std::uint64_t bytes) { return format(bytes, kSizes); }

}  // namespace figured::config
