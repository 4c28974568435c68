#include "storage/names/name_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "storage/packing/byte_coding.h"

namespace figured::storage {
namespace {

using testing::ElementsAreArray;
using testing::IsEmpty;

using Names = std::vector<NumberedName>;

constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();

struct PackCase {
  const char* name;
  std::int64_t first;
  Names names;
};

class PackTest : public testing::TestWithParam<PackCase> {};

TEST_P(PackTest, ComesBack) {
  const auto& [name, first, names] = GetParam();
  EXPECT_THAT(unpack_names(first, pack_names(first, names)), ElementsAreArray(names));
}

INSTANTIATE_TEST_SUITE_P(Cases, PackTest,
                         testing::Values(PackCase{"None", 7, {}},
                                         PackCase{"AtTheFirst", 7, {{7, 1}}},
                                         PackCase{"OfNobody", 0, {{9, 0}, {9, 4}}},
                                         PackCase{"FarApart", 0, {{0, 1}, {kHighest, 1LL << 40}}}),
                         [](const auto& tried) { return tried.param.name; });

TEST(NameRowsTest, EveryDamagedByteIsTold) {
  const std::string sound = pack_names(3, Names{{5, 1}, {1'000, 70'000}, {kHighest, 2}});
  for (std::size_t at = 0; at < sound.size(); ++at) {
    std::string damaged = sound;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    EXPECT_THROW(unpack_names(3, damaged), BadBytes) << at;
    EXPECT_THROW(unpack_names(3, sound.substr(0, at)), BadBytes) << at;
  }
}

struct MergeCase {
  const char* name;
  Names before;
  Names more;
  Names after;
};

class MergeTest : public testing::TestWithParam<MergeCase> {};

TEST_P(MergeTest, EachStandsOnceInOrder) {
  Names names = GetParam().before;
  merge_names(names, GetParam().more);
  EXPECT_THAT(names, ElementsAreArray(GetParam().after));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, MergeTest,
    testing::Values(MergeCase{"IntoNone", {}, {{1, 1}, {2, 1}}, {{1, 1}, {2, 1}}},
                    MergeCase{"Between", {{1, 1}, {5, 1}}, {{3, 2}}, {{1, 1}, {3, 2}, {5, 1}}},
                    MergeCase{"OnceMore", {{1, 1}, {5, 1}}, {{1, 1}, {5, 1}}, {{1, 1}, {5, 1}}},
                    MergeCase{"OfAnotherArticle", {{1, 4}}, {{1, 3}}, {{1, 3}, {1, 4}}},
                    MergeCase{
                        "TheOldestOfNineIsToldNoMore",
                        {{1, 1}, {1, 2}, {1, 3}, {1, 4}, {1, 5}, {1, 6}, {1, 7}, {1, 8}, {2, 1}},
                        {{1, 9}},
                        {{1, 0}, {1, 3}, {1, 4}, {1, 5}, {1, 6}, {1, 7}, {1, 8}, {1, 9}, {2, 1}}},
                    MergeCase{"AndSoOn",
                              {{1, 0}, {1, 3}, {1, 4}, {1, 5}, {1, 6}, {1, 7}, {1, 8}, {1, 9}},
                              {{1, 2}, {1, 10}},
                              {{1, 0}, {1, 4}, {1, 5}, {1, 6}, {1, 7}, {1, 8}, {1, 9}, {1, 10}}}),
    [](const auto& tried) { return tried.param.name; });

TEST(NameRowsTest, PartsAreOfOneSizeAndKeepANameTogether) {
  Names names;
  for (std::int64_t number = 1; number <= 10; ++number) names.push_back({number, 1});
  EXPECT_THAT(part_names({}, 4), IsEmpty());
  ASSERT_EQ(part_names(names, 10).size(), 1U);
  const auto parts = part_names(names, 4);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].size(), 3U);
  EXPECT_EQ(parts[1].size(), 3U);
  EXPECT_EQ(parts[2].size(), 4U);
  const Names same(10, {7, 1});
  ASSERT_EQ(part_names(same, 4).size(), 1U);
  EXPECT_EQ(part_names(same, 4)[0].size(), 10U);
}

}  // namespace
}  // namespace figured::storage
