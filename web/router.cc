#include "web/router.h"

#include <algorithm>

#include "web/query.h"

namespace figured::web {
namespace {

// Takes the piece before the next "/" off.
std::string_view take_piece(std::string_view& text) {
  const std::string_view piece = text.substr(0, text.find('/'));
  text.remove_prefix(std::min(text.size(), piece.size() + 1));
  return piece;
}

}  // namespace

bool fits_pattern(std::string_view pattern, std::string_view path, PathPieces& pieces) {
  const auto slashes = [](std::string_view text) {
    return std::count(text.begin(), text.end(), '/');
  };
  if (slashes(pattern) != slashes(path)) return false;
  while (!pattern.empty()) {
    const std::string_view wanted = take_piece(pattern);
    const std::string_view given = take_piece(path);
    if (wanted.starts_with('{')) {
      if (given.empty()) return false;
      pieces.push_back(decode_percent(given));
    } else if (wanted != given) {
      return false;
    }
  }
  return path.empty();
}

}  // namespace figured::web
