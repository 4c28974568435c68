#include "storage/names/latest_names.h"

#include <algorithm>
#include <utility>

namespace figured::storage {
namespace {

constexpr std::int64_t kFree = 0;
constexpr std::int64_t kRemoved = -1;
constexpr std::size_t kFirstPlaces = 1'024;

// Names are hashes.
std::size_t place_of(std::int64_t number) { return static_cast<std::size_t>(number); }

}  // namespace

void LatestNames::put(const NumberedName& named) {
  // Half of them at most are taken, so that searches are short.
  if (2 * (taken_ + 1) > table_.size()) make_table(std::max(kFirstPlaces, 4 * (size_ + 1)));
  insert(named);
}

void LatestNames::insert(const NumberedName& named) {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = place_of(named.number) & mask;
  while (table_[at].article_id != kFree) at = (at + 1) & mask;
  table_[at] = named;
  ++taken_;
  ++size_;
}

// With at least so many places.
void LatestNames::make_table(std::size_t places) {
  std::size_t count = kFirstPlaces;
  while (count < places) count *= 2;
  const std::vector<NumberedName> before = std::exchange(table_, std::vector<NumberedName>(count));
  taken_ = size_ = 0;
  for (const NumberedName& named : before)
    if (named.article_id > kFree) insert(named);
}

void LatestNames::find(std::int64_t number, std::vector<std::int64_t>& found) const {
  if (table_.empty()) return;
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = place_of(number) & mask; table_[at].article_id != kFree;
       at = (at + 1) & mask)
    if (table_[at].article_id != kRemoved && table_[at].number == number)
      found.push_back(table_[at].article_id);
}

void LatestNames::prefetch(std::int64_t number) const {
  if (!table_.empty()) __builtin_prefetch(&table_[place_of(number) & (table_.size() - 1)]);
}

bool LatestNames::remove(const NumberedName& named) {
  if (table_.empty()) return false;
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = place_of(named.number) & mask; table_[at].article_id != kFree;
       at = (at + 1) & mask) {
    if (table_[at] != named) continue;
    table_[at].article_id = kRemoved;
    --size_;
    return true;
  }
  return false;
}

void LatestNames::remove_up_to(std::int64_t article_id) {
  for (NumberedName& named : table_) {
    if (named.article_id <= kFree || named.article_id > article_id) continue;
    named.article_id = kRemoved;
    --size_;
  }
  make_table(4 * (size_ + 1));
}

void LatestNames::clear() {
  table_.clear();
  taken_ = size_ = 0;
}

std::vector<NumberedName> LatestNames::sorted() const {
  std::vector<NumberedName> all;
  all.reserve(size_);
  for (const NumberedName& named : table_)
    if (named.article_id > kFree) all.push_back(named);
  std::ranges::sort(all);
  return all;
}

}  // namespace figured::storage
