#include "storage/facts/key_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

namespace figured::storage {
namespace {

using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

class KeyTableTest : public testing::Test {
 protected:
  void put(claims::FactKey key, std::uint32_t fact, std::uint32_t claim) {
    table_.put(key, {claim, fact});
  }
  // The last claim by fact.
  std::map<std::uint32_t, std::uint32_t> found(claims::FactKey key) const {
    std::vector<SpokenFact> spoken;
    table_.find(key, spoken);
    std::map<std::uint32_t, std::uint32_t> facts;
    for (const SpokenFact& one : spoken) EXPECT_TRUE(facts.emplace(one.fact, one.claim).second);
    return facts;
  }

  KeyTable table_;
};

TEST_F(KeyTableTest, AnEmptyTableHoldsNothing) {
  EXPECT_THAT(found(0), IsEmpty());
  EXPECT_THAT(found(0xFFFF'FFFF'FFFF'FFFF), IsEmpty());
}

TEST_F(KeyTableTest, AKeyHasManyFactsAndAFactManyKeys) {
  put(1, 10, 100);
  put(1, 11, 101);
  put(2, 10, 102);
  EXPECT_THAT(found(1), UnorderedElementsAre(Pair(10, 100), Pair(11, 101)));
  EXPECT_THAT(found(2), UnorderedElementsAre(Pair(10, 102)));
  EXPECT_THAT(found(3), IsEmpty());
}

TEST_F(KeyTableTest, TheLastClaimOfAFactCounts) {
  put(1, 10, 100);
  put(1, 10, 107);
  EXPECT_THAT(found(1), UnorderedElementsAre(Pair(10, 107)));
}

TEST_F(KeyTableTest, KeysAreToldApartByBothEnds) {
  const claims::FactKey high = claims::FactKey{1} << 54;
  put(5, 10, 100);
  put(high + 5, 11, 101);
  put(6, 12, 102);
  EXPECT_THAT(found(5), UnorderedElementsAre(Pair(10, 100)));
  EXPECT_THAT(found(high + 5), UnorderedElementsAre(Pair(11, 101)));
}

TEST_F(KeyTableTest, FactsSpokenOfLongestAgoAreForgotten) {
  const auto most = static_cast<std::uint32_t>(KeyTable::kMaxFacts);
  for (std::uint32_t i = 1; i <= most; ++i) put(1, i, i);
  put(1, 1, most + 1);  // the first is spoken of again
  put(1, most + 1, most + 2);
  const auto facts = found(1);
  EXPECT_EQ(facts.size(), KeyTable::kMaxFacts);
  EXPECT_TRUE(facts.contains(1));
  EXPECT_FALSE(facts.contains(2));
  EXPECT_TRUE(facts.contains(most + 1));
}

// Beside a plain map, through many growths, with keys that stand side by side.
TEST_F(KeyTableTest, HoldsWhatAMapHolds) {
  std::mt19937_64 random(3);
  std::map<claims::FactKey, std::map<std::uint32_t, std::uint32_t>> expected;
  for (std::uint32_t claim = 1; claim <= 15'000; ++claim) {
    const claims::FactKey key = (random() % 4 << 54) | random() % 2'500;
    const auto fact = static_cast<std::uint32_t>(1 + random() % 30);
    put(key, fact, claim);
    expected[key][fact] = claim;
  }
  for (const auto& [key, facts] : expected) ASSERT_EQ(found(key), facts) << key;
}

}  // namespace
}  // namespace figured::storage
