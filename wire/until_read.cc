#include "wire/until_read.h"

#include <algorithm>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace figured::wire {
namespace asio = boost::asio;

namespace {

std::vector<std::string> missing(const WireServer& server, const UntilRead& options) {
  std::vector<std::string> lines = server.missing();
  const int came = server.hooks().count("figure.contradiction");
  if (came < options.contradictions)
    lines.push_back("only " + std::to_string(came) + " of " +
                    std::to_string(options.contradictions) + " contradictions were told");
  return lines;
}

}  // namespace

asio::awaitable<std::vector<std::string>> until_read(const WireServer& server, UntilRead options) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  const Wire::Time deadline = server.now() + options.deadline;
  for (;;) {
    const bool all_read = server.missing().empty();
    std::vector<std::string> lines = missing(server, options);
    const auto quiet = server.now() - std::max(server.last_event(), server.wire().ends());
    if (all_read && quiet >= (lines.empty() ? options.quiet : options.patience)) co_return lines;
    if (server.now() >= deadline) co_return lines;
    timer.expires_after(options.look_every);
    co_await timer.async_wait(asio::use_awaitable);
  }
}

}  // namespace figured::wire
