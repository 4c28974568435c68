#include "claims/quantity_reader.h"

#include <algorithm>
#include <utility>

#include "claims/figures/figure_cues.h"
#include "claims/figures/figure_reader.h"
#include "claims/figures/unit_reader.h"
#include "claims/measures/antecedent_noun.h"
#include "claims/measures/counted_noun.h"

namespace figured::claims {
namespace {

// What a unit is multiplied by, and where its name begins: "a" month, "thousand"
// litres, "tenth of a" gallon.
std::optional<std::pair<double, int>> singular_count(const SentenceView& s, int first) {
  if (s.lower_is(first, "a") || s.lower_is(first, "an")) return std::pair{1.0, first + 1};
  const Word& word = *s.at(first).word;
  if (word.number_role == NumberRole::kScale && s.at(first).text.size() > 3)
    return std::pair{word.low(), first + 1};
  if (word.number_role != NumberRole::kOrdinal || word.low() < 3 || !s.lower_is(first + 1, "of"))
    return std::nullopt;
  const bool article = s.lower_is(first + 2, "a") || s.lower_is(first + 2, "an");
  return std::pair{1 / word.low(), article ? first + 3 : first + 2};
}

// The text as one expression: an ordinal, or an article and a unit.
std::optional<Figure> read_expression(const SentenceView& s) {
  const int first = s.first(), last = s.last();
  Figure figure;
  figure.span = {s.at(first).span.start, s.at(last - 1).span.end};
  figure.surface = std::string(s.slice(first, last));
  const bool digits = s.is_kind(first, TokenKind::kNumber) && last == first + 2 &&
                      !s.at(first + 1).spaced &&
                      (s.lower_is(first + 1, "st") || s.lower_is(first + 1, "nd") ||
                       s.lower_is(first + 1, "rd") || s.lower_is(first + 1, "th"));
  if (digits) {
    figure.low = figure.high = s.at(first).number;
    return figure;
  }
  if (last == first + 1 && s.at(first).word->number_role == NumberRole::kOrdinal) {
    figure.low = figure.high = s.at(first).word->low();
    return figure;
  }
  if (const auto numeral = read_numeral(s, first, false);
      numeral && numeral->kind == NumeralKind::kOrdinal && numeral->last == last) {
    figure.low = figure.high = numeral->low;
    return figure;
  }
  const auto count = singular_count(s, first);
  const auto unit = count ? read_unit(s, count->second) : std::nullopt;
  if (!unit || unit->last != last) return std::nullopt;
  figure.low = figure.high = count->first * unit->multiplier;
  figure.unit = unit->name;
  return figure;
}

// "one over three", as a whole text: a fraction.
std::optional<Figure> read_quotient(const SentenceView& s) {
  const auto over = read_numeral(s, s.first(), false);
  if (!over || !s.lower_is(over->last, "over")) return std::nullopt;
  const auto under = read_numeral(s, over->last + 1, false);
  if (!under || under->last != s.last() || under->low == 0) return std::nullopt;
  Figure figure;
  figure.low = figure.high = over->low / under->low;
  figure.span = {s.at(s.first()).span.start, s.at(s.last() - 1).span.end};
  figure.surface = std::string(s.slice(s.first(), s.last()));
  return figure;
}

// "per square foot", "a day", "-a-year" behind a figure; `at` when there is none.
int behind_rate(const SentenceView& s, int at) {
  int i = s.binds(at) ? at + 1 : at;
  const bool per = s.lower_is(i, "per");
  if (!per && !s.lower_is(i, "a") && !s.lower_is(i, "an") && !s.lower_is(i, "each")) return at;
  i = s.binds(i + 1) ? i + 2 : i + 1;
  if (const auto unit = read_unit(s, i)) return unit->last;
  if (!per && !s.lower_is(i, "share") && !s.lower_is(i, "piece")) return at;
  return s.is_word(i) ? i + 1 : at;
}

// "HK $" is one sign.
std::string written_unit(const SentenceView& s, Span words) {
  std::string unit(s.text().substr(words.start, words.end - words.start));
  if (unit.ends_with('$')) std::erase(unit, ' ');
  return unit;
}

std::string written_with_rate(const SentenceView& s, const ReadFigure& read) {
  const std::string unit = written_unit(s, read.unit_words);
  const int end = behind_rate(s, read.last);
  if (end == read.last) return unit;
  const std::string rate(s.slice(read.last, end));
  return rate.starts_with('-') ? unit + rate : unit + ' ' + rate;
}

// The noun with the words that narrow it down.
std::string written_noun(const SentenceView& s, const CountedNoun& noun) {
  int first = noun.head;
  for (const int modifier : noun.modifiers) first = std::min(first, modifier);
  return std::string(s.slice(first, noun.last));
}

// "6 million homes, 1.5 million of them in ...", "42 in Orsk and 17 in Tula": the
// noun of the count before.
bool shares_noun(const SentenceView& s, const ReadFigure& read) {
  static constexpr WordList kGoingOn = {"in", "at", "who", "from", "near", "of"};
  return s.is_one_of(read.last, kGoingOn);
}

class QuantityReader {
 public:
  QuantityReader(const SentenceView& s, std::vector<Quantity>& quantities)
      : s_(s), quantities_(quantities) {}

