// name := token { [ "." ] [ "-" ] token }        the tokens' text makes a UnitKey
#include "claims/figures/unit_match.h"

#include <cmath>

namespace figured::claims {
namespace {

constexpr int kMostTokens = 9;  // "barrels of oil equivalent per day" and full stops

bool is_digits(const SentenceView& s, int i) { return s.is_kind(i, TokenKind::kNumber); }

bool is_big_scale(const SentenceView& s, int i) {
  return s.is_word(i) && s.at(i).word->number_role == NumberRole::kScale;
}

// "60 W", "5 million kg"; a fraction is a sign of its own: "2½ in".
bool behind_digits(const SentenceView& s, int at) {
  return is_digits(s, at - 1) || is_big_scale(s, at - 1) ||
         (s.is_word(at - 1) && s.at(at - 1).word->number_role == NumberRole::kVulgar);
}

// A decimal is no rank: "4.3 second" is a time.
bool behind_one(const SentenceView& s, int at) {
  if (is_digits(s, at - 1) && s.at(at - 1).number != std::floor(s.at(at - 1).number)) return true;
  return (is_digits(s, at - 1) && s.at(at - 1).number == 1) || s.lower_is(at - 1, "one") ||
         s.lower_is(at - 1, "a");
}

// "$5" of "3 $5 notes", "10m" of "3x10m": the next number's.
bool number_touches(const SentenceView& s, int i) {
  return (is_digits(s, i) || s.is_kind(i, TokenKind::kMixed)) && !s.at(i).spaced;
}

// "5m x 4m", "5m by 4m"
bool joins_sides(const SentenceView& s, int i) {
  return s.lower_is(i, "x") || s.at(i).text == "\u00d7" || s.lower_is(i, "by");
}

// "100m race", "2m tall", "2m-high", "(3m)", "5m x 4m": a length; else "m" is a million.
bool is_metres(const SentenceView& s, int at) {
  static constexpr WordList kLengthWords = {
      "above",        "away",  "backstroke", "below",   "breaststroke", "butterfly", "dash",
      "deep",         "east",  "exclusion",  "fence",   "final",        "freestyle", "from",
      "heats",        "high",  "hurdles",    "long",    "medley",       "north",     "pool",
      "race",         "relay", "runner",     "runners", "south",        "sprint",    "sprinter",
      "steeplechase", "tall",  "thick",      "title",   "wave",         "waves",     "west",
      "wide",         "world"};
  if (s.is_one_of(s.binds(at + 1) ? at + 2 : at + 1, kLengthWords)) return true;
  const bool in_brackets = s.at(at - 2).text == "(" && s.at(at + 1).text == ")";
  const bool first_side = joins_sides(s, at + 1) && is_digits(s, at + 2);
  const bool second_side = joins_sides(s, at - 2) && s.lower_is(at - 3, "m");
  const bool decimal = s.at(at - 1).text.find('.') != std::string_view::npos;
  return in_brackets || first_side || second_side || decimal;
}

// "50p" is money, "1080p" a picture.
bool is_pence(const SentenceView& s, int at) {
  const double value = s.at(at - 1).number;
  return value < 1000 && value != 480 && value != 720 && value != 240 && value != 360;
}

bool touching_means_unit(const SentenceView& s, int at) {
  const Token& token = s.at(at);
  if (number_touches(s, at + 1)) return false;  // "10v10"
  if (token.text == "m") return is_metres(s, at);
  if (token.text == "p") return is_pence(s, at);
  if (token.text == "s") return s.at(at - 1).text.find('.') != std::string_view::npos;
  return true;
}

bool can_be_thing(const Token& token) {
  return token.kind == TokenKind::kWord && token.word->is_likely(PartOfSpeech::kNoun) &&
         !token.capital;
}

// Whether the amount beside a doubtful code can be money: no mere number, year
// or version is written so.
bool is_sum(const SentenceView& s, int number) {
  const Token& token = s.at(number);
  if (token.kind != TokenKind::kNumber) return false;
  if (is_big_scale(s, number + 1)) return true;
  const bool looks_like_year = token.plain_digits && token.number < 2100;
  return token.number >= 100 && (token.number >= 10000 || !looks_like_year);
}

// A word that spells a code is a word when it is "ALL", in a text of capitals, and
// beside a number that no sum of money is ("TOP 500").
bool stands_out(const SentenceView& s, int at, int number) {
  const PartOfSpeech part = s.at(at).word->dominant;
  if (part == PartOfSpeech::kUnknown) return true;
  if (part == PartOfSpeech::kFunction) return false;
  if (s.at(number).number < 10000 && !is_big_scale(s, number + 1)) return false;
  for (int i = at - 4; i <= at + 5; ++i) {
    if (!s.is_word(i) || i == at) continue;
    const char last = s.at(i).text.back();
    if (last >= 'a' && last <= 'z') return true;
  }
  return false;
}

// The tokens as they stand, without the full stops that the key passes over.
bool is_spelt(const SentenceView& s, int first, int last, std::string_view spelling) {
  std::size_t read = 0;
  for (int i = first; i < last; ++i) {
    for (const char c : s.at(i).text) {
      if (c == '.' || c == '-') continue;
      while (read < spelling.size() && (spelling[read] == '.' || spelling[read] == '-')) ++read;
      if (read == spelling.size() || spelling[read] != c) return false;
      ++read;
    }
  }
  return true;
}

class Matcher {
 public:
  Matcher(const SentenceView& s, int at, bool bound) : s_(s), at_(at), bound_(bound) {}

