// superseded := former account ( "of" | be ) figure        "an earlier estimate of 148,000"
//             | figure [ noun ] formerly told              "the 115,000 previously reported"
//             | formerly told ... figure                  "initially said 12 had died"
//             | told formerly ... figure                  "had reported earlier that 51 died"
//             | revised ... "from" figure                 "revised to 24 dead from 51"
//             | former account told ... figure            "early reports put the dead at 13"
#include "claims/measures/superseded_figure.h"

#include "claims/text/noun_phrase.h"

namespace figured::claims {
namespace {

constexpr int kTellingReach = 14;  // tokens from a figure back to who told it
constexpr int kRevisingReach = 20;
constexpr WordList kFormer = {"earlier",  "previous", "prior",       "initial",
                              "original", "first",    "preliminary", "former"};
constexpr WordList kFormerly = {"initially", "originally", "previously", "earlier", "first"};

bool is_account(const SentenceView& s, int i) {
  static constexpr WordList kAccounts = {
      "estimate", "estimates", "count", "figure",  "figures",  "tally",      "report",   "reports",
      "number",   "toll",      "total", "reading", "forecast", "projection", "statement"};
  return s.is_one_of(i, kAccounts);
}

bool tells(const SentenceView& s, int i) {
  static constexpr WordList kThinking = {"thought", "believed", "put",   "given",
                                         "listed",  "counted",  "placed"};
  return s.is_word(i) &&
         ((s.is(i, kSay | kEstimate) && (s.at(i).word->verb_forms & (kPastForm | kIngForm))) ||
          s.is_one_of(i, kThinking));
}

bool told_behind(const SentenceView& s, const ReadFigure& f, int head) {
  int i = head >= f.last ? head + 1 : f.last;
  while (s.lower_is(i, "that") || s.is(i, kBe | kHave)) ++i;
  if (!s.is_one_of(i, kFormerly) || !tells(s, i + 1)) return false;
  return !s.is_word(i + 2) || s.is(i + 2, kPreposition | kConjunction | kClauseBreak);
}

// The verb that tells the figure, within the clause or the one before; -1 for none.
int telling_verb(const SentenceView& s, const ReadFigure& f) {
  for (int i = f.first - 1; i > f.first - kTellingReach && s.has(i); --i) {
    if (s.is_kind(i, TokenKind::kSign) || s.is_kind(i, TokenKind::kQuote)) return -1;
    // A nearer figure is the one that was told.
    if (s.is_kind(i, TokenKind::kNumber)) return -1;
    if (tells(s, i)) return i;
  }
  return -1;
}

// "Early reports put the dead at 13": those of a day that is over.
bool is_early_account(const SentenceView& s, int verb) {
  static constexpr WordList kEarly = {"early", "initial", "first", "preliminary", "original"};
  return is_account(s, verb - 1) && s.is_one_of(verb - 2, kEarly);
}

bool told_before(const SentenceView& s, const ReadFigure& f) {
  const int i = telling_verb(s, f);
  if (i < 0) return false;
  return is_early_account(s, i) || s.is_one_of(i - 1, kFormerly) ||
         (s.is_one_of(i + 1, kFormerly) && (s.lower_is(i + 2, "that") || i + 2 == f.first));
}

// What is revised is an account; what falls from 13 percent to 12 has changed itself.
bool revised_from(const SentenceView& s, const ReadFigure& f) {
  static constexpr WordList kRevising = {"revise",   "revised",  "revises",
                                         "revising", "restated", "corrected"};
  static constexpr WordList kMoving = {"lowered",  "lowering", "raised",     "raising",
                                       "upgraded", "cut",      "downgraded", "adjusted"};
  if (!f.previous && !s.lower_is(f.first - 1, "from")) return false;
  bool moved = false, account = false;
  for (int i = f.first - 1; i > f.first - kRevisingReach && s.has(i); --i) {
    if (s.at(i).text == "." || s.at(i).text == ";") break;
    if (s.is_one_of(i, kRevising)) return true;
    moved = moved || s.is_one_of(i, kMoving);
    account = account || is_account(s, i);
  }
  return moved && account;
}

}  // namespace

bool is_given_up(const SentenceView& s, const ReadFigure& f) {
  static constexpr WordList kAtFirst = {"initially", "originally"};
  const int i = telling_verb(s, f);
  if (i < 0) return false;
  return is_early_account(s, i) || s.is_one_of(i - 1, kAtFirst) || s.is_one_of(i + 1, kAtFirst) ||
         (s.is_one_of(i - 1, kFormerly) && s.lower_is(i - 2, "after"));
}

bool is_account_of(const SentenceView& s, const ReadFigure& f) {
  int i = f.first - 1;
  if (!s.lower_is(i, "of") && !s.is(i, kBe)) return false;
  --i;
  if (!is_account(s, i)) return false;
  for (--i; s.is_word(i) && may_be_noun(s, i) && !s.is_one_of(i, kFormer); --i) {
  }
  return s.is_one_of(i, kFormer);
}

bool is_superseded_figure(const SentenceView& s, const ReadFigure& f, int head) {
  if (f.rank || f.vague || f.age || !f.named.empty()) return false;
  return is_account_of(s, f) || told_behind(s, f, head) || told_before(s, f) || revised_from(s, f);
}

}  // namespace figured::claims
