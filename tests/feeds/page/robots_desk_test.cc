#include "feeds/page/robots_desk.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <optional>

#include "tests/support/fake_http_client.h"

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;
using tests::ok;
using tests::status;

constexpr char kRobots[] = "https://news.example/robots.txt";
constexpr char kPage[] = "https://news.example/closed/1";

class RobotsDeskTest : public testing::Test {
 protected:
  bool allows(const std::string& url = kPage) {
    std::optional<bool> allowed;
    boost::asio::co_spawn(io_, desk_.allows(url), [&](std::exception_ptr failure, bool answer) {
      if (failure) std::rethrow_exception(failure);
      allowed = answer;
    });
    io_.restart();
    io_.run();
    return allowed.value();
  }
  std::size_t asked() const { return network_.requests().size(); }

  boost::asio::io_context io_;
  tests::FakeHttpClient network_;
  RobotsDesk::Time now_{std::chrono::sys_days(std::chrono::year(2026) / 9 / 1)};
  RobotsDesk desk_{network_, "figured", [this] { return now_; }};
};

TEST_F(RobotsDeskTest, EachSiteIsAskedOnceADay) {
  network_.answer(kRobots, ok("User-agent: *\nDisallow: /closed/\n"));
  network_.answer(kRobots, ok("User-agent: *\nDisallow: /open/\n"));
  EXPECT_FALSE(allows());
  EXPECT_TRUE(allows("https://news.example/open/1"));
  now_ += 24h - 1s;
  EXPECT_FALSE(allows());
  EXPECT_EQ(asked(), 1U);
  now_ += 1s;
  EXPECT_TRUE(allows());
  EXPECT_EQ(asked(), 2U);
}

struct AnswerCase {
  std::string name;
  net::HttpResult answer;
  bool allowed;
  std::chrono::minutes asked_again_after;
};

class RobotsAnswerTest : public RobotsDeskTest, public testing::WithParamInterface<AnswerCase> {};

TEST_P(RobotsAnswerTest, IsKeptForAWhile) {
  network_.answer(kRobots, GetParam().answer);
  EXPECT_EQ(allows(), GetParam().allowed);
  now_ += GetParam().asked_again_after - 1s;
  EXPECT_EQ(allows(), GetParam().allowed);
  EXPECT_EQ(asked(), 1U);
  now_ += 1s;
  allows();
  EXPECT_EQ(asked(), 2U);
}

net::HttpResult error(net::HttpErrorKind kind) { return net::HttpError{kind, "told by the test"}; }

INSTANTIATE_TEST_SUITE_P(
    Cases, RobotsAnswerTest,
    testing::Values(AnswerCase{"None", status(404), true, 24h},
                    AnswerCase{"Refused", status(403), true, 24h},
                    AnswerCase{"TooMany", status(429), false, 1h},
                    AnswerCase{"Fails", status(503), false, 1h},
                    AnswerCase{"LeadsNowhere", status(302), false, 1h},
                    AnswerCase{"Packed", ok("rubbish", {{"Content-Encoding", "gzip"}}), false, 1h},
                    AnswerCase{"NoAnswer", error(net::HttpErrorKind::kTimeout), false, 5min},
                    AnswerCase{"Inward", error(net::HttpErrorKind::kForbiddenAddress), true, 5min}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
