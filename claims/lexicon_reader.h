// LexiconReader fills a Lexicon from the word tables.
//
// A fault in a table is a fault of the program: it throws std::logic_error that
// names the table and the row.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "claims/lexicon.h"

namespace figured::claims {

// A verb with the forms given for it: "die(died,dies,dying)".
struct VerbForms {
  std::string base;
  std::string s_form;
  std::string past;
  std::string participle;
  std::string ing_form;
};

// Inflects by rule and takes the forms in brackets over what the rule says.
VerbForms inflect_verb(std::string_view written);

class LexiconReader {
 public:
  LexiconReader(Lexicon& lexicon, Lexicon::Index& index) : lexicon_(lexicon), index_(index) {}

  void read_numbers(std::string_view table);
  void read_units(std::string_view table);
  void read_words(std::string_view table);
  void read_events(std::string_view table);
  void read_nouns(std::string_view table);
  void read_places(std::string_view table);

 private:
  void add_verb(std::string_view written, std::uint64_t classes, std::int16_t event,
                std::uint8_t role);
  void add_event_words(std::string_view key, std::string_view list, std::int16_t event);
  Word& word(std::string_view lower);

  Lexicon& lexicon_;
  Lexicon::Index& index_;
};

}  // namespace figured::claims
