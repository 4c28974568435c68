// unit     := [ "-" ] ( name | demonym money ) [ age ]
// age      := [ "-" ] ( "old" | "olds" ) | "of" "age"
// currency := sign | code [ "." ]                  a number follows
#include "claims/figures/unit_reader.h"

#include <algorithm>
#include <iterator>

#include "claims/figures/unit_match.h"

namespace figured::claims {
namespace {

constexpr int kReach = 30;  // tokens to either side in which a country tells whose money it is

const Unit& unit_of(std::int16_t index) { return Lexicon::english().unit(index); }

ReadUnit make_unit(std::int16_t index, int last, std::string_view rule) {
  const Unit& unit = unit_of(index);
  return {last, unit.name, unit.dimension, unit.is_money() ? unit.factor : 1, false, rule};
}

// "-year-old", "years old", "years of age"
void take_age(const SentenceView& s, ReadUnit& unit) {
  if (unit.dimension != "duration") return;
  int i = unit.last;
  if (s.lower_is(i, "of") && s.lower_is(i + 1, "age")) {
    unit.last = i + 2;
    unit.age = true;
    return;
  }
  if (s.binds(i)) ++i;
  if (s.lower_is(i, "old") || s.lower_is(i, "olds")) {
    unit.last = i + 1;
    unit.age = true;
  }
}

// The money that a sign or a name at token `i` tells.
std::int16_t money_at(const SentenceView& s, int i) {
  const std::int16_t unit = s.at(i).word->unit;
  return unit != kNoIndex && unit_of(unit).is_money() ? unit : kNoIndex;
}

// MoneyReader tells whose money a name means that several countries have.
class MoneyReader {
 public:
  MoneyReader(const SentenceView& s, int at, int last) : s_(s), at_(at), last_(last) {}

  // `named` is what the name means by itself.
  ReadUnit read(std::int16_t named) const {
    const Unit& unit = unit_of(named);
    if (unit.factor != 1) {
      if (const std::int16_t main = currency_before(unit); main != kNoIndex) {
        ReadUnit read = make_unit(main, last_, "hundredths of the currency before");
        read.multiplier = unit.factor;
        return read;
      }
    }
    // Dollars are America's unless the words say whose they are.
    if (unit.kind() != "dollar" && unit.kind() != "euro") {
      if (const std::int16_t found = of_country_near(unit.kind()); found != kNoIndex) {
        ReadUnit read = make_unit(found, last_, "money of the country nearest by");
        read.multiplier = unit.factor;
        return read;
      }
    }
    return make_unit(named, last_, "name of money");
  }

 private:
  // "A$1.20, up 5 cents"
  std::int16_t currency_before(const Unit& cents) const {
    if (cents.name != "usd") return kNoIndex;
    for (int i = at_ - 1; i >= at_ - kReach && s_.has(i); --i) {
      const std::int16_t found = money_at(s_, i);
      if (found == kNoIndex || unit_of(found).factor != 1) continue;
      const std::string_view kind = unit_of(found).kind();
      return kind == "dollar" || kind == "euro" || kind == "rand" ? found : kNoIndex;
    }
    return kNoIndex;
  }

  std::int16_t of_country_near(std::string_view kind) const {
    for (int step = 1; step <= kReach; ++step) {
      for (const int i : {at_ - step, last_ - 1 + step}) {
        if (!s_.is_word(i)) continue;
        const std::int16_t place = s_.at(i).word->place;
        if (place == kNoIndex) continue;
        const Lexicon& lexicon = Lexicon::english();
        const std::int16_t found = lexicon.currency_of(kind, lexicon.country_code(place));
        if (found != kNoIndex) return found;
      }
    }
    return kNoIndex;
  }

  const SentenceView& s_;
  int at_;
  int last_;
};

// PoundReader tells money from mass: "fined 500 pounds", "500 pounds of rice".
class PoundReader {
 public:
  PoundReader(const SentenceView& s, int at, int last, bool bound)
      : s_(s), at_(at), last_(last), bound_(bound) {}

  bool is_money() const {
    if (weighs()) return false;
    if (s_.lower_is(last_, "of") && is_matter(last_ + 1)) return false;
    if (names_money()) return true;
    const int number = bound_ ? at_ - 2 : at_ - 1;
    const Token& scale = s_.at(number);
    const bool millions = scale.kind == TokenKind::kWord &&
                          scale.word->number_role == NumberRole::kScale && scale.word->low() >= 1e6;
    return millions && !s_.lower_is(last_, "of");
  }

 private:
  bool weighs() const {
    for (int i = at_ - 6; i <= last_ + 2; ++i) {
      if (!s_.is_word(i)) continue;
      const std::string_view text = s_.at(i).text;
      if (text.starts_with("weigh") || text.starts_with("Weigh") || text == "kg" ||
          text == "kilograms" || text == "kilos" || text == "overweight" || text == "heavier" ||
          text == "lighter" || text == "poundage" || text == "bomb" || text == "bombs") {
        return true;
      }
    }
    return false;
  }

  // "of cocaine", "of red meat", not "of debt"
  bool is_matter(int i) const {
    for (const int end = i + 3; i < end && s_.is_word(i); ++i) {
      const Word& word = *s_.at(i).word;
      if (!word.can_be(kNounForms) || word.is_likely(PartOfSpeech::kAdjective)) continue;
      switch (word.topic) {
        case Topic::kPossession:
        case Topic::kAct:
        case Topic::kState:
        case Topic::kCognition:
        case Topic::kCommunication:
        case Topic::kGroup:
          return false;
        default:
          return true;
      }
    }
    return true;
  }

