#include "web/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/claim_shapes.h"

namespace figured::web {
namespace {
using testing::ElementsAre;

TEST(QueryTest, IsDecoded) {
  const Query query("a=x+y&b=%C3%A9%2&c=&a=second&d");
  EXPECT_EQ(query.get("a"), "x y");
  EXPECT_EQ(query.get("b"), "é%2");
  EXPECT_EQ(query.get("c"), std::nullopt);
  EXPECT_EQ(query.get("d"), std::nullopt);
}

TEST(ParametersTest, WrongOnesAreRefusedByName) {
  for (const char* text : {"limit=0", "limit=201", "limit=x", "limit=1x"})
    EXPECT_THROW(limit_of(Query(text)), BadRequest) << text;
  EXPECT_EQ(limit_of(Query("limit=7")), 7u);
  EXPECT_EQ(limit_of(Query("")), 50u);
  EXPECT_THROW(share_of(Query("severity=1.1"), "severity"), BadRequest);
  EXPECT_THROW(share_of(Query("severity=nan"), "severity"), BadRequest);
}

TEST(ParametersTest, ACursorIsReadAsItWasMade) {
  EXPECT_THAT(*cursor_of(Query("cursor=" + make_cursor({-5, 7})), 2), ElementsAre(-5, 7));
  for (const char* text : {"cursor=5", "cursor=5.6.7", "cursor=5.x", "cursor=."})
    EXPECT_THROW(cursor_of(Query(text), 2), BadRequest) << text;
}

TEST(ParametersTest, WordsOfAQuery) {
  EXPECT_THAT(words_of("  Dead, in  Löwport* (quake)"),
              ElementsAre("dead", "in", "löwport*", "quake"));
}

TEST(ClaimShapesTest, OffsetsCountWhatAScriptCounts) {
  EXPECT_EQ(utf16_length("a"), 1u);
  EXPECT_EQ(utf16_length("é"), 1u);
  EXPECT_EQ(utf16_length("€"), 1u);
  EXPECT_EQ(utf16_length("😀"), 2u);
}

TEST(ClaimShapesTest, OnlyTheWebIsLinkedTo) {
  EXPECT_TRUE(is_web_link("https://a.example"));
  EXPECT_FALSE(is_web_link("javascript:alert(1)"));
  EXPECT_FALSE(is_web_link("data:text/html,x"));
  EXPECT_FALSE(is_web_link(""));
}

}  // namespace
}  // namespace figured::web
