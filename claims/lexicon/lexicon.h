// Lexicon tells what is known of a word: its classes, the number, unit, event,
// noun or place it stands for.
//
// It is made once, of our own tables (lexicon/en) laid over the word forms of
// WordNet, and then only read.  A form that neither knows is not guessed here.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claims/lexicon/unit.h"
#include "claims/lexicon/word_grammar.h"
#include "claims/times/time_role.h"

namespace figured::claims {

// Classes of words.tsv as bits; the bit of a class is its place in
// kWordClassNames.
__extension__ typedef unsigned __int128 WordClasses;
constexpr WordClasses class_bit(unsigned place) { return static_cast<WordClasses>(1) << place; }
enum WordClass : WordClasses {
  kBe = class_bit(0),
  kHave = class_bit(1),
  kModal = class_bit(2),
  kWill = class_bit(3),
  kDeterminer = class_bit(4),
  kPossessive = class_bit(5),
  kPronoun = class_bit(6),
  kSubjectPronoun = class_bit(7),
  kPersonPronoun = class_bit(8),
  kPreposition = class_bit(9),
  kPlacePreposition = class_bit(10),
  kConjunction = class_bit(11),
  kClauseBreak = class_bit(12),
  kAdverb = class_bit(13),
  kNegation = class_bit(14),
  kMonth = class_bit(15),
  kWeekday = class_bit(16),
  kDayWord = class_bit(17),
  kClockWord = class_bit(18),
  kTitle = class_bit(19),
  kPlaceCue = class_bit(20),
  kSideNoun = class_bit(21),
  kEventNoun = class_bit(22),
  kFear = class_bit(23),
  kPlan = class_bit(24),
  kAsk = class_bit(25),
  kOffer = class_bit(26),
  kEstimate = class_bit(27),
  kCondition = class_bit(28),
  kCapacity = class_bit(29),
  kRevise = class_bit(30),
  kPart = class_bit(31),
  kOther = class_bit(32),
  kNew = class_bit(33),
  kTotal = class_bit(34),
  kNameCue = class_bit(35),
  kNoPlural = class_bit(36),
  kSay = class_bit(37),
  kRise = class_bit(38),
  kFall = class_bit(39),
  kAccording = class_bit(40),
  kSingularS = class_bit(41),
  kSayThat = class_bit(42),   // a verb of saying before a clause or beside a quotation only
  kSpeech = class_bit(43),    // one whose "-s" form is as often a plural: "promises"
  kShow = class_bit(44),      // what a document does: "the poll showed"
  kVoice = class_bit(45),     // a person or body that speaks: "officials"
  kBody = class_bit(46),      // a word that makes a name an organisation's
  kDocument = class_bit(47),  // "report", "data"
  kAttain = class_bit(48),
  kLightNoun = class_bit(49),
  kDeny = class_bit(50),
  kAverage = class_bit(51),
  kNet = class_bit(52),
  kPeak = class_bit(53),
  kRemaining = class_bit(54),
  kCumulative = class_bit(55),
  kSite = class_bit(56),
  kDirection = class_bit(57),
  kPostNoun = class_bit(58),
  kContain = class_bit(59),
  kConsider = class_bit(60),
  kLikely = class_bit(61),
  kPayment = class_bit(62),
  kTheBody = class_bit(63),  // one that stands for a body named before: "the company"
  kDoubt = class_bit(64),
  kLasting = class_bit(65),  // base form of a verb that a length of time goes with: "wait"
  kAnybody = class_bit(66),  // "anyone", "nobody"
};

// Verbs of saying and showing.  Those of kSpokenOnly have forms that are common
// nouns too ("records"), so that only the reader of speakers takes them as verbs.
inline constexpr WordClasses kSpokenOnly = kSayThat | kSpeech | kShow;
inline constexpr WordClasses kAnySpeech = kSay | kSpokenOnly;

// What a number word does in a numeral (numbers.tsv).
enum class NumberRole : std::uint8_t {
  kNone,
  kSmall,
  kTen,
  kScale,
  kCount,
  kVague,
  kTens,
  kSeveral,
  kHalf,
  kFraction,  // a part that is no ordinal: "quarter"
  kVulgar,    // one sign: ½
  kOrdinal,   // third: a rank, or a part ("two thirds")
  kDecade,    // "fifties"
  kTimes,     // how many times: "twice"
};

enum class Dynamic : std::uint8_t {
  kCumulative,  // may only rise: deaths, arrests
  kLevel,       // moves both ways: strength, price
  kFixed,       // never changes: magnitude, a vote's result
};

// What an event is said of.
enum class EventWhat : std::uint8_t {
  kAny,
  kPeople,  // a bare number counts people: "42 were killed"
  kAmount,  // measured quantities, never counts: a debt, a depth
};

inline constexpr std::int16_t kNoIndex = -1;

// The class that a happening is of when such a noun is counted.
struct EventOfKind {
  std::string kind;  // a kind of nouns, or a canonical noun
  std::int16_t event = kNoIndex;
};

// A class of happenings or qualities that figures are said of.
struct Event {
  std::string name;   // "killed"
  std::string label;  // in words
  Dynamic dynamic = Dynamic::kLevel;
  EventWhat what = EventWhat::kAny;
  // What goes by no noun of its own: what is paid is a "payment"; "" = nothing.
  std::string noun;
  std::int16_t parent = kNoIndex;   // the wider class
  std::int16_t things = kNoIndex;   // the class when no people are counted
  // The class of what its verbs are done to: patients recover, police recover arms.
  std::int16_t acted_on = kNoIndex;
  std::vector<EventOfKind> as;      // the class when these are counted
  std::string kind;                 // of whatever is counted; "" = the noun tells
  std::vector<std::int16_t> never;  // classes that are never the same quantity
  bool children_apart = false;      // the classes right below are different quantities
};

// A class of things that are counted.
struct Noun {
  std::string kind;  // carrier, person, armed, building ...
  std::string name;  // canonical: "soldier"
  std::int16_t parent = kNoIndex;
  std::vector<std::int16_t> never;
};

// How a word can stand for an event.
enum EventRole : std::uint8_t {
  kObjectVerb = 1,     // its object is counted: "killed 42", "42 were killed"
  kSubjectVerb = 2,    // its subject is counted: "42 died"
  kEventNounRole = 4,  // the counted noun is the event: "42 deaths"
  kAdjective = 8,      // "42 dead", "displaced people"
  kToll = 16,          // "a toll of 42"
  kActNoun = 64,       // "the destruction of 42"
  kPredicate = 32,     // "42 were in custody", of a preposition and a noun together
};

enum VerbForm : std::uint8_t { kBaseForm = 1, kSForm = 2, kPastForm = 4, kIngForm = 8 };

// Two words that stand for an event together: "laid off", "interest rate".
struct Compound {
  std::int16_t event = kNoIndex;
  std::uint8_t roles = 0;
};

// What kind of side a word speaks of (sides.tsv).
enum class SideKind : std::uint8_t {
  kNone,
  kPerson,
  kCompany,
  kGroup,  // an armed side, a party, a team, any body of people
  kGovernment,
  kPlace,
  kEconomy,  // what is a country's: "unemployment"
  kOther,    // a named thing: an act, a prize
};

// What the readers that go over all tokens of a text look for.
enum Cue : std::uint8_t {
  kSpeechCue = 1,  // a word that can tell who says something, or a handle
  kAmountCue = 2,  // an amount may begin with it
  kSingleCue = 4,  // what can count one, or none: "a", "her", "no", "nobody", "anyone"
  kPersonCue = 8,  // a noun that people are counted by, a people: "nurse", "Afghan"
  // A figure begins with it, or with the token before it: kAmountCue, "a", "an".
  kFigureCue = 16,
};

// The value of a number word: equal ends, or the bounds of a vague one.
struct NumberValue {
  double low = 0;
  double high = 0;
};

// WordGrammar comes from WordNet, all else from our own tables.  A Word is one
// cache line, for every token of a text asks for its own.
struct alignas(64) Word : WordGrammar {
  NumberRole number_role = NumberRole::kNone;
  std::uint8_t cues = 0;         // of Cue; what they sum up is told below
  bool compound : 1 = false;     // may begin a compound
  bool demonym : 1 = false;      // of a place: "Afghan" for Afghanistan
  bool title : 1 = false;        // "Senator"
  bool money_sign : 1 = false;   // may stand before its number: "EUR", "Rs"
  bool predicate : 1 = false;    // ends a phrase that says an event: "custody" of "in custody"
  bool begins_unit : 1 = false;  // "sq" of "sq ft"; whether it is one, UnitReader says
  std::uint8_t event_roles = 0;
  std::uint8_t amount_roles = 0;
  std::uint8_t verb_forms = 0;               // of an event verb, a "say", "rise" or "fall"
  std::uint8_t speech_forms = 0;             // of a verb of kAnySpeech
  SideKind side_noun : 4 = SideKind::kNone;  // "company"
  SideKind side_name : 4 = SideKind::kNone;  // "Inc"
  std::int16_t noun = kNoIndex;
  std::int16_t place = kNoIndex;
  std::int16_t unit = kNoIndex;
  std::int16_t event = kNoIndex;       // as a verb or an adjective
  std::int16_t noun_event = kNoIndex;  // as a noun: "damage" is money, "to damage" is not
  WordClasses classes = 0;
  std::uint64_t time_roles = 0;
  std::int16_t amount_event = kNoIndex;  // likewise, when a measured quantity is said of it
  std::int16_t amount_noun = kNoIndex;
  std::int16_t time_value = 0;  // of a month, weekday, grain, holiday ... (times.tsv)
  std::int16_t number = kNoIndex;

