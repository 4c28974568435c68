// Reply brings a value computed on another thread to a coroutine of the I/O thread.
//
// await_reply(start) calls start(reply) at once and ends when somebody, on
// whatever thread, has called reply: with the value, or by throwing what was
// given in its place, or what start threw.  It is not ended by cancellation: what was handed over
// is finished first, so that nothing on its way to the store is given up.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/execution/outstanding_work.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <functional>
#include <memory>
#include <utility>

namespace figured::net {

// To be called exactly once, or not at all by a start that throws.
template <class T>
using Reply = std::function<void(std::exception_ptr failure, T value)>;

template <class T, class Start>
boost::asio::awaitable<T> await_reply(Start start) {
  namespace asio = boost::asio;
  const asio::any_io_executor executor = co_await asio::this_coro::executor;
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&,
                                          void(std::exception_ptr, T)>(
      [&start, &executor](auto handler) {
        // Tracked, so that the I/O thread stays as long as the reply is owed.
        auto io = asio::prefer(executor, asio::execution::outstanding_work.tracked);
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        const Reply<T> reply = [io, shared](std::exception_ptr failure, T value) {
          asio::post(io, [shared, failure, value = std::move(value)]() mutable {
            std::move (*shared)(failure, std::move(value));
          });
        };
        // Asio lets nothing be thrown from here.
        try {
          start(reply);
        } catch (...) {
          reply(std::current_exception(), T{});
        }
      },
      asio::use_awaitable);
}

}  // namespace figured::net
