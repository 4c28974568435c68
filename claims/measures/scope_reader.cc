#include "claims/measures/scope_reader.h"

#include <algorithm>

#include "claims/measures/count_list.h"
#include "claims/subjects/owner_names.h"
#include "claims/text/names.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

// "at the airport" behind the figure, within its clause.
std::string site_of(const SentenceView& s, int from) {
  for (int i = from; i < from + 8 && s.has(i); ++i) {
    if (s.is_kind(i, TokenKind::kSign) || s.is(i, kConjunction | kClauseBreak)) return {};
    if (!s.lower_is(i, "at") && !s.lower_is(i, "in") && !s.lower_is(i, "inside")) continue;
    for (int noun = i + 1; noun < i + 5; ++noun) {
      if (s.is_kind(noun, TokenKind::kNumber)) continue;
      if (!s.is_word(noun)) break;
      if (s.is(noun, kPreposition) && noun > i) break;
      if (s.is(noun, kSite)) return lower_case(s.at(noun).text);
    }
  }
  return {};
}

// The rate that begins at `i`.
std::string rate_at(const SentenceView& s, const ReadFigure& f, int i) {
  static constexpr WordList kPer = {"per", "a", "an", "each", "every"};
  const bool per = s.is_one_of(i, kPer);
  if (!per || !s.is_word(i + 1)) return {};
  const Word& unit = *s.at(i + 1).word;
  // "a year earlier" is when, not how often.
  if (s.lower_is(i + 2, "earlier") || s.lower_is(i + 2, "ago") || s.lower_is(i + 2, "later") ||
      s.lower_is(i + 2, "before") || s.lower_is(i + 2, "after"))
    return {};
  // "$40 a share", "$80 a barrel"
  const bool thing = f.dimension == "money" && !is_plural_noun(s.at(i + 1)) &&
                     (unit.noun != kNoIndex || unit.unit != kNoIndex);
  if (thing) return lower_case(s.at(i + 1).text);
  if (s.lower_is(i, "per")) return lower_case(s.at(i + 1).text);
  if (unit.unit == kNoIndex || Lexicon::english().unit(unit.unit).dimension != "duration")
    return {};
  return lower_case(s.at(i + 1).text);
}

// The token behind "of" and its noun: "members of family units | a month".
int behind_of(const SentenceView& s, int i) {
  if (!s.lower_is(i, "of")) return i;
  const int head = phrase_head(s, after_determiners(s, i + 1));
  return head < 0 ? i : head + 1;
}

// "70 people a day", "70 members of crews a day", "70 people were held each day"
std::string rate_of(const SentenceView& s, const ReadFigure& f, const ReadMeasure& m) {
  const int behind = m.head >= f.last ? m.head + 1 : f.last;
  std::string rate = rate_at(s, f, behind);
  if (rate.empty() && f.dimension.empty() && m.head >= f.last)
    rate = rate_at(s, f, behind_of(s, behind));
  if (rate.empty() && m.verb >= f.last && f.dimension.empty()) rate = rate_at(s, f, m.verb + 1);
  return rate;
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
  static constexpr WordList kShocks = {"aftershock", "aftershocks", "foreshock", "foreshocks"};
  for (int i = f.first - 8; i < f.last + 8; ++i) {
    if (s.is_one_of(i, kShocks)) return true;
  }
  return false;
}

bool is_part(const SentenceView& s, const ReadFigure& f) {
  if (s.is(f.first - 1, kPart) || (s.lower_is(f.first - 1, "them") && s.is(f.first - 2, kPart)))
    return true;
  // "54 percent of the vote" is a share, and its measure says of what.
  if (!s.lower_is(f.last, "of") || f.vague || f.dimension == "percent") return false;
  return s.lower_is(f.last + 1, "the") || s.lower_is(f.last + 1, "them") ||
         s.lower_is(f.last + 1, "whom") || s.lower_is(f.last + 1, "those") ||
         s.is(f.last + 1, kPossessive) || s.is_kind(f.last + 1, TokenKind::kNumber);
}

bool stands_in(const SentenceView& s, WordClasses classes, int from, int to) {
  for (int i = from; i < to; ++i) {
    if (s.is(i, classes)) return true;
  }
  return false;
}

// The words before the figure that belong to it: "a total of", "an average of".
int first_of_phrase(const SentenceView& s, const ReadFigure& f) {
  int first = f.first;
  for (int steps = 0; steps < 5; ++steps) {
    const bool light = s.is(first - 1, kLightNoun | kAverage | kNet | kPeak | kTotal | kRemaining |
                                           kCumulative | kDeterminer);
    if (!s.is_word(first - 1) || (!light && !s.lower_is(first - 1, "of"))) break;
    --first;
  }
  return first;
}

