#include "claims/subjects/side_finder.h"

#include "claims/gazetteer/gazetteer.h"
#include "claims/measures/opening_people.h"
#include "claims/subjects/side_name.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

// A country goes by one name: "U.S", "USA".
std::string_view country_or(std::string_view name) {
  const Gazetteer& world = Gazetteer::world();
  const PlaceId id = world.best(name);
  const bool country = id != kNoPlace && world.place(id).kind == PlaceKind::kCountry;
  return country ? world.place(id).name : name;
}

}  // namespace

bool SideFinder::found(std::string_view name, SideKind kind, int first, int last,
                       std::string_view rule) {
  if (name.empty()) return false;
  out_.name = kind == SideKind::kPlace ? country_or(name) : name;
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
  return found(side == kNoSide ? text : sides_.side(side).name, kind, trimmed.span.first,
               trimmed.span.last, rule);
}

bool SideFinder::found_reference(int at, std::string_view rule) {
  if (s_.lower_is(at, "i") || s_.lower_is(at, "we") || s_.lower_is(at, "our") ||
      s_.lower_is(at, "my") || s_.lower_is(at, "us")) {
    return found(sides_.full_name(speaker_), SideKind::kPerson, at, at + 1, rule);
  }
  if (s_.lower_is(at, "they") || s_.lower_is(at, "their") || s_.lower_is(at, "them")) {
    if (found_people(at, rule)) return true;
  }
  // "the Moran group": the noun has its name before it.
  if (s_.at(at).word->side_noun != SideKind::kNone) {
    const auto name = sides_.name_before(s_, at);
    if (name && is_rule_of(*name, at))
      return found(s_.slice(name->first, at + 1), SideKind::kGovernment, name->first, at + 1, rule);
    if (name && !s_.at(name->first).word->demonym && found_name(*name, rule)) return true;
  }
  const int speaker = is_told_by_other(at) ? sides_.named(speaker_) : kNoSide;
  return in_text_ && found_side(sides_.referent(s_, at, speaker), at, rule);
}

bool SideFinder::found_people(int at, std::string_view rule) {
  constexpr int kReach = 30;  // tokens
  for (int i = at - 1; i > at - kReach && s_.has(i); --i) {
    Token word = s_.at(i);
    if (i == s_.first()) word.capital = false;  // "Drivers say they"
    if (names_people(word)) return found(lower_case(word.text), SideKind::kNone, i, i + 1, rule);
    if (!s_.at(i).capital || !s_.is_word(i)) continue;
    const auto name = sides_.name_before(s_, i + 1);
    if (!name) continue;
    const bool plural = s_.at(i).text.ends_with("s") && s_.at(i).word->can_be(kNounPlural) &&
                        sides_.trim(s_, *name).kind != SideKind::kPlace;
    const bool several = s_.is(name->first - 1, kConjunction) && s_.at(name->first - 2).capital;
    if (plural || several) return found_name(*name, rule);
    i = name->first;
  }
  if (!in_text_) return false;
  const Span people = people_before(sides_.text(), at);
  if (people.end == people.start) return false;
  const std::string_view name = s_.text().substr(people.start, people.end - people.start);
  const bool common = (Lexicon::english().find(name).naming & kCommonNoun) != 0;
  out_.name = common ? lower_case(name) : std::string(name);
  out_.kind = SideKind::kNone;
  out_.words = s_.at(at).span;
  out_.rule = rule;
  return true;
}

bool SideFinder::found_owner(int end, std::string_view rule) {
  if (const auto name = sides_.name_before(s_, end)) {
    return !is_date(name->first) && found_name(*name, rule);
  }
  return s_.is_word(end - 1) && s_.at(end - 1).word->side_noun != SideKind::kNone &&
         found_reference(end - 1, rule);
}

bool SideFinder::is_told_by_other(int at) const {
  constexpr int kReach = 24;  // tokens
  if (!s_.at(at).quoted) return false;
  const int speaker = sides_.named(speaker_);
  for (int i = at - 1; i > at - kReach && s_.at(i).quoted; --i) {
    if (s_.at(i).capital && sides_.named(s_.at(i).text) == speaker) return false;
  }
  return true;
}

bool SideFinder::is_rule_of(const NameSpan& name, int noun) const {
  if (s_.at(noun).word->side_noun != SideKind::kGovernment) return false;
  const SideName ruler = sides_.trim(s_, name);
  const int side = sides_.named(s_.slice(ruler.span.first, ruler.span.last));
  const SideKind kind = side == kNoSide ? ruler.kind : sides_.side(side).kind;
  return !ruler.empty() && kind == SideKind::kPerson;
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
      return s_.lower_is(i, "the") || s_.lower_is(i, "this") || s_.lower_is(i, "that") ||
             s_.lower_is(i, "both") ||
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
