#include "claims/places/nation_words.h"

#include <algorithm>
#include <cstdlib>

#include "claims/gazetteer/gazetteer.h"
#include "claims/gazetteer/place_key.h"

namespace figured::claims {
namespace {

bool is_country(PlaceId id) {
  return id != kNoPlace && Gazetteer::world().place(id).kind == PlaceKind::kCountry;
}

std::string country_name(PlaceId id) {
  const PlaceId country = Gazetteer::world().country_of(id);
  return country == kNoPlace ? std::string() : std::string(Gazetteer::world().place(country).name);
}

// "the Republicans": a body of one country.
PlaceId whole_body(std::string_view name) {
  const Gazetteer& world = Gazetteer::world();
  const PlaceId id = world.best(name);
  return id != kNoPlace && world.place(id).kind == PlaceKind::kBody ? id : kNoPlace;
}

// Also "Senate Democrats".
PlaceId body_of(std::string_view name) {
  const PlaceId whole = whole_body(name);
  const std::size_t blank = name.rfind(' ');
  return whole != kNoPlace || blank == std::string_view::npos ? whole
                                                              : whole_body(name.substr(blank + 1));
}

// "Peruvian" is of Peru.
PlaceId country_of_demonym(std::string_view words) {
  for (const gazetteer_data::Name& meaning : Gazetteer::world().find(place_key(words)).names) {
    if ((meaning.traits & kDemonym) != 0 && is_country(meaning.row)) return meaning.row;
  }
  return kNoPlace;
}

}  // namespace

std::string nation_of_places(const SentenceView& s, const ReadMeasure& measure) {
  if (measure.head < 0 || measure.nation.empty()) return {};
  const std::int16_t noun = s.at(measure.head).word->noun;
  const bool places = noun != kNoIndex && Lexicon::english().noun(noun).kind == "place";
  return places ? measure.nation : std::string();
}

std::string whose_authorities(const SentenceView& s, PlaceMentions mentions,
                              const ReadFigure& figure) {
  static constexpr WordList kLocal = {
      "police",        "authorities", "officials", "prosecutors",     "firefighters",
      "hospital",      "hospitals",   "rescuers",  "government",      "ministry",
      "investigators", "coastguard",  "security",  "counterterrorism"};
  for (const PlaceMention& mention : mentions) {
    if (mention.role != PlaceRole::kAdjective || mention.first > figure.first) continue;
    if (s.is_one_of(mention.last, kLocal)) return mention.name;
  }
  return {};
}

std::string nation_of_people(const SentenceView& s, PlaceMentions mentions, int figure) {
  constexpr int kNoun = 2;  // tokens to the noun
  static constexpr WordList kAll = {"public",   "electorate", "population", "workforce",
                                    "families", "households", "society"};
  const PlaceMention* nearest = nullptr;
  for (const PlaceMention& mention : mentions) {
    if (mention.role != PlaceRole::kAdjective || !is_country(mention.id)) continue;
    for (int i = mention.last; i < mention.last + kNoun; ++i) {
      const std::int16_t noun = s.at(i).word->noun;
      const bool people = noun == kNoIndex ? s.at(i).word->is_surely(PartOfSpeech::kNoun) &&
                                                 s.at(i).word->topic == Topic::kPerson
                                           : Lexicon::english().noun(noun).kind == "person" ||
                                                 Lexicon::english().noun(noun).kind == "carrier";
      const bool nearer = nearest == nullptr ||
                          std::abs(mention.first - figure) < std::abs(nearest->first - figure);
      if ((people || s.is_one_of(i, kAll)) && s.is_word(i) && nearer) nearest = &mention;
    }
  }
  return nearest == nullptr ? std::string() : nearest->name;
}

std::string country_in(const ReadSubject& subject) {
  if (subject.kind != SideKind::kCompany && subject.kind != SideKind::kGovernment) return {};
  const std::string_view name = subject.name;
  const std::size_t of = name.rfind(" of ");
  if (of == std::string_view::npos) return {};
  const Gazetteer& world = Gazetteer::world();
  const PlaceId id = world.best(name.substr(of + 4));
  if (id == kNoPlace) return {};
  const bool country = world.place(id).kind == PlaceKind::kCountry;
  return country || subject.kind == SideKind::kGovernment ? std::string(world.place(id).name)
                                                          : std::string();
}

std::string people_in(const ReadSubject& subject) {
  if (subject.kind == SideKind::kPerson || subject.kind == SideKind::kCompany ||
      subject.kind == SideKind::kPlace)
    return {};
  const Gazetteer& world = Gazetteer::world();
  std::string_view name = subject.name;
  while (!name.empty()) {
    const std::size_t blank = std::min(name.find(' '), name.size());
    if (world.may_begin(name.substr(0, blank))) {
      // "Central Americans" are of no country.
      const std::string_view two = name.substr(0, name.find(' ', std::min(blank + 1, name.size())));
      const bool both = two.size() > blank && world.of_people(two) != kNoPlace;
      const PlaceId people = country_of_demonym(both ? two : name.substr(0, blank));
      if (people != kNoPlace) return std::string(world.place(people).name);
      if (both) return {};
    }
    name.remove_prefix(std::min(blank + 1, name.size()));
  }
  return {};
}

std::string country_of_bodies(PlaceMentions mentions) {
  for (const PlaceMention& mention : mentions) {
    if (mention.id == kNoPlace) continue;
    if (Gazetteer::world().place(mention.id).kind == PlaceKind::kBody)
      return country_name(mention.id);
  }
  return {};
}

std::string country_of_body(const ReadSubject& subject, PlaceMentions mentions,
                            const Setting& setting) {
  if (subject.name.empty()) return {};
  const bool person = subject.kind == SideKind::kPerson;
  std::string country = country_name(person ? whole_body(subject.name) : body_of(subject.name));
  return country == setting.country || country == country_of_bodies(mentions) ? country
                                                                              : std::string();
}

bool counts_its_own(PlaceMentions mentions, const ReadFigure& figure, const ReadMeasure& measure,
                    const Setting& setting) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const PlaceMention& mention) {
    return mention.role == PlaceRole::kAdjective && mention.first >= figure.last &&
           mention.last <= measure.head && mention.name == setting.country;
  });
}

bool is_body(std::string_view name) { return body_of(name) != kNoPlace; }

}  // namespace figured::claims
