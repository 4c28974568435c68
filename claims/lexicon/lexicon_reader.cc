// list  := entry { " " entry } ; entry := word [ "(" form { "," form } ")" ]
#include "claims/lexicon/lexicon_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "claims/lexicon/lexicon_grammar.h"
#include "claims/lexicon/lexicon_index.h"
#include "claims/lexicon/table_rows.h"

namespace figured::claims {
namespace {

constexpr std::array<std::string_view, 67> kWordClassNames = {"be",
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
                                                              "singular_s",
                                                              "say_that",
                                                              "speech",
                                                              "show",
                                                              "voice",
                                                              "body",
                                                              "document",
                                                              "attain",
                                                              "light_noun",
                                                              "deny",
                                                              "average",
                                                              "net",
                                                              "peak",
                                                              "remaining",
                                                              "cumulative",
                                                              "site",
                                                              "direction",
                                                              "post_noun",
                                                              "contain",
                                                              "consider",
                                                              "likely",
                                                              "payment",
                                                              "the_body",
                                                              "doubt",
                                                              "lasting",
                                                              "anybody"};

// Their rows hold verbs, which are inflected.
constexpr WordClasses kVerbClasses = kSay | kRise | kFall | kAttain | kDeny | kContain | kConsider |
                                     kSpokenOnly | kAsk | kOffer | kEstimate | kPlan | kDoubt;

template <class Value>
Value parse_name(std::string_view name,
                 std::initializer_list<std::pair<std::string_view, Value>> values) {
  for (const auto& [known, value] : values) {
    if (known == name) return value;
  }
  throw std::logic_error("lexicon: unknown name: " + std::string(name));
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string with_blanks(std::string_view name) {
  std::string text(name);
  for (char& c : text) {
    if (c == '_') c = ' ';
  }
  return text;
}

bool has_capital(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

VerbForms inflect_verb(std::string_view written) {
  const std::size_t bracket = written.find('(');
  VerbForms forms = regular_verb(written.substr(0, bracket));
  if (bracket == std::string_view::npos) return forms;
  bool past_seen = false;
  for (const std::string_view form :
       split(written.substr(bracket + 1, written.size() - bracket - 2), ',')) {
    if (form.ends_with("ing")) {
      forms.ing_form = std::string(form);
    } else if (form.ends_with('s') && form.starts_with(written.substr(0, 2))) {
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

Word& LexiconReader::word(std::string_view lower) { return index_.words.own(lower); }

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
                                                           {"fraction", NumberRole::kFraction},
                                                           {"vulgar", NumberRole::kVulgar},
                                                           {"ordinal", NumberRole::kOrdinal},
                                                           {"decade", NumberRole::kDecade},
                                                           {"times", NumberRole::kTimes}});
    const double low = parse_number(fields[2]);
    entry.number = static_cast<std::int16_t>(lexicon_.numbers_.size());
    lexicon_.numbers_.push_back({low, fields.size() > 3 ? parse_number(fields[3]) : low});
  });
}

// A word stands for one event of counts and for one of measured quantities in
// each part of speech: the first that names it.
void LexiconReader::add_role(Word& word, std::int16_t event, std::uint8_t role) {
  const auto add = [&](std::int16_t& named, std::uint8_t& roles) {
    if (named == kNoIndex) named = event;
    if (named == event) roles |= role;
  };
  const bool noun = (role & (kEventNounRole | kToll | kActNoun)) != 0;
  const EventWhat what = lexicon_.event(event).what;
  if (role == kActNoun) return add(word.noun_event, word.event_roles);
  if (what != EventWhat::kAmount) add(noun ? word.noun_event : word.event, word.event_roles);
  if (what != EventWhat::kPeople)
    add(noun ? word.amount_noun : word.amount_event, word.amount_roles);
}

void LexiconReader::add_verb(std::string_view written, WordClasses classes, std::int16_t event,
                             std::uint8_t role) {
  const VerbForms forms = inflect_verb(written);
  const auto add = [&](const std::string& form, VerbForm kind) {
    Word& entry = word(form);
    entry.classes |= classes;
    if ((classes & kAnySpeech) != 0) entry.speech_forms |= kind;
    if ((classes & ~kSpokenOnly) != 0 || event != kNoIndex) entry.verb_forms |= kind;
    if (event != kNoIndex) add_role(entry, event, role);
  };
  add(forms.base, kBaseForm);
  add(forms.s_form, kSForm);
  add(forms.past, kPastForm);
  add(forms.participle, kPastForm);
  add(forms.ing_form, kIngForm);
}

// "lay(laid)_off", "interest_rate"
void LexiconReader::add_compound(std::string_view written, std::int16_t event, std::uint8_t role) {
  const std::size_t blank = written.rfind('_');
  const std::string second(written.substr(blank + 1));
  const auto add = [&](const std::string& first, VerbForm kind) {
    Word& entry = word(first);
    entry.compound = true;
    entry.verb_forms |= kind;
    Compound& compound = index_.compounds[first + ' ' + second];
    if (compound.event == kNoIndex) compound.event = event;
    if (compound.event == event) compound.roles |= role;
  };
  const std::string_view first = written.substr(0, blank);
  if ((role & (kObjectVerb | kSubjectVerb)) == 0) return add(std::string(first), VerbForm{});
  const VerbForms forms = inflect_verb(first);
  add(forms.base, kBaseForm);
  add(forms.s_form, kSForm);
  add(forms.past, kPastForm);
  add(forms.participle, kPastForm);
  add(forms.ing_form, kIngForm);
}

// "in_custody", "out_of_work"
void LexiconReader::add_phrase(std::string_view written, std::int16_t event) {
  const std::string phrase = with_blanks(written);
  word(phrase.substr(phrase.rfind(' ') + 1)).predicate = true;
  index_.compounds.emplace(phrase, Compound{event, kPredicate});
}

void LexiconReader::read_words(std::string_view table) {
  each_row(table, 2, [this](const auto& fields) {
    const auto name = std::find(kWordClassNames.begin(), kWordClassNames.end(), fields[0]);
    if (name == kWordClassNames.end()) {
      throw std::logic_error("lexicon: unknown class " + std::string(fields[0]));
    }
    const WordClasses bit = class_bit(static_cast<unsigned>(name - kWordClassNames.begin()));
    for (const std::string_view entry : split(fields[1], ' ')) {
      if ((bit & kVerbClasses) != 0) {
        add_verb(entry, bit, kNoIndex, 0);
      } else {
        word(entry).classes |= bit;
      }
    }
  });
}

void LexiconReader::add_event_words(std::uint8_t role, std::string_view list, std::int16_t event) {
  for (const std::string_view entry : split(list, ' ')) {
    if (role == kPredicate) {
      add_phrase(entry, event);
    } else if (entry.find('_') != std::string_view::npos) {
      add_compound(entry, event, role);
    } else if (role == kObjectVerb || role == kSubjectVerb) {
      add_verb(entry, 0, event, role);
    } else {
      add_role(word(entry), event, role);
    }
  }
}

std::int16_t LexiconReader::class_named(const WordMap<std::int16_t>& names, std::string_view name) {
  const auto found = names.find(name);
  if (found == names.end()) throw std::logic_error("lexicon: unknown class " + std::string(name));
  return found->second;
}

void LexiconReader::set_event_key(std::string_view key, std::string_view value, Event& event) {
  if (key == "what") {
    event.what = parse_name<EventWhat>(
        value, {{"people", EventWhat::kPeople}, {"amount", EventWhat::kAmount}});
  } else if (key == "name") {
    event.noun = with_blanks(value);
  } else if (key == "parent" && !value.empty()) {
    event.parent = class_named(index_.events, value);
  } else if (key == "children") {
    event.children_apart = parse_name<bool>(value, {{"apart", true}});
  } else if (key == "things") {
    event.things = class_named(index_.events, value);
  } else if (key == "acted_on") {
    event.acted_on = class_named(index_.events, value);
  } else if (key == "kind") {
    event.kind = std::string(value);
  } else if (key == "as") {
    for (const std::string_view entry : split(value, ' ')) {
      const std::size_t colon = entry.find(':');
      event.as.push_back({std::string(entry.substr(0, colon)),
                          class_named(index_.events, entry.substr(colon + 1))});
    }
  } else if (key == "not") {
    for (const std::string_view name : split(value, ' '))
      event.never.push_back(class_named(index_.events, name));
  }
}

// The rows are read three times: a class may name one that stands below it, and
// what a class is said of decides which of a word's events it is.
void LexiconReader::read_events(std::string_view table) {
  each_row(table, 4, [this](const auto& fields) {
    index_.events[std::string(fields[0])] = static_cast<std::int16_t>(lexicon_.events_.size());
    Event event;
    event.name = std::string(fields[0]);
    event.label = std::string(fields[2]);
    event.dynamic = parse_name<Dynamic>(fields[1], {{"cumulative", Dynamic::kCumulative},
                                                    {"level", Dynamic::kLevel},
                                                    {"fixed", Dynamic::kFixed}});
    lexicon_.events_.push_back(std::move(event));
  });
  const auto each_key = [&](auto use) {
    each_row(table, 4, [&](const auto& fields) {
      const std::int16_t event = class_named(index_.events, fields[0]);
      for (std::size_t i = 3; i < fields.size(); ++i) {
        const std::size_t equals = fields[i].find('=');
        use(fields[i].substr(0, equals), fields[i].substr(equals + 1), event);
      }
    });
  };
  each_key([this](std::string_view key, std::string_view value, std::int16_t event) {
    set_event_key(key, value, lexicon_.events_[static_cast<std::size_t>(event)]);
  });
  for (const bool amounts : {true, false}) {
    each_key([&](std::string_view key, std::string_view value, std::int16_t event) {
      if (is_one_of(key, {"what", "name", "parent", "things", "acted_on", "not", "children", "as",
                          "kind"}))
        return;
      // What is said of anything gives way to what is said of amounts alone.
      if ((lexicon_.event(event).what == EventWhat::kAmount) != amounts) return;
      add_event_words(parse_name<std::uint8_t>(key, {{"obj", kObjectVerb},
                                                     {"subj", kSubjectVerb},
                                                     {"noun", kEventNounRole},
                                                     {"adj", kAdjective},
                                                     {"toll", kToll},
                                                     {"act", kActNoun},
                                                     {"phrase", kPredicate}}),
                      value, event);
    });
  }
}

void LexiconReader::read_nouns(std::string_view table) {
  each_row(table, 3, [this](const auto& fields) {
    const auto index = static_cast<std::int16_t>(lexicon_.nouns_.size());
    index_.nouns[std::string(fields[1])] = index;
    lexicon_.nouns_.push_back({std::string(fields[0]), std::string(fields[1]), kNoIndex, {}});
    for (const std::string_view form : split(fields[2], ' ')) {
      if (word(form).noun == kNoIndex) word(form).noun = index;
    }
  });
  each_row(table, 3, [this](const auto& fields) {
    const std::int16_t noun = class_named(index_.nouns, fields[1]);
    for (std::size_t i = 3; i < fields.size(); ++i) {
      const std::string_view key = fields[i].substr(0, fields[i].find('='));
      const std::string_view value = fields[i].substr(key.size() + 1);
      Noun& entry = lexicon_.nouns_[static_cast<std::size_t>(noun)];
      if (key == "parent") entry.parent = class_named(index_.nouns, value);
      if (key != "not") continue;
      for (const std::string_view name : split(value, ' '))
        entry.never.push_back(class_named(index_.nouns, name));
    }
  });
}

void LexiconReader::read_places(std::string_view table) {
  each_row(table, 3, [this](const auto& fields) {
    const auto index = static_cast<std::int16_t>(lexicon_.places_.size());
    lexicon_.places_.emplace_back(fields[0]);
    lexicon_.country_codes_.emplace_back(fields.size() > 3 ? fields[3] : std::string_view());
    for (std::size_t field = 1; field <= 2; ++field) {
      for (const std::string_view name : split(fields[field], ' ')) {
        // Written with a capital it is a common word as well ("Turkey"); words
        // are not told by their capitals here.
        if (name == "-" || name.find('_') != std::string_view::npos || has_capital(name)) continue;
        word(name).place = index;
        word(name).demonym = field == 2;
      }
    }
  });
}

void LexiconReader::settle_grammar() {
  index_.words.each_own([this](std::string_view text, Word& word) {
    const std::string_view kind =
        word.noun == kNoIndex ? std::string_view() : lexicon_.noun(word.noun).kind;
    claims::settle_grammar(text, kind, word);
    if (word.speech_forms != 0 || word.is(kAccording)) word.cues |= kSpeechCue;
    if (word.number_role != NumberRole::kNone || word.money_sign) word.cues |= kAmountCue;
    if ((word.cues & kAmountCue) != 0 || text == "a" || text == "an") word.cues |= kFigureCue;
    if (word.is(kDeterminer | kAnybody)) word.cues |= kSingleCue;
    if (word.demonym || kind == "person" || kind == "armed" || kind == "carrier")
      word.cues |= kPersonCue;
  });
}

// A value is a number or, of a grain, one letter.
void LexiconReader::read_times(std::string_view table) {
  each_row(table, 2, [this](const auto& fields) {
    const auto name = std::find(kTimeRoleNames.begin(), kTimeRoleNames.end(), fields[0]);
    if (name == kTimeRoleNames.end()) {
      throw std::logic_error("lexicon: unknown time role " + std::string(fields[0]));
    }
    const std::uint64_t role = 1ull << (name - kTimeRoleNames.begin());
    for (const std::string_view entry : split(fields[1], ' ')) {
      const std::size_t equals = entry.find('=');
      Word& added = word(entry.substr(0, equals));
      added.time_roles |= role;
      if (equals == std::string_view::npos) continue;
      const std::string_view value = entry.substr(equals + 1);
      added.time_value = role == time_role::kGrain ? static_cast<std::int16_t>(value.front())
                                                   : static_cast<std::int16_t>(parse_number(value));
    }
  });
}

void LexiconReader::read_sides(std::string_view table) {
  const auto kind_of = [](std::string_view name) {
    return parse_name<SideKind>(name, {{"person", SideKind::kPerson},
                                       {"company", SideKind::kCompany},
                                       {"group", SideKind::kGroup},
                                       {"government", SideKind::kGovernment},
                                       {"place", SideKind::kPlace},
                                       {"economy", SideKind::kEconomy},
                                       {"other", SideKind::kOther}});
  };
  each_row(table, 2, [&](const auto& fields) {
    const std::string_view what = fields[0];
    for (const std::string_view name : split(fields[1], ' ')) {
      Word& entry = word(name);
      if (what.starts_with("noun_")) {
        entry.side_noun = kind_of(what.substr(5));
      } else if (what.starts_with("name_")) {
        entry.side_name = kind_of(what.substr(5));
      } else {
        entry.title = true;
      }
    }
  });
}

}  // namespace figured::claims
