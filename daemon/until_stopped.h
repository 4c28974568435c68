// Where long tasks end: at a signal, or together.
//
// A task that is ended by cancellation unwinds with operation_aborted; that is
// its proper end and no failure.  Any other exception of a task is thrown on.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/signal_set.hpp>
#include <optional>
#include <utility>
#include <vector>

namespace figured::daemon {

// Runs `work` until it ends or one of `signals` comes; then cancels it and waits
// for its end.  Returns the signal; empty where the work ended by itself.
boost::asio::awaitable<std::optional<int>> until_stopped(boost::asio::signal_set& signals,
                                                         boost::asio::awaitable<void> work);

// Runs all tasks until the first of them ends, well or badly; then cancels the
// others and waits for them.  Requires at least one task.
boost::asio::awaitable<void> until_one_ends(std::vector<boost::asio::awaitable<void>> tasks);

template <class... Tasks>
boost::asio::awaitable<void> until_one_ends(boost::asio::awaitable<void> first, Tasks... others) {
  std::vector<boost::asio::awaitable<void>> tasks;
  tasks.push_back(std::move(first));
  (tasks.push_back(std::move(others)), ...);
  return until_one_ends(std::move(tasks));
}

}  // namespace figured::daemon
