#include "storage/packing/claim_pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "claims/extractor.h"
#include "tests/storage/samples.h"

namespace figured::storage {
namespace {

constexpr char kTitle[] = "Flood in Lowport kills 31";
constexpr char kText[] =
    "The flood in Lowport killed 31 people and injured 61 children, mayor Ada Brook said.\n"
    "About 1,200 houses were destroyed, and damage was put at $6.5 million.\n"
    "At least 40 percent of the harvest of Høydal is lost, the ministry of farming said.";

class ClaimPackTest : public testing::Test {
 protected:
  ClaimSource source() const { return {kTitle, kText, at(0)}; }

  // The claims that stand in the text, with ids from 5 on.
  static std::vector<PackedClaim> claims_of_text() {
    std::vector<PackedClaim> list;
    for (claims::Claim& claim :
         claims::Extractor().read({kTitle, kText, "The Example", at(-600)}).claims) {
      claim.restated.reset();
      claim.restated_agrees = true;
      const auto id = 5 + static_cast<std::int64_t>(list.size());
      list.push_back({id, id, std::move(claim), std::nullopt});
    }
    return list;
  }
  std::string packed(const std::vector<PackedClaim>& list, bool alone = false) const {
    ClaimPacker packer(source(), alone ? PackForm::kStandsAlone : PackForm::kOfText);
    for (const PackedClaim& one : list)
      packer.add(one.id, one.fact_id, one.claim, one.keys ? &*one.keys : nullptr);
    return packer.bytes();
  }
  static std::vector<std::string> words(const std::vector<PackedClaim>& list) {
    std::vector<std::string> words;
    for (const PackedClaim& one : list) {
      claims::SourcedClaim sourced;
      sourced.id = one.id;
      sourced.fact_id = one.fact_id;
      sourced.claim = one.claim;
      words.push_back(describe(sourced));
    }
    return words;
  }
};

TEST_F(ClaimPackTest, ClaimsOfATextComeBack) {
  const auto list = claims_of_text();
  ASSERT_GE(list.size(), 5u);
  EXPECT_EQ(words(unpack_claims(packed(list), 5, source())), words(list));
}

TEST_F(ClaimPackTest, ContextIsReadOfThoseOfWhichItIsWanted) {
  const auto list = claims_of_text();
  const auto have_context = [&](Unpack wanted) {
    std::vector<std::int64_t> ids;
    for (const PackedClaim& claim : unpack_claims(packed(list), 5, source(), wanted))
      if (!claim.claim.context.empty()) ids.push_back(claim.id);
    return ids;
  };
  EXPECT_EQ(have_context({}).size(), list.size());
  EXPECT_THAT(have_context(Unpack::only(7)), testing::ElementsAre(7));
  EXPECT_THAT(have_context(Unpack::without_context()), testing::IsEmpty());
}

TEST_F(ClaimPackTest, EachClaimCanBeHadAlone) {
  const auto list = claims_of_text();
  const auto all = unpack_claims(packed(list), 5, source());
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto id = 5 + static_cast<std::int64_t>(i);
    const auto one = unpack_claims(packed(list), 5, source(), Unpack::only(id));
    ASSERT_EQ(one.size(), list.size());
    EXPECT_EQ(words(one)[i], words(list)[i]);
    const auto kinds = [](const PackedClaim& packed) {
      std::vector<std::uint64_t> found;
      for (const claims::Companion& companion : packed.claim.companions)
        found.push_back(companion.kind);
      return found;
    };
    EXPECT_EQ(kinds(one[i]), kinds(all[i]));
    for (const PackedClaim& other : one) {
      EXPECT_EQ(other.claim.quote.empty(), other.id != id);
    }
  }
}

// They are not stored, and found again among the claims of the pack.
TEST_F(ClaimPackTest, FiguresStandBesideTheSameOnesAgain) {
  const auto list = claims_of_text();
  const auto again = unpack_claims(packed(list), 5, source());
  ASSERT_EQ(again.size(), list.size());
  std::size_t beside = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    EXPECT_EQ(again[i].claim.companions.size(), list[i].claim.companions.size());
    beside += list[i].claim.companions.size();
  }
  EXPECT_GT(beside, 0u);
}

TEST_F(ClaimPackTest, AClaimTakesFewBytesBesideItsText) {
  const auto list = claims_of_text();
  EXPECT_LE(packed(list).size() / list.size(), 80u);
}

