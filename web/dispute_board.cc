#include "web/dispute_board.h"

#include <algorithm>

#include "web/parameters.h"

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

bool is_of_measure(const std::string& measure, const std::string& wanted) {
  return measure.starts_with(wanted) &&
         (measure.size() == wanted.size() || measure[wanted.size()] == '.');
}

bool DisputeBoard::fits(const Entry& entry, const DisputeFilter& filter) {
  if (filter.state ? entry.state != *filter.state : filter.standing && !is_standing(entry.state))
    return false;
  if (entry.severity < filter.severity) return false;
  if (!filter.measure.empty() && !is_of_measure(entry.measure, filter.measure)) return false;
  if (!filter.place.empty() && lower(entry.place) != filter.place) return false;
  for (const std::string& word : filter.words)
    if (entry.words.find(word) == std::string::npos) return false;
  return filter.outlet.empty() ||
         std::any_of(entry.outlets.begin(), entry.outlets.end(),
                     [&](const std::string& outlet) { return lower(outlet) == filter.outlet; });
}

void DisputeBoard::put(const storage::StoreReader& store, const claims::Dispute& head) {
  const auto view = store.dispute(head.id);
  if (!view) return;
  const auto known = marks_.find(head.id);
  if (known != marks_.end()) entries_.erase(known->second);
  const storage::DisputeMark mark{view->dispute.changed_at, head.id};
  marks_[head.id] = mark;
  Entry entry{view->dispute.state,
              view->dispute.severity,
              view->fact.measure,
              view->fact.place,
              " " + lower(view->fact.label + " " + view->fact.subject) + " ",
              {}};
  for (const auto& claim : view->claims)
    if (std::find(entry.outlets.begin(), entry.outlets.end(), claim.outlet) == entry.outlets.end())
      entry.outlets.push_back(claim.outlet);
  entries_[mark] = std::move(entry);
  seen_ = std::max(seen_, view->dispute.changed_at);
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
  for (const std::int64_t id : listings.disputes_joined(last_claim_)) {
    claims::Dispute head;
    head.id = id;
    put(store, head);
  }
  last_claim_ = last_claim;
}

DisputeBoard::Page DisputeBoard::list(const storage::StoreReader& store,
                                      const DisputeFilter& filter,
                                      const storage::DisputeMark& behind, std::size_t limit) {
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
