#include "web/told_articles.h"

#include "feeds/content_digest.h"

namespace figured::web {
namespace {

alerts::ArticleSource source_of(const storage::ArticleView& revision) {
  alerts::ArticleSource source;
  source.article_id = revision.id;
  source.revision = revision.revision;
  source.language = revision.language;
  source.published_zone = feeds::format_date_zone(revision.published_zone);
  if (!revision.text.empty())
    source.content_sha256 = feeds::content_sha256(revision.title, revision.text);
  return source;
}

}  // namespace

alerts::ClaimSources told_articles(const storage::StoreReader& store, const alerts::Cause& cause) {
  return alerts::find_sources(
      cause, [&store](std::int64_t claim_id) -> std::optional<alerts::ArticleSource> {
        const auto revision = store.revision_of_claim(claim_id);
        return revision ? std::optional(source_of(*revision)) : std::nullopt;
      });
}

}  // namespace figured::web
