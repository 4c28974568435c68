#include "claims/verdicts/doubt.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "claims/lexicon/lexicon.h"
#include "claims/measures/scope_reader.h"
#include "claims/subjects/owner_names.h"
#include "claims/verdicts/claim_pair.h"
#include "claims/verdicts/companions.h"
#include "claims/verdicts/other_account.h"
#include "claims/verdicts/slip.h"

namespace figured::claims {
namespace {

// Figures of one fact seldom differ by this factor.
constexpr double kFarApart = 3;
constexpr double kFarApartUntold = 2;  // a toll that rises through the day, or nobody's figure
constexpr double kFarApartBare = 1.6;  // "three boats", which any boats may be
constexpr double kFarApartPlain = 5;   // reports of one event that give no other value
constexpr double kPlainlyOneFact = 0.45;
constexpr double kLooselyApart = 1.6;
constexpr int kNearGuess = 6;  // words
constexpr auto kBirthdayReach = std::chrono::days(3);

class Doubts {
 public:
  Doubts(const SourcedClaim& earlier, const SourcedClaim& later, const ValueRange& a,
         const ValueRange& b, double sameness)
      : earlier_(earlier),
        later_(later),
        a_(a),
        b_(b),
        sameness_(sameness),
        within_(in_one_article(earlier, later)) {}

  std::string_view first() const {
    for (const Doubt& doubt : all()) {
      if ((this->*doubt.holds)()) return doubt.reason;
    }
    return {};
  }

  struct Doubt {
    std::string_view reason;
    bool (Doubts::*holds)() const;
  };

  static std::span<const Doubt> all() {
    static constexpr Doubt kAll[] = {
        {"they lie too far apart to be surely of one thing", &Doubts::is_far_apart},
        {"one is a part or the rest of a whole that is not given", &Doubts::is_relative},
        {"each is the guess of somebody else", &Doubts::are_two_guesses},
        {"one is a loose impression", &Doubts::is_loose},
        {"they may count different people", &Doubts::is_of_others},
        {"an article gives other values too, and does not tell which is meant",
         &Doubts::knows_others},
        {"the figures beside them differ too", &Doubts::is_in_other_company},
        {"it changes by the hour", &Doubts::is_on_the_move},
        {"the ages may be those of different years", &Doubts::is_past_age}};
    return kAll;
  }

 private:
  // Counts of one thing seldom differ threefold; what does is more likely a part
  // and the whole, or two things.  A lost digit is told by the others.
  bool is_far_apart() const {
    const double below = std::min(a_.high, b_.high), above = std::max(a_.low, b_.low);
    return above >= widest_gap() * std::max(below, 0.0) && !is_slip();
  }

  // A lost digit makes a tenfold gap of one figure.
  bool is_slip() const {
    return !likely_slip(earlier_.claim.figure, later_.claim.figure).tag.empty();
  }

  double widest_gap() const {
    if (later_.claim.measure.starts_with("count.")) return kFarApartBare;
    if (is_plain()) return kFarApartPlain;
    // Nobody counts a crowd.
    if (later_.claim.measure == "people.attended") return kFarApart;
    if (cumulative() && !within_ && !clocked()) return kFarApartUntold;
    return two_voices(earlier_, later_) || is_vague(earlier_.claim) || is_vague(later_.claim)
               ? kFarApart
               : kFarApartUntold;
  }

  // Both articles are about the same names throughout, and each gives one value, or tells the
  // others apart; "one" and "two" are as often no count.
  bool is_plain() const {
    const double least = std::min(earlier_.claim.figure.value(), later_.claim.figure.value());
    const bool vague = is_vague(earlier_.claim) || is_vague(later_.claim);
    const bool closed = std::isfinite(a_.low) && std::isfinite(a_.high) && std::isfinite(b_.low) &&
                        std::isfinite(b_.high);
    return !within_ && !vague && closed && least > 2 && sameness_ >= kPlainlyOneFact &&
           same_restrictions(earlier_.claim.scope, later_.claim.scope) &&
           (has_no_rivals() || is_answered());
  }

  bool has_no_rivals() const {
    return earlier_.claim.rivals.empty() && later_.claim.rivals.empty();
  }

  // Two who speak of what one owner has: what either says of others is told apart by its words.
  bool is_answered() const {
    const auto tells_apart = [](const Claim& claim) {
      return std::none_of(claim.rivals.begin(), claim.rivals.end(),
                          [](const Rival& rival) { return rival.alike; });
    };
    return is_of_one_owner() && two_voices(earlier_, later_) && tells_apart(earlier_.claim) &&
           tells_apart(later_.claim);
  }

  // "Eight others", "five of them": of a whole that the words do not give.  Two
  // lists may be of the same members.
  bool is_relative() const {
    static constexpr std::string_view kRelative[] = {"previous", "remaining", "superseded"};
    if ((has_scope(earlier_.claim, "other") || has_scope(later_.claim, "other")) &&
        !are_others_of_one())
      return true;
    if (has_scope(earlier_.claim, "list") != has_scope(later_.claim, "list")) return true;
    if ((has_scope(earlier_.claim, "part") || has_scope(later_.claim, "part")) && !is_of_one_kind())
      return true;
    return std::any_of(std::begin(kRelative), std::end(kRelative), [&](std::string_view scope) {
      return has_scope(earlier_.claim, scope) || has_scope(later_.claim, scope);
    });
  }

  // "Seven rifles and three other guns", "seven rifles and two other guns": other than the
  // same seven.
  bool are_others_of_one() const {
    return !within_ && has_scope(earlier_.claim, "other") && has_scope(later_.claim, "other") &&
           compare_company(earlier_.claim, later_.claim) == Company::kAgrees;
  }

