// mention := place [ "," place ] ; place := name in the gazetteer | unknown
// unknown := ( "in" | "near" ... ) name | name cue        cue := "Valley" | "Province" ...
#include "claims/place_reader.h"

#include <algorithm>
#include <iterator>

#include "claims/clause.h"
#include "claims/gazetteer/place_key.h"
#include "claims/names.h"

namespace figured::claims {
namespace {

constexpr std::uint32_t kBigCity = 900;  // thousands: known without a word of place

template <std::size_t size>
bool is_one_of(const SentenceView& s, int i, const std::string_view (&words)[size]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return s.lower_is(i, word); });
}

// "stake in Ford", "rise in Medicaid": no place follows.
bool takes_in(const SentenceView& s, int noun) {
  static constexpr std::string_view kNouns[] = {
      "stake", "stakes", "interest", "interests", "share", "shares", "investment", "invested",
      "invest", "holding", "rise", "increase", "drop", "fall", "decline", "cut", "cuts", "change",
      "changes", "confidence", "trust", "believe", "believes", "believed", "faith", "role", "part",
      "participate", "specialize", "specializes", "result", "resulted", "resulting", "majority",
      "position", "stock", "trading", "partner", "engaged", "involved", "succeed", "seat",
      // of whom it is said, not of what is counted
      "headquartered", "based", "born", "raised", "incorporated", "registered", "educated"};
  return is_one_of(s, noun, kNouns);
}

// Behind these an unknown name is a place too: "in Orsk", not "at Ford".
bool locates_unknown(const SentenceView& s, int i) {
  static constexpr std::string_view kSure[] = {"in",         "near",   "outside", "across",
                                               "throughout", "around", "inside"};
  return is_one_of(s, i, kSure) && !takes_in(s, i - 1);
}

bool is_cue(const SentenceView& s, int i) {
  return s.is_word(i) && s.is(i, kPlaceCue) && s.at(i).capital && !s.is(i, kTitle);
}

bool all_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "ORSK" of a dateline is "Orsk".
void append_title_case(std::string_view word, std::string& text) {
  const bool shout = word.size() > 3 && all_capitals(word);
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool lower = shout && i > 0 && word[i] >= 'A' && word[i] <= 'Z';
    text += lower ? static_cast<char>(word[i] + 32) : word[i];
  }
}

// Reads the places of one sentence.
class PlaceReader {
 public:
  PlaceReader(const SentenceView& s, const ArticleSides& sides) : s_(s), sides_(sides) {}

  std::vector<PlaceMention> run() {
    int next = s_.first();
    for (const std::uint32_t capital : s_.capitals()) {
      const int i = static_cast<int>(capital);
      if (i < next || !s_.is_word(i)) continue;
      next = read_known(i);
      if (next > i) continue;
      const auto name = read_name(s_, i);
      if (name) read_unknown(*name);
      // A known place can stand within a name: "President of France".
      if (name && !found_.empty() && found_.back().first == i) next = name->last;
    }
    return std::move(found_);
  }

 private:
  struct Match {
    int last = 0;
    std::span<const gazetteer_data::Name> names;
  };

  // The longest name of the gazetteer that begins at token `first`.
  Match match(int first) {
    key_.clear();
    append_place_key(s_.at(first).text, key_);
    const std::size_t blank = key_.find(' ');
    PlaceNames found = world_.find(std::string_view(key_).substr(0, blank));
    Match best;
    if (blank == std::string::npos) best = {first + 1, found.names};
    int words = 1;
    for (int i = first + 1; words < found.longest && s_.has(i); ++i) {
      if (s_.binds(i)) continue;
      if (s_.at(i).text == "." && s_.at(i - 1).text.size() <= 2) continue;  // "St. Louis"
      if (s_.is_kind(i, TokenKind::kPossessiveEnd) || !s_.is_word(i)) break;
      key_ += ' ';
      append_place_key(s_.at(i).text, key_);
      ++words;
      const PlaceNames longer = world_.find(key_);
      if (!longer.names.empty()) best = {i + 1, longer.names};
    }
    return best.names.empty() ? Match() : best;
  }

