// table := { row "\n" } ; row := "#" comment | field { "\t" field }
// list  := entry { " " entry } ; entry := word [ "(" form { "," form } ")" ]
#include "claims/lexicon_reader.h"

#include <array>
#include <charconv>
#include <stdexcept>

#include "claims/lexicon_index.h"

namespace figured::claims {
namespace {

constexpr std::array<std::string_view, 42> kWordClassNames = {"be",
                                                              "have",
                                                              "modal",
                                                              "will",
                                                              "determiner",
                                                              "possessive",
                                                              "pronoun",
                                                              "subject_pronoun",
                                                              "person_pronoun",
                                                              "preposition",
                                                              "place_preposition",
                                                              "conjunction",
                                                              "clause_break",
                                                              "adverb",
                                                              "negation",
                                                              "month",
                                                              "weekday",
                                                              "day_word",
                                                              "clock_word",
                                                              "title",
                                                              "place_cue",
                                                              "side_noun",
                                                              "event_noun",
                                                              "fear",
                                                              "plan",
                                                              "ask",
                                                              "offer",
                                                              "estimate",
                                                              "condition",
                                                              "capacity",
                                                              "revise",
                                                              "part",
                                                              "other",
                                                              "new",
                                                              "total",
                                                              "name_cue",
                                                              "no_plural",
                                                              "say",
                                                              "rise",
                                                              "fall",
                                                              "according",
                                                              "singular_s"};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    if (end != 0) parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Calls `row(fields)` for each row of the table.
template <class Row>
void each_row(std::string_view table, std::size_t least_fields, Row row) {
  for (const std::string_view line : split(table, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = split(line, '\t');
    if (fields.size() < least_fields) {
      throw std::logic_error("lexicon: too few fields in \"" + std::string(line) + '"');
    }
    row(fields);
  }
}

double parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::logic_error("lexicon: no number: " + std::string(text));
  }
  return value;
}

template <class Value>
Value parse_name(std::string_view name,
                 std::initializer_list<std::pair<std::string_view, Value>> values) {
  for (const auto& [known, value] : values) {
    if (known == name) return value;
  }
  throw std::logic_error("lexicon: unknown name: " + std::string(name));
}

std::string with_blanks(std::string_view name) {
  std::string text(name);
  for (char& c : text) {
    if (c == '_') c = ' ';
  }
  return text;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_with_hiss(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with("sh") ||
         word.ends_with("ch") || word.ends_with('z');
}

}  // namespace

VerbForms inflect_verb(std::string_view written) {
  const std::size_t bracket = written.find('(');
  VerbForms forms;
  forms.base = std::string(written.substr(0, bracket));
  std::string stem = forms.base;
  const bool y = stem.size() > 1 && stem.ends_with('y') && !is_vowel(stem[stem.size() - 2]);
  const std::string y_stem = y ? stem.substr(0, stem.size() - 1) + 'i' : stem;
  forms.s_form = y ? y_stem + "es" : ends_with_hiss(stem) ? stem + "es" : stem + 's';
  forms.past = stem.ends_with('e') ? stem + 'd' : y_stem + "ed";
  forms.ing_form =
      (stem.ends_with('e') && !stem.ends_with("ee") ? stem.substr(0, stem.size() - 1) : stem) +
      "ing";
  forms.participle = forms.past;
  if (bracket == std::string_view::npos) return forms;
  bool past_seen = false;
  for (const std::string_view form :
       split(written.substr(bracket + 1, written.size() - bracket - 2), ',')) {
    if (form.ends_with("ing")) {
      forms.ing_form = std::string(form);
    } else if (form.ends_with('s') && form.starts_with(stem.substr(0, 2))) {
      forms.s_form = std::string(form);
    } else if (!past_seen) {
      forms.past = forms.participle = std::string(form);
      past_seen = true;
    } else {
      forms.participle = std::string(form);
    }
  }
  return forms;
}

Word& LexiconReader::word(std::string_view lower) { return index_.words[std::string(lower)]; }

void LexiconReader::read_numbers(std::string_view table) {
  each_row(table, 3, [this](const auto& fields) {
    Word& entry = word(fields[0]);
    entry.number_role = parse_name<NumberRole>(fields[1], {{"small", NumberRole::kSmall},
                                                           {"ten", NumberRole::kTen},
                                                           {"scale", NumberRole::kScale},
                                                           {"count", NumberRole::kCount},
                                                           {"vague", NumberRole::kVague},
                                                           {"tens", NumberRole::kTens},
                                                           {"several", NumberRole::kSeveral},
                                                           {"half", NumberRole::kHalf},
                                                           {"fraction", NumberRole::kFraction}});
    entry.low = parse_number(fields[2]);
    entry.high = fields.size() > 3 ? parse_number(fields[3]) : entry.low;
  });
}

void LexiconReader::read_units(std::string_view table) {
  each_row(table, 4, [this](const auto& fields) {
    const auto index = static_cast<std::int16_t>(lexicon_.units_.size());
    lexicon_.units_.push_back(
        {std::string(fields[0]), std::string(fields[1]), parse_number(fields[2])});
    for (const std::string_view name : split(fields[3], ' ')) {
      if (name.find('_') == std::string_view::npos) {
        word(name).unit = index;
      } else {
        index_.phrases[with_blanks(name)] = index;
      }
    }
  });
}

void LexiconReader::add_verb(std::string_view written, std::uint64_t classes, std::int16_t event,
                             std::uint8_t role) {
  const VerbForms forms = inflect_verb(written);
  const auto add = [&](const std::string& form, VerbForm kind) {
    Word& entry = word(form);
    entry.classes |= classes;
    entry.verb_forms |= kind;
    if (event == kNoIndex) return;
    // The first event that names a word keeps it.
    if (entry.event == kNoIndex) entry.event = event;
    if (entry.event == event) entry.event_roles |= role;
  };
  add(forms.base, kBaseForm);
  add(forms.s_form, kSForm);
  add(forms.past, kPastForm);
  add(forms.participle, kPastForm);
  add(forms.ing_form, kIngForm);
}

void LexiconReader::read_words(std::string_view table) {
  each_row(table, 2, [this](const auto& fields) {
    std::uint64_t bit = 1;
    for (const std::string_view name : kWordClassNames) {
      if (name == fields[0]) break;
      bit <<= 1;
    }
    if (bit == 1ull << kWordClassNames.size()) {
      throw std::logic_error("lexicon: unknown class " + std::string(fields[0]));
    }
    for (const std::string_view entry : split(fields[1], ' ')) {
      if ((bit & (kSay | kRise | kFall)) != 0) {
        add_verb(entry, bit, kNoIndex, 0);
      } else {
        word(entry).classes |= bit;
      }
    }
  });
}

void LexiconReader::add_event_words(std::string_view key, std::string_view list,
                                    std::int16_t event) {
  if (key == "what") {
    lexicon_.events_[static_cast<std::size_t>(event)].what = parse_name<EventWhat>(
        list, {{"people", EventWhat::kPeople}, {"amount", EventWhat::kAmount}});
    return;
  }
  const auto role = parse_name<std::uint8_t>(key, {{"obj", kObjectVerb},
                                                   {"subj", kSubjectVerb},
                                                   {"noun", kEventNounRole},
                                                   {"adj", kAdjective},
                                                   {"toll", kToll}});
  for (const std::string_view entry : split(list, ' ')) {
    if (role == kObjectVerb || role == kSubjectVerb) {
      add_verb(entry, 0, event, role);
      continue;
    }
    Word& added = word(entry);
    std::int16_t& named = role == kAdjective ? added.event : added.noun_event;
    if (named == kNoIndex) named = event;
    if (named == event) added.event_roles |= role;
  }
}

void LexiconReader::read_events(std::string_view table) {
  each_row(table, 4, [this](const auto& fields) {
    const auto index = static_cast<std::int16_t>(lexicon_.events_.size());
    lexicon_.events_.push_back(
        {std::string(fields[0]), std::string(fields[2]),
         parse_name<Dynamic>(fields[1], {{"cumulative", Dynamic::kCumulative},
                                         {"level", Dynamic::kLevel},
                                         {"fixed", Dynamic::kFixed}}),
         EventWhat::kAny});
    for (std::size_t i = 3; i < fields.size(); ++i) {
      const std::size_t equals = fields[i].find('=');
      add_event_words(fields[i].substr(0, equals), fields[i].substr(equals + 1), index);
    }
  });
}

void LexiconReader::read_nouns(std::string_view table) {
  each_row(table, 3, [this](const auto& fields) {
    const auto index = static_cast<std::int16_t>(lexicon_.nouns_.size());
    lexicon_.nouns_.push_back({std::string(fields[0]), std::string(fields[1])});
    for (const std::string_view form : split(fields[2], ' ')) {
      if (word(form).noun == kNoIndex) word(form).noun = index;
    }
  });
}

void LexiconReader::read_places(std::string_view table) {
  each_row(table, 2, [this](const auto& fields) {
    const auto index = static_cast<std::int16_t>(lexicon_.places_.size());
    lexicon_.places_.emplace_back(fields[0]);
    for (std::size_t field = 1; field < fields.size(); ++field) {
      for (const std::string_view name : split(fields[field], ' ')) {
        if (name.find('_') != std::string_view::npos) continue;
        word(name).place = index;
        word(name).demonym = field == 2;
      }
    }
  });
}

}  // namespace figured::claims
