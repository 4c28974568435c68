#include "storage/sqlite/sqlite_history.h"

#include <utility>

#include "storage/packing/stored_texts.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

ArticleView shown(RevisionSource revision) {
  ArticleView view;
  view.id = revision.article_id;
  view.revision = revision.number;
  view.revision_id = revision.id;
  view.guid = std::move(revision.guid);
  view.outlet = std::move(revision.outlet);
  view.group = std::move(revision.group);
  view.url = std::move(revision.url);
  view.title = std::move(revision.title);
  view.text = std::move(revision.text);
  view.published = revision.published;
  view.published_zone = revision.published_zone;
  view.language = std::move(revision.language);
  view.seen = revision.seen;
  return view;
}

std::optional<ArticleView> SqliteHistory::of_claim(std::int64_t claim_id) {
  auto revision = claims_.revision_of(claim_id);
  return revision ? std::optional(shown(*std::move(revision))) : std::nullopt;
}

std::optional<ArticleHistory> SqliteHistory::of_article(std::int64_t id) {
  ArticleHistory history;
  Statement rows = db_.statement(R"sql(
    SELECT a.feed_id, r.id, r.article_id, r.number, r.seen, r.published, r.text, o.name, o.owner
    FROM article a
    JOIN outlet o ON o.id = a.outlet_id
    JOIN revision r ON r.article_id = a.id
    WHERE a.id = ?1
    ORDER BY r.number
  )sql");
  rows.bind(id);
  Blob text;
  while (rows.step()) {
    RevisionSource revision;
    rows.read(history.feed_id, revision.id, revision.article_id, revision.number, revision.seen,
              revision.published, text, revision.outlet, revision.group);
    texts_.restore_text(text.bytes, revision);
    const std::int64_t revision_id = revision.id;
    history.revisions.push_back({shown(std::move(revision)), claims_of(revision_id)});
  }
  if (history.revisions.empty()) return std::nullopt;
  return history;
}

std::vector<ClaimView> SqliteHistory::claims_of(std::int64_t revision_id) {
  std::vector<ClaimView> claims;
  for (StoredReading& reading : claims_.readings_of(revision_id)) {
    for (PackedClaim& packed : reading.claims)
      claims.push_back({sourced(reading.revision, std::move(packed)), !reading.retired});
  }
  return claims;
}

std::vector<ClaimView> SqliteHistory::of_fact(std::int64_t fact_id, std::int64_t after,
                                              std::size_t limit) {
  std::vector<ClaimView> claims;
  const auto take = [&](std::int64_t claim_id) {
    std::optional<StoredClaim> stored = claims_.by_id(claim_id);
    if (stored && stored->claim.fact_id == fact_id)
      claims.push_back({std::move(stored->claim), !stored->retired});
  };
  // The claim that began it, if one did, has its number.
  if (fact_id > after && limit > 0) take(fact_id);
  Statement rows = db_.statement(R"sql(
    SELECT claim_id
    FROM fact_claim
    WHERE fact_id = ?1 AND claim_id > ?2
    ORDER BY claim_id
  )sql");
  rows.bind(fact_id, after);
  std::int64_t claim_id = 0;
  while (claims.size() < limit && rows.step()) {
    rows.read(claim_id);
    take(claim_id);
  }
  return claims;
}

}  // namespace figured::storage
