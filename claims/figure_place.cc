#include "claims/figure_place.h"

#include <algorithm>
#include <iterator>

#include "claims/clause.h"
#include "claims/gazetteer.h"
#include "claims/measure_locality.h"
#include "claims/place_deixis.h"

namespace figured::claims {
namespace {

constexpr int kReach = 14;       // tokens between a figure and its place
constexpr int kClose = 4;        // the same of what is nowhere by itself
constexpr double kTown = 100e3;  // people that no town holds

// Between a figure and its place no other clause may stand.
bool parts(const SentenceView& s, int i) {
  return s.at(i).text == ";" || is_speech_verb(s, i) || s.lower_is(i, "while") ||
         s.lower_is(i, "but") || s.lower_is(i, "which") ||
         (s.lower_is(i, "with") && s.is_kind(i + 1, TokenKind::kNumber));
}

bool is_parted(const SentenceView& s, int from, int to) {
  for (int i = from; i < to; ++i) {
    if (parts(s, i)) return true;
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

Span span_of(const SentenceView& s, const PlaceMention& mention) {
  return {s.at(mention.first).span.start, s.at(mention.last - 1).span.end};
}

// The place that the sentence gives a figure on tokens [first, last): behind it in
// its clause, else before it, else at the head of the sentence.  `moving`: what is
// counted goes to the place, "to Orsk" will do.
ReadPlace place_of(const SentenceView& s, const std::vector<PlaceMention>& mentions, int first,
                   int last, bool moving, int reach) {
  const PlaceMention* behind = nullptr;
  const PlaceMention* before = nullptr;
  const PlaceMention* head = nullptr;
  for (const PlaceMention& mention : mentions) {
    if (mention.role != PlaceRole::kLocated && !(moving && mention.role == PlaceRole::kTarget))
      continue;
    if (mention.first >= last) {
      if (behind == nullptr && mention.first <= last + reach) behind = &mention;
    } else if (mention.last <= first) {
      if (head == nullptr && mention.first <= s.first() + 6) head = &mention;
      if (mention.last >= first - reach) before = &mention;
    }
  }
  const bool close = before != nullptr && before->last >= first - 2;
  if (behind != nullptr && !is_parted(s, last, behind->first) &&
      !(close && has_other_predicate(s, last, behind->first)))
    return {behind->name, span_of(s, *behind), "place behind the figure", true};
  if (before != nullptr && !is_parted(s, before->last, first))
    return {before->name, span_of(s, *before), "place before the figure", true};
  if (head != nullptr && locates(s, s.first()) && reach == kReach)
    return {head->name, span_of(s, *head), "place at the head of the sentence", true};
  return {};
}

// "the country": the one named last, in the sentence or before it.
ReadPlace the_country(const SentenceView& s, const std::vector<PlaceMention>& mentions, int noun,
                      std::string_view before) {
  const Span words = s.at(noun).span;
  for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention) {
    const bool country = mention->id != kNoPlace && !mention->demonym && mention->last <= noun &&
                         Gazetteer::world().place(mention->id).kind == PlaceKind::kCountry;
    if (country) return {mention->name, words, "\"the country\" spoken of", true};
  }
  return {std::string(before), words, "\"the country\" spoken of before", true};
}

// The place that words near the figure point to.
ReadPlace pointed_place(const SentenceView& s, const std::vector<PlaceMention>& mentions,
                        const ReadFigure& figure, const Setting& setting, std::string_view country,
                        bool anywhere) {
  const PlaceDeixis deixis = read_place_deixis(s, figure.first, figure.last, kReach);
  if (deixis.country >= 0 && !is_parted(s, figure.last, deixis.country))
    return the_country(s, mentions, deixis.country, country);
  if (deixis.world >= 0 && anywhere && !is_parted(s, figure.last, deixis.world))
    return {"world", s.at(deixis.world).span, "the whole world", true};
  if (deixis.here >= 0 && !setting.scene.empty())
    return {setting.scene, s.at(deixis.here).span, "\"here\" is where the article stands", true};
  return {};
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

std::string country_name(PlaceId id) {
  const PlaceId country = Gazetteer::world().country_of(id);
  return country == kNoPlace ? std::string() : std::string(Gazetteer::world().place(country).name);
}

// "the Republicans", "Senate Democrats": a body of one country.
PlaceId body_of(std::string_view name) {
  const Gazetteer& world = Gazetteer::world();
  const auto body = [&](std::string_view words) {
    const PlaceId id = world.best(words);
    return id != kNoPlace && world.place(id).kind == PlaceKind::kBody ? id : kNoPlace;
  };
  const PlaceId whole = body(name);
  const std::size_t blank = name.rfind(' ');
  return whole != kNoPlace || blank == std::string_view::npos ? whole
                                                              : body(name.substr(blank + 1));
}

// "Bank of Japan", "Ministry of Defence of France", "City of Lima"
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

// "The Senate needs 60 votes": the country whose bodies the sentence names.
std::string country_of_bodies(const std::vector<PlaceMention>& mentions) {
  for (const PlaceMention& mention : mentions) {
    if (mention.id == kNoPlace) continue;
    if (Gazetteer::world().place(mention.id).kind == PlaceKind::kBody)
      return country_name(mention.id);
  }
  return {};
}

// "House Republicans own": unless the article speaks of another country's.
std::string country_of_body(const ReadSubject& subject, const std::vector<PlaceMention>& mentions,
                            const Setting& setting) {
  if (subject.kind == SideKind::kPerson || subject.name.empty()) return {};
  std::string country = country_name(body_of(subject.name));
  return country == setting.country || country == country_of_bodies(mentions) ? country
                                                                              : std::string();
}

// "millions of U.S. customers", in an article of that country.
bool counts_its_own(const std::vector<PlaceMention>& mentions, const ReadFigure& figure,
                    const ReadMeasure& measure, const Setting& setting) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const PlaceMention& mention) {
    return mention.role == PlaceRole::kAdjective && mention.first >= figure.last &&
           mention.last <= measure.head && mention.name == setting.country;
  });
}

// Reads the place of one figure that its words put nowhere.
class InheritedPlace {
 public:
  InheritedPlace(const SentenceView& s, const std::vector<PlaceMention>& mentions,
                 const ReadFigure& figure, const ReadMeasure& measure, const ReadSubject& subject,
                 const Setting& setting, std::string_view nearby)
      : s_(s),
        mentions_(mentions),
        figure_(figure),
        measure_(measure),
        subject_(subject),
        setting_(setting),
        nearby_(nearby) {}

