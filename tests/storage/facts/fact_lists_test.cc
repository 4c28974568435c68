#include "storage/facts/fact_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

namespace figured::storage {
namespace {

using testing::UnorderedElementsAreArray;

// A list, and beside it what it should hold, the one spoken of last at the end.
struct Listed {
  FactLists::Place place = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;  // fact, claim
};

class FactListsTest : public testing::Test {
 protected:
  Listed make(std::uint32_t older, std::uint32_t newer) {
    Listed list;
    list.expected = {{older, ++claim_}, {newer, claim_ + 1}};
    list.place = lists_.make({claim_, older}, {claim_ + 1, newer});
    ++claim_;
    return list;
  }
  void speak(Listed& list, std::uint32_t fact) {
    ++claim_;
    const auto known = std::ranges::find(list.expected, fact, [](auto& one) { return one.first; });
    ASSERT_EQ(lists_.renew(list.place, {claim_, fact}), known != list.expected.end());
    if (known != list.expected.end()) {
      list.expected.erase(known);
    } else {
      list.place = lists_.add(list.place, {claim_, fact});
      if (list.expected.size() == FactLists::kMost) list.expected.erase(list.expected.begin());
    }
    list.expected.emplace_back(fact, claim_);
  }
  void expect_holds(const Listed& list) {
    std::vector<SpokenFact> found;
    lists_.find(list.place, found);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> facts;
    for (const SpokenFact& one : found) facts.emplace_back(one.fact, one.claim);
    EXPECT_THAT(facts, UnorderedElementsAreArray(list.expected));
    EXPECT_EQ(lists_.newest(list.place).fact, list.expected.back().first);
  }

  FactLists lists_;
  std::uint32_t claim_ = 0;
};

TEST_F(FactListsTest, TheOldestLeavesAFullList) {
  Listed list = make(1, 2);
  for (std::uint32_t fact = 3; fact <= 3 * FactLists::kMost; ++fact) {
    speak(list, fact);
    expect_holds(list);
  }
}

struct RenewCase {
  const char* name;
  std::uint32_t spoken;  // facts that come, from 1
  std::uint32_t again;   // the fact that is spoken of again
};

class RenewTest : public FactListsTest, public testing::WithParamInterface<RenewCase> {};

// What is spoken of again leaves last, wherever it stands.
TEST_P(RenewTest, StaysTheLongest) {
  Listed list = make(1, 2);
  for (std::uint32_t fact = 3; fact <= GetParam().spoken; ++fact) speak(list, fact);
  speak(list, GetParam().again);
  expect_holds(list);
  for (std::uint32_t fact = 1'000; fact < 999 + FactLists::kMost; ++fact) speak(list, fact);
  expect_holds(list);
  EXPECT_EQ(list.expected.front().first, GetParam().again);
}

INSTANTIATE_TEST_SUITE_P(
    , RenewTest,
    testing::Values(RenewCase{"TheFirstOfTwo", 2, 1}, RenewCase{"TheLastOfTwo", 2, 2},
                    RenewCase{"InASmallBlock", 7, 4}, RenewCase{"TheOldestOfAFullList", 64, 1},
                    RenewCase{"BehindTheSeam", 80, 70}, RenewCase{"BeforeTheSeam", 80, 30},
                    RenewCase{"TheLastBeforeTheSeam", 80, 64},
                    RenewCase{"TheNewestOfAFullList", 80, 80}),
    [](const auto& tried) { return tried.param.name; });

// Through many growths, whose blocks others take over.
TEST_F(FactListsTest, ManyListsStandSideBySide) {
  std::mt19937 random(5);
  const auto below = [&](std::size_t end) { return static_cast<std::uint32_t>(random() % end); };
  std::vector<Listed> lists;
  for (std::uint32_t i = 0; i < 9'000; ++i) lists.push_back(make(1, 2));
  for (std::uint32_t i = 0; i < 60'000; ++i) {
    // The lower the number, the longer the list.
    speak(lists[below(1 + below(200))], 1 + below(150));
    speak(lists[below(lists.size())], 1 + below(150));
  }
  for (const Listed& list : lists) expect_holds(list);
}

}  // namespace
}  // namespace figured::storage
