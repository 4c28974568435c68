#include "web/dispute_board.h"

#include <algorithm>

#include "web/parameters.h"
#include "web/stamps.h"

namespace figured::web {
namespace {

constexpr std::size_t kChunk = 500;
constexpr std::size_t kMostFacets = 100;

bool is_standing(claims::DisputeState state) {
  return state != claims::DisputeState::kSettled && state != claims::DisputeState::kDismissed;
}

std::vector<DisputeBoard::Count> sorted(const std::map<std::string, std::size_t>& counts) {
  std::vector<DisputeBoard::Count> all;
  for (const auto& [value, count] : counts)
    if (!value.empty()) all.push_back({value, count});
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  if (all.size() > kMostFacets) all.resize(kMostFacets);
  return all;
}

}  // namespace

// Where the next page begins stands in the last dispute of this one.
std::uint64_t stamp_of(const DisputeBoard::Page& page, const storage::StoreReader& store) {
  Stamps stamps;
  stamps.add(page.total);
  stamps.add(page.next ? 1 : 0);
  for (const std::int64_t id : page.ids) {
    stamps.add(static_cast<std::uint64_t>(id));
    stamps.add(store.listings().dispute_stamp(id));
  }
  return stamps.value();
}

bool is_of_measure(const std::string& measure, const std::string& wanted) {
  return measure.starts_with(wanted) &&
         (measure.size() == wanted.size() || measure[wanted.size()] == '.');
}

bool DisputeFilter::takes_all_standing() const {
  return measure.empty() && place.empty() && outlet.empty() && words.empty() && severity <= 0 &&
         standing && !state;
}

bool DisputeBoard::fits(const Entry& entry, const DisputeFilter& filter) {
  if (filter.state ? entry.state != *filter.state : filter.standing && !is_standing(entry.state))
    return false;
  if (entry.severity < filter.severity) return false;
  if (!filter.measure.empty() && !is_of_measure(entry.measure, filter.measure)) return false;
  if (!filter.place.empty() && entry.lower_place != filter.place) return false;
  for (const std::string& word : filter.words)
    if (entry.words.find(word) == std::string::npos) return false;
  return filter.outlet.empty() || std::find(entry.lower_outlets.begin(), entry.lower_outlets.end(),
                                            filter.outlet) != entry.lower_outlets.end();
}

void DisputeBoard::put(const storage::StoreReader& store, const claims::Dispute& head) {
  auto words = store.listings().words_of_dispute(head.id);
  if (!words) return;
  ++generation_;
  const auto known = marks_.find(head.id);
  if (known != marks_.end()) entries_.erase(known->second);
  const storage::DisputeMark mark{head.changed_at, head.id};
  marks_[head.id] = mark;
  Entry entry;
  entry.state = head.state;
  entry.severity = head.severity;
  entry.measure = std::move(words->measure);
  entry.lower_place = lower(words->place);
  entry.place = std::move(words->place);
  entry.words = " " + lower(words->label + " " + words->subject) + " ";
  for (const std::string& outlet : words->outlets) entry.lower_outlets.push_back(lower(outlet));
  entry.outlets = std::move(words->outlets);
  entries_[mark] = std::move(entry);
  seen_ = std::max(seen_, head.changed_at);
}

// Of the second that was seen last more may come.
void DisputeBoard::follow(const storage::StoreReader& store) {
  const storage::Listings& listings = store.listings();
  const std::int64_t last_claim = listings.last_disputed_claim();
  if (!filled_) {
    storage::DisputeMark mark;
    for (;;) {
      const auto heads = listings.disputes_behind(mark, kChunk);
      for (const claims::Dispute& head : heads) put(store, head);
      if (heads.size() < kChunk) break;
      mark = {heads.back().changed_at, heads.back().id};
    }
    filled_ = true;
    last_claim_ = last_claim;
    return;
  }
  for (const claims::Dispute& head : listings.disputes_changed(seen_)) {
    const auto known = marks_.find(head.id);
    const bool same = known != marks_.end() && known->second.changed_at == head.changed_at &&
                      entries_[known->second].state == head.state &&
                      entries_[known->second].severity == head.severity;
    if (!same) put(store, head);
  }
  if (last_claim <= last_claim_) return;
  for (const std::int64_t id : listings.disputes_joined(last_claim_))
    if (const auto head = listings.dispute_head(id)) put(store, *head);
  last_claim_ = last_claim;
}

DisputeBoard::Page DisputeBoard::list_standing(const storage::StoreReader& store,
                                               const storage::DisputeMark& behind,
                                               std::size_t limit) {
  Page page;
  auto heads = store.listings().standing_disputes_behind(behind, limit + 1);
  page.total = store.listings().standing_disputes();
  if (heads.size() > limit) {
    heads.resize(limit);
    page.next = {heads.back().changed_at, heads.back().id};
  }
  for (const claims::Dispute& head : heads) page.ids.push_back(head.id);
  return page;
}

DisputeBoard::Page DisputeBoard::list(const storage::StoreReader& store,
                                      const DisputeFilter& filter,
                                      const storage::DisputeMark& behind, std::size_t limit) {
  if (filter.takes_all_standing()) return list_standing(store, behind, limit);
  const std::lock_guard lock(mutex_);
  follow(store);
  Page page;
  for (const auto& [mark, entry] : entries_) {
    if (!fits(entry, filter)) continue;
    ++page.total;
    if (!Newer()(behind, mark)) continue;
    if (page.ids.size() == limit) {
      if (!page.next) page.next = marks_.at(page.ids.back());
      continue;
    }
    page.ids.push_back(mark.id);
  }
  return page;
}

std::uint64_t DisputeBoard::generation(const storage::StoreReader& store) {
  const std::lock_guard lock(mutex_);
  follow(store);
  return generation_;
}

DisputeBoard::Facets DisputeBoard::facets(const storage::StoreReader& store) {
  const std::lock_guard lock(mutex_);
  follow(store);
  std::map<std::string, std::size_t> measures, places, outlets, states;
  for (const auto& [mark, entry] : entries_) {
    ++states[std::string(claims::format_dispute_state(entry.state))];
    if (!is_standing(entry.state)) continue;
    ++measures[entry.measure];
    ++places[entry.place];
    for (const std::string& outlet : entry.outlets) ++outlets[outlet];
  }
  return {sorted(measures), sorted(places), sorted(outlets), sorted(states)};
}

}  // namespace figured::web
