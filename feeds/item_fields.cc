#include "feeds/item_fields.h"

#include "feeds/feed_date.h"

namespace figured::feeds {

void keep_first(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void keep_first_date(std::optional<std::chrono::sys_seconds>& field, std::string_view text,
                     Item& item) {
  if (field) return;
  const auto date = read_feed_date(text);
  if (!date) return;
  field = date->time;
  item.zone_assumed |= !date->zone_given;
}

}  // namespace figured::feeds
