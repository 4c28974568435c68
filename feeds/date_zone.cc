#include "feeds/date_zone.h"

namespace figured::feeds {

std::string_view format_date_zone(DateZone zone) {
  switch (zone) {
    case DateZone::kUnknown:
      return "";
    case DateZone::kGiven:
      return "given";
    case DateZone::kFeed:
      return "feed";
    case DateZone::kAssumed:
      return "assumed";
  }
  return "";
}

}  // namespace figured::feeds
