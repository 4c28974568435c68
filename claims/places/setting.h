// Setting tells where an article happens, for the figures that its sentences put
// nowhere.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "claims/places/place_tally.h"

namespace figured::claims {

struct Setting {
  std::string place;     // the place named most: "Orsk"
  std::string scene;     // where its lead stands, else the same
  std::string country;   // the country named most
  std::string headline;  // the place its headline names
};

// `headline` is dropped when it lies in another country than the article is about: both
// may be meant then.
Setting make_setting(const PlaceTally& tally, std::string headline);

// What befalls nobody is at the scene for so many sentences behind the last that
// names it.
inline constexpr std::size_t kSceneReach = 12;

// Of the sentences right before; "" = none.
struct Nearby {
  std::string_view place;    // the place within a country in which they put something
  std::string_view country;  // the country named last
  bool scene = true;         // the article's scene is not long past
};

}  // namespace figured::claims
