// aside := "," ... "," | dash ... dash | "(" ... ")"
#include "claims/text/aside.h"

namespace figured::claims {
namespace {

constexpr int kLongest = 14;
constexpr int kLongestInclusion = 26;

bool is_predicate(const SentenceView& s, int i) { return s.is(i, kBe | kHave | kModal | kWill); }

// The count stands in the aside, which closes at `i`.
int behind_own(const SentenceView& s, int i, int first) {
  const bool dash = is_dash(s, i);
  const bool opened = dash ? is_dash(s, first - 1) : s.at(i).text == s.at(first - 1).text;
  return opened && is_predicate(s, i + 1) ? i + 1 : i;
}

}  // namespace

bool is_dash(const SentenceView& s, int i) {
  return !s.binds(i) && (s.is_kind(i, TokenKind::kHyphen) || s.at(i).text == "\u2013" ||
                         s.at(i).text == "\u2014" || s.at(i).text == "--");
}

int behind_aside(const SentenceView& s, int i, int first) {
  const bool comma = s.at(i).text == ",", dash = is_dash(s, i), bracket = s.at(i).text == "(";
  if (comma && is_predicate(s, i + 1)) return i + 1;
  if (!comma && !dash && !bracket && s.at(i).text != ")") return i;
  for (int at = i + 1; at < i + kLongest && s.has(at); ++at) {
    if (s.is(at, kSay) || s.at(at).text == ".") break;
    if (comma && s.at(at).text == ",") return is_predicate(s, at + 1) ? at + 1 : i;
    if (dash && is_dash(s, at)) return at + 1;
    if (bracket && s.at(at).text == ")") return at + 1;
  }
  return behind_own(s, i, first);
}

int behind_inclusion(const SentenceView& s, int i) {
  if (!s.lower_is(i, "including")) return i;
  bool comma = false;
  for (int at = i + 2; at < i + kLongestInclusion && s.has(at); ++at) {
    const bool breaks = s.is(at, kSay | kClauseBreak) && !s.lower_is(at, "as");
    if (breaks || s.at(at).text == "." || s.is_kind(at, TokenKind::kQuote)) return i;
    // "including Ruiz, the chief, were hurt": a form that agrees with the count, not the name.
    const bool plural = s.lower_is(at, "were") || s.lower_is(at, "are") || s.lower_is(at, "have");
    if (plural) return comma ? at : i;
    comma = comma || s.at(at).text == ",";
  }
  return i;
}

int before_aside(const SentenceView& s, int i) {
  const bool dash = is_dash(s, i);
  const std::string_view open = s.at(i).text == ")" ? "(" : ",";
  if (!dash && s.at(i).text != ")" && s.at(i).text != ",") return i;
  for (int at = i - 1; at > i - kLongest && s.has(at); --at) {
    if (dash ? is_dash(s, at) : s.at(at).text == open) return at - 1;
  }
  return i;
}

}  // namespace figured::claims
