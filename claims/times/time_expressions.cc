#include "claims/times/time_expressions.h"

#include <algorithm>

namespace figured::claims {
namespace {

namespace role = time_role;

bool roles(const SentenceView& s, int i, std::uint64_t any_of) {
  return s.at(i).word->has_time_role(any_of);
}

bool is_stop(const SentenceView& s, int i) {
  const std::string_view text = s.at(i).text;
  return text.empty() || text == ";" || text == ":" || s.is_kind(i, TokenKind::kQuote);
}

// Words that the grammar leaves before an expression: "the end of", "mid-", "earlier".
int phase_before(const SentenceView& s, int first, int floor) {
  int begin = first;
  for (int i = first - 1; i >= std::max(floor, first - 5); --i) {
    const bool joins = s.lower_is(i, "of") || s.lower_is(i, "in") || s.lower_is(i, "the") ||
                       s.lower_is(i, "on") || s.is_kind(i, TokenKind::kHyphen);
    if (roles(s, i, role::kPhase) || s.lower_is(i, "earlier") || s.lower_is(i, "later")) {
      begin = i;
    } else if (!joins) {
      break;
    }
  }
  return begin;
}

bool is_anchor(const TimeExpression& time) {
  return time.span && time.use != TimeUse::kOther && time.use != TimeUse::kBase;
}

// Tells how the words around an expression use it.
class UseReader {
 public:
  UseReader(const SentenceView& s, const TimeWords& words) : s_(s), w_(words) {
    before_ = w_.first - 1;
    article_ = s_.is(before_, kDeterminer) && !s_.lower_is(before_, "that");
    if (article_) --before_;
    opens_ = is_opening();
  }

  bool opens() const { return opens_; }

  TimeUse use() const {
    if (w_.named) return TimeUse::kOther;
    if (is_as_of()) return TimeUse::kAsOf;
    if (const auto since = since_use()) return *since;
    if (is_term() || is_after()) return TimeUse::kOther;
    if (is_base()) return TimeUse::kBase;
    if (is_told()) return TimeUse::kTold;
    if (s_.lower_is(before_, "by") && w_.grain <= TimeGrain::kWeek) return TimeUse::kAsOf;
    return TimeUse::kWhen;
  }

  // The clause speaks of what is to come: "will open on Sunday".
  bool is_ahead() const {
    for (int i = w_.first - 1; i >= w_.first - 14; --i) {
      if (is_stop(s_, i) || s_.at(i).text == "," || s_.is(i, kClauseBreak)) break;
      if (s_.is(i, kWill) || roles(i, role::kComing) || s_.lower_is(i, "would")) return true;
    }
    int i = w_.last;
    if (opens_ && s_.at(i).text == ",") ++i;
    for (const int end = i + (opens_ ? 10 : 4); i < end; ++i) {
      if (is_stop(s_, i) || s_.at(i).text == "," || s_.is(i, kClauseBreak | kSay)) break;
      if (s_.is(i, kWill)) return true;
    }
    return false;
  }

 private:
  bool roles(int i, std::uint64_t any_of) const { return claims::roles(s_, i, any_of); }

  bool is_opening() const {
    int i = w_.first - 1;
    for (int n = 0; n < 3 && (s_.is(i, kPreposition | kAdverb | kDeterminer) ||
                              s_.lower_is(i, "only") || s_.lower_is(i, "as"));
         ++n)
      --i;
    if (!s_.has(i) || s_.is_kind(i, TokenKind::kQuote) || s_.at(i).text == ";") return true;
    if (s_.at(i).text == ":" || s_.at(i).text == ")") return true;
    if (s_.at(w_.last).text != ",") return false;
    return s_.at(i).text == "," || s_.is(i, kConjunction) || is_in_opening_phrase(i);
  }

  // "In a poll taken last month, ..."
  bool is_in_opening_phrase(int i) const {
    for (const int least = i - 12; i > least && s_.is_word(i); --i) {
      if (s_.is(i, kBe | kHave | kSay | kClauseBreak)) return false;
      if (i == s_.first()) return s_.is(i, kPreposition);
    }
    return false;
  }

