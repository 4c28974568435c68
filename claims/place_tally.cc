#include "claims/place_tally.h"

#include <algorithm>

namespace figured::claims {
namespace {

constexpr int kLead = 4;  // sentences, headline included
constexpr std::size_t kMostPlaces = 64;

// A place within a country.
bool is_within(PlaceId id) {
  if (id == kNoPlace) return true;
  const PlaceKind kind = Gazetteer::world().place(id).kind;
  return kind == PlaceKind::kCity || kind == PlaceKind::kState;
}
}  // namespace

void PlaceTally::add(const std::vector<PlaceMention>& mentions, int weight) {
  const bool lead = sentences_++ < kLead;
  for (const PlaceMention& mention : mentions) {
    if (lead && scene_.empty() && mention.role == PlaceRole::kLocated && is_within(mention.id))
      scene_ = mention.name;
    const auto known = std::find_if(counts_.begin(), counts_.end(), [&](const Count& count) {
      return mention.id == kNoPlace ? count.name == mention.name : count.id == mention.id;
    });
    const bool seat = mention.id != kNoPlace && mention.role != PlaceRole::kLocated &&
                      Gazetteer::world().place(mention.id).kind == PlaceKind::kSeat;
    const int located = mention.demonym || seat ? 0 : weight;
    if (known != counts_.end()) {
      known->weight += weight;
      known->located += located;
    } else if (counts_.size() < kMostPlaces) {
      counts_.push_back({mention.name, mention.id, weight, located});
    }
  }
}

std::string PlaceTally::scene() const { return scene_.empty() ? dominant() : scene_; }

std::string PlaceTally::dominant() const {
  const Gazetteer& world = Gazetteer::world();
  const Count* best = nullptr;
  int most = 0;
  for (const Count& count : counts_) {
    // A country frames the news; a place in it is where it happens.
    const bool wide = count.id != kNoPlace && (world.place(count.id).kind == PlaceKind::kCountry ||
                                               world.place(count.id).kind == PlaceKind::kRegion);
    const int weighed = (wide ? 1 : count.id == kNoPlace ? 2 : 3) * count.located;
    if (weighed > most) {
      best = &count;
      most = weighed;
    }
  }
  return best == nullptr ? std::string() : best->name;
}

std::string PlaceTally::country() const {
  const Gazetteer& world = Gazetteer::world();
  PlaceId best = kNoPlace;
  int most = 0;
  for (const Count& count : counts_) {
    const PlaceId country = world.country_of(count.id);
    if (country == kNoPlace) continue;
    int weight = 0;
    for (const Count& other : counts_) {
      if (world.country_of(other.id) == country) weight += other.weight;
    }
    if (weight > most) {
      best = country;
      most = weight;
    }
  }
  return best == kNoPlace ? std::string() : std::string(world.place(best).name);
}

}  // namespace figured::claims