// "averaging 30 a day", "a peak of 40", "net income of 3": at the figure, its noun
// or the words that lead to it.
bool is_marked(const SentenceView& s, const ReadFigure& f, const ReadMeasure& m,
               WordClasses classes) {
  const int end = m.head >= f.last ? m.head + 1 : f.last + 1;
  return stands_in(s, classes, first_of_phrase(s, f), f.core) ||
         stands_in(s, classes, f.core_last, end);
}

// "on average", "in all", "so far"
bool has_phrase(const SentenceView& s, int from, int to, std::string_view first,
                std::string_view second) {
  for (int i = from; i < to; ++i) {
    if (s.lower_is(i, first) && s.lower_is(i + 1, second)) return true;
  }
  return false;
}

// Whether one of the words that end such a phrase stands in tokens [from, to).
bool ends_phrase(const SentenceView& s, int from, int to) {
  static constexpr WordList kEnds = {"average", "all", "total", "far", "date"};
  for (int i = from; i < to; ++i) {
    if (s.is_one_of(i, kEnds)) return true;
  }
  return false;
}

// "with 12 games left", never "12 people left the city".
bool is_left(const SentenceView& s, int end) {
  return s.lower_is(end, "left") && !s.is(end + 1, kDeterminer | kPossessive) &&
         !s.at(end + 1).word->has_role(kAdjective) && !s.at(end + 1).capital &&
         (!s.is_word(end + 1) || s.is(end + 1, kPreposition | kConjunction | kClauseBreak));
}

// "28 children remained in hospital": of those who were taken there.  Who remains
// missing is missing, and who remains in critical condition is in no other.
bool remains(const SentenceView& s, const ReadMeasure& m, int end) {
  if (m.event != kNoIndex && m.measure != "people.hospitalized") return false;
  while (s.is(end, kAdverb)) ++end;
  if (!s.lower_is(end, "remain") && !s.lower_is(end, "remained") && !s.lower_is(end, "remains"))
    return false;
  return !s.lower_is(end + 1, "in") || !s.lower_is(end + 3, "condition");
}

// "The United States and 11 nations": one of twelve is named.
bool stands_beside_its_like(const SentenceView& s, const ReadFigure& f) {
  if (!f.dimension.empty() || !s.lower_is(f.first - 1, "and")) return false;
  const int last = s.at(f.first - 2).text == "." ? f.first - 2 : f.first - 1;  // "the U.S."
  const auto name = read_name_before(s, last);
  const int first = name ? name->first : last - 1;
  // "Two Americans and 10 children"
  if (s.at(last - 1).word->demonym) return false;
  return s.at(first).capital && is_country(std::string(s.slice(first, last)));
}

// "Seven previous games", "the last nine contests", "the first three explosions".
bool is_of_series(const SentenceView& s, const ReadFigure& f) {
  static constexpr WordList kBefore = {"previous", "prior", "past",     "last",
                                       "next",     "first", "preceding"};
  static constexpr WordList kBehind = {"previous", "prior", "preceding"};
  return f.dimension.empty() && (s.is_one_of(f.first - 1, kBefore) || s.is_one_of(f.last, kBehind));
}

// "2-8 in their last ten", not of the season.
bool is_of_last_games(const SentenceView& s, const ReadMeasure& m, int end) {
  static constexpr WordList kSome = {"last", "past", "first", "previous"};
  if (!m.measure.starts_with("game.")) return false;
  while (s.binds(end)) end += 2;  // "2-8-1"
  if (!s.lower_is(end, "in") && !s.lower_is(end, "over") && !s.lower_is(end, "of")) return false;
  return s.is(end + 1, kDeterminer | kPossessive) && s.is_one_of(end + 2, kSome);
}

// "in Orsk, where another 20,000 marched": others than those elsewhere, and all of
// those there.
bool is_of_that_place(const SentenceView& s, const ReadFigure& f) {
  int i = s.lower_is(f.first, "another") || !s.is(f.first - 1, kOther) ? f.first - 1 : f.first - 2;
  while (s.is(i, kDeterminer)) --i;
  return s.lower_is(i, "where");
}

// "40 more joined the 42 guards already there": who came before.
bool was_there_before(const SentenceView& s, const ReadFigure& f, int end) {
  return f.dimension.empty() && s.lower_is(f.first - 1, "the") && s.lower_is(end, "already");
}

