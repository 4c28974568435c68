#include "claims/places/place_tally.h"

#include <algorithm>

namespace figured::claims {
namespace {

constexpr int kLead = 4;  // sentences, headline included
constexpr std::size_t kMostPlaces = 64;
constexpr int kOftenEnough = 5;  // weight of a place that nothing is put in

PlaceKind kind_of(PlaceId id) { return Gazetteer::world().place(id).kind; }

// "the Red Sea", "the Gulf of Oman": ships meet there.
bool is_sea(PlaceId id) {
  const std::string_view name = Gazetteer::world().place(id).name;
  return kind_of(id) == PlaceKind::kRegion &&
         (name.ends_with(" Sea") || name.ends_with(" Ocean") || name.starts_with("Gulf of ") ||
          name.starts_with("Sea of ") || name.starts_with("Strait of "));
}

// A place within a country, or a sea.
bool is_within(PlaceId id) {
  return id == kNoPlace || kind_of(id) == PlaceKind::kCity || kind_of(id) == PlaceKind::kState ||
         is_sea(id);
}

// "the White House", "Washington" stand for a government that is spoken of anywhere.
bool is_seat(PlaceId id) {
  return id != kNoPlace && (kind_of(id) == PlaceKind::kSeat || kind_of(id) == PlaceKind::kBody);
}

// A seat of power tells where only when something is put there; a body never.
bool only_tells_country(const PlaceMention& mention) {
  if (mention.id == kNoPlace) return false;
  return kind_of(mention.id) == PlaceKind::kBody ||
         (kind_of(mention.id) == PlaceKind::kSeat && mention.role != PlaceRole::kLocated);
}

}  // namespace

void PlaceTally::add(PlaceMentions mentions, int weight) {
  const bool lead = sentences_++ < kLead;
  for (const PlaceMention& mention : mentions) {
    const bool here = mention.role == PlaceRole::kLocated && !mention.aside;
    if (lead && here) add_lead(mention);
    const int located = mention.demonym || only_tells_country(mention) ? 0
                        : here                                         ? 2 * weight
                                                                       : weight;
    const auto known = std::find_if(counts_.begin(), counts_.end(), [&](const Count& count) {
      return mention.id == kNoPlace ? count.name == mention.name : count.id == mention.id;
    });
    if (known != counts_.end()) {
      known->weight += weight;
      known->located += located;
    } else if (counts_.size() < kMostPlaces) {
      const PlaceId country = Gazetteer::world().country_of(mention.id);
      counts_.push_back({mention.name, mention.id, country, weight, located});
    }
  }
}

void PlaceTally::add_lead(const PlaceMention& mention) {
  if (mention.dateline && scene_.empty()) {
    scene_ = mention.name;
    dateline_ = mention.id;
    dateline_sentence_ = sentences_;
    return;
  }
  // "LONDON - A ship was seized in the Red Sea": an office wrote it; but "MOSUL - A
  // bomb went off in Iraq" is of Mosul.
  const bool beside = dateline_sentence_ == sentences_ &&
                      (dateline_ != kNoPlace || is_within(mention.id)) &&
                      !Gazetteer::world().within(dateline_, mention.id);
  if (!beside && (!scene_.empty() || !is_within(mention.id))) return;
  scene_ = mention.name;
  dateline_sentence_ = 0;
}

std::string PlaceTally::scene() const { return scene_.empty() ? dominant() : scene_; }

std::string PlaceTally::dominant() const {
  const Count* best = nullptr;
  int most = 0;
  for (const Count& count : counts_) {
    // A country frames the news; a place in it is where it happens.
    if (is_seat(count.id)) continue;
    const bool wide = count.id != kNoPlace && (kind_of(count.id) == PlaceKind::kCountry ||
                                               kind_of(count.id) == PlaceKind::kRegion);
    const int weighed = (wide ? 1 : count.id == kNoPlace ? 2 : 3) * count.located;
    if (weighed > most) {
      best = &count;
      most = weighed;
    }
  }
  return best == nullptr ? spoken_of() : best->name;
}

// "Chicago teachers", "the Chicago strike", "Chicago's mayor": nothing is put there in so many
// words, and yet all of it is.
std::string PlaceTally::spoken_of() const {
  const Count* best = nullptr;
  for (const Count& count : counts_) {
    if (count.id == kNoPlace || kind_of(count.id) != PlaceKind::kCity) continue;
    if (count.weight >= kOftenEnough && (best == nullptr || count.weight > best->weight))
      best = &count;
  }
  return best == nullptr ? std::string() : best->name;
}

std::string PlaceTally::country() const {
  PlaceId best = kNoPlace;
  int most = 0;
  for (const Count& count : counts_) {
    if (count.country == kNoPlace) continue;
    int weight = 0;
    for (const Count& other : counts_) {
      if (other.country == count.country) weight += other.weight;
    }
    if (weight > most) {
      best = count.country;
      most = weight;
    }
  }
  return best == kNoPlace ? std::string() : std::string(Gazetteer::world().place(best).name);
}

}  // namespace figured::claims
