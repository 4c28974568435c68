#include "net/reply.h"

#include <gtest/gtest.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

namespace figured::net {
namespace {

namespace asio = boost::asio;

class ReplyTest : public testing::Test {
 protected:
  ~ReplyTest() override {
    if (other_.joinable()) other_.join();
  }
  // Replies on another thread, once `io_` has gone idle or not: both may happen.
  asio::awaitable<std::string> answer_elsewhere(std::string text) {
    co_return co_await await_reply<std::string>([&](Reply<std::string> reply) {
      other_ = std::thread([reply, text] { reply(nullptr, text); });
    });
  }
  asio::awaitable<std::string> fail_elsewhere() {
    co_return co_await await_reply<std::string>([&](Reply<std::string> reply) {
      other_ = std::thread(
          [reply] { reply(std::make_exception_ptr(std::runtime_error("disk full")), ""); });
    });
  }
  asio::awaitable<std::string> wait_for_reply() {
    co_return co_await await_reply<std::string>(
        [&](Reply<std::string> reply) { reply_ = std::move(reply); });
  }

  asio::io_context io_;
  std::thread other_;
  Reply<std::string> reply_;
};

TEST_F(ReplyTest, BringsTheValueToTheIoThread) {
  auto result = asio::co_spawn(io_, answer_elsewhere("stored"), asio::use_future);
  io_.run();
  EXPECT_EQ(result.get(), "stored");
}

TEST_F(ReplyTest, ThrowsWhatWasGivenInPlaceOfAValue) {
  auto result = asio::co_spawn(io_, fail_elsewhere(), asio::use_future);
  io_.run();
  EXPECT_THROW(result.get(), std::runtime_error);
}

TEST_F(ReplyTest, AReplyAtOnceIsGood) {
  auto result = asio::co_spawn(
      io_, [] { return await_reply<int>([](const Reply<int>& reply) { reply(nullptr, 7); }); },
      asio::use_future);
  io_.run();
  EXPECT_EQ(result.get(), 7);
}

TEST_F(ReplyTest, ThrowsWhatStartThrew) {
  auto result = asio::co_spawn(
      io_,
      [] { return await_reply<int>([](const Reply<int>&) { throw std::length_error("full"); }); },
      asio::use_future);
  io_.run();
  EXPECT_THROW(result.get(), std::length_error);
}

TEST_F(ReplyTest, CancellationDoesNotEndIt) {
  asio::cancellation_signal cancel;
  std::string result;
  asio::co_spawn(
      io_, wait_for_reply(),
      asio::bind_cancellation_slot(
          cancel.slot(), [&](std::exception_ptr, std::string text) { result = std::move(text); }));
  io_.poll();
  cancel.emit(asio::cancellation_type::terminal);
  io_.poll();
  EXPECT_EQ(result, "");
  EXPECT_FALSE(io_.stopped());  // the reply is still owed
  reply_(nullptr, "stored all the same");
  reply_ = nullptr;
  io_.run();
  EXPECT_EQ(result, "stored all the same");
}

}  // namespace
}  // namespace figured::net
