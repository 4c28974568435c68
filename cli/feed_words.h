// How figurectl writes feeds and their fetches for people.
#pragma once
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "storage/store.h"

namespace figured::cli {

// "ok", "failing 3x", "paused", "gone", "not polled"
std::string health_words(const feeds::Feed& feed);

// A row each.
void print_feeds(std::ostream& out, const std::vector<feeds::Feed>& feeds);

// All that is known of one feed, of its subscriptions at hubs, and its latest fetches,
// newest first.
void print_feed(std::ostream& out, const feeds::Feed& feed,
                std::span<const feeds::Subscription> subscriptions,
                std::span<const storage::FetchRecord> fetches);

}  // namespace figured::cli
