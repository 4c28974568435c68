#include "storage/packing/text_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/packing/byte_coding.h"

namespace figured::storage {
namespace {

// Reports that are alike but for their figures and places.
std::string report(int number) {
  const std::string place = "Port " + std::to_string(number * 7919 % 1000);
  return "The harbour office of " + place + " said on Monday that " + std::to_string(number) +
         " ships had left since the strike began, and that the crews of " +
         std::to_string(number * 31 % 97) + " others were waiting for the tide at " + place + ".";
}

std::vector<std::string> reports(int count) {
  std::vector<std::string> list;
  for (int i = 0; i < count; ++i) list.push_back(report(i));
  return list;
}

TEST(TextCodec, TextsComeBack) {
  TextCodec codec;
  for (const std::string& text : {std::string(), report(1), std::string(100'000, 'x')})
    EXPECT_EQ(codec.restore(std::string(codec.compress(text))), text);
}

TEST(TextCodec, ADictionaryMakesTextsSmallerAndOldOnesStayReadable) {
  TextCodec codec;
  const std::string before(codec.compress(report(9'001)));
  codec.add_dictionary(train_dictionary(reports(2'000), 1));
  const std::string with_first(codec.compress(report(9'001)));
  codec.add_dictionary(train_dictionary(reports(1'000), 3));
  const std::string with_second(codec.compress(report(9'001)));
  EXPECT_LT(2 * with_first.size(), before.size());
  for (const std::string& bytes : {before, with_first, with_second})
    EXPECT_EQ(codec.restore(bytes), report(9'001));
}

TEST(TextCodec, AMissingDictionaryIsNamed) {
  TextCodec writer;
  writer.add_dictionary(train_dictionary(reports(2'000), 7));
  const std::string bytes(writer.compress(report(9'001)));
  TextCodec reader;
  EXPECT_TRUE(writer.knows(bytes));
  EXPECT_FALSE(reader.knows(bytes));
  try {
    reader.restore(bytes);
    ADD_FAILURE() << "it was restored";
  } catch (const BadBytes& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("dictionary 7"));
  }
}

TEST(TextCodec, DamageIsFound) {
  TextCodec codec;
  EXPECT_THROW(codec.restore("no frame"), BadBytes);
  EXPECT_THROW(codec.restore(""), BadBytes);
  EXPECT_THROW(codec.add_dictionary("no dictionary"), BadBytes);
  const std::string bytes(codec.compress(report(1)));
  EXPECT_THROW(codec.restore(bytes.substr(0, bytes.size() / 2)), BadBytes);
}

TEST(TextCodec, NothingIsLearnedFromNothing) {
  EXPECT_EQ(train_dictionary({}, 1), "");
  EXPECT_EQ(train_dictionary({"one"}, 1), "");
}

}  // namespace
}  // namespace figured::storage
