#include "storage/packing/byte_coding.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

namespace figured::storage {
namespace {

struct NumberCase {
  std::string name;
  double number;
  std::size_t bytes;
};

class NumberCodingTest : public testing::TestWithParam<NumberCase> {};

TEST_P(NumberCodingTest, ComesBackBitForBit) {
  ByteWriter out;
  out.put_number(GetParam().number);
  EXPECT_EQ(out.bytes().size(), GetParam().bytes);
  const double read = ByteReader(out.bytes()).take_number();
  EXPECT_EQ(std::bit_cast<std::uint64_t>(read), std::bit_cast<std::uint64_t>(GetParam().number));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, NumberCodingTest,
    testing::Values(NumberCase{"Nought", 0, 1}, NumberCase{"Dead", 7, 1}, NumberCase{"Hurt", 42, 2},
                    NumberCase{"Less", -42, 2}, NumberCase{"Magnitude", 6.1, 2},
                    NumberCase{"Cents", 19.99, 3}, NumberCase{"Billions", 8.2e9, 6},
                    NumberCase{"Third", 1.0 / 3, 9}, NumberCase{"Huge", 1e300, 9},
                    NumberCase{"Tiny", 5e-324, 9}, NumberCase{"MinusNought", -0.0, 9},
                    NumberCase{"Endless", std::numeric_limits<double>::infinity(), 9},
                    NumberCase{"None", std::numeric_limits<double>::quiet_NaN(), 9}),
    [](const auto& test) { return test.param.name; });

TEST(ByteCoding, IntegersComeBack) {
  for (const std::int64_t value :
       {std::int64_t{0}, std::int64_t{-1}, std::int64_t{63}, std::int64_t{-64}, std::int64_t{64},
        std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
    ByteWriter out;
    out.put_signed(value);
    out.put(static_cast<std::uint64_t>(value));
    ByteReader in(out.bytes());
    EXPECT_EQ(in.take_signed(), value);
    EXPECT_EQ(in.take(), static_cast<std::uint64_t>(value));
    EXPECT_TRUE(in.at_end());
  }
}

TEST(ByteCoding, TextsAndHashesStandInARow) {
  ByteWriter out;
  out.put_text("");
  out.put_text(std::string("a\0b", 3));
  out.put_hash(0xFEDC'BA98'7654'3210);
  ByteReader in(out.bytes());
  EXPECT_EQ(in.take_text(), "");
  EXPECT_EQ(in.take_text(), std::string("a\0b", 3));
  EXPECT_EQ(in.take_hash(), 0xFEDC'BA98'7654'3210);
}

TEST(ByteCoding, WhatEndsTooEarlyIsDamaged) {
  ByteWriter out;
  out.put_text("forty-two");
  const std::string cut = out.bytes().substr(0, 5);
  EXPECT_THROW(ByteReader(cut).take_text(), BadBytes);
  EXPECT_THROW(ByteReader("").take(), BadBytes);
  EXPECT_THROW(ByteReader("\x07").take_number(), BadBytes);
  EXPECT_THROW(ByteReader(std::string(11, '\xff')).take(), BadBytes);
}

}  // namespace
}  // namespace figured::storage
