#include "storage/packing/verdict_pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "storage/packing/byte_coding.h"
#include "tests/storage/samples.h"

namespace figured::storage {
namespace {

using claims::Relation;
using testing::ElementsAreArray;
using testing::Lt;

constexpr std::int64_t kLater = 900;

VerdictRecord verdict(std::int64_t earlier, Relation relation, std::string why,
                      std::vector<std::string> passed = {"measure", "place"}) {
  VerdictRecord record;
  record.fact_id = earlier - 2;
  record.earlier_claim = earlier;
  record.later_claim = kLater;
  record.at = storage::at(earlier);
  record.verdict = {relation,       0.1 * static_cast<double>(earlier % 7),
                    1.0 / 3,        {},
                    std::move(why), std::move(passed),
                    {"value"}};
  return record;
}

std::vector<std::string> described(const std::vector<VerdictRecord>& records) {
  std::vector<std::string> texts;
  for (const VerdictRecord& record : records) texts.push_back(describe(record));
  return texts;
}

struct PackCase {
  std::string name;
  std::vector<VerdictRecord> records;
};

class VerdictPackTest : public testing::TestWithParam<PackCase> {};

TEST_P(VerdictPackTest, WhatWasPackedIsReadBack) {
  const auto& records = GetParam().records;
  const auto read = unpack_verdicts(records.empty() ? 0 : kLater, pack_verdicts(records));
  EXPECT_THAT(described(read), ElementsAreArray(described(records)));
}

const VerdictRecord kPlain = verdict(12, Relation::kContradicts, "The Post says 40.");

INSTANTIATE_TEST_SUITE_P(
    Cases, VerdictPackTest,
    testing::Values(
        PackCase{"None", {}}, PackCase{"One", {kPlain}}, PackCase{"OneTwice", {kPlain, kPlain}},
        PackCase{"WordsInCommon",
                 {kPlain, verdict(13, Relation::kTension, "The Post says 41."),
                  verdict(8, Relation::kUpdates, "The Courier says 40.")}},
        // What two texts begin and end with may overlap in the shorter one.
        PackCase{"Overlap",
                 {verdict(1, Relation::kTension, "aaa"), verdict(2, Relation::kTension, "aaaaa"),
                  verdict(3, Relation::kTension, "aa")}},
        PackCase{"NoWords",
                 {verdict(1, Relation::kCorrects, "", {}), kPlain,
                  verdict(2, Relation::kCorrects, "", {})}},
        PackCase{"OnAClaimThatCameLater", {verdict(kLater + 40, Relation::kTension, "x")}}),
    [](const auto& test) { return test.param.name; });

TEST(VerdictPackTest, VerdictsMuchAlikeTakeLittle) {
  const std::string words =
      " says 40 (ministry); The Post says 31. The ranges 40 and 31 do not meet";
  std::vector<VerdictRecord> records;
  for (int i = 1; i <= 16; ++i)
    records.push_back(verdict(i, Relation::kContradicts, "Outlet " + std::to_string(i) + words));
  EXPECT_THAT(pack_verdicts(records).size(), Lt(16 * 40U));
}

TEST(VerdictPackTest, AChangedByteIsFound) {
  const std::string packed = pack_verdicts(std::vector{kPlain});
  for (std::size_t at = 0; at < packed.size(); ++at) {
    std::string damaged = packed;
    damaged[at] ^= 0x10;
    EXPECT_THROW(unpack_verdicts(kLater, damaged), BadBytes) << at;
  }
}

TEST(VerdictPackTest, WhatStandsUnderAnotherClaimIsDamage) {
  EXPECT_THROW(unpack_verdicts(kLater + 1, pack_verdicts(std::vector{kPlain})), BadBytes);
}

}  // namespace
}  // namespace figured::storage
