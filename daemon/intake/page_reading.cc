#include "daemon/intake/page_reading.h"

#include "daemon/intake/pipeline.h"

namespace figured::daemon {
namespace {

feeds::PageResult page_of(const feeds::PageVisit& visit, const feeds::Article& known) {
  if (visit.answer) return feeds::read_page_answer(*visit.answer, known);
  if (visit.refused)
    return feeds::PageError{feeds::PageErrorKind::kRobots,
                            "The site's robots.txt keeps programs from it, or is not to be had"};
  return feeds::PageError{feeds::PageErrorKind::kTooLate,
                          "Its turn did not come in time; its host has many pages or is slow"};
}

// What the feed said stands; the page fills what it left open.
void take_over(PageBatch& batch, feeds::PageArticle page) {
  batch.article.text = std::move(page.text);
  if (batch.article.title.empty()) batch.article.title = std::move(page.title);
  if (!batch.article.published && page.published) {
    batch.article.published = page.published->time;
    batch.article.published_zone = page.published->zone;
  }
  batch.byline = std::move(page.byline);
}

}  // namespace

PageBatch read_page_visit(const feeds::PageVisit& visit, feeds::Article known,
                          const claims::Extractor& extractor) {
  PageBatch batch{visit.page, std::move(known), {}, std::nullopt, {}};
  feeds::PageResult page = page_of(visit, batch.article);
  if (page)
    take_over(batch, *std::move(page));
  else
    batch.error = page.error();
  batch.claims = read_article(batch.article, extractor);
  return batch;
}

}  // namespace figured::daemon