TEST_F(ClaimPackTest, WhatIsMadeReadyNeedsNotKnowWhenItIsSeen) {
  const auto list = claims_of_text();
  ClaimPacker packer({kTitle, kText, at(-3'600)}, PackForm::kReady);
  for (const PackedClaim& one : list) packer.add(0, 0, one.claim, nullptr);
  EXPECT_EQ(words(unpack_claims(packer.bytes(), 5, source())), words(list));
  EXPECT_EQ(words(unpack_claims(packer.bytes(), 5, {kTitle, kText, at(90'000)})), words(list));
}

struct FactsCase {
  std::string name;
  std::vector<std::int64_t> facts;  // of claims 5, 6 ...
};

class PackedFactsTest : public testing::TestWithParam<FactsCase> {};

TEST_P(PackedFactsTest, StandBesideThePack) {
  std::vector<PackedClaim> list;
  for (std::size_t i = 0; i < GetParam().facts.size(); ++i) {
    const auto id = 5 + static_cast<std::int64_t>(i);
    list.push_back({id, id, {}, std::nullopt});
  }
  unpack_facts(pack_facts(5, GetParam().facts), list);
  std::vector<std::int64_t> facts;
  for (const PackedClaim& one : list) facts.push_back(one.fact_id);
  EXPECT_EQ(facts, GetParam().facts);
}

INSTANTIATE_TEST_SUITE_P(Cases, PackedFactsTest,
                         testing::Values(FactsCase{"OfTheirOwn", {5, 6, 7}},
                                         FactsCase{"OfEarlierOnes", {5, 1, 5}},
                                         FactsCase{"OfALaterOne", {5, 3'000'000'000}}),
                         [](const auto& test) { return test.param.name; });

TEST(PackedFacts, TakeNothingWhereEachIsOfItsOwn) {
  EXPECT_EQ(pack_facts(5, {5, 6, 7}), "");
  EXPECT_NE(pack_facts(5, {5, 5}), "");
}

TEST(PackedFacts, DamageIsFound) {
  std::vector<PackedClaim> two(2);
  EXPECT_THROW(unpack_facts("\x02", two), BadBytes);
  EXPECT_THROW(unpack_facts("\x02\x02\x02", two), BadBytes);
}

TEST_F(ClaimPackTest, WhatStandsAloneNeedsNoText) {
  const auto list = claims_of_text();
  const std::string bytes = packed(list, true);
  EXPECT_GT(bytes.size(), packed(list).size());
  EXPECT_EQ(words(unpack_claims(bytes, 5, {"", "", at(0)})), words(list));
  EXPECT_EQ(words(unpack_claims(bytes, 5, {"Another", "text", at(0)})), words(list));
}

struct OddCase {
  std::string name;
  std::function<void(PackedClaim&)> change;
};

class OddClaimTest : public ClaimPackTest, public testing::WithParamInterface<OddCase> {};

TEST_P(OddClaimTest, ComesBack) {
  PackedClaim odd{9, 9, claim_in({}, article("guid:1")).claim, std::nullopt};
  GetParam().change(odd);
  const auto read = unpack_claims(packed({odd, odd}), 9, source());
  EXPECT_EQ(words(read).front(), words({odd}).front());
  EXPECT_EQ(read.at(0).keys, odd.keys);
  EXPECT_EQ(read.size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, OddClaimTest,
    testing::Values(
        OddCase{"AsItIs", [](PackedClaim&) {}},
        OddCase{"Nothing", [](PackedClaim& odd) { odd.claim = {}; }},
        OddCase{"OfAnEarlierFact", [](PackedClaim& odd) { odd.fact_id = 3; }},
        OddCase{"OfALaterFact", [](PackedClaim& odd) { odd.fact_id = 3'000'000'000; }},
        OddCase{"OwnKeys",
                [](PackedClaim& odd) {
                  odd.keys = {{1, 0xFFFF'FFFF'FFFF'FFFF}};
                }},
        OddCase{"NoKeys", [](PackedClaim& odd) { odd.keys.emplace(); }},
        OddCase{"SpanBehindTheText",
                [](PackedClaim& odd) {
                  odd.claim.span = {4'000, 4'010};
                }},
        OddCase{"SpanTurnedRound",
                [](PackedClaim& odd) {
                  odd.claim.span = {90, 12};
                  odd.claim.figure.span = {4'000'000'000, 0};
                }},
        OddCase{"NoFigure",
                [](PackedClaim& odd) {
                  odd.claim.figure.low.reset();
                  odd.claim.figure.high.reset();
                }},
        OddCase{"HighAlone",
                [](PackedClaim& odd) {
                  odd.claim.figure.low.reset();
                  odd.claim.figure.high = -0.0;
                }},
        OddCase{"EndlessRival",
                [](PackedClaim& odd) {
                  odd.claim.rivals = {{{-std::numeric_limits<double>::infinity(), 7}, false}};
                }},
        OddCase{"LongAgo",
                [](PackedClaim& odd) { odd.claim.as_of = Seconds(std::chrono::seconds(-1)); }},
        OddCase{"ScopeOfManyLines",
                [](PackedClaim& odd) {
                  odd.claim.scope = {"", "a\nb", "part"};
                }}),
    [](const auto& test) { return test.param.name; });

TEST_F(ClaimPackTest, DamageIsFound) {
  const std::string bytes = packed(claims_of_text());
  EXPECT_THROW(unpack_claims("", 5, source()), BadBytes);
  EXPECT_THROW(unpack_claims("\x07", 5, source()), BadBytes);
  EXPECT_THROW(unpack_claims(std::string_view(bytes).substr(0, bytes.size() - 1), 5, source()),
               BadBytes);
  EXPECT_THROW(unpack_claims(bytes, 5, {"", "Too short.", at(0)}), BadBytes);
  // Any byte: what is read may be wrong, but nothing beyond the bytes is.
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    try {
      unpack_claims(damaged, 5, source());
    } catch (const BadBytes&) {
    }
  }
}

}  // namespace
}  // namespace figured::storage
