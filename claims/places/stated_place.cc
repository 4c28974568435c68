#include "claims/places/stated_place.h"

#include "claims/gazetteer/gazetteer.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

// Between a figure and its place no other clause may stand.
bool parts(const SentenceView& s, int i) {
  return s.at(i).text == ";" || is_speech_verb(s, i) || s.lower_is(i, "while") ||
         s.lower_is(i, "but") || s.lower_is(i, "which") ||
         (s.lower_is(i, "with") && s.is_kind(i + 1, TokenKind::kNumber));
}

// "where 11 died, and another at the station": somewhere else.
bool tells_of_another(const SentenceView& s, int i) {
  static constexpr WordList kOthers = {"another", "others", "one"};
  return s.lower_is(i, "and") && s.is_one_of(i + 1, kOthers) && locates(s, i + 2);
}

bool is_parted(const SentenceView& s, int from, int to) {
  for (int i = from; i < to; ++i) {
    if (parts(s, i) || tells_of_another(s, i)) return true;
  }
  return false;
}

// "lived in Lima for two years and is now in Cusco": told of another time.
bool has_other_predicate(const SentenceView& s, int from, int to) {
  for (int i = from; i < to; ++i) {
    if (s.is(i, kConjunction) && is_finite_verb(s, i + 1)) return true;
  }
  return false;
}

// "came to Lima, and he has | two shops": a clause of another subject.
bool has_other_subject(const SentenceView& s, int from, int to) {
  for (int i = from; i < to; ++i) {
    if (!s.is(i, kConjunction) || is_finite_verb(s, i + 1)) continue;
    const bool list = s.at(i - 1).capital && s.at(i + 1).capital;  // "in Lima and Cusco"
    if (list || !(s.at(i + 1).capital || s.is(i + 1, kDeterminer | kSubjectPronoun))) continue;
    for (int verb = i + 2; verb < i + 6 && verb < to; ++verb) {
      if (is_finite_verb(s, verb)) return true;
    }
  }
  return false;
}

bool has_verb(const SentenceView& s, int last) {
  for (int i = s.first(); i < last; ++i) {
    if (is_finite_verb(s, i)) return true;
  }
  return false;
}

// "near Orsk", "off Lima": beside the place, not in it.
bool is_beside(const SentenceView& s, const PlaceMention& mention) {
  const int before = mention.first - (s.is(mention.first - 1, kDeterminer) ? 2 : 1);
  return s.lower_is(before, "near") || s.lower_is(before, "outside") || s.lower_is(before, "off");
}

// "near Orsk in the Karst province": the place it is in.
const PlaceMention* place_in(const SentenceView& s, PlaceMentions mentions,
                             const PlaceMention& beside) {
  constexpr int kNext = 6;  // tokens
  if (!is_beside(s, beside)) return &beside;
  for (const PlaceMention& mention : mentions) {
    if (mention.first < beside.last || mention.role != PlaceRole::kLocated) continue;
    if (mention.first > beside.last + kNext || is_beside(s, mention)) break;
    return Gazetteer::world().within(beside.id, mention.id) ? &beside : &mention;
  }
  return &beside;
}

// "in Lima and Cusco": not where a people or an adjective comes next.
bool are_joined(const SentenceView& s, const PlaceMention& one, const PlaceMention& next) {
  return next.first == one.last + 1 && s.lower_is(one.last, "and") && !next.demonym &&
         next.role != PlaceRole::kAdjective;
}

// The smallest place that both lie in; kNoPlace when the gazetteer knows none.
PlaceId place_of_both(PlaceId one, PlaceId other) {
  const Gazetteer& world = Gazetteer::world();
  if (one == kNoPlace || other == kNoPlace) return kNoPlace;
  std::vector<PlaceId> wider{one};
  for (std::size_t at = 0; at < wider.size(); ++at) {
    if (world.within(other, wider[at])) return wider[at];
    for (const PlaceId next : world.place(wider[at]).within)
      if (next != kNoPlace) wider.push_back(next);
  }
  return kNoPlace;
}

