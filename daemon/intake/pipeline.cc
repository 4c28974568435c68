#include "daemon/intake/pipeline.h"

namespace figured::daemon {

claims::Reading read_article(const feeds::Article& article, const claims::Extractor& extractor) {
  return extractor.read({article.title, article.text, article.outlet, article.published});
}

PollBatch read_poll(const feeds::Fetch& fetch, const claims::Extractor& extractor,
                    const ArticleMarks& known) {
  PollBatch batch{fetch.feed, fetch.at, feeds::read_fetch(fetch), {}};
  batch.claims.resize(batch.reading.articles.size());
  for (std::size_t i = 0; i < batch.claims.size(); ++i)
    if (const feeds::Article& article = batch.reading.articles[i]; !known.contains(article))
      batch.claims[i] = read_article(article, extractor);
  return batch;
}

void make_ready(PollBatch& batch, const storage::Preparer& preparer) {
  batch.ready.resize(batch.claims.size());
  for (std::size_t i = 0; i < batch.claims.size(); ++i) {
    if (!batch.claims[i]) continue;
    batch.ready[i] = preparer.prepare(batch.reading.articles[i], *batch.claims[i]);
    batch.claims[i].reset();
  }
}

}  // namespace figured::daemon
