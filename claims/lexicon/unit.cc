#include "claims/lexicon/unit.h"

namespace figured::claims {

std::string_view Unit::kind() const {
  if (words == "pound sterling") return "pound";  // the one that is named in front
  const std::size_t blank = words.rfind(' ');
  return std::string_view(words).substr(blank == std::string::npos ? 0 : blank + 1);
}

bool Unit::converts_to(const Unit& other) const {
  return dimension == other.dimension && !is_money() && factor != 0 && other.factor != 0;
}

void UnitKey::add(std::string_view piece) {
  for (const char c : piece) {
    if (c == '.') continue;
    if (c == ' ' || c == '-') {
      parted_ = last_ != '\0';
      continue;
    }
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    // Signs part words by themselves: "km / h", "\u00b0 C".
    const bool sign = last_ == '/' || lower == '/' || static_cast<unsigned char>(last_) >= 0x80;
    if (parted_ && !sign) take(' ');
    take(lower);
    parted_ = false;
    last_ = lower;
  }
}

void UnitKey::take(char c) { hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ull; }

}  // namespace figured::claims
