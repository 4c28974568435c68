#include "daemon/poll_desk.h"

#include <memory>
#include <stdexcept>

namespace figured::daemon {

boost::asio::awaitable<CommittedPoll> PollDesk::record(feeds::Fetch fetch) {
  const auto shared = std::make_shared<const feeds::Fetch>(std::move(fetch));
  co_return co_await await_reply<CommittedPoll>([&](const Reply<CommittedPoll>& reply) {
    const bool posted = workers_.try_post([this, shared, reply] { read(*shared, reply); });
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