  // Returns the token behind the place; `first` when there is none.
  int read_known(int first) {
    // Words of grammar are met most of all; "US" looks like one.
    constexpr std::uint64_t kGrammar = kMonth | kWeekday | kDeterminer | kPronoun | kPreposition |
                                       kConjunction | kBe | kHave | kAdverb | kClauseBreak;
    if (s_.is(first, kGrammar) && s_.at(first).text != "US") return first;
    if (!world_.may_begin(s_.at(first).text)) return first;
    const Match found = match(first);
    if (found.names.empty()) return first;
    const std::string_view text = s_.slice(first, found.last);
    if (text.size() <= 3 && !all_capitals(text)) return first;       // "Us", "Eu"
    if (s_.is_kind(found.last, TokenKind::kCurrency)) return first;  // "US $5 billion"
    PlaceMention mention;
    mention.first = first;
    mention.last = found.last;
    Match wider = container(found.last);
    const gazetteer_data::Name* name = choose(found.names, wider);
    if (name == nullptr || names_outlet(found.last)) return first;
    if (world_.place(name->row).kind == PlaceKind::kBody)
      return read_body(*name, first, found.last);
    const bool placed = wider.last > 0;
    if (!placed && !believe(*name, first, found.last)) return first;
    mention.id = name->row;
    mention.demonym = (name->traits & kDemonym) != 0;
    mention.role = role(*name, first, found.last, placed);
    mention.name = world_.place(name->row).name;
    if (placed) mention.last = wider.last;
    mention.dateline = is_dateline(s_, first, mention.last);
    while (is_cue(s_, mention.last)) ++mention.last;
    const int last = mention.last;
    found_.push_back(std::move(mention));
    return last;
  }

  int read_body(const gazetteer_data::Name& name, int first, int last) {
    if (!tells_country(first, last)) return first;
    PlaceMention mention;
    mention.first = first;
    mention.last = last;
    mention.id = name.row;
    mention.name = world_.place(name.row).name;
    found_.push_back(std::move(mention));
    return last;
  }

  // "Republicans", "the Bundestag": not the Indian Congress, not the Senate of Peru,
  // not the Christian Democrats.
  bool tells_country(int first, int last) const {
    const Word& before = *s_.at(first - 1).word;
    const bool owned = s_.is_kind(first - 1, TokenKind::kPossessiveEnd) || before.demonym;
    const bool other = s_.at(first - 1).capital && before.is_likely(PartOfSpeech::kAdjective);
    return !owned && !other && !s_.lower_is(last, "of");
  }

  // "the New York Times": an outlet is read everywhere.
  bool names_outlet(int last) const {
    static constexpr std::string_view kOutlets[] = {
        "times",    "post",   "journal",  "tribune", "herald",   "news",      "gazette",
        "globe",    "daily",  "inquirer", "star",    "examiner", "telegraph", "chronicle",
        "magazine", "review", "observer", "courier", "dispatch", "sentinel",  "register"};
    return s_.at(last).capital && is_one_of(s_, last, kOutlets);
  }

  // "Selma, Alabama", "Selma, Ala.": the place behind the comma.
  Match container(int last) {
    if (s_.at(last).text != "," || !s_.at(last + 1).capital) return {};
    Match wider = match(last + 1);
    if (wider.names.empty()) return {};
    const PlaceKind kind = world_.place(wider.names.front().row).kind;
    if (kind == PlaceKind::kCity || kind == PlaceKind::kBody ||
        (wider.names.front().traits & kDemonym) != 0)
      return {};
    if (s_.at(wider.last).text == "." && s_.at(wider.last - 1).text.size() <= 5 &&
        (wider.names.front().traits & kAbbreviation) != 0)
      ++wider.last;
    return wider;
  }

  // The meaning that lies in the place behind, in one spoken of before, else the
  // best known.
  const gazetteer_data::Name* choose(std::span<const gazetteer_data::Name> names, Match& wider) {
    for (const gazetteer_data::Name& name : names) {
      for (const gazetteer_data::Name& wide : wider.names) {
        if (name.row != wide.row && world_.within(name.row, wide.row)) return &name;
      }
    }
    wider = {};  // "Paris, Germany and Spain" is a list
    for (const gazetteer_data::Name& name : names) {
      if ((name.traits & kAbbreviation) == 0) return &name;
    }
    return nullptr;
  }

  bool is_name_word(int i) const {
    return s_.is_word(i) && s_.at(i).capital &&
           !s_.is(i, kPreposition | kDeterminer | kConjunction | kPronoun | kMonth | kWeekday |
                         kBe | kHave | kDayWord | kAdverb | kClauseBreak);
  }

  int before(int first) const { return s_.is(first - 1, kDeterminer) ? first - 2 : first - 1; }

