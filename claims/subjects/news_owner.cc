#include "claims/subjects/news_owner.h"

#include "claims/places/measure_locality.h"

namespace figured::claims {
namespace {

constexpr int kEconomyReach = 16;  // tokens between "unemployment" and its figure

class NewsOwnerReader : private SideFinder {
 public:
  NewsOwnerReader(const SentenceView& s, const ReadFigure& figure, const ReadMeasure& measure,
                  const ArticleSides& sides, std::string_view country, bool in_text)
      : SideFinder(s, sides, {}, in_text), f_(figure), m_(measure), country_(country) {}

  ReadSubject run_economy() { return economy() ? std::move(out_) : ReadSubject(); }
  ReadSubject run_main() { return main_owner() ? std::move(out_) : ReadSubject(); }

 private:
  // In the news of a company or an economy an amount that the words give nobody
  // is its own.
  bool main_owner() {
    const bool told = !m_.measure.empty() && !m_.measure.starts_with("count.");
    if (!in_text_ || (f_.figure.unit.empty() && told) || is_share_of_people(s_, f_, m_))
      return false;
    const int main = sides_.main_owner();
    if (main == kNoSide) return false;
    if (sides_.side(main).kind == SideKind::kPlace && !can_be_national()) return false;
    const bool amount = f_.dimension == "money" || f_.dimension == "percent";
    return (amount || sides_.side(main).kind == SideKind::kCompany) &&
           found_side(main, f_.first, "whom the article is about");
  }

  // Of a country are amounts that are no share of its people, in a sentence that
  // names no other place.
  bool can_be_national() const {
    if (locality_of(s_, f_, m_) == Locality::kPrivate) return false;
    // Oil has many prices.
    if (m_.measure.ends_with("price") || m_.measure.ends_with(".rise")) return false;
    if (m_.measure.starts_with("percent.of.") || s_.lower_is(f_.last, "of")) return false;
    if (s_.at(f_.last).word->verb_forms != 0 && s_.is_word(f_.last)) return false;
    for (int i = f_.first - kEconomyReach; i < f_.last + kEconomyReach; ++i) {
      if (s_.at(i).capital && s_.at(i).word->place != kNoIndex) return false;
    }
    return true;
  }

  bool is_economy_measure() const {
    return m_.measure == "percent.unemployment" || m_.measure == "percent.inflation";
  }

  // "unemployment fell to 4.2%", "inflation of 9 pct": the country's.
  bool economy() {
    if (country_.empty()) return false;
    bool told = is_economy_measure();
    for (int i = f_.first - kEconomyReach; i < f_.last + 4 && !told; ++i)
      told = s_.is_word(i) && s_.at(i).word->side_noun == SideKind::kEconomy;
    if (!told) return false;
    return found(country_, SideKind::kPlace, f_.first, f_.last, "the country's economy");
  }

  const ReadFigure& f_;
  const ReadMeasure& m_;
  const std::string_view country_;
};

}  // namespace

ReadSubject read_economy(const SentenceView& sentence, const ReadFigure& figure,
                         const ReadMeasure& measure, const ArticleSides& sides,
                         std::string_view country, bool in_text) {
  return NewsOwnerReader(sentence, figure, measure, sides, country, in_text).run_economy();
}

ReadSubject read_main_owner(const SentenceView& sentence, const ReadFigure& figure,
                            const ReadMeasure& measure, const ArticleSides& sides, bool in_text) {
  return NewsOwnerReader(sentence, figure, measure, sides, {}, in_text).run_main();
}

}  // namespace figured::claims
