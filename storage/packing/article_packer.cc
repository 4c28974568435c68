#include "storage/packing/article_packer.h"

#include <utility>

#include "claims/sameness/claim_profile.h"
#include "claims/verdicts/matcher.h"
#include "storage/packing/claim_pack.h"
#include "storage/packing/revision_source.h"
#include "storage/sqlite/sqlite_articles.h"

namespace figured::storage {
namespace {

claims::SourcedClaim source(const feeds::Article& article, const claims::Reading& reading,
                            const claims::Claim& claim) {
  claims::SourcedClaim sourced;
  sourced.article = article.guid.empty() ? article.identity : article.guid;
  sourced.outlet = article.outlet;
  sourced.group = article.group;
  sourced.url = article.url;
  sourced.title = article.title;
  sourced.published = article.published;
  sourced.names = reading.names;
  sourced.claim = claim;
  return sourced;
}

std::shared_ptr<RevisionSource> revision_of(const feeds::Article& article,
                                            const claims::Reading& reading) {
  auto revision = std::make_shared<RevisionSource>();
  revision->guid = article.guid.empty() ? article.identity : article.guid;
  revision->outlet = article.outlet;
  revision->group = article.group;
  revision->url = article.url;
  revision->title = article.title;
  revision->text = article.text;
  revision->published = article.published;
  revision->published_zone = article.published_zone;
  revision->language = article.language;
  revision->names = reading.names;
  return revision;
}

std::string claims_of(const feeds::Article& article, const claims::Reading& reading) {
  const auto day = article.published.value_or(std::chrono::sys_seconds());
  ClaimPacker packer({article.title, article.text, day}, PackForm::kReady);
  for (const claims::Claim& claim : reading.claims) packer.add(0, 0, claim, nullptr);
  return packer.bytes();
}

}  // namespace

void ArticlePacker::use(Press texts, Press claims) {
  const std::lock_guard lock(mutex_);
  presses_ = {std::move(texts), std::move(claims)};
}

ArticlePacker::Presses ArticlePacker::presses() const {
  const std::lock_guard lock(mutex_);
  return presses_;
}

std::shared_ptr<ReadyArticle> ArticlePacker::prepare(const feeds::Article& article,
                                                     const claims::Reading& reading) const {
  spent_.free();
  const Presses presses = this->presses();
  auto ready = std::make_shared<ReadyArticle>();
  ready->sketch = claims::sketch_names(reading.names);
  const std::vector<claims::NameKey> names = claims::key_names(reading.names, article.title);
  ready->claims.reserve(reading.claims.size());
  for (const claims::Claim& claim : reading.claims) {
    ready->claims.push_back(source(article, reading, claim));
    ready->claims.back().profile = claims::profile_of(ready->claims.back());
    ready->keys.push_back(claims::fact_keys(ready->claims.back(), names));
  }
  ready->identity_key = identity_key(article.identity);
  ready->url_key = url_key(article.url);
  ready->revision = revision_of(article, reading);
  ready->packed_text = presses.texts->compress(pack_text(*ready->revision));
  if (!reading.claims.empty())
    ready->packed_claims = presses.claims->compress(claims_of(article, reading));
  return ready;
}

}  // namespace figured::storage
