#include "claims/measures/illness_cases.h"

#include <algorithm>
#include <string>

namespace figured::claims {
namespace {

constexpr WordList kIllness = {
    "virus",       "viruses",      "coronavirus", "covid",     "ebola",      "zika",
    "sars",        "mers",         "disease",     "diseases",  "illness",    "illnesses",
    "infection",   "infections",   "infected",    "infect",    "infectious", "outbreak",
    "outbreaks",   "epidemic",     "epidemics",   "pandemic",  "contagious", "quarantine",
    "quarantined", "symptoms",     "patient",     "patients",  "vaccine",    "vaccines",
    "measles",     "mumps",        "flu",         "influenza", "cholera",    "polio",
    "malaria",     "dengue",       "hiv",         "aids",      "hepatitis",  "meningitis",
    "cancer",      "tuberculosis", "pneumonia",   "fever",     "salmonella", "diabetes",
    "diagnosed",   "clinic",       "clinics",     "hospital",  "hospitals",  "doctors",
    "poisoning",   "health",       "hospitalized"};
constexpr WordList kJustice = {
    "court",        "courts",     "judge",       "judges",     "justices", "jury",
    "trial",        "lawsuit",    "lawsuits",    "lawyer",     "lawyers",  "attorney",
    "attorneys",    "prosecutor", "prosecutors", "police",     "legal",    "law",
    "appeal",       "appeals",    "ruling",      "prosecuted", "landmark", "criminal",
    "litigation",   "docket",     "prosecution", "fraud",      "murder",   "detective",
    "investigators"};

template <std::size_t count>
bool tells_any(const Tokens& tokens, const Sentence& sentence, const WordList<count>& words) {
  return std::any_of(tokens.tokens.begin() + sentence.first, tokens.tokens.begin() + sentence.last,
                     [&](const Token& token) {
                       return token.kind == TokenKind::kWord && words.holds(token.text);
                     });
}

bool tells_of_illness(const Tokens& tokens) {
  return std::any_of(
      tokens.sentences.begin(), tokens.sentences.end(),
      [&](const Sentence& sentence) { return tells_any(tokens, sentence, kIllness); });
}

bool are_of_illness(const Tokens& tokens, std::size_t sentence, const Tokens& text) {
  if (tells_any(tokens, tokens.sentences[sentence], kIllness)) return true;
  if (sentence > 0 && tells_any(tokens, tokens.sentences[sentence - 1], kIllness)) return true;
  return !tells_any(tokens, tokens.sentences[sentence], kJustice) && tells_of_illness(text);
}

}  // namespace

void part_from_illness(const Tokens& tokens, std::size_t sentence, const Tokens& text,
                       ReadMeasure& measure) {
  if (measure.measure != "people.infected") return;
  if (const std::string noun = lower_case(measure.noun); noun != "case" && noun != "cases") return;
  if (are_of_illness(tokens, sentence, text)) return;
  measure.measure = "count.case";
  measure.event = kNoIndex;
}

}  // namespace figured::claims
