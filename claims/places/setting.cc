#include "claims/places/setting.h"

#include <utility>

#include "claims/gazetteer/gazetteer.h"

namespace figured::claims {

Setting make_setting(const PlaceTally& tally, std::string headline) {
  Setting setting = {tally.dominant(), tally.scene(), tally.country(), std::move(headline)};
  if (!setting.country.empty() && !Gazetteer::world().contains(setting.country, setting.headline))
    setting.headline.clear();
  return setting;
}

}  // namespace figured::claims