  ReadPlace run(Locality locality) const {
    if (ReadPlace owned = of_owner(); !owned.name.empty()) return owned;
    const bool owned = is_owned();
    if (counts_people(s_, measure_) && counts_its_own(mentions_, figure_, measure_, setting_))
      return {setting_.country, {}, "the country of those counted"};
    if (counts_people(s_, measure_) && is_mass() && !setting_.country.empty())
      return {setting_.country, {}, "the country the article is about"};
    const bool acting = subject_.rule == kThoseCounted;
    const bool people =
        locality == Locality::kHappening || (counts_people(s_, measure_) && !acting);
    const bool team = subject_.kind == SideKind::kGroup && locality == Locality::kHappening;
    if (people && (!owned || team)) {
      if (ReadPlace scene = of_scene(); !scene.name.empty()) return scene;
    }
    return has_country(locality) ? of_country() : ReadPlace();
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
    if (std::string country = country_of_body(subject_, mentions_, setting_); !country.empty())
      return {std::move(country), subject_.words, "the country of its owner"};
    return {};
  }

 private:
  bool is_owned() const { return !subject_.name.empty() && subject_.rule != kThoseCounted; }

  // A town does not hold millions.
  bool is_mass() const { return figure_.figure.low && *figure_.figure.low >= kTown; }

  ReadPlace of_scene() const {
    if (is_mass() && !setting_.country.empty())
      return {setting_.country, {}, "the country the article is about"};
    if (const PlaceMention* mention = located_before())
      return {mention->name, span_of(s_, *mention), "place named before in the sentence"};
    if (!nearby_.empty()) return {std::string(nearby_), {}, "the place spoken of before"};
    return {setting_.scene, {}, "the place the article is about"};
  }

  const PlaceMention* located_before() const {
    const PlaceMention* last = nullptr;
    for (const PlaceMention& mention : mentions_) {
      if (mention.role == PlaceRole::kLocated && mention.last <= figure_.first) last = &mention;
    }
    return last;
  }

  // Persons and companies have their amounts anywhere.
  bool has_country(Locality locality) const {
    switch (subject_.kind) {
      case SideKind::kPerson:
        return locality == Locality::kPublic;
      case SideKind::kNone:
        return !is_owned() ? locality != Locality::kPrivate : figure_.dimension != "money";
      case SideKind::kCompany:
        return false;
      default:
        return true;
    }
  }

  ReadPlace of_country() const {
    if (std::string country = country_of_bodies(mentions_); !country.empty())
      return {std::move(country), {}, "the country whose bodies the sentence names"};
    if (!setting_.headline.empty()) return {setting_.headline, {}, "the place of the headline"};
    const bool abroad =
        is_owned() && (subject_.kind == SideKind::kGroup || subject_.kind == SideKind::kNone ||
                       subject_.kind == SideKind::kOther);
    if (abroad || setting_.country.empty()) return {};
    return {setting_.country, {}, "the country the article is about"};
  }

  const SentenceView& s_;
  const std::vector<PlaceMention>& mentions_;
  const ReadFigure& figure_;
  const ReadMeasure& measure_;
  const ReadSubject& subject_;
  const Setting& setting_;
  std::string_view nearby_;
};

}  // namespace

ReadPlace read_place(const SentenceView& s, const std::vector<PlaceMention>& mentions,
                     const ReadFigure& figure, const ReadMeasure& measure,
                     const ReadSubject& subject, const Setting& setting, const Nearby& nearby) {
  if (measure.measure == "age") return {};
  const Locality locality = locality_of(s, figure, measure);
  const bool nowhere = locality == Locality::kNowhere;
  const bool moving = measure.measure.ends_with(".deployed") || measure.measure.ends_with(".moved");
  if (ReadPlace named =
          place_of(s, mentions, figure.first, figure.last, moving, nowhere ? kClose : kReach);
      !named.name.empty())
    return named;
  const bool anywhere = !nowhere && subject.kind != SideKind::kCompany;
  const std::string_view country =
      nearby.country.empty() ? std::string_view(setting.country) : nearby.country;
  if (ReadPlace pointed = pointed_place(s, mentions, figure, setting, country, anywhere);
      !pointed.name.empty())
    return pointed;
  const InheritedPlace inherited(s, mentions, figure, measure, subject, setting, nearby.place);
  if (nowhere) return body_of(subject.name) == kNoPlace ? inherited.of_owner() : ReadPlace();
  // "residents of Orsk"
  if (subject.kind == SideKind::kNone && locality == Locality::kHappening &&
      subject.rule == kOwnerBehind)
    return {subject.name, subject.words, "home of those counted"};
  return inherited.run(locality);
}

}  // namespace figured::claims
