#include "claims/sameness/name_table.h"

#include <gtest/gtest.h>

#include <vector>

namespace figured::claims {
namespace {

using Names = std::vector<NameKey>;

struct Case {
  const char* what;
  Names own;
  Names others;
  std::size_t shared;
};

constexpr NameKey kHigh = NameKey{1} << 48;

class NameTableTest : public testing::TestWithParam<Case> {
 protected:
  // No names of the cases are usual ones.
  static float weight_of_shared() { return static_cast<float>(GetParam().shared); }
};

TEST_P(NameTableTest, CountsWhatIsShared) {
  NameTable table;
  table.fill(Names{1, 2, 3, 4, 5});  // what it held before counts no more
  table.fill(GetParam().own);
  EXPECT_EQ(table.size(), GetParam().own.size());
  EXPECT_EQ(table.shared(GetParam().others).count, GetParam().shared);
  EXPECT_FLOAT_EQ(table.shared(GetParam().others).weight, weight_of_shared());
}

// By sketches two articles share as many names or more.
TEST_P(NameTableTest, BySketchesNothingIsMissed) {
  SketchTable table;
  table.fill(Names{kHigh, 2 * kHigh});
  table.fill(GetParam().own);
  EXPECT_EQ(table.size(), GetParam().own.size());
  const SharedNames shared = table.shared(sketch_names(GetParam().others));
  EXPECT_GE(shared.count, GetParam().shared);
  EXPECT_GE(shared.weight, weight_of_shared());
}

INSTANTIATE_TEST_SUITE_P(
    Cases, NameTableTest,
    testing::Values(
        Case{"NoneAtAll", {}, {}, 0}, Case{"NoneOfTheirs", {3 * kHigh}, {}, 0},
        Case{"NoneOfItsOwn", {}, {3 * kHigh}, 0},
        Case{"Some", {kHigh, 5 * kHigh, 9 * kHigh}, {5 * kHigh, 7 * kHigh, 9 * kHigh}, 2},
        Case{"Nought", {0, 7}, {0}, 1},
        Case{"OfOneBit", {7, 7 + kHigh, 7 + 2 * kHigh}, {7 + 2 * kHigh, 7 + 3 * kHigh}, 1}),
    [](const auto& test) { return test.param.what; });

TEST(SketchTableTest, TellsOtherNamesApart) {
  SketchTable table;
  table.fill(Names{kHigh, 2 * kHigh});
  const SharedNames shared = table.shared(sketch_names(Names{3 * kHigh, 4 * kHigh}));
  EXPECT_EQ(shared.count, 0);
  EXPECT_EQ(shared.weight, 0);
}

}  // namespace
}  // namespace figured::claims
