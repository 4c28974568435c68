#include "storage/names/name_filter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "storage/names/article_name.h"

namespace figured::storage {
namespace {

constexpr std::size_t kNames = 300'000;  // in several parts

std::uint64_t hash(std::size_t number) { return (number + 1) * 0x9e3779b97f4a7c15U; }

std::int64_t key(std::size_t number) { return name_number({NameKind::kKey, 1, hash(number)}); }

class NameFilterTest : public testing::Test {
 protected:
  void SetUp() override {
    for (std::size_t i = 0; i < kNames; ++i) filter_.add(key(i));
  }

  NameFilter filter_;
};

TEST_F(NameFilterTest, AnEmptyOneHoldsNothing) { EXPECT_FALSE(NameFilter().may_hold(key(0))); }

TEST_F(NameFilterTest, NoNameIsOverlooked) {
  for (std::size_t i = 0; i < kNames; ++i) ASSERT_TRUE(filter_.may_hold(key(i))) << i;
}

// As they come from the store's table.
TEST_F(NameFilterTest, NamesThatComeInOrderCrowdNoPartOfIt) {
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < kNames; ++i) numbers.push_back(key(i));
  std::ranges::sort(numbers);
  NameFilter filter;
  for (const std::int64_t number : numbers) filter.add(number);
  EXPECT_EQ(filter.size(), kNames);
  std::size_t mistaken = 0;
  for (std::size_t i = 0; i < kNames; ++i)
    if (filter.may_hold(key(kNames + i))) ++mistaken;
  EXPECT_LT(mistaken, kNames / 50);
}

struct StrangerCase {
  std::string name;
  std::int64_t (*make)(std::size_t number);
};

class StrangerTest : public NameFilterTest, public testing::WithParamInterface<StrangerCase> {};

TEST_P(StrangerTest, FewStrangersAreHeldForStored) {
  std::size_t mistaken = 0;
  for (std::size_t i = 0; i < kNames; ++i)
    if (filter_.may_hold(GetParam().make(i))) ++mistaken;
  EXPECT_LT(mistaken, kNames / 50);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, StrangerTest,
    testing::Values(StrangerCase{"OtherHashes", [](std::size_t i) { return key(kNames + i); }},
                    StrangerCase{"OtherFeeds",
                                 [](std::size_t i) {
                                   return name_number({NameKind::kKey, 2, hash(i)});
                                 }},
                    StrangerCase{"OtherKinds",
                                 [](std::size_t i) {
                                   return name_number({NameKind::kAlias, 1, hash(i)});
                                 }}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::storage
