#include "claims/places/figure_place.h"

#include <algorithm>
#include <iterator>

#include "claims/gazetteer/gazetteer.h"
#include "claims/places/measure_locality.h"
#include "claims/places/nation_words.h"
#include "claims/places/place_deixis.h"
#include "claims/text/clause.h"

namespace figured::claims {
namespace {

constexpr int kBehind = 18;      // tokens to a place behind what happened
constexpr int kClose = 4;        // tokens to the place of what is nowhere by itself
constexpr double kTown = 100e3;  // people that no town holds

PlaceSearch search_of(const ReadMeasure& measure, Locality locality) {
  PlaceSearch search;
  static constexpr std::string_view kTaken[] = {".stolen",  ".evacuated", ".withdrawn", ".rescued",
                                                ".escaped", ".displaced", ".kidnapped", ".freed"};
  search.moving = measure.measure.ends_with(".deployed") || measure.measure.ends_with(".moved");
  search.leaving = std::any_of(std::begin(kTaken), std::end(kTaken), [&](std::string_view event) {
    return measure.measure.ends_with(event);
  });
  if (locality == Locality::kHappening) search.behind = kBehind;
  if (locality == Locality::kNowhere) search.before = search.behind = kClose;
  return search;
}

// Reads the place of one figure that its words put nowhere.
class InheritedPlace {
 public:
  InheritedPlace(const SentenceView& s, PlaceMentions mentions, const ReadFigure& figure,
                 const ReadMeasure& measure, const ReadSubject& subject, const Setting& setting,
                 const Nearby& nearby, int nation)
      : s_(s),
        mentions_(mentions),
        figure_(figure),
        measure_(measure),
        subject_(subject),
        setting_(setting),
        nearby_(nearby),
        nation_(nation) {}

  ReadPlace run(Locality locality) const {
    if (is_share_of_people()) {
      if (std::string nation = nation_of_people(s_, mentions_, figure_.last); !nation.empty())
        return {std::move(nation), {}, "the country of those counted"};
    }
    if (is_anywhere(locality)) return {};
    if (is_of_the_climate()) return {"world", {}, "the climate is the world's"};
    if (ReadPlace owned = of_owner(); !owned.name.empty()) return owned;
    const bool owned = is_owned();
    if (counts_people(s_, measure_) && counts_its_own(mentions_, figure_, measure_, setting_))
      return {setting_.country, {}, "the country of those counted"};
    if (counts_people(s_, measure_) && is_mass() && !setting_.country.empty())
      return {setting_.country, {}, "the country the article is about"};
    const bool acting = subject_.rule == kThoseCounted;
    const bool people =
        locality == Locality::kHappening ||
        (counts_people(s_, measure_) && !acting && (is_local() || !nearby_.place.empty()));
    const bool team = subject_.kind == SideKind::kGroup && locality == Locality::kHappening;
    if ((people && (!owned || team)) || (!owned && counts_things() && is_local())) {
      if (ReadPlace scene = of_scene(); !scene.name.empty()) return scene;
    }
    return has_country(locality) ? of_country(locality) : ReadPlace();
  }

  ReadPlace of_owner() const {
    if (std::string nation = nation_of_places(s_, measure_); !nation.empty())
      return {std::move(nation), {}, "the country of the places counted"};
    if (std::string nation = whose_authorities(s_, mentions_, figure_);
        !nation.empty() && subject_.name.empty())
      return {std::move(nation), {}, "the country whose authorities tell or act"};
    if (subject_.kind == SideKind::kPlace)
      return {Gazetteer::world().canonical(subject_.name), subject_.words, "its owner is a place"};
    if (std::string country = country_in(subject_); !country.empty())
      return {std::move(country), subject_.words, "place in its owner's name"};
    if (std::string country = people_in(subject_); !country.empty())
      return {std::move(country), subject_.words, "people in its owner's name"};
    if (std::string country = country_of_body(subject_, mentions_, setting_); !country.empty())
      return {std::move(country), subject_.words, "the country of its owner"};
    return {};
  }

