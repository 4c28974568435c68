// Articles and claims of a test's own in a store, though no text was read for them.
#pragma once
#include <memory>
#include <span>
#include <utility>

#include "storage/store.h"

namespace figured::tests {

inline storage::StoredArticle put_article(storage::Store& store, std::int64_t feed_id,
                                          const feeds::Article& article,
                                          std::span<const claims::NameKey> names,
                                          storage::Seconds seen) {
  claims::Reading reading;
  reading.names.assign(names.begin(), names.end());
  return store.put_article(feed_id, article, store.preparer().prepare(article, reading), seen);
}

inline storage::StoredArticle put_full_text(storage::Store& store, std::int64_t article_id,
                                            std::int64_t revision, const feeds::Article& article,
                                            storage::Seconds seen) {
  return store.put_full_text(article_id, revision, store.preparer().prepare(article, {}), seen);
}

// A claim of the revision, found by these keys; gets its ids.  Requires its article_id.
inline std::int64_t put_claim(storage::Store& store, std::int64_t fact_id, std::int64_t revision,
                              claims::SourcedClaim& claim, std::span<const claims::FactKey> keys) {
  storage::ReadyArticle ready;
  ready.claims.push_back(claim);
  ready.keys.emplace_back(keys.begin(), keys.end());
  store.put_claim(fact_id, revision, ready, 0);
  claim = std::move(ready.claims.front());
  return claim.id;
}

}  // namespace figured::tests