  UnitMatch run() {
    UnitMatch best;
    if (!s_.at(at_).word->begins_unit) return best;
    UnitKey key;
    for (int i = at_, seen = 0; seen < kMostTokens && continues(i); ++i, ++seen) {
      if (i > at_ && s_.at(i).spaced) key.add(" ");
      if (s_.is_kind(i, TokenKind::kHyphen)) {
        key.add("-");
        continue;
      }
      key.add(s_.at(i).text);
      if (s_.at(i).text == ".") continue;
      for (const UnitName& name : Lexicon::english().unit_names(key)) {
        if (!means_unit(name, i + 1)) continue;
        best = {name.unit, i + 1, i == at_};
        break;
      }
    }
    return best;
  }

 private:
  // A name goes on over words and signs; over a number only when it touches.
  bool continues(int i) const {
    if (i == at_) return true;
    const Token& token = s_.at(i);
    switch (token.kind) {
      case TokenKind::kWord:
        return true;
      case TokenKind::kMixed:
      case TokenKind::kNumber:
        return !token.spaced;
      case TokenKind::kHyphen:
        return s_.binds(i);
      case TokenKind::kSign:
        return s_.has(i) && (!token.spaced || token.text == "\u00b0" || token.text == "/") &&
               token.text != "," && token.text != ")";
      default:
        return false;
    }
  }

  bool means_unit(const UnitName& name, int last) const {
    if (!name.spelling.empty() && !is_spelt(s_, at_, last, name.spelling)) return false;
    if (name.spelling.ends_with('.') && !is_stop(last)) return false;  // "5 in. of rain"
    switch (name.place) {
      case UnitPlace::kBehind:
        return !s_.is_kind(at_, TokenKind::kCurrency) || !is_digits(s_, last);
      case UnitPlace::kBehindHyphen:
        return bound_ || behind_one(s_, at_);
      case UnitPlace::kBehindDigits:
        return behind_digits(s_, number_end()) && letter_means_unit() &&
               (!name.doubtful || is_certain(name, last));
      case UnitPlace::kTouchingDigits:
        return !bound_ && !s_.at(at_).spaced && is_digits(s_, at_ - 1) &&
               touching_means_unit(s_, at_);
      case UnitPlace::kBefore:
        return false;
    }
    return false;
  }

  bool is_stop(int i) const { return s_.at(i).text == "." && !s_.at(i).spaced; }

  // "5m" and "5 m people" are millions as a rule.
  bool letter_means_unit() const {
    if (s_.at(at_).text.size() > 1 || bound_) return true;
    // "800,000 F-Series trucks"
    if (s_.at(at_).capital && s_.binds(at_ + 1)) return false;
    if (!s_.at(at_).spaced) return touching_means_unit(s_, at_);
    const Token& next = s_.at(at_ + 1);
    const bool counts = next.kind == TokenKind::kWord && next.word->can_be(kNounPlural);
    return s_.at(at_).text != "m" || !counts;
  }

  int number_end() const { return bound_ ? at_ - 1 : at_; }

  bool is_certain(const UnitName& name, int last) const {
    if (!Lexicon::english().unit(name.unit).is_money()) return !can_be_thing(s_.at(last));
    const bool scaled = is_big_scale(s_, at_ - 1);
    const int number = scaled ? at_ - 2 : at_ - 1;
    return !bound_ && is_sum(s_, number) && stands_out(s_, at_, number);
  }

  const SentenceView& s_;
  int at_;
  bool bound_;
};

}  // namespace

UnitMatch match_unit(const SentenceView& sentence, int at, bool bound) {
  return Matcher(sentence, at, bound).run();
}

UnitMatch match_money_sign(const SentenceView& s, int at) {
  const Token& sign = s.at(at);
  if (!sign.word->money_sign) return {};
  int number = at + 1;
  if (s.at(number).text == "." && !s.at(number).spaced) ++number;  // "Rs. 500"
  if (!is_digits(s, number)) return {};
  UnitKey key;
  key.add(sign.text);
  for (const UnitName& name : Lexicon::english().unit_names(key)) {
    if (name.place != UnitPlace::kBefore || !is_spelt(s, at, at + 1, name.spelling)) continue;
    if (name.doubtful && !(is_sum(s, number) && stands_out(s, at, number))) continue;
    return {name.unit, number, true};
  }
  return {};
}

}  // namespace figured::claims