  bool is_as_of() const {
    return (s_.lower_is(before_, "of") || s_.lower_is(before_, "at")) &&
           s_.lower_is(before_ - 1, "as");
  }

  // "since Monday", "since it was set up three years ago", "the lowest since 2001"
  std::optional<TimeUse> since_use() const {
    int i = before_;
    for (const int least = before_ - 8; i > least && !s_.lower_is(i, "since"); --i) {
      if (is_stop(s_, i) || s_.at(i).text == ",") return std::nullopt;
    }
    if (!s_.lower_is(i, "since")) return std::nullopt;
    for (int k = i - 1; k > i - 9 && !is_stop(s_, k); --k) {
      if (roles(k, role::kMost)) return TimeUse::kOther;
    }
    return TimeUse::kSince;
  }

  // "due May 11", "effective on Friday", "before 2010", "until June"
  bool is_term() const {
    const int i =
        s_.lower_is(before_, "on") || s_.lower_is(before_, "in") || s_.lower_is(before_, "at")
            ? before_ - 1
            : before_;
    return roles(i, role::kTerm) && !opens_;
  }

  bool is_after() const {
    if (s_.is_kind(w_.last, TokenKind::kPossessiveEnd)) return false;
    return s_.lower_is(before_, "after") || s_.lower_is(before_, "following");
  }

  bool is_base() const {
    const int next = s_.is_kind(w_.last, TokenKind::kPossessiveEnd) ? w_.last + 1 : w_.last;
    if (w_.grain >= TimeGrain::kMonth && roles(next, role::kLevel)) return true;
    // "from his 2008 campaign"
    if (article_ && s_.lower_is(before_, "from") && s_.is_word(next) &&
        !s_.is(next, kPreposition | kConjunction))
      return false;
    const int i =
        s_.lower_is(before_, "in") || s_.lower_is(before_, "for") || s_.lower_is(before_, "at")
            ? before_ - 1
            : before_;
    if (roles(i, role::kThan)) return true;
    if (s_.lower_is(i, "with") || s_.lower_is(i, "to")) {
      return roles(i - 1, role::kCompare) || roles(i - 2, role::kCompare);
    }
    const bool period = w_.grain >= TimeGrain::kMonth && w_.length == 0;
    return period && (s_.lower_is(i, "over") || s_.lower_is(i, "on"));
  }

  // "said on Monday", "on Monday said", "Monday's announcement", "told reporters in a
  // briefing on Monday"
  bool is_told() const {
    int next = s_.is_kind(w_.last, TokenKind::kPossessiveEnd) ? w_.last + 1 : w_.last;
    if (tells(next)) return true;
    if (next > w_.last) {
      for (int n = 0; n < 3 && s_.is_word(next); ++n, ++next) {
        if (roles(next, role::kTelling)) return true;
      }
    }
    return follows_telling();
  }

  // Back from the expression over an addressee, an occasion or a medium to what tells.
  bool follows_telling() const {
    constexpr int kBack = 9;
    for (int i = before_, steps = 0; steps < kBack; --i, ++steps) {
      if (tells(i)) return !is_present(i) && (steps == 0 || !has_content(i + 1, before_));
      if (roles(i, role::kTelling)) return steps <= 2;
      // "said on "Daybreak" on Monday"
      const bool sign =
          s_.is_kind(i, TokenKind::kPossessiveEnd) || s_.is_kind(i, TokenKind::kQuote);
      if (!s_.is_word(i) && !sign) return false;
      if (s_.is(i, kClauseBreak | kConjunction | kBe | kHave) || s_.at(i).word->event != kNoIndex)
        return false;
    }
    return false;
  }

  // A finite verb of saying: "state" and "report" are nouns as well.
  bool tells(int i) const {
    return s_.is(i, kSay) && (s_.at(i).word->verb_forms & (kSForm | kPastForm)) != 0;
  }

  // "says this year his state paid": a present verb has no time of its own.
  bool is_present(int i) const { return (s_.at(i).word->verb_forms & kSForm) != 0; }