// "He had freed 70 before Monday": how many it was until then.
bool was_until_then(const SentenceView& s, const ReadFigure& f, int end) {
  constexpr int kReach = 5;  // tokens
  bool had = false, before = false;
  for (int i = f.first - 1; i > f.first - kReach && s.is_word(i); --i)
    had = had || s.lower_is(i, "had");
  for (int i = end; had && !before && i < end + kReach && s.is_word(i); ++i)
    before = s.lower_is(i, "before") || s.lower_is(i, "until");
  // "The warden previously freed 70 prisoners"
  return before || (f.dimension.empty() && s.lower_is(f.first - 2, "previously"));
}

// "Won in six different districts": some of those that there are.
bool is_of_several(const SentenceView& s, const ReadFigure& f, const ReadMeasure& m) {
  return m.event == kNoIndex && m.head > f.last &&
         (s.lower_is(f.last, "different") || s.lower_is(f.last, "separate"));
}

// "40 in Orsk alone": others elsewhere.
bool is_of_one_place(const SentenceView& s, int end) {
  if (!s.is(end, kPreposition)) return false;
  for (int i = end + 1; i < end + 6 && s.is_word(i); ++i) {
    if (s.lower_is(i, "alone")) return i > end + 1;
    if (s.is(i, kPreposition | kConjunction | kClauseBreak)) return false;
  }
  return false;
}

// "Eight clerks along with four other people": the first are a part of the sum.
bool goes_with_others(const SentenceView& s, int end) {
  for (int i = end; i < end + 5 && s.is_word(i); ++i) {
    const bool along =
        (s.lower_is(i, "along") || s.lower_is(i, "together")) && s.lower_is(i + 1, "with");
    const bool well = s.lower_is(i, "as") && s.lower_is(i + 1, "well") && s.lower_is(i + 2, "as");
    if (along || well) return begins_count(s, i + (well ? 3 : 2));
  }
  return false;
}

// "40 seriously injured", "12 in critical condition", "critically wounded 12"
std::string gravity_of(const SentenceView& s, const ReadFigure& f, const ReadMeasure& m) {
  static constexpr WordList kGrave = {"critically", "critical", "seriously", "serious",
                                      "severely",   "gravely",  "badly",     "grievously"};
  static constexpr WordList kLight = {"lightly", "slightly", "mildly"};
  const int end = std::max(f.last, m.head + 1);
  for (int i = f.first - 3; i < end + 3; ++i) {
    if (i >= end && (s.is_kind(i, TokenKind::kSign) || s.is(i, kConjunction))) break;
    if (s.is_one_of(i, kGrave)) return "serious";
    if (s.is_one_of(i, kLight)) return "light";
  }
  return {};
}

void read_quality(const SentenceView& s, const ReadFigure& f, const ReadMeasure& m,
                  std::vector<std::string>& scope) {
  const int end = m.head >= f.last ? m.head + 1 : f.last;
  // Most figures have neither such a word nor such a phrase.
  constexpr WordClasses kMarks = kAverage | kPeak | kRemaining | kTotal | kCumulative;
  const bool marked = is_marked(s, f, m, kMarks);
  const bool phrased = ends_phrase(s, f.first - 2, end + 5);
  // "the average wage is $15"
  const bool of_noun = m.verb >= 0 && !f.dimension.empty() &&
                       (s.is(m.verb - 1, kAverage) || s.is(m.verb - 2, kAverage));
  if (of_noun || (marked && is_marked(s, f, m, kAverage)) ||
      (phrased && has_phrase(s, f.first - 3, end + 3, "on", "average")))
    scope.push_back("average");
  if (f.named.empty() && is_marked(s, f, m, kPeak)) scope.push_back("peak");
  if (is_marked(s, f, m, kRemaining) || is_left(s, end) || remains(s, m, end))
    scope.push_back("remaining");
  if (m.change) scope.push_back("change");
  if (m.measure == "people.injured" || m.measure == "people.hospitalized") {
    if (std::string gravity = gravity_of(s, f, m); !gravity.empty())
      scope.push_back(std::move(gravity));
  }
  if ((marked && is_marked(s, f, m, kTotal)) ||
      (phrased && (has_phrase(s, f.first - 3, end + 3, "in", "all") ||
                   has_phrase(s, f.first - 3, end + 3, "in", "total"))))
    scope.push_back("total");
  if ((marked && is_marked(s, f, m, kCumulative)) ||
      (phrased && (has_phrase(s, f.first - 3, end + 4, "so", "far") ||
                   has_phrase(s, f.first - 3, end + 4, "to", "date"))))
    scope.push_back("cumulative");
}

