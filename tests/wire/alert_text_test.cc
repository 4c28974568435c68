#include "wire/alert_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

namespace figured::wire {
namespace {
namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kAlert = R"({
  "type": "figure.contradiction", "id": "alr_1",
  "data": {
    "severity": 0.5, "summary": "people killed, Zerafan: 42 against 31",
    "fact": {"label": "people killed, Zerafan"},
    "claim": {"quote": "killed 42 people", "figure": {"surface": "42"}, "outlet": "Post",
              "speaker": "the governor", "url": "http://a.example/1"},
    "against": [{"claim": {"quote": "the toll stood at 31", "figure": {"surface": "31"},
                           "outlet": "Herald", "speaker": null},
                 "verdict": {"why": "the ranges 42 and 31 do not meet"}}]}})";

std::string format(const std::string& text, bool colours = false) {
  return format_alert(json::parse(text).as_object(), colours);
}

TEST(AlertTextTest, ShowsBothSidesWithTheirSources) {
  EXPECT_EQ(format(kAlert),
            "figure.contradiction · severity 0.5 · alr_1\n"
            "  people killed, Zerafan: 42 against 31\n"
            "  42  “killed 42 people”\n"
            "    Post · the governor\n"
            "    http://a.example/1\n"
            "  31  “the toll stood at 31”\n"
            "    Herald\n"
            "    the ranges 42 and 31 do not meet\n");
}

TEST(AlertTextTest, WithoutASummaryTheFactIsNamed) {
  EXPECT_THAT(format(R"({"type": "x", "data": {"fact": {"label": "people killed"}}})"),
              HasSubstr("  people killed\n"));
}

TEST(AlertTextTest, ColoursOnlyWhenAsked) {
  EXPECT_THAT(format(kAlert), Not(HasSubstr("\x1b")));
  EXPECT_THAT(format(kAlert, true), HasSubstr("\x1b[1;31mfigure.contradiction\x1b[0m"));
}

TEST(AlertTextTest, EscapeSequencesOfTheSenderAreTakenOut) {
  const std::string text = format(R"({"type": "x", "data": {"summary": "a\u001b[2Jb\u009bc\nd"}})");
  EXPECT_THAT(text, HasSubstr("a [2Jb"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, Not(HasSubstr("\xc2\x9b")));
  EXPECT_THAT(text, Not(HasSubstr("\nd")));
}

TEST(AlertTextTest, WhatIsMissingOrOfAnotherKindIsLeftOut) {
  EXPECT_EQ(format(R"({"type": 7, "data": {"severity": "high", "claim": [], "against": 3}})"),
            "\n");
}

}  // namespace
}  // namespace figured::wire
