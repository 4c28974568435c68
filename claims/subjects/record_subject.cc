// record := owner "record" "to" figure
//         | name ( "(" | "," ) { number | "-" | "," | "KO" | "KOs" | "'s" } figure
#include "claims/subjects/record_subject.h"

namespace figured::claims {
namespace {

constexpr int kReach = 16;  // tokens between the name and the figure

class RecordSubjectReader : private SideFinder {
 public:
  RecordSubjectReader(const SentenceView& s, const ArticleSides& sides, std::string_view speaker,
                      bool in_text)
      : SideFinder(s, sides, speaker, in_text) {}

  ReadSubject run(const ReadFigure& figure) {
    int i = figure.first - 1;
    while (i > figure.first - kReach && is_of_record(i)) --i;
    // "Vela's record to 52-3"
    if (s_.lower_is(i, "to") && s_.lower_is(i - 1, "record") &&
        s_.is_kind(i - 2, TokenKind::kPossessiveEnd)) {
      found_owner(i - 2, "whose record");
      return std::move(out_);
    }
    // A sign parts the name from its record.
    if (i == figure.first - 1 || s_.is_kind(i + 1, TokenKind::kNumber)) return {};
    if (const auto name = sides_.name_before(s_, i + 1)) found_name(*name, "name before a record");
    return std::move(out_);
  }

 private:
  bool is_of_record(int i) const {
    static constexpr WordList kWins = {"ko", "kos", "wins"};
    const std::string_view sign = s_.at(i).text;
    return s_.is_kind(i, TokenKind::kNumber) || s_.is_kind(i, TokenKind::kHyphen) || sign == "," ||
           sign == "(" || s_.is_kind(i, TokenKind::kPossessiveEnd) || s_.is_one_of(i, kWins);
  }
};

bool is_of_record(const ReadMeasure& measure) {
  return measure.measure == "game.won" || measure.measure == "game.lost" ||
         measure.measure == "count.draws" || measure.measure == "count.knockout";
}

}  // namespace

ReadSubject read_record_subject(const SentenceView& sentence, const ReadFigure& figure,
                                const ReadMeasure& measure, const ArticleSides& sides,
                                std::string_view speaker, bool in_text) {
  if (!is_of_record(measure)) return {};
  return RecordSubjectReader(sentence, sides, speaker, in_text).run(figure);
}

}  // namespace figured::claims
