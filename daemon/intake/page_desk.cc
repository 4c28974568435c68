#include "daemon/intake/page_desk.h"

#include <stdexcept>

namespace figured::daemon {

namespace asio = boost::asio;

asio::awaitable<PageDesk::Batch> PageDesk::read(std::shared_ptr<const feeds::PageVisit> visit,
                                                std::shared_ptr<const feeds::Article> known) {
  const auto start = [this, visit, known](const net::Reply<Batch>& reply) {
    const auto job = [this, visit, known, reply] {
      Batch batch;
      try {
        auto read = read_page_visit(*visit, *known, extractor_);
        read.ready = ledger_.preparer().prepare(read.article, read.claims);
        batch = std::make_shared<const PageBatch>(std::move(read));
      } catch (...) {
        return reply(std::current_exception(), nullptr);
      }
      reply(nullptr, std::move(batch));
    };
    if (!workers_.try_post(job)) throw std::logic_error("more pages are under way than lanes");
  };
  co_return co_await net::await_reply<Batch>(start);
}

asio::awaitable<PageDesk::Settled> PageDesk::settle(feeds::PageVisit visit) {
  Settled settled;
  settled.report.page = visit.page;
  const auto find = [page = visit.page](storage::Store& store) {
    return store.article(page.article_id, page.revision);
  };
  std::optional<feeds::Article> known = co_await ledger_.ask(find);
  if (!known) {
    settled.report.superseded = true;
    co_return settled;
  }
  const bool last = visit.instead;
  const auto came = std::make_shared<const feeds::PageVisit>(std::move(visit));
  const Batch batch =
      co_await read(came, std::make_shared<const feeds::Article>(*std::move(known)));
  if (batch->error && !last) settled.instead = batch->error->instead;
  if (!settled.instead.empty()) co_return settled;
  const auto record = [batch, options = options_, now = now_()](storage::Store& store) {
    return record_page(store, *options, *batch, now);
  };
  settled.report = co_await ledger_.ask(record);
  co_return settled;
}

}  // namespace figured::daemon
