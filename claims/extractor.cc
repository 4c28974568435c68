#include "claims/extractor.h"

#include "claims/explanation.h"
#include "claims/field_reader.h"
#include "claims/places/setting.h"
#include "claims/text/names.h"
#include "claims/verdicts/companions.h"
#include "claims/verdicts/rivals.h"

namespace figured::claims {
namespace {

constexpr std::size_t kMostKeptTokens = 32'768;  // 2 MiB

// The tokens of a field, in memory that the thread's next document uses again: it is the
// largest that reading takes, and new memory is slow to write to.
class FieldTokens {
 public:
  FieldTokens(std::string_view text, Tokens& kept) : tokens_(kept) {
    tokenize(text, Lexicon::english(), tokens_);
  }
  ~FieldTokens() {
    if (tokens_.tokens.capacity() > kMostKeptTokens) tokens_ = Tokens();
  }
  FieldTokens(const FieldTokens&) = delete;
  FieldTokens& operator=(const FieldTokens&) = delete;

  const Tokens& operator*() const { return tokens_; }

 private:
  Tokens& tokens_;
};

}  // namespace

Reading Extractor::read(const Document& document) const { return read(document, nullptr); }

Reading Extractor::explain(const Document& document, Explanation& explanation) const {
  return read(document, &explanation);
}

Reading Extractor::read(const Document& document, Explanation* explanation) const {
  thread_local Tokens kept_title, kept_text;
  const FieldTokens title_tokens(document.title, kept_title);
  const FieldTokens text_tokens(document.text, kept_text);
  const Tokens& title = *title_tokens;
  const Tokens& text = *text_tokens;
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
