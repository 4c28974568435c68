#include "daemon/poll_desk.h"

#include <stdexcept>

namespace figured::daemon {

boost::asio::awaitable<CommittedPoll> PollDesk::record(std::shared_ptr<const feeds::Fetch> fetch) {
  co_return co_await await_reply<CommittedPoll>([&](const Reply<CommittedPoll>& reply) {
    const bool posted = workers_.try_post([this, fetch, reply] { read(*fetch, reply); });
    if (!posted) throw std::logic_error("more polls are under way than there are lanes");
  });
}

void PollDesk::read(const feeds::Fetch& fetch, const Reply<CommittedPoll>& reply) noexcept {
  std::optional<PollBatch> batch;
  try {
    batch = read_poll(fetch, extractor_);
  } catch (...) {
    return reply(std::current_exception(), {});
  }
  ledger_.record(std::move(*batch), reply);
}

}  // namespace figured::daemon
