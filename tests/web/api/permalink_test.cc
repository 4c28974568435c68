// Where alerts lead: each sink's link is of the page, and shows the dispute whatever has
// become of it since.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "alerts/alert_body.h"
#include "alerts/base64.h"
#include "alerts/sinks/email.h"
#include "alerts/sinks/sinks.h"
#include "tests/alerts/sample_alert.h"
#include "tests/web/api/page_run.h"

namespace figured::web {
namespace {
namespace json = boost::json;
using alerts::SinkKind;
using testing::HasSubstr;
using testing::Not;

constexpr char kPage[] = "https://figures.example";
constexpr std::chrono::sys_seconds kNow{std::chrono::seconds(1'786'000'000)};

class PermalinkTest : public PageRun {
 protected:
  void serve_in_public() {
    PageOptions options = with_token();
    options.url = kPage;
    serve(options);
  }

  alerts::Message message() const {
    const auto view = store_->dispute(dispute_);
    alerts::Cause cause;
    cause.fact = view->fact;
    cause.dispute = view->dispute;
    cause.claim = view->claims.back();
    cause.against = {{view->claims.front(), view->verdicts.front().verdict}};
    alerts::Alert alert = alerts::draft_alert(cause, kNow);
    alert.id = alert_;
    alert.sequence = alert.dispute_sequence = 1;
    alert.body = alerts::alert_body(alert, cause, kPage);
    return alerts::message_of(alert);
  }

  // What the sink sends, in which links stand as they are.
  static std::string sent(SinkKind kind, const alerts::Message& message) {
    const alerts::Endpoint endpoint = alerts::sample_endpoint(kind);
    if (kind == SinkKind::kCommand) return message.newest().alert.body;
    if (kind != SinkKind::kEmail) return alerts::sink_request(endpoint, message, kNow).body;
    const std::string mail = alerts::email_of(endpoint, message, kNow).text;
    std::string text;
    for (const char sign : mail.substr(mail.find("\r\n\r\n")))
      if (sign != '\r' && sign != '\n') text += sign;
    return alerts::decode_base64(text).value_or("");
  }

  // The path of the page to which it leads; "" = nowhere.
  static std::string path_in(const std::string& text) {
    const std::size_t at = text.find(kPage);
    if (at == std::string::npos) return "";
    const std::string path = text.substr(at + std::string(kPage).size());
    return path.substr(0, path.find_first_not_of("/abcdefghijklmnopqrstuvwxyz0123456789"));
  }

  // What the page shows there, asked as a browser behind the proxy asks.
  Reply shown(const std::string& path) {
    const Headers reader{{"Host", "figures.example"},
                         {"Authorization", std::string("Bearer ") + kToken}};
    const Reply document = get(path, reader);
    EXPECT_EQ(document.status, 200) << path;
    EXPECT_THAT(document.headers.at("content-type"), HasSubstr("text/html"));
    return get("/api/v1" + path, reader);
  }

  void put_state(claims::DisputeState state) {
    storage::Transaction transaction(*store_);
    claims::Dispute dispute = store_->dispute(dispute_)->dispute;
    dispute.state = state;
    ++dispute.sequence;
    if (state == claims::DisputeState::kSettled) dispute.sides.pop_back();
    store_->put_dispute(dispute);
    transaction.commit();
  }
};

TEST_F(PermalinkTest, EachSinkLeadsToThePageThatShowsTheDispute) {
  serve_in_public();
  for (int kind = 0; kind <= static_cast<int>(SinkKind::kCommand); ++kind) {
    const std::string text = sent(static_cast<SinkKind>(kind), message());
    const std::string path = path_in(text);
    ASSERT_EQ(path, "/disputes/" + std::to_string(dispute_)) << kind << ": " << text;
    const Reply reply = shown(path);
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.json().at("id"), json::value(dispute_));
    EXPECT_EQ(reply.json().at("permalink"), json::value(kPage + path));
  }
}

TEST_F(PermalinkTest, AGroupLeadsToEachOfItsDisputes) {
  alerts::Message group = message();
  group.notices.push_back(group.notices.front());
  group.notices.back().link = std::string(kPage) + "/disputes/77";
  for (const SinkKind kind : {SinkKind::kSlack, SinkKind::kDiscord, SinkKind::kMattermost,
                              SinkKind::kTelegram, SinkKind::kNtfy, SinkKind::kEmail}) {
    const std::string text = sent(kind, group);
    EXPECT_THAT(text, HasSubstr("/disputes/" + std::to_string(dispute_)));
    EXPECT_THAT(text, HasSubstr("/disputes/77"));
  }
}

TEST_F(PermalinkTest, WithoutAPublicAddressNothingLeadsAstray) {
  alerts::Message bare = message();
  bare.notices.front().link.clear();
  EXPECT_THAT(sent(SinkKind::kSlack, bare), Not(HasSubstr("The whole dispute")));
  alerts::Message wrong = message();
  wrong.notices.front().link = "javascript:alert(1)";
  EXPECT_THAT(sent(SinkKind::kTelegram, wrong), Not(HasSubstr("javascript")));
}

TEST_F(PermalinkTest, ALinkHoldsWhateverBecomesOfItsDispute) {
  serve_in_public();
  const std::string path = "/disputes/" + std::to_string(dispute_);
  for (const auto& [state, word] : {std::pair(claims::DisputeState::kDismissed, "dismissed"),
                                    std::pair(claims::DisputeState::kReopened, "reopened"),
                                    std::pair(claims::DisputeState::kSettled, "settled")}) {
    put_state(state);
    EXPECT_EQ(shown(path).json().at("state"), json::value(word));
  }
}

TEST_F(PermalinkTest, ALinkHoldsWhenTextsAndDeliveriesAreNoLongerKept) {
  serve_in_public();
  const std::string path = "/disputes/" + std::to_string(dispute_);
  EXPECT_TRUE(shown(path).json().at("all_claims").at(0).at("before").is_string());
  storage::RetentionPolicy nothing;
  nothing.bodies = nothing.claims = nothing.deliveries = std::chrono::seconds(0);
  storage::Removal removal;
  do {
    storage::Transaction transaction(*store_);
    removal = store_->remove_expired(nothing, kNow + std::chrono::days(4'000), 100);
    transaction.commit();
  } while (!removal.is_done);
  const json::value after = shown(path).json();
  EXPECT_EQ(after.at("sides").as_array().size(), 2u);
  EXPECT_EQ(after.at("all_claims").at(0).at("quote"), "The fire brigade said 40 people were hurt");
  EXPECT_TRUE(after.at("all_claims").at(0).at("before").is_null());
}

TEST_F(PermalinkTest, AnUnknownDisputeIsToldInWords) {
  serve_in_public();
  const Reply reply = shown("/disputes/999");
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(reply.json().at("detail"), "There is no dispute 999.");
}

}  // namespace
}  // namespace figured::web