  // The value of a word with a number_role; 0 for any other.
  double low() const;
  double high() const;

  bool is(WordClasses any_of) const { return (classes & any_of) != 0; }
  bool has_time_role(std::uint64_t any_of) const { return (time_roles & any_of) != 0; }
  bool has_role(std::uint8_t any_of) const { return (event_roles & any_of) != 0; }
  // The event that the word stands for in one of these roles.
  std::int16_t event_as(std::uint8_t any_of) const {
    const std::uint8_t roles = event_roles & any_of;
    return (roles & (kEventNounRole | kToll | kActNoun)) != 0 ? noun_event
           : roles != 0                                       ? event
                                                              : kNoIndex;
  }
  // The same for money, percent and other measured quantities.
  std::int16_t amount_as(std::uint8_t any_of) const {
    const std::uint8_t roles = amount_roles & any_of;
    return (roles & (kEventNounRole | kToll)) != 0 ? amount_noun
           : roles != 0                            ? amount_event
                                                   : kNoIndex;
  }
};

static_assert(sizeof(Word) == 64);

class WordTable;

class Lexicon {
 public:
  // The lexicon of the language; made at the first call.
  static const Lexicon& english();

  // An unknown word has no class and no forms.  A-Z count as a-z, so that a token
  // is looked up as it stands.
  const Word& find(std::string_view text) const;