  // Whether the words around let the name be a place.
  bool believe(const gazetteer_data::Name& name, int first, int last) const {
    const gazetteer_data::Row& place = world_.place(name.row);
    const bool located = locates(s_, before(first)) || s_.lower_is(first - 1, "from") ||
                         s_.lower_is(first - 1, "to") || is_dateline(s_, first, last) ||
                         (s_.lower_is(first - 1, "of") && s_.is(first - 2, kPlaceCue)) ||
                         s_.is(last, kPlaceCue);
    if ((name.traits & kCommonWord) != 0 || is_within_person(first, last)) return false;
    if (place.kind == PlaceKind::kCountry || place.kind == PlaceKind::kRegion) {
      return (name.traits & kPersonName) == 0 || located ||
             (!is_person(first, last) && !is_name_word(first - 1));
    }
    // "Michael Boston", "Boston Scientific"
    const bool inside = (is_name_word(first - 1) && !is_cue(s_, first - 1) &&
                         !s_.at(first - 1).word->title && !is_direction(first - 1)) ||
                        s_.is_kind(first - 1, TokenKind::kHyphen);
    if (inside || is_person(first, last)) return false;
    const bool known = place.population >= kBigCity && (name.traits & kPersonName) == 0;
    if (is_name_word(last) && !is_cue(s_, last) && place.kind == PlaceKind::kCity && !known)
      return false;
    if ((name.traits & kDemonym) != 0) return true;
    if ((name.traits & kPersonName) != 0 || place.kind == PlaceKind::kCity) return located || known;
    // Of the world's provinces only those that English has its own name for are
    // known by it alone.
    return located || known || name.row < gazetteer_data::kOurs;
  }

  bool is_direction(int i) const {
    static constexpr std::string_view kDirections[] = {
        "northern", "southern", "eastern", "western", "central", "downtown", "east",    "west",
        "north",    "south",    "upper",   "lower",   "greater", "suburban", "occupied"};
    return is_one_of(s_, i, kDirections);
  }

  // "Paris Hilton": the run of capitals is a person of the article.
  bool is_within_person(int first, int last) const {
    if (!is_name_word(last)) return false;
    const auto run = read_name(s_, first);
    if (!run || run->last <= last) return false;
    const SideName named = sides_.trim(s_, *run);
    return named.kind == SideKind::kPerson && named.span.first == first;
  }

  bool is_person(int first, int last) const {
    if (last - first != 1) return false;
    const int side = sides_.named(s_.at(first).text);
    return side != kNoSide && sides_.side(side).kind == SideKind::kPerson;
  }

  PlaceRole role(const gazetteer_data::Name& name, int first, int last, bool placed) const {
    if ((name.traits & kDemonym) != 0) return PlaceRole::kAdjective;
    if (is_dateline(s_, first, last)) return PlaceRole::kLocated;
    if (s_.is_kind(last, TokenKind::kPossessiveEnd)) return PlaceRole::kNamed;
    int at = before(first);
    if (!placed && modifies(last))
      return holds(name, at) ? PlaceRole::kLocated : PlaceRole::kAdjective;
    while (is_direction(at) || s_.is_kind(at, TokenKind::kHyphen) || s_.is(at, kDeterminer)) --at;
    if (s_.lower_is(at, "of") && s_.is(at - 1, kPlaceCue)) {  // "in the city of Lomé"
      at -= 2;
      while (s_.is(at, kDeterminer)) --at;
    }
    if (locates(s_, at)) return takes_in(s_, at - 1) ? PlaceRole::kNamed : PlaceRole::kLocated;
    static constexpr std::string_view kTowards[] = {"to", "into", "toward", "towards", "for"};
    return is_one_of(s_, at, kTowards) ? PlaceRole::kTarget : PlaceRole::kNamed;
  }

  // "at the Lima airport", "in a Texas prison": what is in a town or a state; "in the
  // Iran talks" is no place.
  bool holds(const gazetteer_data::Name& name, int preposition) const {
    static constexpr std::string_view kIn[] = {"in", "at", "near", "outside", "inside"};
    const PlaceKind kind = world_.place(name.row).kind;
    return (kind == PlaceKind::kCity || kind == PlaceKind::kState) &&
           is_one_of(s_, preposition, kIn) && !takes_in(s_, preposition - 1);
  }

