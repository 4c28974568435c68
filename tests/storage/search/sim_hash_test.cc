#include "storage/search/sim_hash.h"

#include <gtest/gtest.h>

#include <bit>
#include <random>
#include <string>
#include <vector>

#include "storage/search/near_texts.h"

namespace figured::storage {
namespace {

// Made-up words in no order; a seed gives the same text.
std::vector<std::string> made_words(unsigned seed, std::size_t count) {
  std::minstd_rand random(seed);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) words.push_back("w" + std::to_string(random() % 700));
  return words;
}

std::string text(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

int bits_between(const std::string& a, const std::string& b) {
  return std::popcount(sim_hash(a).value() ^ sim_hash(b).value());
}

TEST(SimHash, ShortTextsHaveNone) {
  EXPECT_FALSE(sim_hash(""));
  EXPECT_FALSE(sim_hash(text(made_words(1, kLeastWords - 1))));
  EXPECT_TRUE(sim_hash(text(made_words(1, kLeastWords))));
}

TEST(SimHash, CaseAndSignsDoNotCount) {
  std::string shouted;
  for (const std::string& word : made_words(1, 100)) shouted += "“W" + word.substr(1) + "” – ";
  EXPECT_EQ(bits_between(text(made_words(1, 100)), shouted), 0);
}

TEST(SimHash, NearlyTheSameTextDiffersByFewBits) {
  int found = 0;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    std::vector<std::string> words = made_words(seed, 500);
    const std::string before = text(words);
    words[seed % words.size()] = "another";
    words.push_back("end");
    found += bits_between(before, text(words)) <= NearTexts::kMostBits;
  }
  EXPECT_GE(found, 95);
}

TEST(SimHash, OtherTextsDifferByMany) {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    EXPECT_GT(bits_between(text(made_words(seed, 400)), text(made_words(seed + 1, 400))), 8);
  }
}

}  // namespace
}  // namespace figured::storage