  // The table behind it, for who looks up many words at a time (lexicon_index.h).
  const WordTable& words() const;

  // The singular of a plural ("children": "child"), in lower case; any other
  // word as it is.
  std::string singular(std::string_view noun) const;
  // The base of a verb's form ("fled": "flee"), in lower case; any other word as
  // it is.
  std::string verb_base(std::string_view verb) const;

  // What a run of tokens can be the name of, the first meaning first; a run begins
  // with a word of begins_unit, or is a sign of money_sign.
  std::span<const UnitName> unit_names(const UnitKey& key) const;

  // What two words stand for together; both in lower case.
  Compound find_compound(std::string_view first, std::string_view second) const;

  // Whether the text is a sign of money that stands before its number, as it is
  // spelt: "EUR", "Rs"; not one that is rather something else: "TOP".
  bool is_money_code(std::string_view text) const;

  const NumberValue& number(std::int16_t index) const { return numbers_[index]; }
  const Unit& unit(std::int16_t index) const { return units_[index]; }
  const Event& event(std::int16_t index) const { return events_[index]; }
  std::int16_t index_of(const Event& event) const {
    return static_cast<std::int16_t>(&event - events_.data());
  }
  const Noun& noun(std::int16_t index) const { return nouns_[index]; }
  const std::string& place(std::int16_t index) const { return places_[index]; }
  // ISO 3166: "MX"; empty for a continent.
  const std::string& country_code(std::int16_t place) const { return country_codes_[place]; }
  // The money of this kind in this country: "peso" and "MX".
  std::int16_t currency_of(std::string_view kind, std::string_view country) const;

  // By canonical name; null when there is none.
  const Unit* unit_named(std::string_view name) const;
  const Event* event_named(std::string_view name) const;
  const Noun* noun_named(std::string_view name) const;

 private:
  friend class LexiconReader;
  struct Index;
  Lexicon();

  const Index* index_;
  std::vector<NumberValue> numbers_;
  std::vector<Unit> units_;
  std::vector<Event> events_;
  std::vector<Noun> nouns_;
  std::vector<std::string> places_;
  std::vector<std::string> country_codes_;  // of places_
};

}  // namespace figured::claims
