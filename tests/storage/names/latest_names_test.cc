#include "storage/names/latest_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::int64_t key(std::uint64_t hash) { return name_number({NameKind::kKey, 1, hash}); }

class LatestNamesTest : public testing::Test {
 protected:
  std::vector<std::int64_t> find(std::int64_t number) const {
    std::vector<std::int64_t> found;
    names_.find(number, found);
    return found;
  }

  LatestNames names_;
};

TEST_F(LatestNamesTest, AnEmptyOneHoldsNothing) {
  EXPECT_THAT(find(key(1)), IsEmpty());
  EXPECT_FALSE(names_.remove({key(1), 1}));
  EXPECT_THAT(names_.sorted(), IsEmpty());
}

TEST_F(LatestNamesTest, ANameMayHaveSeveralArticles) {
  names_.put({key(1), 5});
  names_.put({key(1), 7});
  names_.put({key(2), 5});
  EXPECT_THAT(find(key(1)), UnorderedElementsAre(5, 7));
  EXPECT_THAT(find(name_number({NameKind::kAlias, 1, 1})), IsEmpty());
  EXPECT_THAT(find(name_number({NameKind::kKey, 2, 1})), IsEmpty());
}

TEST_F(LatestNamesTest, WhatIsRemovedIsGoneAndHidesNothing) {
  names_.put({key(1), 5});
  names_.put({key(1), 7});
  EXPECT_TRUE(names_.remove({key(1), 5}));
  EXPECT_FALSE(names_.remove({key(1), 5}));
  EXPECT_THAT(find(key(1)), ElementsAre(7));
  EXPECT_EQ(names_.size(), 1U);
}

TEST_F(LatestNamesTest, ManyAreFoundAndTheOlderOnesLeave) {
  constexpr std::int64_t kMany = 20'000;
  for (std::int64_t id = 1; id <= kMany; ++id)
    names_.put({key(static_cast<std::uint64_t>(id) << 40), id});
  for (std::int64_t id = 1; id <= kMany; ++id)
    ASSERT_THAT(find(key(static_cast<std::uint64_t>(id) << 40)), ElementsAre(id));
  names_.remove_up_to(kMany - 1);
  EXPECT_EQ(names_.size(), 1U);
  EXPECT_THAT(find(key(1U << 20)), IsEmpty());
  EXPECT_THAT(find(key(static_cast<std::uint64_t>(kMany) << 40)), ElementsAre(kMany));
}

TEST_F(LatestNamesTest, TheyComeInOrder) {
  const NumberedName first{3, 9}, second{4, 2}, third{4, 7};
  for (const NumberedName& named : {third, first, second}) names_.put(named);
  EXPECT_EQ(names_.sorted(), (std::vector{first, second, third}));
}

}  // namespace
}  // namespace figured::storage
