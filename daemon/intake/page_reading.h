// The way of one article's page through a worker: bytes in, full text and its
// claims out; those of the summary where the page gives no text.
//
// Pure: no clock, no store, no socket.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "claims/extractor.h"
#include "feeds/page/page_fetcher.h"
#include "storage/ready_article.h"

namespace figured::daemon {

// What the ledger takes in.
struct PageBatch {
  feeds::WantedPage page;
  feeds::Article article;  // with the page's text, or with the summary
  std::string byline;
  std::optional<feeds::PageError> error;  // why it is the summary
  claims::Reading claims;
  std::shared_ptr<storage::ReadyArticle> ready{};  // the same; null = it is made ready later
};

// `known` is the article with its summary.
PageBatch read_page_visit(const feeds::PageVisit& visit, feeds::Article known,
                          const claims::Extractor& extractor);

}  // namespace figured::daemon
