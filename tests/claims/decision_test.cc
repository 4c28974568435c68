#include "claims/decision.h"

#include <gtest/gtest.h>

namespace figured::claims {
namespace {

struct ReasonCase {
  std::string name;
  DismissalReason reason;
  std::string written;
  std::optional<bool> same;
};

class DismissalReasonTest : public testing::TestWithParam<ReasonCase> {};

TEST_P(DismissalReasonTest, IsNamedAndTellsOfSameness) {
  EXPECT_EQ(format_dismissal_reason(GetParam().reason), GetParam().written);
  EXPECT_EQ(parse_dismissal_reason(GetParam().written), GetParam().reason);
  EXPECT_EQ(tells_same({DecisionKind::kDismissed, GetParam().reason, "", {}}), GetParam().same);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, DismissalReasonTest,
    testing::Values(ReasonCase{"SameFact", DismissalReason::kSameFact, "same-fact", true},
                    ReasonCase{"Event", DismissalReason::kDifferentEvent, "different-event", false},
                    ReasonCase{"Scope", DismissalReason::kDifferentScope, "different-scope", false},
                    ReasonCase{"Time", DismissalReason::kDifferentTime, "different-time", false},
                    ReasonCase{"Misread", DismissalReason::kMisread, "misread", std::nullopt}),
    [](const auto& test) { return test.param.name; });

TEST(Decision, AConfirmedDisputeIsOfOneFact) {
  EXPECT_EQ(tells_same({DecisionKind::kConfirmed, std::nullopt, "", {}}), true);
  EXPECT_EQ(tells_same({DecisionKind::kReopened, std::nullopt, "", {}}), std::nullopt);
}

TEST(Decision, OtherReasonsAreUnknown) {
  EXPECT_EQ(parse_dismissal_reason("other-event"), std::nullopt);
  EXPECT_EQ(parse_dismissal_reason(""), std::nullopt);
}

}  // namespace
}  // namespace figured::claims
