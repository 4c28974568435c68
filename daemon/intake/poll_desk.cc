#include "daemon/intake/poll_desk.h"

#include <stdexcept>

namespace figured::daemon {
namespace {

// Nothing of it is worth a worker's time.
bool is_bare(const feeds::Fetch& fetch) {
  constexpr int kNotModified = 304;
  return !fetch.answer || fetch.answer->status == kNotModified;
}

}  // namespace

boost::asio::awaitable<CommittedPoll> PollDesk::record(std::shared_ptr<const feeds::Fetch> fetch) {
  const std::int64_t feed = fetch->feed.id;
  const auto visit = std::make_shared<Visit>(Visit{std::move(fetch), known_.of(feed), nullptr});
  const auto start = [this, visit](const net::Reply<CommittedPoll>& reply) {
    if (is_bare(*visit->fetch) &&
        ledger_.try_record(read_poll(*visit->fetch, extractor_, *visit->known), reply))
      return;
    const bool posted = workers_.try_post([this, visit, reply] { read(*visit, reply); });
    if (!posted) throw std::logic_error("more polls are under way than there are lanes");
  };
  CommittedPoll committed = co_await net::await_reply<CommittedPoll>(start);
  if (visit->marks) known_.note(feed, visit->marks);
  co_return committed;
}

void PollDesk::read(Visit& visit, const net::Reply<CommittedPoll>& reply) noexcept {
  std::optional<PollBatch> batch;
  try {
    batch = read_poll(*visit.fetch, extractor_, *visit.known);
    // A push may hold a part of the document only.
    if (batch->reading.outcome == feeds::PollOutcome::kChanged && !batch->reading.pushed)
      visit.marks = std::make_shared<const ArticleMarks>(batch->reading.articles);
    make_ready(*batch, ledger_.preparer());
  } catch (...) {
    return reply(std::current_exception(), {});
  }
  ledger_.record(std::move(*batch), reply);
}

}  // namespace figured::daemon