  // "cost", "a fine of", "worth", or money of the same kind close by.
  bool names_money() const {
    static constexpr std::string_view kVerbs[] = {"cost",   "pay",    "spend", "earn", "fine",
                                                  "owe",    "charge", "sell",  "buy",  "donate",
                                                  "invest", "borrow", "bill"};
    for (int i = at_ - 7; i < at_ - 1; ++i) {
      if (!s_.is_word(i)) continue;
      if (s_.lower_is(i, "worth")) return true;
      const Word& word = *s_.at(i).word;
      if (word.topic == Topic::kPossession && !word.is_likely(PartOfSpeech::kVerb)) return true;
      if (!word.can_be(kVerbForms)) continue;
      const std::string base = Lexicon::english().verb_base(s_.at(i).text);
      for (const std::string_view verb : kVerbs) {
        if (base == verb) return true;
      }
    }
    for (int i = at_ - kReach; i < last_ + kReach; ++i) {
      const std::int16_t money = money_at(s_, i);
      if (money != kNoIndex && unit_of(money).name == "gbp") return true;
    }
    return false;
  }

  const SentenceView& s_;
  int at_;
  int last_;
  bool bound_;
};

// "10 megatons of carbon" are a mass, "a 10-megaton bomb" is an energy.
std::int16_t mass_or_yield(const SentenceView& s, const UnitMatch& match) {
  const std::string& name = unit_of(match.unit).name;
  if ((name != "kiloton" && name != "megaton") || !s.lower_is(match.last, "of")) return match.unit;
  if (s.lower_is(match.last + 1, "tnt") || s.lower_is(match.last + 1, "explosive") ||
      s.lower_is(match.last + 1, "explosives"))
    return match.unit;
  return Lexicon::english().find(name == "kiloton" ? "kilotonne" : "megatonne").unit;
}

bool is_pounds(const SentenceView& s, const UnitMatch& match) {
  return match.one && unit_of(match.unit).name == "pound" &&
         (s.lower_is(match.last - 1, "pounds") || s.lower_is(match.last - 1, "pound"));
}

// "Canadian dollars", "Philippine pesos"
std::optional<ReadUnit> read_national_money(const SentenceView& s, int at) {
  const std::int16_t place = s.is_word(at) ? s.at(at).word->place : kNoIndex;
  if (place == kNoIndex || !s.is_word(at + 1)) return std::nullopt;
  const Lexicon& lexicon = Lexicon::english();
  std::int16_t named = money_at(s, at + 1);
  if (s.lower_is(at + 1, "pounds") || s.lower_is(at + 1, "pound")) {
    named = lexicon.currency_of("pound", "GB");
  }
  if (named == kNoIndex) return std::nullopt;
  const std::string& country = lexicon.country_code(place);
  const std::int16_t found = lexicon.currency_of(unit_of(named).kind(), country);
  if (found == kNoIndex) return std::nullopt;
  ReadUnit unit = make_unit(found, at + 2, "money of the country before its name");
  unit.multiplier = unit_of(named).factor;
  return unit;
}

// "30 MUSD", "KEUR 500": thousands and millions of a currency, as accounts write it.
std::optional<ReadUnit> read_scaled_code(const SentenceView& s, int at) {
  static constexpr std::string_view kCodes[] = {"USD", "EUR", "GBP", "AUD", "CAD", "NZD",
                                                "CHF", "JPY", "CNY", "SEK", "NOK", "DKK"};
  const std::string_view text = s.at(at).text;
  if (text.size() != 4 || (text.front() != 'M' && text.front() != 'K')) return std::nullopt;
  const std::string_view code = text.substr(1);
  if (std::find(std::begin(kCodes), std::end(kCodes), code) == std::end(kCodes))
    return std::nullopt;
  return ReadUnit{at + 1, lower_case(code),           "money", text.front() == 'M' ? 1e6 : 1e3,
                  false,  "scaled code of a currency"};
}

}  // namespace

std::optional<ReadUnit> read_unit(const SentenceView& s, int at) {
  const bool bound = s.binds(at);
  const int begin = bound ? at + 1 : at;
  if (const auto scaled = read_scaled_code(s, begin)) return scaled;
  const UnitMatch match = match_unit(s, begin, bound);
  if (match.unit == kNoIndex) return read_national_money(s, begin);
  if (is_pounds(s, match) && PoundReader(s, begin, match.last, bound).is_money()) {
    const std::int16_t pounds = Lexicon::english().currency_of("pound", "GB");
    return MoneyReader(s, begin, match.last).read(pounds);
  }
  if (match.one && s.is_word(begin) && unit_of(match.unit).is_money()) {
    return MoneyReader(s, begin, match.last).read(match.unit);
  }
  ReadUnit unit = make_unit(mass_or_yield(s, match), match.last, "unit behind its number");
  take_age(s, unit);
  return unit;
}

int behind_extent(const SentenceView& s, int last) {
  static constexpr WordList kExtents = {"long", "wide", "high", "deep", "tall", "thick"};
  return s.binds(last) && s.is_one_of(last + 1, kExtents) ? last + 2 : last;
}

std::optional<ReadUnit> read_currency(const SentenceView& s, int at) {
  const UnitMatch code = match_money_sign(s, at);
  if (code.unit != kNoIndex) return make_unit(code.unit, code.last, "currency before its number");
  if (const auto scaled = read_scaled_code(s, at); scaled && s.is_kind(at + 1, TokenKind::kNumber))
    return scaled;
  if (!s.is_kind(at, TokenKind::kCurrency)) return std::nullopt;
  const std::int16_t unit = s.at(at).word->unit;
  if (unit != kNoIndex) return make_unit(unit, at + 1, "currency sign");
  // "XY$": its own currency
  return ReadUnit{at + 1, lower_case(s.at(at).text), "money", 1, false, "unknown currency sign"};
}

}  // namespace figured::claims
