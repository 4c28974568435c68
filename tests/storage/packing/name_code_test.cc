#include "storage/packing/name_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/extractor.h"
#include "storage/packing/byte_coding.h"

namespace figured::storage {
namespace {

using Names = std::vector<claims::NameKey>;

constexpr char kText[] =
    "Mayor Ada Brook of Lowport said 31 people died when the Høydal dam broke on Monday. "
    "Ordanian troops and the Lowport Fire Service searched for 12 more, Brook told O'Hara-Lind.";

std::string written(const Names& names, std::string_view text) {
  ByteWriter out;
  put_names(out, names, text);
  return out.bytes();
}

Names read(const std::string& bytes, std::string_view text) {
  ByteReader in(bytes);
  const Names names = take_names(in, text);
  EXPECT_TRUE(in.at_end());
  return names;
}

TEST(NameCode, NamesOfATextComeBackMostlyAsBits) {
  const Names names = claims::Extractor().read({"", kText, "The Example", {}}).names;
  ASSERT_GE(names.size(), 5u);
  const std::string bytes = written(names, kText);
  EXPECT_EQ(read(bytes, kText), names);
  EXPECT_LE(bytes.size(), 4 + 2 * names.size());
}

struct NamesCase {
  std::string name;
  Names names;
};

class OddNamesTest : public testing::TestWithParam<NamesCase> {};

TEST_P(OddNamesTest, ComeBackWhateverTheText) {
  for (const std::string_view text : {"", "Brook", kText}) {
    EXPECT_EQ(read(written(GetParam().names, text), text), GetParam().names) << text;
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, OddNamesTest,
                         testing::Values(NamesCase{"None", {}}, NamesCase{"Unknown", {3, 7}},
                                         NamesCase{"NotSorted", {7, 3, 0xFFFF'FFFF'FFFF'FFFF}},
                                         NamesCase{"Twice", {7, 7}}),
                         [](const auto& test) { return test.param.name; });

TEST(NameCode, DamageIsFound) {
  const Names names = claims::Extractor().read({"", kText, "The Example", {}}).names;
  const std::string bytes = written(names, kText);
  const auto take = [](std::string_view damaged, std::string_view text) {
    ByteReader in(damaged);
    return take_names(in, text);
  };
  EXPECT_THROW(take("", kText), BadBytes);
  EXPECT_THROW(take(bytes, "Another text."), BadBytes);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(take(bytes.substr(0, size), kText), BadBytes) << size;
}

}  // namespace
}  // namespace figured::storage
