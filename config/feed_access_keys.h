// The keys of a [[feed]] that say how it is asked: log-in, headers, cookie, proxy.
#pragma once
#include <span>

#include "config/keys.h"
#include "feeds/feed.h"
#include "feeds/feed_access.h"

namespace figured::config {

// A [[feed]] while it is read.
struct FeedDraft {
  feeds::FeedSource source;
  feeds::FeedAccess access;
};

std::span<const Key<FeedDraft>> feed_access_keys();

// Notes keys of the table that exclude each other or lack their other half.
void refuse_half_access(const Table& table, Source& source);

}  // namespace figured::config