 private:
  bool is_owned() const { return !subject_.name.empty() && subject_.rule != kThoseCounted; }

  // What is thought, who holds an office and how many countries do what is of no place
  // that the words do not name.
  bool is_anywhere(Locality locality) const {
    if (counts_countries(s_, measure_)) return true;
    if (subject_.kind == SideKind::kPlace || befalls(measure_)) return false;
    const bool owned = locality == Locality::kOwned;
    return ((owned || locality == Locality::kHappening) && counts_politicians(s_, measure_)) ||
           (owned && counts_thoughts(s_, measure_));
  }

  bool is_share_of_people() const {
    return (figure_.dimension == "percent" || figure_.part) &&
           (measure_.measure.starts_with("percent.of.") || counts_people(s_, measure_) ||
            measure_.head >= 0);
  }

  // "warming of 2 degrees", "the 2-degree target"
  bool is_of_the_climate() const {
    static constexpr WordList kGoals = {"target", "targets",   "goal",      "goals",
                                        "limit",  "threshold", "guardrail", "ceiling"};
    return measure_.measure == "temperature.warming" ||
           (figure_.dimension == "temperature" && measure_.head >= 0 &&
            s_.is_one_of(measure_.head, kGoals));
  }

  // A line of a table or list: whose money it is stands elsewhere.
  bool is_row() const {
    constexpr int kReach = 30;  // tokens
    if (measure_.head >= figure_.last || is_headline(s_) || s_.is(figure_.first - 1, kDeterminer) ||
        s_.lower_is(figure_.first - 1, "of"))
      return false;
    for (int i = figure_.first - kReach; i < figure_.last + kReach; ++i) {
      if (is_finite_verb(s_, i) || s_.at(i).word->is_likely(PartOfSpeech::kVerb)) return false;
    }
    return true;
  }

  // "three outboard motors": things are where the news is.
  bool counts_things() const {
    if (measure_.head < 0 || !measure_.dimension.empty() || !figure_.dimension.empty())
      return false;
    const Word& word = *s_.at(measure_.head).word;
    return word.topic == Topic::kArtifact && !s_.at(measure_.head).capital;
  }

  // The article tells of one place, not of a country from its capital.
  bool is_local() const { return !setting_.scene.empty() && setting_.scene == setting_.place; }

  // A town does not hold millions, nor more than live there.
  bool is_mass() const {
    if (!figure_.figure.low || *figure_.figure.low < kTown) return false;
    const PlaceId scene = Gazetteer::world().best(setting_.scene);
    return scene == kNoPlace ||
           *figure_.figure.low > 1e3 * Gazetteer::world().place(scene).population;
  }

  ReadPlace of_scene() const {
    if (is_mass() && !setting_.country.empty())
      return {setting_.country, {}, "the country the article is about"};
    if (const PlaceMention* mention = located_before())
      return {mention->name, span_of(s_, *mention), "place named before in the sentence"};
    if (!nearby_.place.empty())
      return {std::string(nearby_.place), {}, "the place spoken of before"};
    if (!nearby_.scene && !befalls(measure_)) return {};
    return {setting_.scene, {}, "the place the article is about"};
  }

  const PlaceMention* located_before() const {
    const PlaceMention* last = nullptr;
    for (const PlaceMention& mention : mentions_) {
      const bool here = mention.role == PlaceRole::kLocated && !mention.aside && !mention.dateline;
      if (here && mention.last <= figure_.first) last = &mention;
    }
    return last;
  }

  // Persons and companies have their amounts anywhere.
  bool has_country(Locality locality) const {
    switch (subject_.kind) {
      case SideKind::kPerson:
        return locality == Locality::kPublic;
      case SideKind::kNone:
        if (is_owned()) return figure_.dimension != "money";
        return locality != Locality::kPrivate && !(figure_.dimension == "money" && is_row());
      case SideKind::kCompany:
        return false;
      default:
        return true;
    }
  }

