#include "claims/measures/price_measure.h"

#include "claims/measures/amount_words.h"
#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kLootReach = 12;   // tokens from what was stolen to the verb
constexpr int kPriceReach = 10;  // tokens from a price to what it is paid for

const Event* find_event(std::string_view name) { return Lexicon::english().event_named(name); }

class PriceMeasure {
 public:
  PriceMeasure(const SentenceView& s, const ReadFigure& figure, ReadMeasure& out)
      : s_(s), f_(figure), out_(out) {}

  // "paid $334 million for the firm", "shelled out $40 for it": its price.
  void run() {
    static const Event* const deal = find_event("deal");
    static const Event* const paid = find_event("paid");
    static const Event* const spent = find_event("spent");
    static const Event* const cost = find_event("cost");
    static const Event* const value = find_event("market_value");
    const Event* now = out_.event == kNoIndex ? nullptr : &event();
    if ((now == paid || now == spent) && out_.verb >= 0 && out_.verb < f_.first &&
        word(out_.verb).verb_forms != 0 && buys_thing())
      return set(deal);
    if ((now == nullptr || now == value) && is_loot()) {
      out_.head = -1;
      out_.noun = find_event("stolen_money")->noun;
      return set(find_event("stolen_money"));
    }
    // "trading at 30 cents"
    static const Event* const traded = find_event("traded");
    if (now == traded && s_.lower_is(f_.first - 1, "at")) return set(find_event("share_price"));
    // "the deal cost $334 million", "a settlement worth $5 million": of the thing.
    if ((now == cost || now == value) && out_.verb >= 0 && out_.verb < f_.first) {
      const int owner =
          s_.lower_is(out_.verb, "worth") ? out_.verb - 1 : subject_head(s_, out_.verb);
      const std::int16_t whose = owner >= 0 ? amount_of_noun(s_, owner) : kNoIndex;
      if (whose != kNoIndex && is_of_money(whose)) out_.event = whose;
    }
  }

 private:
  const Word& word(int i) const { return *s_.at(i).word; }
  const Event& event() const { return Lexicon::english().event(out_.event); }

  // "stole gems valued at $3 million", "made off with $3 million in jewels"
  bool is_loot() const {
    static const std::int16_t stolen = Lexicon::english().index_of(*find_event("stolen_money"));
    for (int i = f_.first - 1; i >= f_.first - kLootReach && s_.has(i); --i) {
      if (s_.is_kind(i, TokenKind::kSign) || s_.is(i, kSay)) return false;
      const Word& verb = word(i);
      if (verb.verb_forms == 0 || is_amount_noun_here(s_, i)) continue;
      if (verb.amount_as(kObjectVerb) == stolen) return true;
      if (verb.compound && s_.is_word(i + 1)) {
        const Compound compound = Lexicon::english().find_compound(lower_case(s_.at(i).text),
                                                                   lower_case(s_.at(i + 1).text));
        if (compound.event == stolen) return true;
      }
    }
    return false;
  }

  void set(const Event* event) { out_.event = Lexicon::english().index_of(*event); }

  // "to acquire"
  bool names_trade(int verb) const {
    const std::int16_t event = word(verb).amount_as(kObjectVerb);
    return event != kNoIndex && Lexicon::english().event(event).name == "deal";
  }

  bool buys_thing() const {
    for (int i = f_.last; i < f_.last + kPriceReach && s_.has(i); ++i) {
      if (s_.is_kind(i, TokenKind::kSign) && s_.at(i).text != ",") return false;
      if (s_.lower_is(i, "to") && names_trade(i + 1)) return true;
      if (!s_.lower_is(i, "for")) continue;
      const int head = phrase_head(s_, after_determiners(s_, i + 1));
      return head >= 0 && word(head).unit == kNoIndex;
    }
    return false;
  }

  const SentenceView& s_;
  const ReadFigure& f_;
  ReadMeasure& out_;
};

}  // namespace

void settle_price(const SentenceView& sentence, const ReadFigure& figure, ReadMeasure& out) {
  PriceMeasure(sentence, figure, out).run();
}

}  // namespace figured::claims
