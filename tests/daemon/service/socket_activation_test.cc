#include "daemon/service/socket_activation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::daemon {
namespace {

using Sockets = std::vector<ActivatedSocket>;

struct ActivationCase {
  std::string name;
  const char* pid;
  const char* count;
  const char* names;
  Sockets sockets;
};

class ActivationTest : public testing::TestWithParam<ActivationCase> {};

TEST_P(ActivationTest, Parse) {
  const ActivationCase& c = GetParam();
  EXPECT_EQ(parse_activation(c.pid, c.count, c.names, 42), c.sockets);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ActivationTest,
    testing::Values(ActivationCase{"NotActivated", nullptr, nullptr, nullptr, {}},
                    ActivationCase{"One", "42", "1", "page", {{"page", 3}}},
                    ActivationCase{"Two", "42", "2", "page:control", {{"page", 3}, {"control", 4}}},
                    ActivationCase{"OfOneName", "42", "2", "page:page", {{"page", 3}, {"page", 4}}},
                    ActivationCase{"WithoutNames", "42", "1", nullptr, {{"unknown", 3}}},
                    ActivationCase{"TooFewNames", "42", "2", "page", {{"page", 3}, {"unknown", 4}}},
                    ActivationCase{"TooManyNames", "42", "1", "page:control", {{"page", 3}}},
                    ActivationCase{
                        "AnEmptyName", "42", "2", ":page", {{"unknown", 3}, {"page", 4}}},
                    ActivationCase{"ForAnotherProcess", "41", "1", "page", {}},
                    ActivationCase{"ForNobody", nullptr, "1", "page", {}},
                    ActivationCase{"NoNumber", "42", "one", "page", {}},
                    ActivationCase{"ANumberAndMore", "42", "1x", "page", {}},
                    ActivationCase{"Negative", "42", "-1", "page", {}},
                    ActivationCase{"TooMany", "42", "99999", "page", {}},
                    ActivationCase{"BeyondNumbers", "42", "99999999999999", "page", {}}),
    [](const auto& test) { return test.param.name; });

TEST(ActivatedSocketsTest, EachIsTakenOnce) {
  ActivatedSockets sockets({{"page", 3}, {"control", 4}, {"page", 5}});
  EXPECT_EQ(sockets.take("control"), 4);
  EXPECT_EQ(sockets.take("control"), std::nullopt);
  EXPECT_EQ(sockets.take("page"), 3);
  EXPECT_EQ(sockets.take("page"), 5);
  EXPECT_EQ(sockets.take("page"), std::nullopt);
}

TEST(ActivatedSocketsTest, TheEnvironmentIsTakenAway) {
  ::setenv("LISTEN_PID", "1", 1);
  ::setenv("LISTEN_FDS", "1", 1);
  EXPECT_EQ(ActivatedSockets::from_environment().take("unknown"), std::nullopt);
  EXPECT_EQ(::getenv("LISTEN_FDS"), nullptr);
}

}  // namespace
}  // namespace figured::daemon
