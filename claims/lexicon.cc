#include "claims/lexicon.h"

#include "claims/lexicon/tables.h"
#include "claims/lexicon_index.h"
#include "claims/lexicon_reader.h"

namespace figured::claims {

Lexicon::Lexicon() {
  static Index index;  // lives as long as the one lexicon
  index_ = &index;
  LexiconReader reader(*this, index);
  reader.read_numbers(tables::kNumbers);
  reader.read_units(tables::kUnits);
  reader.read_words(tables::kWords);
  reader.read_events(tables::kEvents);
  reader.read_nouns(tables::kNouns);
  reader.read_places(tables::kPlaces);
}

const Lexicon& Lexicon::english() {
  static const Lexicon lexicon;
  return lexicon;
}

const Word& Lexicon::find(std::string_view lower) const {
  static const Word unknown;
  const auto found = index_->words.find(lower);
  return found == index_->words.end() ? unknown : found->second;
}

std::int16_t Lexicon::find_unit(std::string_view lower) const {
  const auto found = index_->phrases.find(lower);
  return found == index_->phrases.end() ? kNoIndex : found->second;
}

const Unit* Lexicon::unit_named(std::string_view name) const {
  for (const Unit& unit : units_) {
    if (unit.name == name) return &unit;
  }
  return nullptr;
}

const Event* Lexicon::event_named(std::string_view name) const {
  for (const Event& event : events_) {
    if (event.name == name) return &event;
  }
  return nullptr;
}

}  // namespace figured::claims