  // Words between a verb of saying and the time that are no addressee, occasion
  // or medium: a figure, a noun that opens what is said.
  bool has_content(int from, int to) const {
    if (s_.is(from, kPreposition) || s_.is(from, kAdverb) || roles(from, role::kPhase))
      return false;
    if (s_.lower_is(from - 1, "told")) return to - from > 3;
    return from <= to && !(from == to && s_.is(to, kPreposition));
  }

  const SentenceView& s_;
  const TimeWords& w_;
  int before_;  // the token before the expression and its article
  bool article_ = false;
  bool opens_;
};

// Builds the expressions of one sentence from left to right.
class ExpressionReader {
 public:
  ExpressionReader(const SentenceView& s, const TimeResolver& resolver,
                   std::optional<std::chrono::sys_seconds> published, const TimeAnchors& anchors,
                   std::vector<TimeExpression>& out)
      : s_(s), resolver_(resolver), published_(published), anchors_(anchors), out_(out) {}

  bool wants_anchor() const { return wants_anchor_; }

  void run() {
    int floor = s_.first();
    for (int i = s_.first(); i < s_.last(); ++i) {
      if (!may_tell_time(s_.at(i))) continue;
      auto words = read_time_words(s_, i, floor);
      if (!words) continue;
      add(*words, floor);
      floor = std::max(words->last, i + 1);
      i = floor - 1;
    }
  }

 private:
  void add(TimeWords words, int floor) {
    words.first = phase_before(s_, words.first, floor);
    wants_anchor_ = wants_anchor_ ||
                    (words.base == TimeBase::kAnchor && !anchors_.no_coarser_than(words.grain));
    TimeExpression made = make(words);
    if (!out_.empty()) take_same_before(words, made);
    if (!out_.empty() && (joins_clock(made) || joins_range(made, words))) return;
    if (!out_.empty()) take_year_before(words, made);
    if (is_anchor(made)) anchors_.add({*made.span, made.grain});
    out_.push_back(made);
    last_words_ = words;
  }

  TimeExpression make(const TimeWords& words) const {
    const UseReader reader(s_, words);
    TimeExpression made;
    made.first = words.first;
    made.last = words.last;
    made.grain = words.grain;
    made.rule = words.rule;
    made.use = reader.use();
    made.opens = reader.opens();
    made.span = resolver_.resolve(words, made.use != TimeUse::kTold && reader.is_ahead(), anchors_);
    if (made.use == TimeUse::kSince) reach_publication(made);
    return made;
  }

  void reach_publication(TimeExpression& made) const {
    if (!made.span || !published_) return;
    if (made.span->from > *published_) {
      made.span.reset();
      return;
    }
    using std::chrono::days;
    const auto today = std::chrono::floor<days>(*published_);
    made.span->to = std::max(made.span->to, today + days(1) - std::chrono::seconds(1));
  }

  // "9:55 p.m. on Monday", "Monday at 9 a.m."
  bool joins_clock(const TimeExpression& made) {
    TimeExpression& before = out_.back();
    const bool clock = before.grain == TimeGrain::kHour, other = made.grain == TimeGrain::kHour;
    if (clock == other || made.first - before.last > 3) return false;
    for (int i = before.last; i < made.first; ++i) {
      if (!s_.is(i, kPreposition) && s_.at(i).text != ",") return false;
    }
    const int first = before.first;
    if (clock) before = made;
    before.first = first;
    before.last = made.last;
    return true;
  }

  // "from January to March", "between 2005 and 2009", "Dec. 30-Jan. 2"
  bool joins_range(const TimeExpression& made, const TimeWords& words) {
    TimeExpression& before = out_.back();
    if (made.first != before.last + 1 || before.use == TimeUse::kOther) return false;
    const int sign = before.last;
    const bool between = s_.lower_is(before.first - 1, "between");
    const bool joined = s_.binds(sign) || s_.lower_is(sign, "to") || s_.lower_is(sign, "through") ||
                        s_.lower_is(sign, "until") || s_.lower_is(sign, "till") ||
                        (between && s_.lower_is(sign, "and"));
    if (!joined) return joins_next(made, words);
    set_year_of_first(before, words);
    if (before.span && made.span && before.span->from <= made.span->to) {
      before.span->to = made.span->to;
    } else {
      before.span.reset();
    }
    before.last = made.last;
    before.grain = std::max(before.grain, made.grain);
    before.use = TimeUse::kWhen;
    before.rule = "from one time to another";
    return true;
  }

