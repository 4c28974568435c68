// mention := place [ "," place ] ; place := name in the gazetteer | unknown
// unknown := ( "in" | "near" ... ) name | name cue        cue := "Valley" | "Province" ...
#include "claims/places/place_reader.h"

#include <algorithm>

#include "claims/places/place_happening.h"
#include "claims/places/place_matcher.h"
#include "claims/text/clause.h"
#include "claims/text/names.h"

namespace figured::claims {
namespace {

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
  PlaceReader(const SentenceView& s, const ArticleSides& sides, std::vector<PlaceMention>& found)
      : s_(s), sides_(sides), matcher_(s, sides), found_(found) {}

  void run() {
    const std::size_t before = found_.size();
    int next = s_.first();
    for (const std::uint32_t capital : s_.capitals()) {
      const int i = static_cast<int>(capital);
      if (i < next || !s_.is_word(i)) continue;
      next = read_known(i);
      if (next > i) continue;
      const auto name = read_name(s_, i);
      if (name) read_unknown(*name);
      // A known place can stand within a name: "President of France".
      if (name && found_.size() > before && found_.back().first >= i) next = name->last;
    }
  }

 private:
  // Returns the token behind the place; `first` when there is none.
  int read_known(int first) {
    // Words of grammar are met most of all; "US" looks like one.
    constexpr std::uint64_t kGrammar = kMonth | kWeekday | kDeterminer | kPronoun | kPreposition |
                                       kConjunction | kBe | kHave | kAdverb | kClauseBreak;
    if (s_.is(first, kGrammar) && s_.at(first).text != "US") return first;
    const Token& token = s_.at(first);
    if (token.letters && !world_.may_begin(token.text.hash())) return first;
    const PlaceMatch found = matcher_.match(first);
    if (found.names.empty()) return first;
    const std::string_view text = s_.slice(first, found.last);
    if (text.size() <= 3 && !all_capitals(text)) return first;       // "Us", "Eu"
    if (s_.is_kind(found.last, TokenKind::kCurrency)) return first;  // "US $5 billion"
    PlaceMention mention;
    mention.first = first;
    mention.last = found.last;
    PlaceMatch wider = matcher_.container(found.last);
    const gazetteer_data::Name* name = matcher_.choose(found.names, wider);
    if (name == nullptr || names_outlet(found.last)) return first;
    if (world_.place(name->row).kind == PlaceKind::kBody)
      return read_body(*name, first, found.last);
    const bool placed = wider.last > 0;
    if (!placed && !matcher_.believe(*name, first, found.last)) return first;
    mention.id = name->row;
    mention.demonym = (name->traits & kDemonym) != 0;
    mention.role = place_role(s_, *name, first, found.last, placed);
    mention.name = world_.place(name->row).name;
    if (placed) mention.last = wider.last;
    mention.dateline = is_dateline(s_, first, mention.last);
    while (is_place_cue(s_, mention.last)) ++mention.last;
    mention.aside = is_aside(s_, first);
    if (is_heading(mention)) mention.role = PlaceRole::kLocated;
    const int last = mention.last;
    found_.push_back(std::move(mention));
    return last;
  }

  // "CUSCO, Peru" on a line of its own: what follows is there.
  bool is_heading(const PlaceMention& mention) const {
    const int last = s_.is_word(mention.last) ? mention.last : mention.last + 1;
    return !mention.demonym && mention.first == s_.first() && last >= s_.last();
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
    static constexpr WordList kOutlets = {
        "times",    "post",   "journal",  "tribune", "herald",   "news",      "gazette",
        "globe",    "daily",  "inquirer", "star",    "examiner", "telegraph", "chronicle",
        "magazine", "review", "observer", "courier", "dispatch", "sentinel",  "register"};
    return s_.at(last).capital && s_.is_one_of(last, kOutlets);
  }

  // "Sheriff Ana Ruiz of Velma County": the place is behind "of".
  NameSpan last_part(const NameSpan& name) const {
    int first = name.first;
    for (int i = name.first; i + 1 < name.last; ++i) {
      if (s_.lower_is(i, "of")) first = i + 1;
    }
    return {first, name.last};
  }

  void read_unknown(const NameSpan& whole) {
    const NameSpan name = is_place_cue(s_, whole.last - 1) ? last_part(whole) : whole;
    if (s_.is_kind(name.last, TokenKind::kPossessiveEnd)) return;
    const bool dateline = is_dateline(s_, name.first, name.last);
    const bool cue = has_cue(name);
    // "in the neighbouring Velma valley"
    const int at = cue ? phrase_start(s_, name.first) - 1 : before_name(s_, name.first);
    const PlaceMatch wider = matcher_.container(name.last);
    const bool held = wider.last > 0 && is_state(wider) && s_.is(at, kPreposition);
    const bool placed = (dateline || held || locates_unknown(s_, at)) && can_be_place(name);
    if (!placed && !cue) return;
    std::string text = without_cues(name);
    if (text.empty()) return;
    found_.push_back({name.first, name.last, kNoPlace,
                      dateline ? PlaceRole::kLocated : role_behind(s_, at), false, dateline,
                      is_aside(s_, name.first), std::move(text)});
  }

  // "of Velma, Texas", "of Velma, Peru"
  bool is_state(const PlaceMatch& wider) const {
    const PlaceKind kind = world_.place(wider.names.front().row).kind;
    return kind == PlaceKind::kState || kind == PlaceKind::kCountry;
  }

  // "Velma Valley", "Lake Velma", "the Velma valley"
  bool has_cue(const NameSpan& name) {
    static constexpr WordList kBodies = {"state", "department", "district", "borough"};
    // "the flooded Velma valley"
    const bool lower = s_.is_word(name.last) && s_.is(name.last, kPlaceCue) &&
                       !s_.is(name.last, kTitle) && !s_.is_one_of(name.last, kBodies);
    if (lower && can_be_place(name)) return true;
    if (name.last - name.first < 2) return false;
    static constexpr WordList kFirst = {"lake", "mount", "cape", "port", "gulf", "river"};
    return (is_place_cue(s_, name.last - 1) && !s_.is_one_of(name.last - 1, kBodies)) ||
           s_.is_one_of(name.first, kFirst);
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
           word.topic == Topic::kCommunication ||  // "in Arabic"
           ((word.naming & kCommonNoun) != 0 &&
            (!word.can_mean(Topic::kLocation) || all_capitals(s_.at(name.first).text)));
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
  PlaceMatcher matcher_;
  std::vector<PlaceMention>& found_;
};

}  // namespace

void read_places(const SentenceView& s, const ArticleSides& sides,
                 std::vector<PlaceMention>& mentions) {
  PlaceReader(s, sides, mentions).run();
}

}  // namespace figured::claims
