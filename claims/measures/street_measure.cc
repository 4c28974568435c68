// street := "the" number "block" ( "of" | "on" ) name
//         | number door ( "away" | "down" | "up" | "over" | "from" | "along" )
#include "claims/measures/street_measure.h"

namespace figured::claims {
namespace {

bool is_block_number(const SentenceView& s, const ReadFigure& f, int head) {
  if (head != f.last || !s.is_kind(f.core, TokenKind::kNumber) || !s.lower_is(head, "block"))
    return false;
  int street = head + 1;
  if (!s.lower_is(street, "of") && !s.lower_is(street, "on")) return false;
  ++street;
  return s.is_kind(street, TokenKind::kMixed) || s.is_kind(street, TokenKind::kNumber) ||
         s.at(street).capital;
}

bool lies_doors_away(const SentenceView& s, const ReadFigure& f, int head) {
  static constexpr WordList kDoors = {"door",       "doors",       "house",      "houses",
                                      "home",       "homes",       "building",   "buildings",
                                      "storefront", "storefronts", "apartments", "lots"};
  static constexpr WordList kWays = {"away", "down", "up", "over", "along"};
  if (head != f.last || f.vague || !s.is_one_of(head, kDoors)) return false;
  // "three homes from the scene", not "three homes from the 1920s"
  const bool from = s.lower_is(head + 1, "from") &&
                    (s.is(head + 2, kDeterminer | kPossessive) || s.lower_is(head + 2, "where"));
  const bool numbers =
      s.is_kind(head + 3, TokenKind::kNumber) || s.is_kind(head + 3, TokenKind::kMixed);
  return s.is_one_of(head + 1, kWays) || (from && !numbers);
}

}  // namespace

std::optional<StreetMeasure> read_street_measure(const SentenceView& s, const ReadFigure& f,
                                                 int head) {
  if (is_block_number(s, f, head)) return StreetMeasure{kBlockNumber, "number of a block"};
  if (lies_doors_away(s, f, head)) return StreetMeasure{kDoorsBetween, "doors that lie between"};
  return std::nullopt;
}

}  // namespace figured::claims
