// WordGrammar tells what the grammar of the language knows of a word form: the
// parts of speech it can be, in which forms, which of them is the usual one,
// and what kind of thing its noun stands for.
//
// It is made at build time from WordNet (lexicon/generator) and knows the form
// alone, nothing of the sentence around it.  A word of the closed classes
// (articles, prepositions, auxiliaries ...) is kFunction whatever rare noun is
// spelt likewise, a number word is kNumeral.
#pragma once
#include <cstdint>

namespace figured::claims {

// The inflections that a form can be; several of one word are usual:
// "cut" is a singular noun, a verb's base, past and participle, an adjective.
enum WordForm : std::uint16_t {
  kNounSingular = 1 << 0,
  kNounPlural = 1 << 1,
  kVerbBase = 1 << 2,
  kVerbS = 1 << 3,
  kVerbPast = 1 << 4,
  kVerbParticiple = 1 << 5,
  kVerbIng = 1 << 6,
  kPositive = 1 << 7,  // adjectives: "big"
  kComparative = 1 << 8,
  kSuperlative = 1 << 9,
  kAdverbForm = 1 << 10,
  kNounForms = kNounSingular | kNounPlural,
  kVerbForms = kVerbBase | kVerbS | kVerbPast | kVerbParticiple | kVerbIng,
  kAdjectiveForms = kPositive | kComparative | kSuperlative,
};

enum class PartOfSpeech : std::uint8_t {
  kUnknown,
  kNoun,
  kVerb,
  kAdjective,
  kAdverb,
  kFunction,
  kNumeral,
};

// How often the form is its usual part of speech, by the counts of texts whose
// words were tagged by hand.
enum class Dominance : std::uint8_t {
  kUnsure,  // less than two times in three
  kLikely,
  kSure,  // nine times in ten, or always
};

// WordNet's classes of nouns.
enum class Topic : std::uint8_t {
  kNone,
  kAct,
  kAnimal,
  kArtifact,
  kAttribute,
  kBody,
  kCognition,
  kCommunication,
  kEvent,
  kFeeling,
  kFood,
  kGroup,
  kLocation,
  kMotive,
  kObject,
  kPerson,
  kPhenomenon,
  kPlant,
  kPossession,
  kProcess,
  kQuantity,
  kRelation,
  kShape,
  kState,
  kSubstance,
  kTime,
};

// What the noun is written like in any of its senses: "turkey" is a common
// noun and a name.
enum Naming : std::uint8_t {
  kCommonNoun = 1,
  kCapitalNoun = 2,  // a class that takes a capital: "American", "Monday"
  kNameNoun = 4,     // the name of one thing: "Paris", "Lincoln"
};

struct WordGrammar {
  std::uint32_t topics = 0;  // of its first three senses as a noun, bit 1 << Topic
  std::uint16_t forms = 0;
  PartOfSpeech dominant = PartOfSpeech::kUnknown;
  Dominance dominance = Dominance::kUnsure;
  Topic topic = Topic::kNone;  // of its first sense as a noun
  std::uint8_t naming = 0;     // of its senses as a noun
  // The base form: take so many bytes off the end, put the ending in their
  // place (an index of the lexicon's endings).
  std::uint8_t noun_cut = 0;
  std::uint8_t noun_ending = 0;
  std::uint8_t verb_cut = 0;
  std::uint8_t verb_ending = 0;

  bool can_be(std::uint16_t any_of) const { return (forms & any_of) != 0; }
  bool is_likely(PartOfSpeech part) const {
    return dominant == part && dominance >= Dominance::kLikely;
  }
  bool is_surely(PartOfSpeech part) const {
    return dominant == part && dominance == Dominance::kSure;
  }
  // Whether a noun of this spelling can stand for such a thing.
  bool can_mean(Topic kind) const { return (topics >> static_cast<unsigned>(kind) & 1) != 0; }
  // Written with a small letter it is no noun: every sense is a name.
  bool is_only_name() const { return naming == kNameNoun; }

  friend bool operator==(const WordGrammar&, const WordGrammar&) = default;
};

}  // namespace figured::claims
