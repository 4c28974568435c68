// docs/alert.schema.json, which receivers are given, against the bodies that are posted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "alerts/alert_body.h"
#include "alerts/feed_alert.h"
#include "alerts/message.h"
#include "alerts/sinks/webhook.h"
#include "alerts/test_alert.h"
#include "tests/support/json_schema.h"

namespace figured::alerts {
namespace {

const std::chrono::sys_seconds kNow{std::chrono::seconds(1'786'000'000)};

Alert reserved(Alert alert, std::int64_t sequence) {
  alert.id = "alr_" + std::string(25, 'a') + std::to_string(sequence);
  alert.sequence = sequence;
  return alert;
}

claims::SourcedClaim rich_claim(std::int64_t id, double value) {
  claims::SourcedClaim sourced;
  sourced.id = id;
  sourced.article = "guid";
  sourced.outlet = "Corvane News Agency";
  sourced.url = "https://news.example/a";
  sourced.title = "Wall of water";
  sourced.published = kNow;
  claims::Claim& claim = sourced.claim;
  claim.quote = "a wall of about 2.5 m (8 ft)";
  claim.figure.low = claim.figure.high = value;
  claim.figure.unit = "m";
  claim.figure.bound = claims::Bound::kAbout;
  claim.restated = claim.figure;
  claim.as_of = kNow;
  claim.event_time = claims::TimeSpan{kNow, kNow + std::chrono::days(3)};
  claim.scope = {"part"};
  claim.setting = "Zerafan";
  return sourced;
}

Cause cause_of(AlertType type, std::size_t sides) {
  Cause cause;
  cause.type = type;
  cause.fact.id = 7;
  cause.fact.measure = "size.height";
  cause.dispute.id = 3;
  cause.dispute.sides.assign(sides, {2.5, std::numeric_limits<double>::infinity(), {1, 2}});
  cause.claim = rich_claim(2, 2.5);
  Opposed opposed{rich_claim(1, 4), {}};
  opposed.verdict.tags = {"wrong-unit"};
  opposed.verdict.severity = 0.5;
  cause.against.assign(sides, opposed);
  cause.sources[2] = {12, 1, "en-GB", "given", std::string(64, 'a')};
  cause.sources[1] = {9, 3, "", "", ""};
  return cause;
}

std::string told(const Cause& cause, std::int64_t sequence) {
  Alert alert = reserved(draft_alert(cause, kNow), sequence);
  alert.dispute_sequence = sequence;
  if (sequence > 1) alert.previous_id = "alr_" + std::string(26, 'a');
  return alert_body(alert, cause);
}

std::string told(const FeedCause& cause) {
  return feed_alert_body(reserved(draft_feed_alert(cause, kNow), 9), cause);
}

void expect_as_the_schema_says(const std::vector<std::string>& bodies) {
  const auto wrong = tests::complaints_of_schema(FIGURED_DOCS "/alert.schema.json", bodies);
  if (!wrong) GTEST_SKIP() << "python3-jsonschema is not installed";
  EXPECT_EQ(*wrong, "");
}

TEST(AlertSchemaTest, BodiesAreAsItSays) {
  std::vector<std::string> bodies;
  for (const auto type :
       {AlertType::kContradiction, AlertType::kCorrection, AlertType::kDisputeWidened,
        AlertType::kDisputeSettled, AlertType::kAlertRetracted})
    bodies.push_back(told(cause_of(type, 2), 1 + static_cast<std::int64_t>(bodies.size())));
  bodies.push_back(told(cause_of(AlertType::kContradiction, 60), 6));  // lists are cut
  Cause withdrawn;
  withdrawn.type = AlertType::kDisputeSettled;
  bodies.push_back(told(withdrawn, 7));
  Cause dismissed = cause_of(AlertType::kAlertRetracted, 1);
  dismissed.retracts = {"alr_" + std::string(26, 'b')};
  dismissed.reason = "different event";
  bodies.push_back(told(dismissed, 8));
  FeedCause failing;
  failing.feed_id = 4;
  failing.url = "https://news.example/rss";
  failing.failures = 3;
  failing.next_poll = kNow;
  bodies.push_back(told(failing));
  FeedCause gone = failing;
  gone.type = AlertType::kFeedGone;
  gone.status = 410;
  gone.outlet = gone.title = gone.code = gone.error = "text";
  gone.last_success = kNow;
  bodies.push_back(told(gone));
  FeedCause recovered = gone;
  recovered.type = AlertType::kFeedRecovered;
  bodies.push_back(told(recovered));
  bodies.push_back(test_alert(kNow).body);
  expect_as_the_schema_says(bodies);
}

TEST(AlertSchemaTest, AGroupIsAsItSays) {
  Message group{"grp_" + std::string(26, 'c'), {}};
  for (std::int64_t sequence = 1; sequence <= 2; ++sequence) {
    const Cause cause = cause_of(AlertType::kContradiction, 2);
    Alert alert = reserved(draft_alert(cause, kNow), sequence);
    alert.dispute_sequence = sequence;
    alert.body = alert_body(alert, cause);
    group.notices.push_back(read_notice(alert));
  }
  expect_as_the_schema_says({message_body(group)});
}

// A check that cannot fail would show nothing.
TEST(AlertSchemaTest, WhatItDoesNotSayIsFound) {
  const std::string body = told(cause_of(AlertType::kContradiction, 2), 1);
  const auto replaced = [&](const std::string& words, const std::string& by) {
    const auto at = body.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    return body.substr(0, at) + by + body.substr(at + words.size());
  };
  const std::vector<std::string> wrong = {
      replaced("figure.contradiction", "figure.guess"), replaced("\"version\":1", "\"version\":2"),
      replaced("\"measure\":", "\"measured\":"), replaced("\"positive\"", "\"perhaps\""),
      replaced("\"quote\":", "\"new\":1,\"quote\":")};
  const auto complaints = tests::complaints_of_schema(FIGURED_DOCS "/alert.schema.json", wrong);
  if (!complaints) GTEST_SKIP() << "python3-jsonschema is not installed";
  for (std::size_t i = 1; i <= wrong.size(); ++i)
    EXPECT_THAT(*complaints, testing::HasSubstr("document " + std::to_string(i) + ","));
}

}  // namespace
}  // namespace figured::alerts
