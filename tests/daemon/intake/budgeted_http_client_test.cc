#include "daemon/intake/budgeted_http_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <optional>

#include "tests/support/fake_http_client.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr char kFeed[] = "https://harbour.example/rss";

class BudgetedHttpClientTest : public testing::Test {
 protected:
  BudgetedHttpClientTest() { network_.answer(kFeed, tests::ok(std::string(1'000, 'x'))); }

  void send() {
    asio::co_spawn(io_, client_.send({.url = kFeed}),
                   [this](std::exception_ptr end, const net::HttpResult&) {
                     ++(end ? cancelled_ : answered_);
                   });
  }
  void run_until(const std::function<bool()>& done) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (!done()) {
      io_.run_one_for(10ms);
      ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    }
  }

  tests::FakeHttpClient network_;
  IntakeBudget budget_{{.in_flight = 40'000, .memory = 0, .rate = 0}, [] { return 0; }};
  std::vector<std::string> put_off_;
  BudgetedHttpClient client_{network_, budget_,
                             [this](const std::string& why) { put_off_.push_back(why); }};
  asio::io_context io_;
  int answered_ = 0;
  int cancelled_ = 0;
};

TEST_F(BudgetedHttpClientTest, WithRoomARequestGoesOutAtOnce) {
  send();
  run_until([this] { return answered_ == 1; });
  EXPECT_THAT(put_off_, testing::IsEmpty());
}

TEST_F(BudgetedHttpClientTest, WithoutRoomItWaitsUntilWhatCameIsStored) {
  std::optional<HeldIntake> held(std::in_place, budget_, 40'000);
  send();
  run_until([this] { return !put_off_.empty(); });
  EXPECT_THAT(network_.requests(), testing::IsEmpty());
  held.reset();
  run_until([this] { return answered_ == 1; });
  EXPECT_THAT(put_off_, testing::ElementsAre("in-flight")) << "told once";
  EXPECT_EQ(budget_.held(), 0U);
}

TEST_F(BudgetedHttpClientTest, OneAtATimeGoesOutWhateverIsShort) {
  network_.hold(kFeed);
  for (int i = 0; i < 3; ++i) send();
  run_until([this] { return put_off_.size() == 2; });
  EXPECT_EQ(network_.in_flight(), 1U);
  network_.release(kFeed);
  run_until([this] { return answered_ == 3; });
}

TEST_F(BudgetedHttpClientTest, WhoWaitsCanBeCancelled) {
  const HeldIntake held(budget_, 40'000);
  asio::cancellation_signal stop;
  asio::co_spawn(io_, client_.send({.url = kFeed}),
                 asio::bind_cancellation_slot(
                     stop.slot(), [this](std::exception_ptr end, const net::HttpResult&) {
                       ++(end ? cancelled_ : answered_);
                     }));
  run_until([this] { return !put_off_.empty(); });
  stop.emit(asio::cancellation_type::terminal);
  run_until([this] { return cancelled_ == 1; });
  EXPECT_THAT(network_.requests(), testing::IsEmpty());
}

}  // namespace
}  // namespace figured::daemon
