#include "claims/lexicon/taxonomy.h"

#include <algorithm>

#include "claims/lexicon/lexicon.h"

namespace figured::claims {
namespace {

// "people.killed" is a kind and an event, "percent.of.voter" the same with the
// noun for an event; "age" has no kind.
struct Parts {
  std::string_view kind;
  std::string_view event;
};

Parts parts_of(std::string_view measure) {
  const std::size_t dot = measure.rfind('.');
  if (dot == std::string_view::npos) return {{}, measure};
  return {measure.substr(0, dot), measure.substr(dot + 1)};
}

bool names_noun(const Parts& parts) {
  return parts.kind == "count" || parts.kind == "of" || parts.kind.ends_with(".of");
}

// "money", "duration": a dimension of which nothing more is told.
bool is_bare(const Parts& parts) {
  return parts.kind.empty() && !parts.event.empty() && parts.event != "age" &&
         parts.event != "magnitude";
}

bool is_person(std::string_view kind) {
  return kind == "person" || kind == "armed" || kind == "carrier" || kind == "people";
}

// Whether the noun is of the kind that a measure of an event names: "soldier" and
// "people", "house" and "building", "job" and "job".
bool is_of_kind(std::string_view noun, std::string_view kind) {
  if (noun == kind) return true;
  const Noun* const known = Lexicon::english().noun_named(noun);
  if (known == nullptr) return false;
  return known->kind == kind || (is_person(known->kind) && is_person(kind));
}

const Event* class_of(std::int16_t index, const Event*) {
  return index == kNoIndex ? nullptr : &Lexicon::english().event(index);
}
const Noun* class_of(std::int16_t index, const Noun*) {
  return index == kNoIndex ? nullptr : &Lexicon::english().noun(index);
}

// A class is below `wider` when a chain of parents leads there; the tables are
// shallow, and the bound ends a chain that a faulty row closed to a ring.
template <class Class>
bool is_below(const Class& narrow, const Class& wider) {
  const Class* at = &narrow;
  for (int depth = 0; depth < 16 && at != nullptr; ++depth) {
    at = class_of(at->parent, at);
    if (at == &wider) return true;
  }
  return false;
}

template <class Class>
bool excludes(const Class& one, const Class& other) {
  return std::any_of(one.never.begin(), one.never.end(), [&](std::int16_t index) {
    const Class* never = class_of(index, &one);
    return never == &other || is_below(other, *never);
  });
}

// Events part where their row says so; a farmer may always be a voter too.
bool parts_children(const Event& event) { return event.children_apart; }
bool parts_children(const Noun&) { return false; }

// The nearest class above both keeps what is below it apart: fines and operating
// income are both money, killed and injured both harm.
template <class Class>
bool stand_apart(const Class& a, const Class& b) {
  for (const Class* at = class_of(a.parent, &a); at != nullptr; at = class_of(at->parent, at)) {
    if (is_below(b, *at)) return parts_children(*at);
  }
  return false;
}

template <class Class>
MeasureRelation relate(const Class* a, const Class* b) {
  if (a == nullptr || b == nullptr) return MeasureRelation::kUnrelated;
  if (a == b) return MeasureRelation::kEqual;
  for (const Class* one = a; one != nullptr; one = class_of(one->parent, one)) {
    if (excludes(*one, *b)) return MeasureRelation::kSibling;
  }
  for (const Class* other = b; other != nullptr; other = class_of(other->parent, other)) {
    if (excludes(*other, *a)) return MeasureRelation::kSibling;
  }
  if (is_below(*a, *b) || is_below(*b, *a)) return MeasureRelation::kAncestor;
  return stand_apart(*a, *b) ? MeasureRelation::kSibling : MeasureRelation::kUnrelated;
}

}  // namespace

MeasureRelation relate_nouns(std::string_view a, std::string_view b) {
  if (a == b) return MeasureRelation::kEqual;
  const Lexicon& lexicon = Lexicon::english();
  return relate(lexicon.noun_named(a), lexicon.noun_named(b));
}

MeasureRelation relate_measures(std::string_view a, std::string_view b) {
  if (a == b) return MeasureRelation::kEqual;
  const Parts one = parts_of(a), other = parts_of(b);
  // "$5 million" may be any sum, "40 people" those of whom something is said.
  if (is_bare(one) || is_bare(other)) {
    const bool within =
        is_bare(one) ? other.kind.starts_with(one.event) : one.kind.starts_with(other.event);
    return within ? MeasureRelation::kAncestor : MeasureRelation::kUnrelated;
  }
  if (one.kind == "count" && !names_noun(other))
    return is_of_kind(one.event, other.kind) ? MeasureRelation::kAncestor
                                             : MeasureRelation::kUnrelated;
  if (other.kind == "count" && !names_noun(one))
    return is_of_kind(other.event, one.kind) ? MeasureRelation::kAncestor
                                             : MeasureRelation::kUnrelated;
  if (names_noun(one) != names_noun(other)) return MeasureRelation::kUnrelated;
  if (names_noun(one)) {
    return one.kind == other.kind ? relate_nouns(one.event, other.event)
                                  : MeasureRelation::kUnrelated;
  }
  const Lexicon& lexicon = Lexicon::english();
  const MeasureRelation events =
      relate(lexicon.event_named(one.event), lexicon.event_named(other.event));
  if (one.kind == other.kind) return events;
  // What befalls cars is no part of what befalls houses.
  const MeasureRelation kinds = relate_nouns(one.kind, other.kind);
  if (kinds == MeasureRelation::kSibling) return kinds;
  if (kinds != MeasureRelation::kAncestor) return MeasureRelation::kUnrelated;
  return events == MeasureRelation::kEqual ? MeasureRelation::kAncestor : events;
}

}  // namespace figured::claims