// "Floods in Lima and Cusco killed 40": in Peru; of places that nothing known holds, nowhere.
// What is joined behind a figure may be the subject of another clause.  `mention` is one of
// the mentions.
ReadPlace place_of(const SentenceView& s, PlaceMentions mentions, const PlaceMention& mention,
                   std::string_view rule, bool behind) {
  const PlaceMention *first = &mention, *last = &mention;
  if (last != &mentions.back() && are_joined(s, *last, last[1]) &&
      !(behind && is_finite_verb(s, last[1].last)))
    ++last;
  else if (first != &mentions.front() && are_joined(s, first[-1], *first))
    --first;
  if (first == last) return {mention.name, span_of(s, mention), rule, true};
  const PlaceId both = place_of_both(first->id, last->id);
  const std::string name = both == kNoPlace ? std::string() : Gazetteer::world().place(both).name;
  return {
      name, {span_of(s, *first).start, span_of(s, *last).end}, "place of two that are named", true};
}

bool is_where(PlaceRole role, const PlaceSearch& search) {
  return role == PlaceRole::kLocated || (search.moving && role == PlaceRole::kTarget) ||
         (search.leaving && role == PlaceRole::kSource);
}

// "the country": the one named last, in the sentence or before it.
ReadPlace the_country(const SentenceView& s, PlaceMentions mentions, int noun,
                      std::string_view before) {
  const Span words = s.at(noun).span;
  for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention) {
    const bool country = mention->id != kNoPlace && !mention->demonym && mention->last <= noun &&
                         Gazetteer::world().place(mention->id).kind == PlaceKind::kCountry;
    if (country) return {mention->name, words, "\"the country\" spoken of", true};
  }
  return {std::string(before), words, "\"the country\" spoken of before", true};
}

}  // namespace

Span span_of(const SentenceView& s, const PlaceMention& mention) {
  return {s.at(mention.first).span.start, s.at(mention.last - 1).span.end};
}

ReadPlace named_place(const SentenceView& s, PlaceMentions mentions, const ReadFigure& figure,
                      const PlaceSearch& search) {
  const int first = figure.first, last = figure.last;
  const PlaceMention* behind = nullptr;
  const PlaceMention* before = nullptr;
  const PlaceMention* head = nullptr;
  for (const PlaceMention& mention : mentions) {
    if (!is_where(mention.role, search) || mention.dateline) continue;
    if (mention.first >= last) {
      if (behind == nullptr && mention.first <= last + search.behind) behind = &mention;
    } else if (mention.last <= first) {
      if (head == nullptr && mention.first <= s.first() + 6) head = &mention;
      if (mention.last >= first - search.before) before = &mention;
    }
  }
  const bool close = before != nullptr && before->last >= first - 2;
  if (behind != nullptr && !is_parted(s, last, behind->first) &&
      !(close && has_other_predicate(s, last, behind->first))) {
    behind = place_in(s, mentions, *behind);
    return place_of(s, mentions, *behind, "place behind the figure", true);
  }
  const bool opens = before != nullptr && before == head && !has_verb(s, before->first);
  if (before != nullptr && !is_parted(s, before->last, first) &&
      (opens || !has_other_subject(s, before->last, first)))
    return place_of(s, mentions, *before, "place before the figure", false);
  if (head != nullptr && locates(s, s.first()) && search.before == kWordsToPlace)
    return place_of(s, mentions, *head, "place at the head of the sentence", false);
  return {};
}

ReadPlace pointed_place(const SentenceView& s, PlaceMentions mentions, const ReadFigure& figure,
                        const PlaceDeixis& deixis, const Setting& setting, const Nearby& nearby,
                        bool anywhere) {
  const std::string_view country = nearby.country.empty() ? setting.country : nearby.country;
  if (deixis.country >= 0 && !is_parted(s, figure.last, deixis.country))
    return the_country(s, mentions, deixis.country, country);
  if (deixis.there >= 0 && !nearby.place.empty() && !is_parted(s, figure.last, deixis.there))
    return {std::string(nearby.place), s.at(deixis.there).span, "\"there\" points back", true};
  if (deixis.world >= 0 && anywhere && !is_parted(s, figure.last, deixis.world))
    return {"world", s.at(deixis.world).span, "the whole world", true};
  if (deixis.here >= 0 && !setting.scene.empty())
    return {setting.scene, s.at(deixis.here).span, "\"here\" is where the article stands", true};
  return {};
}

}  // namespace figured::claims
