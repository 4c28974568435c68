// speaker_name := part { link part }
// link         := abbreviation "."            "Gov." "U.S." "J."
//               | ( "of" | "for" ) [ "the" ]  behind the noun of a body or a title
//               | "and"                       within such a body: "Health and Human Services"
//               | nothing                     before "May"
// number       : "Channel 10"
#include "claims/speakers/speaker_name.h"

namespace figured::claims {
namespace {

constexpr int kMaxParts = 6;

// A month that is a name: "Theresa May", and "May said", but not "May 5".
bool is_month_name(const SentenceView& s, int i) {
  return s.at(i).text == "May" && !s.is_kind(i + 1, TokenKind::kNumber) &&
         (s.at(i + 1).word->speech_forms != 0 || s.at(i + 1).text == "," ||
          (s.at(i - 1).capital && s.is_word(i - 1)));
}

bool is_capital(const SentenceView& s, int i) { return s.is_word(i) && s.at(i).capital; }

// "Bureau" of "Bureau of Labor Statistics", "Centers" of "Centers for ..."
bool holds_part(const SentenceView& s, int link) {
  if (!is_capital(s, link - 1)) return false;
  if (s.lower_is(link, "of")) return s.is(link - 1, kBody | kTitle | kPlaceCue);
  return s.lower_is(link, "for") && s.is(link - 1, kBody);
}

// "Exchange Commission" behind "Securities and"
bool is_second_half(const SentenceView& s, const NameSpan& name) {
  return name.last - name.first >= 2 && s.is(name.last - 1, kBody);
}

bool is_name_number(const SentenceView& s, int i) {
  return s.is_kind(i, TokenKind::kNumber) && s.at(i).plain_digits && is_capital(s, i - 1) &&
         s.at(i).text.size() <= 3 && s.is(i - 1, kBody | kNameCue);
}

}  // namespace

bool is_inner_stop(const SentenceView& s, int i) {
  if (s.at(i).text != "." || s.at(i).spaced || !s.has(i + 1)) return false;
  const Token& before = s.at(i - 1);
  if (!before.capital) return false;
  return before.text.size() == 1 || before.text.find('.') != std::string_view::npos ||
         (before.word->is(kTitle) && before.text.size() < 6 && is_capital(s, i + 1));
}

std::optional<NameSpan> read_speaker_name(const SentenceView& s, int at) {
  auto name = read_name(s, at);
  if (!name && (is_month_name(s, at) || is_inner_stop(s, at + 1) || is_name_number(s, at + 1)))
    name = NameSpan{at, at + 1};
  if (!name) return std::nullopt;
  bool body = false;
  for (int part = 0; part < kMaxParts; ++part) {
    int next = name->last;
    if (is_inner_stop(s, next)) {
      ++next;
    } else if (holds_part(s, next)) {
      body = true;
      ++next;
      if (s.lower_is(next, "the")) ++next;
    } else if (s.lower_is(next, "and")) {
      const auto half = read_name(s, next + 1);
      if (!body && (!half || name->last - name->first > 1 || !is_second_half(s, *half))) break;
      ++next;
    } else if (!is_month_name(s, next)) {
      break;
    }
    if (is_month_name(s, next)) {
      name->last = next + 1;
      continue;
    }
    const auto more = read_name(s, next);
    if (!more) break;
    name->last = more->last;
  }
  if (is_name_number(s, name->last)) ++name->last;
  return name;
}

std::optional<NameSpan> read_speaker_name_before(const SentenceView& s, int last) {
  const bool extra = is_month_name(s, last - 1) || is_name_number(s, last - 1);
  auto name = read_name_before(s, extra ? last - 1 : last);
  if (!name && extra) name = NameSpan{is_capital(s, last - 2) ? last - 2 : last - 1, last};
  if (!name) return std::nullopt;
  name->last = last;
  for (int part = 0; part < kMaxParts; ++part) {
    const int first = name->first;
    const int link = s.lower_is(first - 1, "the") ? first - 2 : first - 1;
    if (is_inner_stop(s, first - 1)) {
      name->first = first - 2;
    } else if (holds_part(s, link)) {
      name->first = link - 1;
    } else if (s.lower_is(first - 1, "and")) {
      const auto half = read_name_before(s, first - 1);
      if (!half) break;
      const bool pair = half->last - half->first == 1 && is_second_half(s, {first, last});
      if (!pair && !holds_part(s, half->first - 1)) break;
      name->first = half->first;
    } else {
      break;
    }
    if (const auto more = read_name_before(s, name->first + 1)) name->first = more->first;
  }
  return name;
}

}  // namespace figured::claims