// Token of a noun that names people: "workers", "teenagers", "Hispanics".
bool names_people(const SentenceView& s, int i) {
  const Word& word = *s.at(i).word;
  if (!is_plural_noun(s.at(i))) return false;
  if (word.demonym) return true;
  if (word.noun == kNoIndex) return false;
  const std::string& kind = Lexicon::english().noun(word.noun).kind;
  return kind == "person" || kind == "carrier";
}

// "The jobless rate for young men rose to 9 percent", "unemployment among teenagers": of
// those people only.
std::string group_of(const SentenceView& s, const ReadFigure& f, const ReadMeasure& m) {
  constexpr int kReach = 12;  // tokens before the figure
  constexpr int kWords = 4;   // of the group
  if (f.dimension != "percent" || m.event == kNoIndex) return {};
  for (int i = f.first - 1; i > f.first - kReach && s.is_word(i); --i) {
    if (s.is(i, kConjunction | kClauseBreak)) break;
    if (!s.lower_is(i, "for") && !s.lower_is(i, "among")) continue;
    const int begin = s.is(i + 1, kDeterminer) ? i + 2 : i + 1;
    for (int noun = begin; noun < begin + kWords && s.is_word(noun); ++noun) {
      if (s.is(noun, kPreposition)) break;
      if (names_people(s, noun)) return lower_case(s.slice(begin, noun + 1));
    }
  }
  return {};
}

// "$281 million in cash": the part that is paid so.
std::string means_of(const SentenceView& s, int last) {
  if (!s.lower_is(last, "in") || !s.is(last + 1, kPayment)) return {};
  // "in cash and stock" is the whole.
  if (s.is(last + 2, kConjunction) && s.is(last + 3, kPayment)) return {};
  return lower_case(s.at(last + 1).text);
}

}  // namespace

std::vector<std::string> read_scope(const SentenceView& s, const ReadFigure& f,
                                    const ReadMeasure& m) {
  std::vector<std::string> scope;
  if ((!m.of_kind && (is_part(s, f) || m.part)) || is_of_series(s, f) || is_of_several(s, f, m))
    scope.push_back("part");
  const int end = m.head >= f.last ? m.head + 1 : f.last + 1;
  if (is_of_one_place(s, end) || is_of_last_games(s, m, f.last)) scope.push_back("part");
  if (was_there_before(s, f, end) || was_until_then(s, f, end)) scope.push_back("previous");
  const bool other = s.is(f.first - 1, kOther) || s.lower_is(f.first, "another") ||
                     stands_in(s, kOther, f.last, end);
  if ((other && !m.contrasted && !is_of_that_place(s, f)) || stands_beside_its_like(s, f))
    scope.push_back("other");
  if (s.is(f.first - 1, kNew) || stands_in(s, kNew, f.last, end)) scope.push_back("new");
  if (is_of_aftershock(s, f)) scope.push_back("aftershock");
  if (f.previous) scope.push_back("previous");
  read_quality(s, f, m, scope);
  if (const std::string means = means_of(s, f.last); !means.empty()) scope.push_back("of:" + means);
  const bool parted =
      !m.restriction.empty() || std::find(scope.begin(), scope.end(), "other") != scope.end();
  if ((m.listed || goes_with_others(s, end)) && !parted) scope.push_back("list");
  if (const std::string rate = rate_of(s, f, m); !rate.empty()) scope.push_back("per:" + rate);
  if (!m.restriction.empty()) scope.push_back("of:" + m.restriction);
  if (const std::string group = group_of(s, f, m); !group.empty()) scope.push_back("of:" + group);
  if (!m.nation.empty()) scope.push_back("nation:" + m.nation);
  if (m.measure == "length.distance") scope.push_back("from:" + reference_of(s, f.last));
  if (m.reference) scope.push_back("from:" + *m.reference);
  const bool happens = m.event != kNoIndex && f.dimension.empty();
  if (const std::string site = happens ? site_of(s, end) : std::string(); !site.empty())
    scope.push_back("at:" + site);
  std::sort(scope.begin(), scope.end());
  scope.erase(std::unique(scope.begin(), scope.end()), scope.end());
  return scope;
}

bool restricts(std::string_view token) { return token != "total" && token != "cumulative"; }

bool same_restrictions(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  auto i = a.begin(), j = b.begin();
  while (true) {
    i = std::find_if(i, a.end(), restricts);
    j = std::find_if(j, b.end(), restricts);
    if (i == a.end() || j == b.end()) return i == a.end() && j == b.end();
    if (*i++ != *j++) return false;
  }
}

}  // namespace figured::claims
