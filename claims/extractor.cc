#include "claims/extractor.h"

#include "claims/explanation.h"
#include "claims/field_reader.h"
#include "claims/places/setting.h"
#include "claims/text/names.h"
#include "claims/verdicts/companions.h"
#include "claims/verdicts/rivals.h"

namespace figured::claims {

Reading Extractor::read(const Document& document) const { return read(document, nullptr); }

Reading Extractor::explain(const Document& document, Explanation& explanation) const {
  return read(document, &explanation);
}

Reading Extractor::read(const Document& document, Explanation* explanation) const {
  const Lexicon& lexicon = Lexicon::english();
  const Tokens title = tokenize(document.title, lexicon);
  const Tokens text = tokenize(document.text, lexicon);
  const ArticleSides sides(text);
  FieldReader title_reader(Field::kTitle, title, document, sides);
  FieldReader text_reader(Field::kText, text, document, sides);
  PlaceTally tally;
  title_reader.locate(tally);
  text_reader.locate(tally);
  const Setting setting = make_setting(tally, title_reader.first_place());
  Reading reading;
  title_reader.run(setting, reading, explanation);
  text_reader.run(setting, reading, explanation);
  find_rivals(reading.claims, document.published);
  find_companions(reading.claims);
  reading.names = collect_names(title, text);
  return reading;
}

}  // namespace figured::claims