  // "in July and August 2016", "on Monday and Tuesday": the one after the other.
  bool joins_next(const TimeExpression& made, const TimeWords& words) {
    TimeExpression& before = out_.back();
    if (!s_.lower_is(before.last, "and") || before.grain != made.grain ||
        made.grain < TimeGrain::kDay || s_.is_kind(made.last, TokenKind::kPossessiveEnd))
      return false;
    const std::optional<TimeSpan> told = before.span;
    set_year_of_first(before, words);
    const bool next = before.span && made.span && made.span->from > before.span->to &&
                      made.span->from - before.span->to <= std::chrono::seconds(1);
    if (!next) {
      before.span = told;
      return false;
    }
    before.span->to = made.span->to;
    before.last = made.last;
    before.rule = "two times, one after the other";
    return true;
  }

  // "than the same month a year ago"
  void take_same_before(TimeWords& words, TimeExpression& made) {
    const bool same = last_words_.base == TimeBase::kAnchor && last_words_.offset == 0;
    if (!same || out_.back().last != made.first) return;
    words.first = out_.back().first;
    out_.pop_back();
    made = make(words);
  }

  // "the 1986 first quarter", "last year's third quarter"
  void take_year_before(TimeWords& words, TimeExpression& made) {
    const bool open = words.base == TimeBase::kCalendar && words.year == 0 &&
                      words.year_offset == kNoYearOffset && words.grain >= TimeGrain::kMonth &&
                      words.grain < TimeGrain::kYear && words.offset == 0;
    const TimeExpression& before = out_.back();
    const int gap = made.first - before.last;
    const bool beside =
        gap == 0 || (gap == 1 && s_.is_kind(before.last, TokenKind::kPossessiveEnd));
    if (!open || !beside || last_words_.grain != TimeGrain::kYear || last_words_.length > 0) return;
    if (last_words_.base == TimeBase::kCalendar) {
      words.year = last_words_.year;
    } else if (last_words_.base == TimeBase::kPublication) {
      words.year_offset = last_words_.offset;
    }
    words.first = before.first;
    out_.pop_back();
    made = make(words);
  }

  // The year behind the second end holds for the first: "Jan 2 to March 4, 1987".
  void set_year_of_first(TimeExpression& before, const TimeWords& words) {
    if (last_words_.base != TimeBase::kCalendar || last_words_.year != 0) return;
    if (words.year == 0) return;
    last_words_.year = words.year;
    if (last_words_.month > words.month) --last_words_.year;
    before.span = resolver_.resolve(last_words_, false, anchors_);
  }

  const SentenceView& s_;
  const TimeResolver& resolver_;
  std::optional<std::chrono::sys_seconds> published_;
  TimeAnchors anchors_;
  std::vector<TimeExpression>& out_;
  TimeWords last_words_;
  bool wants_anchor_ = false;
};

}  // namespace

TimeExpressions::TimeExpressions(const SentenceView& sentence,
                                 std::optional<std::chrono::sys_seconds> published,
                                 const TimeAnchors& anchors) {
  const TimeResolver resolver(published);
  ExpressionReader reader(sentence, resolver, published, anchors, all_);
  reader.run();
  wants_anchor_ = reader.wants_anchor();
}

const TimeExpression* TimeExpressions::covering(int at) const {
  const auto behind =
      std::upper_bound(all_.begin(), all_.end(), at,
                       [](int token, const TimeExpression& time) { return token < time.first; });
  if (behind == all_.begin()) return nullptr;
  const TimeExpression& time = *std::prev(behind);
  return at < time.last ? &time : nullptr;
}

void TimeExpressions::add_to(TimeAnchors& anchors) const {
  for (const TimeExpression& time : all_) {
    if (is_anchor(time)) anchors.add({*time.span, time.grain});
  }
}

}  // namespace figured::claims