  // "Texas governor", "U.S. troops": a noun follows at once.
  bool modifies(int last) const {
    const int next = s_.at(last).text == "." &&
                             s_.at(last).span.start == s_.at(last - 1).span.end &&
                             s_.is_word(last + 1)
                         ? last + 1
                         : last;
    if (s_.is_kind(next, TokenKind::kHyphen) && s_.binds(next)) return true;
    if (!s_.is_word(next) || is_cue(s_, next)) return false;
    // "in Lima less than a year"
    static constexpr std::string_view kLimits[] = {"less",   "more",    "fewer", "nearly",
                                                   "almost", "roughly", "alone", "itself"};
    if (is_one_of(s_, next, kLimits)) return false;
    if (is_name_word(next)) return true;
    return !s_.is(next, kPreposition | kDeterminer | kConjunction | kPronoun | kMonth | kWeekday |
                            kBe | kHave | kDayWord | kAdverb | kClauseBreak | kModal | kWill |
                            kSay) &&
           !is_finite_verb(s_, next) && s_.at(next).word->verb_forms == 0;
  }

  void read_unknown(const NameSpan& name) {
    if (s_.is_kind(name.last, TokenKind::kPossessiveEnd)) return;
    const bool dateline = is_dateline(s_, name.first, name.last);
    const bool cue = has_cue(name);
    // "in the neighbouring Velma valley"
    const int at = cue ? phrase_start(s_, name.first) - 1 : before(name.first);
    const bool placed = (dateline || locates_unknown(s_, at)) && can_be_place(name);
    if (!placed && !cue) return;
    std::string text = without_cues(name);
    if (text.empty()) return;
    const bool located = locates(s_, at) || dateline;
    found_.push_back({name.first, name.last, kNoPlace,
                      located ? PlaceRole::kLocated : PlaceRole::kNamed, false, dateline,
                      std::move(text)});
  }

  // "Velma Valley", "Lake Velma", "the Velma valley"
  bool has_cue(const NameSpan& name) {
    static constexpr std::string_view kBodies[] = {"state", "department", "district", "borough"};
    // "the flooded Velma valley"
    const bool lower = s_.is_word(name.last) && s_.is(name.last, kPlaceCue) &&
                       !s_.is(name.last, kTitle) && !is_one_of(s_, name.last, kBodies);
    if (lower && can_be_place(name)) return true;
    if (name.last - name.first < 2) return false;
    static constexpr std::string_view kFirst[] = {"lake", "mount", "cape", "port", "gulf", "river"};
    return (is_cue(s_, name.last - 1) && !is_one_of(s_, name.last - 1, kBodies)) ||
           is_one_of(s_, name.first, kFirst);
  }

  // An unknown name that no other use in the article speaks against.
  bool can_be_place(const NameSpan& name) {
    const SideName side = sides_.trim(s_, name);
    if (side.span.first >= side.span.last || is_word_of_language(name)) return false;
    if (side.kind != SideKind::kNone && side.kind != SideKind::kPlace) return false;
    const int known = sides_.named(s_.slice(name.first, name.last));
    if (known != kNoSide && sides_.side(known).kind != SideKind::kNone &&
        sides_.side(known).kind != SideKind::kPlace)
      return false;
    const std::string_view text = s_.at(name.first).text;
    const bool inner =
        std::any_of(text.begin() + 1, text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return !inner && !is_headline(s_);
  }

  // "in Bill": a single word that means something else.
  bool is_word_of_language(const NameSpan& name) const {
    if (name.last - name.first != 1) return false;
    const Word& word = *s_.at(name.first).word;
    return word.side_name != SideKind::kNone || means_something(word) ||
           word.is_likely(PartOfSpeech::kAdjective) ||
           ((word.naming & kCommonNoun) != 0 && !word.can_mean(Topic::kLocation));
  }

  std::string without_cues(const NameSpan& name) const {
    std::string text;
    for (int i = name.first; i < name.last; ++i) {
      const Token& token = s_.at(i);
      if (token.kind != TokenKind::kWord || token.word->is(kPlaceCue)) continue;
      if (!text.empty()) text += ' ';
      append_title_case(token.text, text);
    }
    return text;
  }

  const SentenceView& s_;
  const ArticleSides& sides_;
  const Gazetteer& world_ = Gazetteer::world();
  std::string key_;
  std::vector<PlaceMention> found_;
};

}  // namespace

bool locates(const SentenceView& s, int i) {
  static constexpr std::string_view kLocating[] = {"in",         "near",   "outside", "across",
                                                   "throughout", "around", "inside",  "within",
                                                   "off",        "at",     "over",    "above"};
  return is_one_of(s, i, kLocating);
}

std::vector<PlaceMention> read_places(const SentenceView& s, const ArticleSides& sides) {
  return PlaceReader(s, sides).run();
}

}  // namespace figured::claims
