#include "storage/search/near_texts.h"

#include <gtest/gtest.h>

#include <random>

namespace figured::storage {
namespace {

std::uint64_t with_bits_turned(std::uint64_t hash, std::initializer_list<int> bits) {
  for (const int bit : bits) hash ^= std::uint64_t{1} << bit;
  return hash;
}

TEST(NearTexts, FindsWhatDiffersBySixBits) {
  NearTexts near;
  constexpr std::uint64_t kHash = 0x0123'4567'89AB'CDEF;
  EXPECT_EQ(near.find(kHash), std::nullopt);
  near.put(kHash, 7);
  EXPECT_EQ(near.find(kHash), 7u);
  EXPECT_EQ(near.find(with_bits_turned(kHash, {0, 1, 20, 21, 40, 60})), 7u);
  EXPECT_EQ(near.find(with_bits_turned(kHash, {58, 59, 60, 61, 62, 63})), 7u);
  EXPECT_EQ(near.find(with_bits_turned(kHash, {0, 1, 20, 21, 40, 41, 60})), std::nullopt);
  EXPECT_EQ(near.find(with_bits_turned(kHash, {0, 1, 2, 3, 4, 5, 6})), std::nullopt);
}

TEST(NearTexts, TheNearestIsFoundAndOfThoseTheFirst) {
  NearTexts near;
  near.put(with_bits_turned(0, {1, 2}), 5);
  near.put(with_bits_turned(0, {17}), 6);
  near.put(with_bits_turned(0, {33}), 7);
  EXPECT_EQ(near.find(0), 6u);
}

TEST(NearTexts, EveryPlantedTextIsFoundAmongMany) {
  NearTexts near;
  std::mt19937_64 random(5);
  std::vector<std::uint64_t> hashes;
  for (std::uint32_t id = 1; id <= 50'000; ++id) {
    hashes.push_back(random());
    near.put(hashes.back(), id);
  }
  for (std::uint32_t id = 1; id <= 50'000; id += 7) {
    const auto bit = [&] { return static_cast<int>(random() % 64); };
    ASSERT_EQ(
        near.find(with_bits_turned(hashes[id - 1], {bit(), bit(), bit(), bit(), bit(), bit()})),
        id);
  }
}

TEST(NearTexts, TheOldestLeaveWhenThereAreTooMany) {
  NearTexts near(2);
  const auto hash = [](std::uint64_t number) { return number * 0x9E37'79B9'7F4A'7C15; };
  for (std::uint32_t id = 1; id <= 5; ++id) near.put(hash(id), id);
  EXPECT_EQ(near.find(hash(2)), std::nullopt);
  EXPECT_EQ(near.find(hash(3)), 3u);
  EXPECT_EQ(near.find(hash(5)), 5u);
  near.clear();
  EXPECT_EQ(near.find(hash(5)), std::nullopt);
}

}  // namespace
}  // namespace figured::storage
