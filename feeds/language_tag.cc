#include "feeds/language_tag.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>

#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

// RFC 5646, 4.4.1: room for any tag in use.
constexpr std::size_t kLongest = 35;

std::string canonical(const std::string& tag) {
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
  std::array<char, ULOC_FULLNAME_CAPACITY> named{};
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t read = 0;
  uloc_forLanguageTag(tag.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()), &read,
                      &error);
  // Of what is no tag it takes the beginning.
  if (U_FAILURE(error) || static_cast<std::size_t>(read) != tag.size()) return {};
  const auto length = uloc_toLanguageTag(locale.data(), named.data(),
                                         static_cast<std::int32_t>(named.size()), true, &error);
  if (U_FAILURE(error) || length <= 0) return {};
  return std::string(named.data(), static_cast<std::size_t>(length));
}

// Longer ones are words: "english", and none is registered.
bool has_language(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  return (primary.size() == 2 || primary.size() == 3) && primary != "und" && primary != "mul" &&
         primary != "zxx";
}

}  // namespace

std::string language_tag(std::string_view written) {
  std::string tag(trim(written));
  if (tag.empty() || tag.size() > kLongest) return {};
  std::ranges::replace(tag, '_', '-');
  tag = canonical(tag);
  return has_language(tag) ? tag : std::string();
}

}  // namespace figured::feeds