  ReadPlace of_country(Locality locality) const {
    if (std::string country = country_of_bodies(mentions_); !country.empty())
      return {std::move(country), {}, "the country whose bodies the sentence names"};
    if (nation_ >= 0 && !setting_.country.empty())
      return {setting_.country, s_.at(nation_).span, "the nation of the article"};
    const bool abroad = locality != Locality::kPublic && is_owned() &&
                        (subject_.kind == SideKind::kGroup || subject_.kind == SideKind::kNone ||
                         subject_.kind == SideKind::kOther);
    if (std::string state = of_race(); !state.empty())
      return {std::move(state), {}, "the state whose votes are counted"};
    if (!setting_.headline.empty() && !(abroad && figure_.dimension == "money") &&
        !(counts_states() && is_state(setting_.headline)))
      return {setting_.headline, {}, "the place of the headline"};
    if (abroad || setting_.country.empty()) return {};
    return {setting_.country, {}, "the country the article is about"};
  }

  // Votes are those of the state spoken of before, a candidate's those of the state the
  // article is about.
  std::string of_race() const {
    static constexpr std::string_view kVotes[] = {".vote_share", ".of.vote",   ".voted_for",
                                                  ".turnout",    ".delegates", ".registered"};
    const bool votes =
        std::any_of(std::begin(kVotes), std::end(kVotes),
                    [&](std::string_view event) { return measure_.measure.ends_with(event); });
    if (!votes) return {};
    if (is_state(nearby_.place)) return std::string(nearby_.place);
    return subject_.kind == SideKind::kPerson && is_state(setting_.place) ? setting_.place
                                                                          : std::string();
  }

  // "Twenty states have banned it": no state holds them.
  bool counts_states() const {
    static constexpr WordList kStates = {"states", "provinces", "governors"};
    return measure_.measure == "count.state" ||
           (measure_.head >= 0 && s_.is_one_of(measure_.head, kStates));
  }

  static bool is_state(std::string_view name) {
    const Gazetteer& world = Gazetteer::world();
    const PlaceId id = name.empty() ? kNoPlace : world.best(name);
    return id != kNoPlace && world.place(id).kind == PlaceKind::kState;
  }

  const SentenceView& s_;
  const PlaceMentions mentions_;
  const ReadFigure& figure_;
  const ReadMeasure& measure_;
  const ReadSubject& subject_;
  const Setting& setting_;
  const Nearby& nearby_;
  const int nation_;  // "federal" near the figure; -1 = none
};

}  // namespace

ReadPlace read_place(const SentenceView& s, PlaceMentions mentions, const ReadFigure& figure,
                     const ReadMeasure& measure, const ReadSubject& subject, const Setting& setting,
                     const Nearby& nearby) {
  const Locality locality = locality_of(s, figure, measure);
  const bool nowhere = locality == Locality::kNowhere;
  if (nowhere && measure.measure == "age") return {};
  if (ReadPlace named = named_place(s, mentions, figure, search_of(measure, locality));
      !named.rule.empty())
    return named;
  const PlaceDeixis deixis = read_place_deixis(s, figure.first, figure.last, kWordsToPlace);
  const bool anywhere = !nowhere && subject.kind != SideKind::kCompany;
  if (ReadPlace pointed = pointed_place(s, mentions, figure, deixis, setting, nearby, anywhere);
      !pointed.name.empty())
    return pointed;
  const InheritedPlace inherited(s, mentions, figure, measure, subject, setting, nearby,
                                 deixis.nation);
  if (nowhere) return is_body(subject.name) ? ReadPlace() : inherited.of_owner();
  // "residents of Orsk"
  if (subject.kind == SideKind::kNone && locality == Locality::kHappening &&
      subject.rule == kOwnerBehind)
    return {subject.name, subject.words, "home of those counted"};
  return inherited.run(locality);
}

}  // namespace figured::claims
