#include "web/dispute_items.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <utility>

#include "web/dispute_shapes.h"

namespace figured::web {

// What changes while it is read is newer than the stamp that it is kept under, and so is
// read once more.
std::optional<std::string> DisputeItems::find(const storage::StoreReader& store, std::int64_t id) {
  const std::uint64_t stamp = store.listings().dispute_stamp(id);
  if (stamp == 0) return std::nullopt;
  if (auto json = known(id, stamp)) return json;
  const auto view = store.listed_dispute(id);
  if (!view) return std::nullopt;
  storage::AlertChoice choice;
  choice.dispute_id = id;
  const auto alerts = store.listings().alerts_behind(choice, 1);
  std::string json = boost::json::serialize(
      format_dispute_item(*view, alerts.empty() ? nullptr : &alerts.front(), url_));
  keep({id, stamp, json});
  return json;
}

std::optional<std::string> DisputeItems::known(std::int64_t id, std::uint64_t stamp) {
  const std::lock_guard lock(mutex_);
  const auto found = by_id_.find(id);
  if (found == by_id_.end() || found->second->stamp != stamp) return std::nullopt;
  items_.splice(items_.begin(), items_, found->second);
  return found->second->json;
}

void DisputeItems::keep(Item item) {
  const std::lock_guard lock(mutex_);
  const auto found = by_id_.find(item.id);
  if (found != by_id_.end()) {
    bytes_ -= found->second->json.size();
    items_.erase(found->second);
  }
  bytes_ += item.json.size();
  const std::int64_t id = item.id;
  items_.push_front(std::move(item));
  by_id_[id] = items_.begin();
  while (bytes_ > kMostBytes && items_.size() > 1) {
    bytes_ -= items_.back().json.size();
    by_id_.erase(items_.back().id);
    items_.pop_back();
  }
}

}  // namespace figured::web
