// DisputeItems: disputes as a list shows them, each made once until it changes.
//
// Whether one has changed, its stamp in the store says (storage::Listings), which is asked
// each time: so none that is given is older than the question.  Those asked for least
// recently are given up first.  Used by any thread.
#pragma once
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "storage/store.h"

namespace figured::web {

class DisputeItems {
 public:
  // `url` is that of the page, "" where links are relative.
  explicit DisputeItems(std::string url) : url_(std::move(url)) {}

  // JSON of format_dispute_item(); empty where there is no such dispute.
  std::optional<std::string> find(const storage::StoreReader& store, std::int64_t id);

 private:
  static constexpr std::size_t kMostBytes = std::size_t{16} << 20;

  struct Item {
    std::int64_t id;
    std::uint64_t stamp;
    std::string json;
  };
  using Items = std::list<Item>;  // asked for last, first

  std::optional<std::string> known(std::int64_t id, std::uint64_t stamp);
  void keep(Item item);

  const std::string url_;
  std::mutex mutex_;
  Items items_;
  std::unordered_map<std::int64_t, Items::iterator> by_id_;
  std::size_t bytes_ = 0;
};

}  // namespace figured::web
