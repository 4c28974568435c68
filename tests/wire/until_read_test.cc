#include "wire/until_read.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

namespace figured::wire {
namespace {
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Wire::Time kOpens{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 12h};

// Nobody reads these wires.  Each look at the clock moves it on by a second.
class UntilReadTest : public testing::Test {
 protected:
  std::vector<std::string> wait(Wire wire, UntilRead options) {
    options.look_every = 0ms;
    boost::asio::io_context context(1);
    const WireServer server(context.get_executor(), std::move(wire),
                            {.secret = make_secret(), .clock = [this] { return now_ += 1s; }});
    std::optional<std::vector<std::string>> missing;
    boost::asio::co_spawn(
        context, until_read(server, options),
        [&](std::exception_ptr, std::vector<std::string> lines) { missing = std::move(lines); });
    context.run_for(10s);
    EXPECT_TRUE(missing) << "it waits for ever";
    return missing.value_or(std::vector<std::string>{});
  }

  Wire::Time now_ = kOpens;
};

TEST_F(UntilReadTest, NothingToReadIsReadWhenItIsQuiet) {
  EXPECT_THAT(wait(Wire({}, {}, kOpens, 1s), {.quiet = 30s}), IsEmpty());
  EXPECT_GE(now_, kOpens + 30s);
  EXPECT_LT(now_, kOpens + 60s);
}

TEST_F(UntilReadTest, TooFewContradictionsAreAwaitedForAWhile) {
  EXPECT_THAT(wait(Wire({}, {}, kOpens, 1s), {.contradictions = 3, .patience = 45s}),
              ElementsAre("only 0 of 3 contradictions were told"));
  EXPECT_GE(now_, kOpens + 45s);
  EXPECT_LT(now_, kOpens + 120s);
}

TEST_F(UntilReadTest, AFeedThatNobodyReadsIsAwaitedUntilTheDeadline) {
  EXPECT_THAT(wait(Wire({{"post", "Post", FeedFormat::kRss}}, {}, kOpens, 1s), {.deadline = 300s}),
              ElementsAre("the last document of Post has not been read"));
  EXPECT_GE(now_, kOpens + 300s);
}

}  // namespace
}  // namespace figured::wire
