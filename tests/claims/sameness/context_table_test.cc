#include "claims/sameness/context_table.h"

#include <gtest/gtest.h>

namespace figured::claims {
namespace {

// Stems whose lowest bits are alike are told apart all the same.
TEST(ContextTableTest, FindsWhatItWasMadeOfAndNothingElse) {
  const std::vector<ContextWord> context = {{7, 3}, {7 + 1024, 1}, {0xfffffff0U, 9}};
  const ContextTable table(context);
  for (const ContextWord& word : context) {
    const ContextWord* const found = table.find(word.stem);
    ASSERT_NE(found, nullptr) << word.stem;
    EXPECT_EQ(*found, word);
  }
  for (const std::uint32_t stem : {0U, 6U, 8U, 7U + 2048, 0xfffffff1U})
    EXPECT_EQ(table.find(stem), nullptr) << stem;
}

TEST(ContextTableTest, OfNoWordsItHasNone) { EXPECT_EQ(ContextTable({}).find(0), nullptr); }

}  // namespace
}  // namespace figured::claims
