#include "storage/packing/context_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/extractor.h"
#include "storage/packing/byte_coding.h"

namespace figured::storage {
namespace {

using claims::ContextWord;

std::string written(const std::vector<ContextWord>& context, std::string_view field,
                    claims::Span figure) {
  ByteWriter out;
  put_context(out, context, field, figure);
  return out.bytes();
}

std::vector<ContextWord> read(const std::string& bytes, std::string_view field,
                              claims::Span figure) {
  ByteReader in(bytes);
  auto context = take_context(in, field, figure);
  EXPECT_TRUE(in.at_end());
  return context;
}

struct TextCase {
  std::string name;
  std::string text;
};

class ContextOfTextTest : public testing::TestWithParam<TextCase> {};

// What the extractor finds comes back, mostly as bits.
TEST_P(ContextOfTextTest, ComesBackFromTheText) {
  const std::string& text = GetParam().text;
  const auto reading = claims::Extractor().read({"", text, "The Example", {}});
  ASSERT_FALSE(reading.claims.empty());
  for (const claims::Claim& claim : reading.claims) {
    const std::string bytes = written(claim.context, text, claim.figure.span);
    EXPECT_EQ(read(bytes, text, claim.figure.span), claim.context);
    EXPECT_LE(bytes.size(), 3 + 8 + 2 * claim.context.size()) << claim.quote;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ContextOfTextTest,
    testing::Values(
        TextCase{"Plain", "The flood in Lowport killed 31 people and injured 61 children."},
        TextCase{"Signs", "“We buried 12 men”, the mayor’s aide said – “in Høydal’s old yard.”"},
        TextCase{"Hyphens", "A 32-year-old well-known miner was among 40 trapped co-workers."},
        TextCase{"Numbers", "On 3 May 2026 some 1,200 of 4,500 houses in Zone B4 had no roof."},
        TextCase{"Sentences", "Nobody came. Police held 14 men for 2 days. The town was quiet."}),
    [](const auto& test) { return test.param.name; });

TEST(ContextCode, WordsThatTheTextDoesNotHoldComeBackToo) {
  const std::string text = "The flood killed 31 people.";
  const std::vector<ContextWord> context = {{7, 24}, {0xFFFF'FFFF, 0}};
  EXPECT_EQ(read(written(context, text, {17, 19}), text, {17, 19}), context);
  EXPECT_EQ(read(written(context, "", {300, 12}), "", {300, 12}), context);
  EXPECT_EQ(written({}, text, {17, 19}).size(), 3u);
}

TEST(ContextCode, AnotherTextIsFound) {
  const std::string text = "The flood killed 31 people of the valley.";
  const auto reading = claims::Extractor().read({"", text, "The Example", {}});
  const std::string bytes = written(reading.claims.at(0).context, text, {17, 19});
  ByteReader in(bytes);
  EXPECT_THROW(take_context(in, "31", {0, 2}), BadBytes);
}

}  // namespace
}  // namespace figured::storage
