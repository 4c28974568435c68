// units    := canonical words dimension factor names [ digits [ touching [ before ] ] ]
// factor   := number [ ( "+" | "-" ) number ]
// names, digits, touching, before := "-" | name { " " name }
// name     := text [ "-" ] [ "?" ]                           "_" stands for a blank
#include <algorithm>
#include <array>

#include "claims/lexicon/lexicon_reader.h"
#include "claims/lexicon/table_rows.h"

namespace figured::claims {
namespace {

std::string with_blanks(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

// The sign parts the two numbers, unless it is the sign of an exponent.
void parse_factor(std::string_view text, Unit& unit) {
  std::size_t sign = text.find_first_of("+-", 1);
  while (sign != std::string_view::npos && text[sign - 1] == 'e') {
    sign = text.find_first_of("+-", sign + 1);
  }
  unit.factor = parse_number(text.substr(0, sign));
  if (sign == std::string_view::npos) return;
  unit.offset = parse_number(text.substr(sign + 1)) * (text[sign] == '-' ? -1 : 1);
}

// The first two letters of a code are its country: "MXN".
std::string country_of(std::string_view code) {
  std::string country(code.substr(0, code.size() == 3 ? 2 : 0));
  for (char& c : country) c = static_cast<char>(c - 32);
  return country;
}

// Where the first word of a name ends in the text: "sq" of "sq ft", "mg" of
// "mg/l", the sign of "°C".
std::size_t first_word(std::string_view name) {
  for (const std::string_view sign : {"°", "º"}) {
    if (name.starts_with(sign)) return sign.size();
  }
  const std::size_t end = name.find_first_of(" /-");
  return end == std::string_view::npos ? name.size() : end;
}

// Short for a word that means something else: "bar", "won", "lei".
bool is_other_word(const Word& word) {
  return word.dominant != PartOfSpeech::kUnknown && word.topic != Topic::kQuantity;
}

}  // namespace

void LexiconReader::add_unit_name(std::int16_t unit, std::string_view written, UnitPlace place) {
  UnitName name{unit, place, written.ends_with('?'), {}};
  if (name.doubtful) written.remove_suffix(1);
  if (place == UnitPlace::kBehind && written.size() > 1 && written.ends_with('-')) {
    name.place = UnitPlace::kBehindHyphen;
    written.remove_suffix(1);
  }
  const std::string text = with_blanks(written);
  if (place != UnitPlace::kBehind) name.spelling = text;
  UnitKey key;
  key.add(text);
  std::vector<UnitName>& known = index_.unit_names[key.value()];
  const auto same = [&](const UnitName& other) {
    return other.place == name.place && other.spelling == name.spelling;
  };
  if (std::any_of(known.begin(), known.end(), same)) return;  // the first row keeps it
  known.push_back(name);
  mark_unit_word(unit, text, name.place);
}

void LexiconReader::mark_unit_word(std::int16_t unit, const std::string& text, UnitPlace place) {
  const std::size_t first = first_word(text);
  Word& begin = word(std::string_view(text).substr(0, first));
  if (place == UnitPlace::kBefore) {
    begin.money_sign = true;
  } else {
    begin.begins_unit = true;
  }
  if (text.find(' ') != std::string::npos) return;
  Word& whole = word(text);
  if (first != text.size()) whole.begins_unit = true;  // "km/h" is one token
  if (whole.unit != kNoIndex) return;
  if (place == UnitPlace::kBehind || place == UnitPlace::kBehindHyphen ||
      (place == UnitPlace::kBehindDigits && text.size() > 1 && !is_other_word(whole))) {
    whole.unit = unit;
  }
}

std::int16_t LexiconReader::add_unit(std::string_view name, std::string_view words,
                                     std::string_view dimension, std::string_view factor) {
  const auto index = static_cast<std::int16_t>(lexicon_.units_.size());
  Unit unit;
  unit.name = name;
  unit.words = with_blanks(words);
  unit.dimension = dimension;
  parse_factor(factor, unit);
  if (unit.is_money()) unit.country = country_of(name);
  index_.units.emplace(unit.name, index);  // the first row of a name is the unit itself
  lexicon_.units_.push_back(std::move(unit));
  return index;
}

void LexiconReader::read_units(std::string_view table) {
  static constexpr std::array kPlaces = {UnitPlace::kBehind, UnitPlace::kBehindDigits,
                                         UnitPlace::kTouchingDigits, UnitPlace::kBefore};
  each_row(table, 5, [this](const auto& fields) {
    const std::int16_t unit = add_unit(fields[0], fields[1], fields[2], fields[3]);
    for (std::size_t i = 4; i < fields.size(); ++i) {
      for (const std::string_view name : split(fields[i], ' ')) {
        if (name != "-") add_unit_name(unit, name, kPlaces.at(i - 4));
      }
    }
  });
}

void LexiconReader::read_currencies(std::string_view table) {
  each_row(table, 8, [this](const auto& fields) {
    const auto known = index_.units.find(fields[0]);
    const std::int16_t unit = known != index_.units.end()
                                  ? known->second
                                  : add_unit(fields[0], fields[1], fields[2], fields[3]);
    for (const std::string_view name : split(fields[4], ' ')) {
      const bool alone = name.find('_') == std::string_view::npos;
      if (!alone || !is_other_word(word(name))) add_unit_name(unit, name, UnitPlace::kBehind);
    }
    add_unit_name(unit, fields[5], UnitPlace::kBehindDigits);
    add_unit_name(unit, fields[7], UnitPlace::kBefore);
  });
}

}  // namespace figured::claims
