#include "daemon/until_stopped.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <exception>
#include <utility>

namespace figured::daemon {
namespace {

namespace asio = boost::asio;

void rethrow_failure(const std::exception_ptr& end) {
  if (!end) return;
  try {
    std::rethrow_exception(end);
  } catch (const boost::system::system_error& error) {
    if (error.code() != asio::error::operation_aborted) throw;
  }
}

}  // namespace

asio::awaitable<std::optional<int>> until_stopped(asio::signal_set& signals,
                                                  asio::awaitable<void> work) {
  const auto executor = co_await asio::this_coro::executor;
  auto race = asio::experimental::make_parallel_group(
      asio::co_spawn(executor, std::move(work), asio::deferred),
      signals.async_wait(asio::deferred));
  // The first to end, well or badly, cancels the other.
  const auto [order, end, error, signal] =
      co_await race.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
  rethrow_failure(end);
  if (error) co_return std::nullopt;
  co_return signal;
}

asio::awaitable<void> until_one_ends(std::vector<asio::awaitable<void>> tasks) {
  const auto executor = co_await asio::this_coro::executor;
  const auto spawn = [&executor](asio::awaitable<void> task) {
    return asio::co_spawn(executor, std::move(task), asio::deferred);
  };
  std::vector<decltype(spawn(std::declval<asio::awaitable<void>>()))> spawned;
  spawned.reserve(tasks.size());
  for (asio::awaitable<void>& task : tasks) spawned.push_back(spawn(std::move(task)));
  auto group = asio::experimental::make_parallel_group(std::move(spawned));
  const auto [order, ends] =
      co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
  for (const std::size_t task : order) rethrow_failure(ends[task]);
}

}  // namespace figured::daemon
