#include "feeds/item_fields.h"

namespace figured::feeds {

void keep_first(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void keep_first_date(std::optional<FeedDate>& field, std::string_view text) {
  if (!field) field = read_feed_date(text);
}

}  // namespace figured::feeds
