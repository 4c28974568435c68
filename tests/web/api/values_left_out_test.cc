// Values beyond the sides that a dispute can have are counted, and told wherever it is shown.
#include "web/values_left_out.h"

#include <gtest/gtest.h>

#include <boost/json/value.hpp>

#include "tests/web/api/page_run.h"

namespace figured::web {
namespace {

class ValuesLeftOutTest : public PageRun {
 protected:
  // Claims of these values are told, in one article; the first `sides` of them stand on a side
  // each, beside the two that the dispute has, and every other contradicts the first.
  void tell(const std::vector<int>& values, std::size_t sides,
            claims::Relation relation = claims::Relation::kContradicts) {
    storage::Transaction transaction(*store_);
    const auto ids = put_figures(values);
    claims::Dispute dispute = store_->dispute(dispute_)->dispute;
    ASSERT_EQ(dispute.sides.size(), 2U);
    for (std::size_t at = 0; at < ids.size(); ++at) {
      if (at < sides) {
        const auto value = static_cast<double>(values[at]);
        dispute.sides.push_back({value, value, {ids[at]}});
      } else {
        contradict(ids.front(), ids[at], relation);
      }
    }
    store_->put_dispute(dispute);
    transaction.commit();
  }
  std::int64_t counted() {
    return get("/api/v1/disputes/" + std::to_string(dispute_))
        .json()
        .at("values_left_out")
        .as_int64();
  }

 private:
  void contradict(std::int64_t earlier, std::int64_t later, claims::Relation relation) {
    storage::VerdictRecord record;
    record.fact_id = fact_;
    record.earlier_claim = earlier;
    record.later_claim = later;
    record.verdict.relation = relation;
    store_->put_verdict(record);
  }
};

const std::vector<int> kSix{100, 200, 300, 400, 500, 600};

std::vector<int> and_then(std::vector<int> values) {
  values.insert(values.begin(), kSix.begin(), kSix.end());
  return values;
}

TEST_F(ValuesLeftOutTest, EachIsCountedOnce) {
  tell(and_then({911, 922, 911, 933}), 6);
  serve();
  EXPECT_EQ(counted(), 3);
}

TEST_F(ValuesLeftOutTest, NotWhatASideHolds) {
  tell(and_then({300, 911}), 6);
  serve();
  EXPECT_EQ(counted(), 1);
}

TEST_F(ValuesLeftOutTest, NotWhatContradictsNothing) {
  tell(and_then({911}), 6, claims::Relation::kUpdates);
  serve();
  EXPECT_EQ(counted(), 0);
}

TEST_F(ValuesLeftOutTest, NoneWhileThereIsRoomForASide) {
  tell({100, 200, 911}, 2);
  serve();
  EXPECT_EQ(counted(), 0);
}

}  // namespace
}  // namespace figured::web
