#include "claims/side_finder.h"

#include "claims/clause.h"
#include "claims/gazetteer.h"

namespace figured::claims {
namespace {

// A country goes by one name: "U.S", "USA".
std::string country_or(std::string name) {
  const Gazetteer& world = Gazetteer::world();
  const PlaceId id = world.best(name);
  const bool country = id != kNoPlace && world.place(id).kind == PlaceKind::kCountry;
  return country ? std::string(world.place(id).name) : name;
}

}  // namespace

bool SideFinder::found(std::string name, SideKind kind, int first, int last,
                       std::string_view rule) {
  if (name.empty()) return false;
  out_.name = kind == SideKind::kPlace ? country_or(std::move(name)) : std::move(name);
  out_.kind = kind;
  out_.words = {s_.at(first).span.start, s_.at(last - 1).span.end};
  out_.rule = rule;
  return true;
}

bool SideFinder::found_side(int side, int at, std::string_view rule) {
  if (side == kNoSide) return false;
  return found(sides_.side(side).name, sides_.side(side).kind, at, at + 1, rule);
}

bool SideFinder::found_name(const NameSpan& name, std::string_view rule) {
  const SideName trimmed = sides_.trim(s_, name);
  if (trimmed.span.first >= trimmed.span.last) return false;
  const std::string_view text = s_.slice(trimmed.span.first, trimmed.span.last);
  int side = sides_.named(text);
  if (side == kNoSide && s_.lower_is(trimmed.span.first - 1, "the"))
    side = sides_.named("the " + std::string(text));
  const SideKind kind = side == kNoSide ? trimmed.kind : sides_.side(side).kind;
  return found(side == kNoSide ? std::string(text) : sides_.side(side).name, kind,
               trimmed.span.first, trimmed.span.last, rule);
}

bool SideFinder::found_reference(int at, std::string_view rule) {
  if (s_.lower_is(at, "i") || s_.lower_is(at, "we") || s_.lower_is(at, "our") ||
      s_.lower_is(at, "my") || s_.lower_is(at, "us")) {
    return found(sides_.full_name(speaker_), SideKind::kPerson, at, at + 1, rule);
  }
  // "the Moran group": the noun has its name before it.
  if (s_.at(at).word->side_noun != SideKind::kNone) {
    const auto name = sides_.name_before(s_, at);
    if (name && !s_.at(name->first).word->demonym && found_name(*name, rule)) return true;
  }
  return in_text_ && found_side(sides_.referent(s_, at), at, rule);
}

bool SideFinder::is_reference(int i) const {
  if (!s_.is_word(i) || (s_.at(i).capital && i != s_.first() && !s_.is(i, kPronoun))) return false;
  if (s_.is(i, kSubjectPronoun) || s_.lower_is(i, "i")) return !s_.lower_is(i, "us");
  if (s_.at(i).word->side_noun == SideKind::kNone) return false;
  return names_known_side(i);
}

bool SideFinder::names_known_side(int noun) const {
  for (int i = noun - 1; i >= noun - 3; --i) {
    if (!s_.is_word(i)) return false;
    if (s_.is(i, kDeterminer)) {
      return s_.lower_is(i, "the") || s_.lower_is(i, "this") || s_.lower_is(i, "both") ||
             (s_.is(i, kPossessive) && s_.at(noun).word->side_noun == SideKind::kPlace);
    }
    if (s_.is(i, kPreposition | kConjunction | kPronoun) || is_finite_verb(s_, i) ||
        (s_.at(i).word->demonym && s_.at(noun).word->side_noun != SideKind::kPerson))
      return false;
  }
  return false;
}

bool SideFinder::is_adjective(const NameSpan& name) const {
  if (s_.is_kind(name.last, TokenKind::kPossessiveEnd)) return false;
  const bool place = s_.at(name.first).word->place != kNoIndex && name.last - name.first <= 2;
  const int next = s_.at(name.last).text == "." ? name.last + 1 : name.last;
  return place && s_.is_word(next) && !s_.at(next).capital &&
         !s_.is(next, kPreposition | kConjunction | kClauseBreak | kAdverb | kBe | kHave | kSay) &&
         !is_finite_verb(s_, next);
}

}  // namespace figured::claims
