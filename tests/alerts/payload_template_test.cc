#include "alerts/payload_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <stdexcept>

#include "tests/alerts/sample_alert.h"

namespace figured::alerts {
namespace {

constexpr char kJson[] = "application/json";

std::string filled(const std::string& text, const std::string& type, const std::string& stranger) {
  return PayloadTemplate::parse(text, type).fill(message_of(sample_alert(stranger)));
}

TEST(PayloadTemplateTest, TextsStayTextsInJson) {
  const std::string hostile = "\"}, {\"x\":\"\\ \n<!channel>";
  const auto body =
      boost::json::parse(filled(R"({"a":"{{ figure }} or {{other_figure}}"})", kJson, hostile));
  EXPECT_EQ(body.at("a").as_string(), "61" + hostile + " or 138" + hostile);
  EXPECT_EQ(body.as_object().size(), 1u);
}

TEST(PayloadTemplateTest, NumbersAndTheBodyStandOutsideOfQuotes) {
  const auto body = boost::json::parse(filled(R"({"s":{{severity}},"b":{{body}}})", kJson, ""));
  EXPECT_EQ(body.at("s"), 0.8);
  EXPECT_EQ(body.at("b").at("type"), "figure.contradiction");
}

TEST(PayloadTemplateTest, FormsArePercentEncoded) {
  EXPECT_EQ(filled("v={{figure}}&u={{outlet}}", "application/x-www-form-urlencoded", "&=\n"),
            "v=61%26%3D%0A&u=Agency%26%3D%0A");
}

TEST(PayloadTemplateTest, PlainTextIsAsItIs) {
  EXPECT_EQ(filled("{{outlet}} says {{figure}}", "text/plain", ""), "Agency says 61");
}

TEST(PayloadTemplateTest, EveryPlaceholderCanBeFilled) {
  for (const std::string_view name : PayloadTemplate::placeholders())
    EXPECT_NE(filled("{{" + std::string(name) + "}}", "text/plain", ""), "") << name;
}

struct WrongCase {
  std::string text, error;
};
class WrongTemplateTest : public testing::TestWithParam<WrongCase> {};

TEST_P(WrongTemplateTest, IsRefusedWhenItIsRead) {
  try {
    PayloadTemplate::parse(GetParam().text, kJson);
    FAIL() << "was taken";
  } catch (const std::invalid_argument& refused) {
    EXPECT_THAT(refused.what(), testing::HasSubstr(GetParam().error));
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongTemplateTest,
    testing::Values(WrongCase{R"({"a":"{{figures}}"})", "there is no {{figures}}; there are id,"},
                    WrongCase{R"({"a":"{{figure"})", "a {{ is not closed by }}"},
                    WrongCase{R"({"a":{{figure}}})", "filled in, it is no JSON"},
                    WrongCase{R"({"a":"{{body}}"})", "filled in, it is no JSON"},
                    WrongCase{R"({"a":"{{figure}}",})", "filled in, it is no JSON"},
                    WrongCase{"", "filled in, it is no JSON"}));

}  // namespace
}  // namespace figured::alerts
