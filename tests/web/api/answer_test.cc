#include "web/answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/content_decoder.h"

namespace figured::web {
namespace {

struct AcceptCase {
  std::string header;
  bool takes;
};

TEST(AnswerTest, GzipIsSentToWhoTakesIt) {
  for (const auto& [header, takes] : std::vector<AcceptCase>{{"gzip", true},
                                                             {"br, gzip;q=0.8", true},
                                                             {"*", true},
                                                             {"", false},
                                                             {"br", false},
                                                             {"gzip;q=0", false},
                                                             {"gzip;q=0.0", false},
                                                             {"gzip;q=0.01", true}})
    EXPECT_EQ(takes_gzip(header), takes) << header;
}

TEST(AnswerTest, TagsAreComparedWeakly) {
  EXPECT_TRUE(names_tag("\"a\", W/\"b\"", "\"b\""));
  EXPECT_TRUE(names_tag("*", "\"b\""));
  EXPECT_FALSE(names_tag("\"a\"", "\"b\""));
  EXPECT_FALSE(names_tag("", "\"b\""));
}

TEST(AnswerTest, WhatIsPackedIsWhatWasSaid) {
  const std::string text(5'000, 'x');
  EXPECT_EQ(*net::decode_content(gzip(text), "gzip"), text);
}

std::string header(const Answer& answer, const std::string& name) {
  for (const auto& one : answer.headers)
    if (one.name == name) return one.value;
  return "";
}

TEST(AnswerTest, OneThatTheClientHasIsNotSentAgain) {
  const Answer whole{200, {{"Content-Type", "application/json"}}, "{}"};
  const Answer first = finish_answer({"GET", "/", {}, ""}, whole, false);
  EXPECT_EQ(first.status, 200);
  const Answer second =
      finish_answer({"GET", "/", {{"If-None-Match", header(first, "ETag")}}, ""}, whole, false);
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.body, "");
}

TEST(AnswerTest, EveryAnswerKeepsTheBrowserFromMore) {
  const Answer answer = finish_answer({"GET", "/", {}, ""}, problem(404, "None."), true);
  EXPECT_THAT(header(answer, "Content-Security-Policy"),
              testing::AllOf(testing::HasSubstr("default-src 'none'"),
                             testing::HasSubstr("script-src 'self'"),
                             testing::Not(testing::HasSubstr("unsafe"))));
  EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(header(answer, "X-Frame-Options"), "DENY");
  EXPECT_EQ(header(answer, "Referrer-Policy"), "no-referrer");
  EXPECT_NE(header(answer, "Strict-Transport-Security"), "");
}

}  // namespace
}  // namespace figured::web
