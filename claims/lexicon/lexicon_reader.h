// LexiconReader fills a Lexicon from the word tables.
//
// A fault in a table is a fault of the program: it throws std::logic_error that
// names the table and the row.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/lexicon/inflection.h"
#include "claims/lexicon/lexicon.h"
#include "claims/lexicon/lexicon_index.h"

namespace figured::claims {

// A verb with the forms given for it: "die(died,dies,dying)".  Inflects by rule
// and takes the forms in brackets over what the rule says.
VerbForms inflect_verb(std::string_view written);

class LexiconReader {
 public:
  LexiconReader(Lexicon& lexicon, Lexicon::Index& index) : lexicon_(lexicon), index_(index) {}

  void read_numbers(std::string_view table);
  void read_units(std::string_view table);
  // Rows of the same form, which give way to those of read_units().
  void read_currencies(std::string_view table);
  void read_words(std::string_view table);
  void read_events(std::string_view table);
  void read_nouns(std::string_view table);
  void read_places(std::string_view table);
  void read_times(std::string_view table);
  void read_sides(std::string_view table);

  // To be called last: what the tables say of a word overrules its WordGrammar.
  void settle_grammar();

 private:
  std::int16_t add_unit(std::string_view name, std::string_view words, std::string_view dimension,
                        std::string_view factor);
  void add_unit_name(std::int16_t unit, std::string_view written, UnitPlace place);
  void mark_unit_word(std::int16_t unit, const std::string& text, UnitPlace place);
  void add_verb(std::string_view written, WordClasses classes, std::int16_t event,
                std::uint8_t role);
  void add_event_words(std::uint8_t role, std::string_view list, std::int16_t event);
  void add_compound(std::string_view written, std::int16_t event, std::uint8_t role);
  void add_phrase(std::string_view written, std::int16_t event);
  void add_role(Word& word, std::int16_t event, std::uint8_t role);
  void set_event_key(std::string_view key, std::string_view value, Event& event);
  // The class that a key names; throws when the table has none of this name.
  static std::int16_t class_named(const WordMap<std::int16_t>& names, std::string_view name);
  Word& word(std::string_view lower);

  Lexicon& lexicon_;
  Lexicon::Index& index_;
};

}  // namespace figured::claims
