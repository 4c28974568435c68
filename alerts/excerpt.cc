#include "alerts/excerpt.h"

#include <algorithm>

namespace figured::alerts {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

// The nearest beginning of a character at or before `at`.
std::size_t character_before(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && continues(text[at])) --at;
  return at;
}

std::size_t character_after(std::string_view text, std::size_t at) {
  while (at < text.size() && continues(text[at])) ++at;
  return at;
}

// Where the figure stands within the quote.
std::size_t figure_in_quote(const claims::Claim& claim) {
  const auto [start, end] = claim.figure.span;
  if (start >= claim.span.start && start - claim.span.start < claim.quote.size())
    return start - claim.span.start;
  const std::size_t found = claim.quote.find(claim.figure.surface);
  return found == std::string::npos ? 0 : found;
}

}  // namespace

std::string one_line(std::string_view text, std::size_t max) {
  constexpr std::string_view kEllipsis = "…";
  std::string line(text);
  if (line.size() > max) {
    line.resize(character_before(text, max - kEllipsis.size()));
    line += kEllipsis;
  }
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return line;
}

void narrow_quote(claims::Claim& claim, std::size_t max) {
  const std::string_view quote = claim.quote;
  if (quote.size() <= max) return;
  const std::size_t figure = figure_in_quote(claim);
  const std::size_t around = max - std::min(max, claim.figure.surface.size());
  std::size_t start = figure - std::min(figure, around / 2);
  start = std::min(start, quote.size() - max);
  const std::size_t end = character_before(quote, start + max);
  start = std::min(character_after(quote, start), end);
  claim.span.end = claim.span.start + static_cast<std::uint32_t>(end);
  claim.span.start += static_cast<std::uint32_t>(start);
  claim.quote = std::string(quote.substr(start, end - start));
}

}  // namespace figured::alerts
