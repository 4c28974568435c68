#include "daemon/ledger/evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <vector>

namespace figured::daemon {
namespace {

using claims::Relation;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// Verdicts on a claim that earlier ones, numbered from 1, brought about.
class EvidenceTest : public testing::Test {
 protected:
  void judge(Relation relation, double value, double score) {
    claims::SourcedClaim& claim = earlier_.emplace_back();
    claim.id = static_cast<std::int64_t>(earlier_.size());
    claim.claim.figure.low = claim.claim.figure.high = value;
    judged_.push_back({&fact_, &claim, nullptr, relation, score});
  }
  std::vector<std::int64_t> kept() const {
    std::vector<std::int64_t> ids;
    for (const Judged& each : choose_evidence(judged_)) ids.push_back(each.earlier->id);
    return ids;
  }

  claims::Fact fact_;
  std::deque<claims::SourcedClaim> earlier_;
  std::vector<Judged> judged_;
};

TEST_F(EvidenceTest, OfNothingThereIsNone) { EXPECT_THAT(kept(), IsEmpty()); }

TEST_F(EvidenceTest, AgreementIsTheRuleAndLeftOut) {
  judge(Relation::kAgrees, 40, 0.9);
  judge(Relation::kContradicts, 42, 0.5);
  judge(Relation::kCompatible, 40, 0.9);
  judge(Relation::kUpdates, 12, 0.5);
  EXPECT_THAT(kept(), ElementsAre(2, 4));
}

TEST_F(EvidenceTest, OfManyTheSurestStay) {
  for (int i = 0; i < 30; ++i) judge(Relation::kContradicts, 42, i < 10 ? 0.9 : 0.5);
  const auto ids = kept();
  ASSERT_THAT(ids, SizeIs(kMostContradictions));
  // Ten are surer; of the others the newer ones.
  EXPECT_THAT(ids, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 25, 26, 27, 28, 29, 30));
}

TEST_F(EvidenceTest, NoValueIsCrowdedOutByAnother) {
  judge(Relation::kContradicts, 7, 0.4);
  for (int i = 0; i < 30; ++i) judge(Relation::kContradicts, 42, 0.9);
  judge(Relation::kContradicts, 19, 0.4);
  const auto ids = kept();
  EXPECT_THAT(ids, SizeIs(kMostContradictions));
  EXPECT_THAT(ids, testing::Contains(1));
  EXPECT_THAT(ids, testing::Contains(32));
}

TEST_F(EvidenceTest, WhatIsNoContradictionIsBoundedByItself) {
  for (int i = 0; i < 9; ++i) judge(Relation::kTension, 42, 0.9);
  judge(Relation::kContradicts, 42, 0.1);
  EXPECT_THAT(kept(), ElementsAre(6, 7, 8, 9, 10));
}

}  // namespace
}  // namespace figured::daemon
