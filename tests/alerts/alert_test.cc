#include "alerts/alert.h"

#include <gtest/gtest.h>

#include "alerts/endpoint.h"

namespace figured::alerts {
namespace {

TEST(AlertTest, EveryTypeIsReadBack) {
  for (const auto type : {AlertType::kContradiction, AlertType::kCorrection,
                          AlertType::kDisputeWidened, AlertType::kDisputeSettled})
    EXPECT_EQ(parse_alert_type(format_alert_type(type)), type);
  EXPECT_EQ(format_alert_type(AlertType::kContradiction), "figure.contradiction");
  EXPECT_EQ(format_alert_type(AlertType::kDisputeSettled), "dispute.settled");
  EXPECT_EQ(parse_alert_type("figure"), std::nullopt);
}

TEST(AlertTest, EveryDeliveryStateIsReadBack) {
  for (const auto state :
       {DeliveryState::kPending, DeliveryState::kDelivered, DeliveryState::kDead})
    EXPECT_EQ(parse_delivery_state(format_delivery_state(state)), state);
  EXPECT_EQ(format_delivery_state(DeliveryState::kDead), "dead");
  EXPECT_EQ(parse_delivery_state(""), std::nullopt);
}

struct WantsCase {
  std::string name;
  double min_severity;
  std::vector<AlertType> types;
  bool wanted;
};

class WantsTest : public testing::TestWithParam<WantsCase> {};

// A correction of severity 0.5.
TEST_P(WantsTest, Wants) {
  Endpoint endpoint;
  endpoint.min_severity = GetParam().min_severity;
  endpoint.types = GetParam().types;
  Alert alert;
  alert.type = AlertType::kCorrection;
  alert.severity = 0.5;
  EXPECT_EQ(wants(endpoint, alert), GetParam().wanted);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, WantsTest,
    testing::Values(WantsCase{"Everything", 0, {}, true}, WantsCase{"AsSevere", 0.5, {}, true},
                    WantsCase{"TooMild", 0.51, {}, false},
                    WantsCase{"OfItsType", 0, {AlertType::kCorrection}, true},
                    WantsCase{"OfAnotherType", 0, {AlertType::kDisputeSettled}, false},
                    WantsCase{"OfItsTypeButTooMild", 0.9, {AlertType::kCorrection}, false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::alerts
