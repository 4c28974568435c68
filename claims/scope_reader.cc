#include "claims/scope_reader.h"

#include <algorithm>

#include "claims/names.h"

namespace figured::claims {
namespace {

// Places that are no names and part an event: "at the airport".
constexpr std::string_view kSites[] = {
    "airport",  "station",  "school", "hospital",   "church",  "mosque",     "market",
    "stadium",  "hotel",    "prison", "camp",       "base",    "concert",    "restaurant",
    "cafe",     "mall",     "store",  "home",       "house",   "scene",      "capital",
    "port",     "factory",  "plant",  "mine",       "village", "town",       "city",
    "district", "province", "county", "checkpoint", "border",  "university", "bridge",
    "office",   "theater"};

bool is_site(const Token& token) {
  for (const std::string_view site : kSites) {
    if (equals_lower(token.text, site)) return true;
  }
  return false;
}

// "at the airport" behind the figure, within its clause.
std::string site_of(const SentenceView& s, int from) {
  for (int i = from; i < from + 8 && s.has(i); ++i) {
    if (s.is_kind(i, TokenKind::kSign) || s.is(i, kConjunction | kClauseBreak)) return {};
    if (!s.lower_is(i, "at") && !s.lower_is(i, "in") && !s.lower_is(i, "inside")) continue;
    for (int noun = i + 1; noun < i + 5 && s.is_word(noun); ++noun) {
      if (s.is(noun, kPreposition) && noun > i) break;
      if (is_site(s.at(noun))) return lower_case(s.at(noun).text);
    }
  }
  return {};
}

std::string rate_of(const SentenceView& s, int last, int head) {
  const int i = head >= 0 ? head + 1 : last;
  const bool per =
      s.lower_is(i, "per") || s.lower_is(i, "a") || s.lower_is(i, "an") || s.lower_is(i, "each");
  if (!per || !s.is_word(i + 1)) return {};
  const Word& unit = *s.at(i + 1).word;
  if (s.lower_is(i, "per")) return lower_case(s.at(i + 1).text);
  if (unit.unit == kNoIndex || Lexicon::english().unit(unit.unit).dimension != "duration")
    return {};
  return lower_case(s.at(i + 1).text);
}

// The point a distance is measured from: "Kabul" of "125 km north of Kabul".
std::string reference_of(const SentenceView& s, int last) {
  for (int i = last; i < last + 9 && s.has(i); ++i) {
    if (s.at(i).text == "," || s.at(i).text == ".") break;
    if (!s.lower_is(i, "of") && !s.lower_is(i, "from") && !s.lower_is(i, "off")) continue;
    const int begin = s.is(i + 1, kDeterminer) ? i + 2 : i + 1;
    if (const auto name = read_name(s, begin)) return lower_case(s.slice(name->first, name->last));
  }
  return {};
}

// A second shock has figures of its own.
bool is_of_aftershock(const SentenceView& s, const ReadFigure& f) {
  static constexpr std::string_view kShocks[] = {"aftershock", "aftershocks", "foreshock",
                                                 "foreshocks"};
  for (int i = f.first - 8; i < f.last + 8; ++i) {
    for (const std::string_view shock : kShocks) {
      if (s.lower_is(i, shock)) return true;
    }
  }
  return false;
}

bool is_part(const SentenceView& s, const ReadFigure& f) {
  if (s.is(f.first - 1, kPart) || (s.lower_is(f.first - 1, "them") && s.is(f.first - 2, kPart)))
    return true;
  if (!s.lower_is(f.last, "of") || f.vague) return false;
  return s.lower_is(f.last + 1, "the") || s.lower_is(f.last + 1, "them") ||
         s.lower_is(f.last + 1, "whom") || s.lower_is(f.last + 1, "those") ||
         s.is(f.last + 1, kPossessive) || s.is_kind(f.last + 1, TokenKind::kNumber);
}

bool stands_in(const SentenceView& s, std::uint64_t classes, int from, int to) {
  for (int i = from; i < to; ++i) {
    if (s.is(i, classes)) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> read_scope(const SentenceView& s, const ReadFigure& f,
                                    const ReadMeasure& m) {
  std::vector<std::string> scope;
  if (is_part(s, f)) scope.push_back("part");
  const int end = m.head >= 0 ? m.head + 1 : f.last + 1;
  if (s.is(f.first - 1, kOther) || stands_in(s, kOther, f.last, end)) scope.push_back("other");
  if (s.is(f.first - 1, kNew) || stands_in(s, kNew, f.last, end)) scope.push_back("new");
  if (is_of_aftershock(s, f)) scope.push_back("aftershock");
  if (f.previous) scope.push_back("previous");
  if (const std::string rate = rate_of(s, f.last, m.head); !rate.empty())
    scope.push_back("per:" + rate);
  if (!m.restriction.empty()) scope.push_back("of:" + m.restriction);
  if (!m.nation.empty()) scope.push_back("nation:" + m.nation);
  if (m.measure == "length.distance") scope.push_back("from:" + reference_of(s, f.last));
  if (const std::string site = site_of(s, end); !site.empty()) scope.push_back("at:" + site);
  std::sort(scope.begin(), scope.end());
  return scope;
}

Assertion read_assertion(const SentenceView& s, const ReadFigure& f, const ReadMeasure& m) {
  Assertion assertion;
  const int from = std::max(s.first(), f.first - 6);
  const int to = m.verb > f.last ? m.verb + 1 : f.last;
  for (int i = f.first - 1; i >= from; --i) {
    if (s.is_kind(i, TokenKind::kSign)) break;
    if (s.is(i, kCondition)) assertion.modality = Modality::kConditional;
    if (s.is(i, kModal)) assertion.modality = Modality::kPossible;
    if (s.is(i, kPlan | kWill)) assertion.modality = Modality::kPlanned;
    if (s.is(i, kAsk)) assertion.modality = Modality::kAsked;
    if (s.is(i, kOffer)) assertion.modality = Modality::kOffer;
    if (s.is(i, kCapacity) && s.lower_is(i, "capacity")) assertion.modality = Modality::kCapacity;
    if (s.is(i, kNegation) && i >= f.first - 3) assertion.negated = true;
  }
  for (int i = f.last; i < to; ++i) {
    if (s.is(i, kModal)) assertion.modality = Modality::kPossible;
    if (s.is(i, kWill)) assertion.modality = Modality::kPlanned;
    if (s.is(i, kNegation)) assertion.negated = true;
    if (s.is(i, kFear)) assertion.modality = Modality::kPossible;
  }
  // "feared dead": the doubt stands before the adjective that is the head.
  if (m.head >= 0 && s.is(m.head - 1, kFear)) assertion.modality = Modality::kPossible;
  return assertion;
}

}  // namespace figured::claims
