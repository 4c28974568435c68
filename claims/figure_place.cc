#include "claims/figure_place.h"

#include <algorithm>
#include <iterator>

#include "claims/clause.h"
#include "claims/gazetteer.h"

namespace figured::claims {
namespace {

constexpr int kReach = 14;  // tokens between a figure and its place

// Between a figure and its place no other clause may stand.
bool parts(const SentenceView& s, int i) {
  return s.at(i).text == ";" || is_speech_verb(s, i) || s.lower_is(i, "while") ||
         s.lower_is(i, "but") || s.lower_is(i, "which");
}

Span span_of(const SentenceView& s, const PlaceMention& mention) {
  return {s.at(mention.first).span.start, s.at(mention.last - 1).span.end};
}

// The place that the sentence gives a figure on tokens [first, last): behind it in
// its clause, else before it, else at the head of the sentence.  `moving`: what is
// counted goes to the place, "to Orsk" will do.
ReadPlace place_of(const SentenceView& s, const std::vector<PlaceMention>& mentions, int first,
                   int last, bool moving) {
  const PlaceMention* behind = nullptr;
  const PlaceMention* before = nullptr;
  const PlaceMention* head = nullptr;
  for (const PlaceMention& mention : mentions) {
    if (mention.role != PlaceRole::kLocated && !(moving && mention.role == PlaceRole::kTarget))
      continue;
    if (mention.first >= last) {
      if (behind == nullptr && mention.first <= last + kReach) behind = &mention;
    } else if (mention.last <= first) {
      if (head == nullptr && mention.first <= s.first() + 6) head = &mention;
      if (mention.last >= first - kReach) before = &mention;
    }
  }
  const auto parted = [&](int from, int to) {
    for (int i = from; i < to; ++i) {
      if (parts(s, i)) return true;
    }
    return false;
  };
  if (behind != nullptr && !parted(last, behind->first))
    return {behind->name, span_of(s, *behind), "place behind the figure", true};
  if (before != nullptr && !parted(before->last, first))
    return {before->name, span_of(s, *before), "place before the figure", true};
  if (head != nullptr && locates(s, s.first()))
    return {head->name, span_of(s, *head), "place at the head of the sentence", true};
  return {};
}

// What befalls people and things where the news happens.
bool is_happening(const std::string& measure) {
  static constexpr std::string_view kKinds[] = {"people.",   "armed.", "building.", "vehicle.",
                                                "aircraft.", "ship.",  "place."};
  static constexpr std::string_view kEvents[] = {"magnitude", "length.depth", "length.distance",
                                                 "money.damage_cost", "speed.speed"};
  if (measure == "people.voted" || measure == "people.seats" || measure == "people.hired" ||
      measure == "people.laid_off")
    return false;
  static constexpr std::string_view kBefalls[] = {".killed",  ".injured", ".arrested", ".missing",
                                                  ".rescued", ".damaged", ".destroyed"};
  if (std::any_of(std::begin(kBefalls), std::end(kBefalls),
                  [&](std::string_view event) { return measure.ends_with(event); }))
    return true;
  return std::any_of(std::begin(kKinds), std::end(kKinds),
                     [&](std::string_view kind) { return measure.starts_with(kind); }) ||
         std::find(std::begin(kEvents), std::end(kEvents), measure) != std::end(kEvents);
}

// "two other mothers", "40,000 teachers"
bool counts_people(const SentenceView& s, const ReadMeasure& measure) {
  const bool bare = measure.measure.empty() || measure.measure.starts_with("count.");
  if (measure.head < 0 || !bare) return false;
  const std::int16_t noun = s.at(measure.head).word->noun;
  if (noun == kNoIndex) return false;
  const std::string& kind = Lexicon::english().noun(noun).kind;
  return kind == "person" || kind == "armed" || kind == "carrier";
}

// "two Australian cities"
std::string nation_of_places(const SentenceView& s, const ReadMeasure& measure) {
  if (measure.head < 0 || measure.nation.empty()) return {};
  const std::int16_t noun = s.at(measure.head).word->noun;
  const bool places = noun != kNoIndex && Lexicon::english().noun(noun).kind == "place";
  return places ? measure.nation : std::string();
}

// "Australian police detained 15 people"
std::string whose_authorities(const SentenceView& s, const std::vector<PlaceMention>& mentions,
                              const ReadFigure& figure) {
  static constexpr std::string_view kLocal[] = {
      "police",        "authorities", "officials", "prosecutors",     "firefighters",
      "hospital",      "hospitals",   "rescuers",  "government",      "ministry",
      "investigators", "coastguard",  "security",  "counterterrorism"};
  for (const PlaceMention& mention : mentions) {
    if (mention.role != PlaceRole::kAdjective || mention.first > figure.first) continue;
    for (const std::string_view body : kLocal) {
      if (s.lower_is(mention.last, body)) return mention.name;
    }
  }
  return {};
}

// "Bank of Japan", "Ministry of Defence of France"
std::string country_in(const ReadSubject& subject) {
  if (subject.kind != SideKind::kCompany && subject.kind != SideKind::kGovernment) return {};
  const std::string_view name = subject.name;
  const std::size_t of = name.rfind(" of ");
  if (of == std::string_view::npos) return {};
  const Gazetteer& world = Gazetteer::world();
  const PlaceId id = world.best(name.substr(of + 4));
  return id == kNoPlace ? std::string() : std::string(world.place(id).name);
}

}  // namespace

ReadPlace read_place(const SentenceView& s, const std::vector<PlaceMention>& mentions,
                     const ReadFigure& figure, const ReadMeasure& measure,
                     const ReadSubject& subject, const Setting& setting) {
  if (measure.measure == "age") return {};
  const bool moving = measure.measure.ends_with(".deployed") || measure.measure.ends_with(".moved");
  if (ReadPlace named = place_of(s, mentions, figure.first, figure.last, moving);
      !named.name.empty())
    return named;
  if (std::string nation = nation_of_places(s, measure); !nation.empty())
    return {std::move(nation), {}, "the country of the places counted"};
  if (std::string nation = whose_authorities(s, mentions, figure);
      !nation.empty() && subject.name.empty())
    return {std::move(nation), {}, "the country whose authorities tell or act"};
  // "residents of Orsk"
  if (subject.kind == SideKind::kNone && is_happening(measure.measure) &&
      subject.rule == kOwnerBehind)
    return {subject.name, subject.words, "home of those counted"};
  if (subject.kind == SideKind::kPlace)
    return {Gazetteer::world().canonical(subject.name), subject.words, "its owner is a place"};
  if (std::string country = country_in(subject); !country.empty())
    return {std::move(country), subject.words, "place in its owner's name"};
  const bool owned = !subject.name.empty();
  const bool people = is_happening(measure.measure) || counts_people(s, measure);
  if (people && !setting.scene.empty() && (!owned || subject.kind == SideKind::kGroup))
    return {setting.scene, {}, "the place the article is about"};
  if (subject.kind != SideKind::kPerson && !setting.headline.empty())
    return {setting.headline, {}, "the place of the headline"};
  if (!owned && !setting.country.empty())
    return {setting.country, {}, "the country the article is about"};
  return {};
}

}  // namespace figured::claims
