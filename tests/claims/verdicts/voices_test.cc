#include "claims/verdicts/voices.h"

#include <gtest/gtest.h>

#include "tests/claims/made_claims.h"

namespace figured::claims {
namespace {

struct VoiceRow {
  std::string_view name;
  std::string a_outlet, a_origin, a_group;
  std::string b_outlet, b_origin, b_group;
  bool one;
};

SourcedClaim told_by(const std::string& outlet, const std::string& origin,
                     const std::string& group) {
  SourcedClaim claim = made_claim(outlet, "people.killed", "42");
  claim.claim.origin = origin;
  claim.group = group;
  claim.claim.context.clear();
  return claim;
}

class VoiceTest : public testing::TestWithParam<VoiceRow> {};

TEST_P(VoiceTest, TellsWhoIsOneWitness) {
  const VoiceRow& row = GetParam();
  const SourcedClaim a = told_by(row.a_outlet, row.a_origin, row.a_group);
  const SourcedClaim b = told_by(row.b_outlet, row.b_origin, row.b_group);
  EXPECT_EQ(one_voice(a, b), row.one);
  EXPECT_EQ(one_voice(b, a), row.one);
}

INSTANTIATE_TEST_SUITE_P(
    Sources, VoiceTest,
    testing::Values(
        VoiceRow{"TwoOutlets", "Coast Daily", "", "", "North Wire", "", "", false},
        VoiceRow{"OneOutlet", "Coast Daily", "", "", "Coast Daily", "", "", true},
        VoiceRow{"OneGroup", "Coast Daily", "", "Harbour", "Lind Post", "", "Harbour", true},
        VoiceRow{"OneOrigin", "Coast Daily", "Ministry", "", "North Wire", "ministry", "", true},
        VoiceRow{"TwoOrigins", "Coast Daily", "Ministry", "", "North Wire", "mayor", "", false},
        VoiceRow{"TwoOriginsOfOneOutlet", "Coast Daily", "Ministry", "", "Coast Daily", "mayor", "",
                 false},
        VoiceRow{"CitesTheOther", "Coast Daily", "North Wire", "", "North Wire", "", "", true}),
    [](const auto& test) { return std::string(test.param.name); });

// Stems first, first + 1 ...
std::vector<ContextWord> words_from(std::uint32_t first, std::uint32_t count) {
  std::vector<ContextWord> words;
  for (std::uint32_t i = 0; i < count; ++i) words.push_back({first + i, 3});
  return words;
}

TEST(Voices, ACopiedSentenceIsOneVoice) {
  SourcedClaim a = told_by("Coast Daily", "", ""), b = told_by("North Wire", "", "");
  a.claim.context = words_from(1, 20);
  b.claim.context = words_from(3, 20);
  EXPECT_TRUE(one_voice(a, b));
  b.claim.context = words_from(10, 20);
  EXPECT_FALSE(one_voice(a, b));
  a.claim.context = b.claim.context = words_from(1, 5);
  EXPECT_FALSE(one_voice(a, b));
}

TEST(Voices, AreCountedByWhatTiesThem) {
  const SourcedClaim a = told_by("Coast Daily", "Ministry", ""),
                     b = told_by("North Wire", "Ministry", ""), c = told_by("North Wire", "", ""),
                     d = told_by("Lind Post", "", "");
  EXPECT_EQ(count_voices({}), 0U);
  EXPECT_EQ(count_voices({&a, &b, &c, &d}), 2U);
  EXPECT_EQ(count_voices({&a, &d}), 2U);
}

}  // namespace
}  // namespace figured::claims
