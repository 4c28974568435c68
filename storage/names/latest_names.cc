#include "storage/names/latest_names.h"

#include <algorithm>
#include <utility>

namespace figured::storage {
namespace {

constexpr std::int64_t kFree = 0;
constexpr std::int64_t kRemoved = -1;
constexpr std::size_t kFirstPlaces = 1'024;

}  // namespace

void LatestNames::put(const NamedArticle& named) {
  // Half of them at most are taken, so that searches are short.
  if (2 * (taken_ + 1) > table_.size()) make_table(std::max(kFirstPlaces, 4 * (size_ + 1)));
  insert(named);
}

void LatestNames::insert(const NamedArticle& named) {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = mixed(named.name) & mask;
  while (table_[at].article_id != kFree) at = (at + 1) & mask;
  table_[at] = named;
  ++taken_;
  ++size_;
}

// With at least so many places.
void LatestNames::make_table(std::size_t places) {
  std::size_t count = kFirstPlaces;
  while (count < places) count *= 2;
  const std::vector<NamedArticle> before = std::exchange(table_, std::vector<NamedArticle>(count));
  taken_ = size_ = 0;
  for (const NamedArticle& named : before)
    if (named.article_id > kFree) insert(named);
}

void LatestNames::find(const ArticleName& name, std::vector<std::int64_t>& found) const {
  if (table_.empty()) return;
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = mixed(name) & mask; table_[at].article_id != kFree; at = (at + 1) & mask)
    if (table_[at].article_id != kRemoved && table_[at].name == name)
      found.push_back(table_[at].article_id);
}

bool LatestNames::remove(const NamedArticle& named) {
  if (table_.empty()) return false;
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = mixed(named.name) & mask; table_[at].article_id != kFree;
       at = (at + 1) & mask) {
    if (table_[at] != named) continue;
    table_[at].article_id = kRemoved;
    --size_;
    return true;
  }
  return false;
}

void LatestNames::remove_up_to(std::int64_t article_id) {
  for (NamedArticle& named : table_) {
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

std::vector<NamedArticle> LatestNames::sorted() const {
  std::vector<NamedArticle> all;
  all.reserve(size_);
  for (const NamedArticle& named : table_)
    if (named.article_id > kFree) all.push_back(named);
  std::ranges::sort(all);
  return all;
}

}  // namespace figured::storage