  void run() {
    ReadFigures read = read_figures(s_);
    auto reject = read.rejects.begin();
    for (ReadFigure& figure : read.figures) {
      for (; reject != read.rejects.end() && reject->span.start < figure.figure.span.start;
           ++reject)
        add_one_of(*reject);
      if (!is_mere_stretch(figure)) add(figure);
    }
    for (; reject != read.rejects.end(); ++reject) add_one_of(*reject);
  }

 private:
  // "a week before the vote": a claim where it parts two events, no number anybody wrote.
  bool is_mere_stretch(const ReadFigure& read) const {
    return read.interval && read.figure.bound == Bound::kExact && read.written == 1 &&
           (s_.lower_is(read.core, "a") || s_.lower_is(read.core, "an"));
  }

  // "one of the proudest moments": no claim, but a number that counts.
  void add_one_of(const RejectedNumber& reject) {
    if (reject.reason != Reject::kPronoun) return;
    while (s_.has(at_) && s_.at(at_).span.start < reject.span.start) ++at_;
    const int at = at_;
    if (!s_.lower_is(at, "one") || !s_.lower_is(at + 1, "of")) return;
    const CountedNoun noun = counted_noun(s_, at + 1);
    if (noun.head < 0 || !is_plural_noun(s_.at(noun.head))) return;
    Quantity quantity;
    quantity.figure.low = quantity.figure.high = quantity.value = 1;
    quantity.figure.span = reject.span;
    quantity.figure.surface = std::string(s_.slice(at, at + 1));
    quantity.noun = std::string(noun_text(s_, noun));
    quantity.written = written_noun(s_, noun);
    quantities_.push_back(std::move(quantity));
  }

  void add(ReadFigure& read) {
    Quantity quantity;
    if (read.dimension.empty()) {
      name(read, quantity);
    } else {
      quantity.written = written_with_rate(s_, read);
    }
    quantity.value = read.written;
    quantity.figure = std::move(read.figure);
    quantities_.push_back(std::move(quantity));
    if (!read.restated) return;
    const double value = read.restated->value();
    quantities_.push_back(
        {std::move(*read.restated), value, {}, written_unit(s_, read.restated_unit)});
  }

  void name(const ReadFigure& read, Quantity& quantity) {
    const CountedNoun noun = counted_noun(s_, read.noun_from);
    if (noun.head >= 0) {
      quantity.noun = std::string(noun_text(s_, noun));
      quantity.written = written_noun(s_, noun);
      noun_ = quantity.noun;
      written_ = quantity.written;
    } else if (const int before = head_before_or(s_, read.first); before >= 0) {
      quantity.noun = quantity.written = std::string(s_.at(before).text);
    } else if (!noun_.empty() && shares_noun(s_, read)) {
      quantity.noun = noun_;
      quantity.written = written_;
    }
  }

  const SentenceView& s_;
  int at_ = s_.first();  // of the last rejected number looked at
  std::vector<Quantity>& quantities_;
  std::string noun_;  // of the last count that has one
  std::string written_;
};

}  // namespace

std::vector<Quantity> read_quantities(std::string_view text) {
  const Tokens tokens = tokenize(text, Lexicon::english());
  std::vector<Quantity> quantities;
  if (tokens.sentences.size() == 1) {
    if (const auto quotient = read_quotient(SentenceView(tokens, tokens.sentences.front())))
      return {{*quotient, quotient->value(), {}, {}}};
  }
  for (const Sentence& sentence : tokens.sentences) {
    if (!may_hold_figures(tokens, sentence)) continue;
    const SentenceView view(tokens, sentence);
    QuantityReader(view, quantities).run();
  }
  if (quantities.empty() && tokens.sentences.size() == 1) {
    if (auto figure = read_expression(SentenceView(tokens, tokens.sentences.front())))
      quantities.push_back({*figure, figure->value(), {}, {}});
  }
  return quantities;
}

}  // namespace figured::claims
