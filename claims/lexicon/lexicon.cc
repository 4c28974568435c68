#include "claims/lexicon/lexicon.h"

#include <algorithm>
#include <array>

#include "claims/lexicon/lexicon_index.h"
#include "claims/lexicon/lexicon_reader.h"
#include "claims/lexicon/tables.h"
#include "claims/lexicon/word_hash.h"
#include "claims/lexicon/wordnet_table.h"
#include "claims/text/tokens.h"

namespace figured::claims {
namespace {

std::string base_of(std::string_view form, std::size_t cut, std::size_t ending) {
  return lower_case(form.substr(0, form.size() - std::min(cut, form.size()))) +=
         tables::kEndings[ending];
}

}  // namespace

double Word::low() const { return number == kNoIndex ? 0 : Lexicon::english().number(number).low; }

double Word::high() const {
  return number == kNoIndex ? 0 : Lexicon::english().number(number).high;
}

Lexicon::Lexicon() {
  static Index index;  // lives as long as the one lexicon
  index_ = &index;
  LexiconReader reader(*this, index);
  reader.read_numbers(tables::kNumbers);
  reader.read_units(tables::kUnits);
  reader.read_currencies(tables::kCurrencies);
  reader.read_words(tables::kWords);
  reader.read_events(tables::kEvents);
  reader.read_nouns(tables::kNouns);
  reader.read_places(tables::kPlaces);
  reader.read_times(tables::kTimes);
  reader.read_sides(tables::kSides);
  reader.settle_grammar();
}

const Lexicon& Lexicon::english() {
  static const Lexicon lexicon;
  return lexicon;
}

const WordTable& Lexicon::words() const { return index_->words; }

const Word& Lexicon::find(std::string_view text) const {
  return index_->words.find(word_hash(text));
}

std::string Lexicon::singular(std::string_view noun) const {
  const Word& word = find(noun);
  return base_of(noun, word.noun_cut, word.noun_ending);
}

std::string Lexicon::verb_base(std::string_view verb) const {
  const Word& word = find(verb);
  return base_of(verb, word.verb_cut, word.verb_ending);
}

std::span<const UnitName> Lexicon::unit_names(const UnitKey& key) const {
  const auto found = index_->unit_names.find(key.value());
  if (found == index_->unit_names.end()) return {};
  return found->second;
}

bool Lexicon::is_money_code(std::string_view text) const {
  if (!find(text).money_sign) return false;
  UnitKey key;
  key.add(text);
  for (const UnitName& name : unit_names(key)) {
    if (name.place == UnitPlace::kBefore && !name.doubtful && name.spelling == text) return true;
  }
  return false;
}

std::int16_t Lexicon::currency_of(std::string_view kind, std::string_view country) const {
  if (country.empty()) return kNoIndex;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (units_[i].country == country && units_[i].kind() == kind) {
      return static_cast<std::int16_t>(i);
    }
  }
  return kNoIndex;
}

const Unit* Lexicon::unit_named(std::string_view name) const {
  const auto found = index_->units.find(name);
  return found == index_->units.end() ? nullptr : &unit(found->second);
}

const Event* Lexicon::event_named(std::string_view name) const {
  const auto found = index_->events.find(name);
  return found == index_->events.end() ? nullptr : &event(found->second);
}

const Noun* Lexicon::noun_named(std::string_view name) const {
  const auto found = index_->nouns.find(name);
  return found == index_->nouns.end() ? nullptr : &noun(found->second);
}

Compound Lexicon::find_compound(std::string_view first, std::string_view second) const {
  std::array<char, 48> key;
  if (first.size() + second.size() + 1 > key.size()) return {};
  char* end = std::copy(first.begin(), first.end(), key.data());
  *end++ = ' ';
  end = std::copy(second.begin(), second.end(), end);
  const auto found = index_->compounds.find(
      std::string_view(key.data(), static_cast<std::size_t>(end - key.data())));
  return found == index_->compounds.end() ? Compound() : found->second;
}

}  // namespace figured::claims
