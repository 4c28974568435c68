#include "daemon/pipeline.h"

namespace figured::daemon {

claims::Reading read_article(const feeds::Article& article, const claims::Extractor& extractor) {
  return extractor.read({article.title, article.text, article.outlet, article.published});
}

PollBatch read_poll(const feeds::Fetch& fetch, const claims::Extractor& extractor) {
  PollBatch batch{fetch.feed, fetch.at, feeds::read_fetch(fetch), {}};
  batch.claims.reserve(batch.reading.articles.size());
  for (const feeds::Article& article : batch.reading.articles) {
    batch.claims.push_back(read_article(article, extractor));
  }
  return batch;
}

}  // namespace figured::daemon