  // "Including ten children" is a part of the people but all of the children.
  bool is_of_one_kind() const {
    const auto kind = [](const SourcedClaim& claim) {
      const std::vector<std::string>& scope = claim.claim.scope;
      const auto of = std::find_if(scope.begin(), scope.end(), [](const std::string& token) {
        return token.starts_with("of:");
      });
      return of == scope.end() ? std::string() : *of;
    };
    return !kind(earlier_).empty() && kind(earlier_) == kind(later_);
  }

  // What one poll or economist says is not said against what another says.
  bool are_two_guesses() const {
    return !within_ && is_guess(earlier_) && is_guess(later_) &&
           (earlier_.claim.origin.empty() || earlier_.claim.origin != later_.claim.origin);
  }

  static bool is_guess(const SourcedClaim& claim) {
    if (claim.claim.modality == Modality::kEstimate && !claim.claim.origin.empty()) return true;
    static constexpr std::string_view kWords[] = {"poll", "polled", "survey", "economist"};
    return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
      return tells_near(claim.claim, word, kNearGuess);
    });
  }

  // An article with several values of the measure, and no words that part them,
  // does not tell which of them the other claim is to be held against.  "Seven were hurt",
  // and "eight" below it, are two accounts of one toll, whichever is meant.
  bool knows_others() const {
    const auto others = [&](const Claim& claim, const ValueRange& than) {
      return std::any_of(claim.rivals.begin(), claim.rivals.end(), [&](const Rival& rival) {
        return (rival.alike || (within_ && !two_voices(earlier_, later_))) &&
               !ranges_meet(rival.told, than) &&
               !((is_of_people() || is_of_one_owner()) &&
                 are_near(rival.told, told_range(claim.figure)));
      });
    };
    return others(earlier_.claim, told_range(later_.claim.figure)) ||
           others(later_.claim, told_range(earlier_.claim.figure));
  }

  bool is_in_other_company() const {
    return !within_ && sameness_ < kPlainlyOneFact &&
           compare_company(earlier_.claim, later_.claim) == Company::kDiffers;
  }

  // How far away and how fast a storm is holds for the hour.
  bool is_on_the_move() const {
    const std::string& measure = later_.claim.measure;
    if (!measure.starts_with("length.") && !measure.starts_with("speed")) return false;
    const bool one_time = earlier_.claim.as_of && earlier_.claim.as_of == later_.claim.as_of;
    return !one_time && (tells_of_storm(earlier_) || tells_of_storm(later_));
  }

  static bool tells_of_storm(const SourcedClaim& claim) {
    return names_storm(claim.title) || names_storm(claim.claim.quote) ||
           names_storm(claim.claim.subject);
  }

  static bool names_storm(std::string_view text) {
    const Lexicon& lexicon = Lexicon::english();
    const Event* storms = lexicon.event_named("storms");
    while (!text.empty()) {
      const std::size_t blank = std::min(text.find(' '), text.size());
      const std::int16_t event = lexicon.find(text.substr(0, blank)).noun_event;
      if (event != kNoIndex && &lexicon.event(event) == storms) return true;
      text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return false;
  }

  // Who was 26 at the arrest is 27 at the trial, and was 17 when he was at school.
  bool is_past_age() const {
    if (later_.claim.measure != "age") return false;
    const auto tells_when = [](const Claim& claim) {
      static constexpr std::string_view kWords[] = {"when ", " was ", "then-", "then "};
      return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) {
        return claim.quote.find(word) != std::string::npos;
      });
    };
    if (tells_when(earlier_.claim) || tells_when(later_.claim)) return true;
    if (std::fabs(a_.low - b_.low) > 1) return false;
    return !earlier_.published || !later_.published ||
           std::chrono::abs(*earlier_.published - *later_.published) > kBirthdayReach;
  }

  // "Dozens" and "more than 100" are near enough to be one impression.
  bool is_loose() const {
    if (!is_vague(earlier_.claim) && !is_vague(later_.claim)) return false;
    return std::max(a_.low, b_.low) < kLooselyApart * std::min(a_.high, b_.high);
  }

  // Civilians and people, where the measure alone tells of people.
  bool is_of_others() const {
    if (!is_of_people()) return false;
    const std::int16_t one = noun_of(earlier_), other = noun_of(later_);
    return one != kNoIndex && other != kNoIndex && one != other;
  }

  static std::int16_t noun_of(const SourcedClaim& claim) {
    const Lexicon& lexicon = Lexicon::english();
    return lexicon.find(lexicon.singular(claim.claim.noun)).noun;
  }

  bool is_of_one_owner() const {
    const std::string &one = earlier_.claim.subject, &other = later_.claim.subject;
    return !one.empty() && !other.empty() && names_agree(one, other);
  }

  bool is_of_people() const { return later_.claim.measure.starts_with("people."); }
  bool cumulative() const { return dynamic_of(later_.claim.measure) == Dynamic::kCumulative; }
  bool clocked() const { return has_clock(earlier_.as_of()) && has_clock(later_.as_of()); }

  const SourcedClaim& earlier_;
  const SourcedClaim& later_;
  const ValueRange& a_;
  const ValueRange& b_;
  double sameness_;
  bool within_;
};

}  // namespace

std::string_view doubt_contradiction(const SourcedClaim& earlier, const SourcedClaim& later,
                                     const ValueRange& a, const ValueRange& b, double sameness) {
  return Doubts(earlier, later, a, b, sameness).first();
}

std::span<const std::string_view> contradiction_doubts() {
  static const std::vector<std::string_view> reasons = [] {
    std::vector<std::string_view> all;
    for (const auto& doubt : Doubts::all()) all.push_back(doubt.reason);
    return all;
  }();
  return reasons;
}

}  // namespace figured::claims
