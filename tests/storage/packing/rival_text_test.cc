#include "storage/packing/rival_text.h"

#include <gtest/gtest.h>

namespace figured::storage {
namespace {

TEST(RivalText, IsReadBackAsItWasWritten) {
  for (const std::string_view line :
       {"", "12 12", "12 12 alike", "0.1 0.3;40 60 alike", "-7 -7;1e+30 1e+30 alike"})
    EXPECT_EQ(join_rivals(split_rivals(line)), line);
  EXPECT_TRUE(split_rivals("twelve").empty());
  EXPECT_EQ(join_rivals(split_rivals("12;13 14")), "13 14");
}

}  // namespace
}  // namespace figured::storage
