#include "storage/facts/read_index.h"

#include <utility>

#include "claims/verdicts/matcher.h"
#include "storage/packing/stored_texts.h"
#include "storage/sqlite/sqlite_claims.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

void put_reading(FactIndex& index, StoredReading& reading) {
  const RevisionSource& revision = reading.revision;
  index.put_article(revision.article_id, revision.published, claims::sketch_names(revision.names));
  claims::SourcedClaim claim = sourced(revision, {});
  const std::vector<claims::NameKey> names = claims::key_names(revision.names, revision.title);
  for (PackedClaim& packed : reading.claims) {
    claim.claim = std::move(packed.claim);
    index.put_claim(packed.id, packed.fact_id, revision.article_id,
                    packed.keys ? *packed.keys : claims::fact_keys(claim, names));
    if (reading.retired) index.retire(packed.id);
  }
}

}  // namespace

FactIndex read_index(Connection& db, const std::stop_token& stop) {
  const Snapshot snapshot(db);
  FactIndex index;
  StoredTexts texts(db);
  const auto put = [&](StoredReading& reading) {
    put_reading(index, reading);
    return !stop.stop_requested();
  };
  SqliteClaims(db, texts).each(put, Unpack::without_context());
  return index;
}

}  // namespace figured::storage
