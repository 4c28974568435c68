#include "daemon/service/control_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::daemon {
namespace {

TEST(ControlMessageTest, RequestsAreReadAsTheyWereWritten) {
  for (const ControlRequest& request :
       {ControlRequest{}, ControlRequest{ControlVerb::kReload, "/var/lib/figured/a.db", true, ""},
        ControlRequest{ControlVerb::kDiff, "", false, "/tmp/\"a\"\n.toml"},
        ControlRequest{ControlVerb::kWake, "/ä", false, ""}}) {
    const std::string line = format_control_request(request);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_EQ(parse_control_request(line), request) << line;
  }
}

TEST(ControlMessageTest, AnswersAreReadAsTheyWereWritten) {
  const ControlAnswer refused{false, "a.toml:1:1: a\na.toml:2:1: b", {}};
  const ControlAnswer changed{
      true,
      "polling 2 feeds",
      {{"poll.interval", "\"5m\"", "", false}, {"store.path", "", "1", true}}};
  for (const ControlAnswer& answer : {refused, changed})
    EXPECT_EQ(parse_control_answer(format_control_answer(answer)), answer);
}

TEST(ControlMessageTest, WhatIsNoRequestIsRefused) {
  for (const std::string& line :
       {std::string(), std::string("reload"), std::string("[]"), std::string("{}"),
        std::string(R"({"ask":"explode"})"), std::string(R"({"ask":7})"),
        std::string(R"({"ask":"reload")"), std::string(R"({"ask":"reload"} x)"),
        std::string("{\"ask\":\"\xff\"}"), std::string(2'000'000, '['), std::string(500, '[')})
    EXPECT_EQ(parse_control_request(line), std::nullopt) << line.substr(0, 40);
}

TEST(ControlMessageTest, KeysOfANewerOneArePassedOver) {
  EXPECT_EQ(parse_control_request(R"({"ask":"reload","wait":1,"why":{"a":[1]}})"),
            (ControlRequest{ControlVerb::kReload, "", false, ""}));
  EXPECT_EQ(parse_control_answer(R"({"ok":true,"more":[]})"), (ControlAnswer{true, "", {}}));
}

TEST(ControlMessageTest, WhatIsNoAnswerIsRefused) {
  for (const char* line : {"", "{}", "7", R"({"ok":true,"changes":[7]})"})
    EXPECT_EQ(parse_control_answer(line), std::nullopt) << line;
}

}  // namespace
}  // namespace figured::daemon
