// Lexicon tells what is known of a word: its classes, the number, unit, event,
// noun or place it stands for.
//
// It is made once from the tables of lexicon/en and then only read.  Words are
// looked up in lower case; an unknown plural or "-ed" form is not guessed here.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace figured::claims {

// Classes of words.tsv; the bit of a class is its place in kWordClassNames.
enum WordClass : std::uint64_t {
  kBe = 1ull << 0,
  kHave = 1ull << 1,
  kModal = 1ull << 2,
  kWill = 1ull << 3,
  kDeterminer = 1ull << 4,
  kPossessive = 1ull << 5,
  kPronoun = 1ull << 6,
  kSubjectPronoun = 1ull << 7,
  kPersonPronoun = 1ull << 8,
  kPreposition = 1ull << 9,
  kPlacePreposition = 1ull << 10,
  kConjunction = 1ull << 11,
  kClauseBreak = 1ull << 12,
  kAdverb = 1ull << 13,
  kNegation = 1ull << 14,
  kMonth = 1ull << 15,
  kWeekday = 1ull << 16,
  kDayWord = 1ull << 17,
  kClockWord = 1ull << 18,
  kTitle = 1ull << 19,
  kPlaceCue = 1ull << 20,
  kSideNoun = 1ull << 21,
  kEventNoun = 1ull << 22,
  kFear = 1ull << 23,
  kPlan = 1ull << 24,
  kAsk = 1ull << 25,
  kOffer = 1ull << 26,
  kEstimate = 1ull << 27,
  kCondition = 1ull << 28,
  kCapacity = 1ull << 29,
  kRevise = 1ull << 30,
  kPart = 1ull << 31,
  kOther = 1ull << 32,
  kNew = 1ull << 33,
  kTotal = 1ull << 34,
  kNameCue = 1ull << 35,
  kNoPlural = 1ull << 36,
  kSay = 1ull << 37,
  kRise = 1ull << 38,
  kFall = 1ull << 39,
  kAccording = 1ull << 40,
  kSingularS = 1ull << 41,
};

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
  kFraction,
};

struct Unit {
  std::string name;       // canonical: "km"
  std::string dimension;  // "length"; money units compare with their own kind only
  double factor = 1;      // to the dimension's base unit
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

// A class of happenings or qualities that figures are said of.
struct Event {
  std::string name;   // "killed"
  std::string label;  // in words
  Dynamic dynamic = Dynamic::kLevel;
  EventWhat what = EventWhat::kAny;
};

// A class of things that are counted.
struct Noun {
  std::string kind;  // carrier, person, armed, building ...
  std::string name;  // canonical: "soldier"
};

// How a word can stand for an event.
enum EventRole : std::uint8_t {
  kObjectVerb = 1,     // its object is counted: "killed 42", "42 were killed"
  kSubjectVerb = 2,    // its subject is counted: "42 died"
  kEventNounRole = 4,  // the counted noun is the event: "42 deaths"
  kAdjective = 8,      // "42 dead", "displaced people"
  kToll = 16,          // "a toll of 42"
};

enum VerbForm : std::uint8_t { kBaseForm = 1, kSForm = 2, kPastForm = 4, kIngForm = 8 };

inline constexpr std::int16_t kNoIndex = -1;

struct Word {
  std::uint64_t classes = 0;
  NumberRole number_role = NumberRole::kNone;
  double low = 0;
  double high = 0;
  std::int16_t unit = kNoIndex;
  std::int16_t event = kNoIndex;       // as a verb or an adjective
  std::int16_t noun_event = kNoIndex;  // as a noun: "damage" is money, "to damage" is not
  std::uint8_t event_roles = 0;
  std::uint8_t verb_forms = 0;  // of an event verb, a "say", "rise" or "fall"
  std::int16_t noun = kNoIndex;
  std::int16_t place = kNoIndex;
  bool demonym = false;  // of a place: "Afghan" for Afghanistan

  bool is(std::uint64_t any_of) const { return (classes & any_of) != 0; }
  bool has_role(std::uint8_t any_of) const { return (event_roles & any_of) != 0; }
  // The event that the word stands for in one of these roles.
  std::int16_t event_as(std::uint8_t any_of) const {
    const std::uint8_t roles = event_roles & any_of;
    return (roles & (kEventNounRole | kToll)) != 0 ? noun_event : roles != 0 ? event : kNoIndex;
  }
};

class Lexicon {
 public:
  // The lexicon of the language; made at the first call.
  static const Lexicon& english();

  // Never null: an unknown word has no class.  `lower` is in lower case.
  const Word& find(std::string_view lower) const;

  // A unit of several words, written with single blanks: "square miles".
  std::int16_t find_unit(std::string_view lower) const;

  const Unit& unit(std::int16_t index) const { return units_[index]; }
  const Event& event(std::int16_t index) const { return events_[index]; }
  const Noun& noun(std::int16_t index) const { return nouns_[index]; }
  const std::string& place(std::int16_t index) const { return places_[index]; }

  // By canonical name; null when there is none.
  const Unit* unit_named(std::string_view name) const;
  const Event* event_named(std::string_view name) const;

 private:
  friend class LexiconReader;
  struct Index;
  Lexicon();

  const Index* index_;
  std::vector<Unit> units_;
  std::vector<Event> events_;
  std::vector<Noun> nouns_;
  std::vector<std::string> places_;
};

}  // namespace figured::claims
