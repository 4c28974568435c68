#include "claims/article_sides.h"

#include "claims/names.h"

namespace figured::claims {
namespace {

std::string text_of(const SentenceView& s, const NameSpan& name) {
  return std::string(s.slice(name.first, name.last));
}

// "32-year-old Massoud", "Abrams, 44, is"
std::string subject_of_age(const SentenceView& s, const ReadFigure& f) {
  for (int i = f.last; i < f.last + 5 && s.is_word(i); ++i) {
    if (const auto name = read_name(s, i)) return text_of(s, *name);
  }
  const int before = s.at(f.first - 1).text == "," ? f.first - 1 : f.first;
  if (const auto name = read_name_before(s, before)) return text_of(s, *name);
  return {};
}

// "of the National Resistance Front" behind the counted noun
std::string subject_behind(const SentenceView& s, int head) {
  if (!s.lower_is(head + 1, "of")) return {};
  int i = head + 2;
  while (s.is(i, kDeterminer)) ++i;
  const auto name = read_name(s, i);
  return name ? text_of(s, *name) : std::string();
}

// The nearest name to the left in the clause that is no place or date.
std::string subject_before(const SentenceView& s, int from) {
  for (int i = from; i > from - 14 && s.has(i - 1); --i) {
    if (s.is_kind(i - 1, TokenKind::kSign) && s.at(i - 1).text != "," && s.at(i - 1).text != ".")
      return {};
    const auto name = read_name_before(s, i);
    if (!name) continue;
    const int before = s.is(name->first - 1, kDeterminer) ? name->first - 2 : name->first - 1;
    if (s.is(before, kPlacePreposition) && !s.lower_is(before, "of") &&
        !s.lower_is(before, "from")) {
      i = name->first + 1;
      continue;
    }
    return text_of(s, *name);
  }
  return {};
}

}  // namespace

std::string read_subject(const SentenceView& s, const ReadFigure& f, const ReadMeasure& m) {
  if (m.measure == "age") return subject_of_age(s, f);
  if (m.head >= 0) {
    if (std::string subject = subject_behind(s, m.head); !subject.empty()) return subject;
  }
  return subject_before(s, m.verb >= 0 && m.verb < f.first ? m.verb : f.first);
}

}  // namespace figured::claims
