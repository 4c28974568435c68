// What each service is sent, whole: its shape as the service documents it.
#include "alerts/sinks/sinks.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/alerts/sample_alert.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

net::HttpRequest request(SinkKind kind) {
  return sink_request(sample_endpoint(kind), message_of(sample_alert()), kRaised);
}

void expect_body(const net::HttpRequest& sent, const std::string& golden) {
  EXPECT_EQ(json::parse(sent.body), json::parse(golden)) << sent.body;
}

TEST(SinksTest, Slack) {
  const auto sent = request(SinkKind::kSlack);
  EXPECT_EQ(sent.url, "https://chat.example/hook");
  EXPECT_EQ(header(sent, "content-type"), "application/json");
  expect_body(sent, R"json({
    "text": "Figures disagree: people injured, Zerafan",
    "blocks": [
      {"type": "header",
       "text": {"type": "plain_text", "text": "Figures disagree: people injured, Zerafan", "emoji": false}},
      {"type": "section",
       "text": {"type": "mrkdwn", "text":
"• <https://news.example/61?a=1&amp;b=2|Agency (ministry)>: *61* – “injured 61 people”\n• <https://news.example/138?a=1&amp;b=2|Ledger (Tarhan)>: *138* – “injured 138 people”\nThe ranges 138 and 61 do not meet."}}]})json");
}

TEST(SinksTest, Discord) {
  expect_body(request(SinkKind::kDiscord), R"json({
    "username": "figured",
    "embeds": [{
      "title": "Figures disagree\\: people injured, Zerafan",
      "description": "• [Agency \\(ministry\\)](https://news.example/61?a=1&b=2): **61** – “injured 61 people”\n• [Ledger \\(Tarhan\\)](https://news.example/138?a=1&b=2): **138** – “injured 138 people”\nThe ranges 138 and 61 do not meet.",
      "color": 13631488,
      "timestamp": "2026-08-06T07:06:40Z"}],
    "allowed_mentions": {"parse": []}})json");
}

TEST(SinksTest, Mattermost) {
  const auto body = json::parse(request(SinkKind::kMattermost).body);
  const json::value& attachment = body.at("attachments").at(0);
  EXPECT_EQ(attachment.at("color"), "#d00000");
  EXPECT_EQ(attachment.at("title"), "Figures disagree\\: people injured, Zerafan");
  EXPECT_EQ(attachment.at("fallback"), attachment.at("title"));
}

TEST(SinksTest, Teams) {
  const auto body = json::parse(request(SinkKind::kTeams).body);
  EXPECT_EQ(body.at("type"), "message");
  const json::value& attachment = body.at("attachments").at(0);
  EXPECT_EQ(attachment.at("contentType"), "application/vnd.microsoft.card.adaptive");
  EXPECT_TRUE(attachment.at("contentUrl").is_null());
  const json::value& card = attachment.at("content");
  EXPECT_EQ(card.at("type"), "AdaptiveCard");
  EXPECT_EQ(card.at("version"), "1.2");
  EXPECT_EQ(card.at("body").as_array().size(), 4u);
  for (const json::value& block : card.at("body").as_array())
    EXPECT_EQ(block.at("type"), "RichTextBlock");
  EXPECT_EQ(card.at("actions").at(0), (json::value{{"type", "Action.OpenUrl"},
                                                   {"title", "Agency"},
                                                   {"url", "https://news.example/61?a=1&b=2"}}));
}

TEST(SinksTest, Ntfy) {
  const auto sent = request(SinkKind::kNtfy);
  EXPECT_EQ(header(sent, "authorization"), "Bearer 123:abc");
  expect_body(sent, R"json({
    "topic": "newsroom",
    "title": "Figures disagree: people injured, Zerafan",
    "message": "- Agency (ministry) <https://news.example/61?a=1&b=2>: 61 – “injured 61 people”\n- Ledger (Tarhan) <https://news.example/138?a=1&b=2>: 138 – “injured 138 people”\nThe ranges 138 and 61 do not meet.",
    "tags": ["warning"],
    "priority": 4,
    "click": "https://news.example/61?a=1&b=2"})json");
}

TEST(SinksTest, Telegram) {
  const auto sent = request(SinkKind::kTelegram);
  EXPECT_EQ(sent.url, "https://chat.example/hook/bot123:abc/sendMessage");
  EXPECT_EQ(header(sent, "authorization"), "absent");
  expect_body(sent, R"json({
    "chat_id": "newsroom",
    "text": "<b>Figures disagree: people injured, Zerafan</b>\n• <a href=\"https://news.example/61?a=1&amp;b=2\">Agency (ministry)</a>: <b>61</b> – “injured 61 people”\n• <a href=\"https://news.example/138?a=1&amp;b=2\">Ledger (Tarhan)</a>: <b>138</b> – “injured 138 people”\nThe ranges 138 and 61 do not meet.",
    "parse_mode": "HTML",
    "disable_web_page_preview": true,
    "disable_notification": false})json");
}

TEST(SinksTest, CloudEvents) {
  const auto sent = request(SinkKind::kCloudEvents);
  EXPECT_EQ(header(sent, "content-type"), "application/cloudevents+json");
  const auto event = json::parse(sent.body);
  EXPECT_EQ(event.at("specversion"), "1.0");
  EXPECT_EQ(event.at("id").as_string(), sample_alert().id);
  EXPECT_EQ(event.at("type"), "figured.figure.contradiction");
  EXPECT_EQ(event.at("subject"), "dispute/2");
  EXPECT_EQ(event.at("time"), "2026-08-06T07:06:40Z");
  EXPECT_EQ(event.at("data").at("fact").at("place"), "Zerafan");
}

TEST(SinksTest, SeveralCloudEventsAreABatch) {
  const auto sent = sink_request(sample_endpoint(SinkKind::kCloudEvents), sample_group(), kRaised);
  EXPECT_EQ(header(sent, "content-type"), "application/cloudevents-batch+json");
  EXPECT_EQ(json::parse(sent.body).as_array().size(), 2u);
}

TEST(SinksTest, AlertmanagerIsPushedWhatItTakes) {
  const auto sent = request(SinkKind::kAlertmanager);
  EXPECT_EQ(sent.url, "https://chat.example/hook/api/v2/alerts");
  const json::value alert = json::parse(sent.body).at(0);
  EXPECT_EQ(alert.at("labels"), (json::value{{"alertname", "FiguresContradict"},
                                             {"dispute", "2"},
                                             {"measure", "people.injured"},
                                             {"place", "Zerafan"},
                                             {"subject", "Red Crescent"}}));
  EXPECT_EQ(alert.at("startsAt"), "2026-08-06T07:06:40Z");
  EXPECT_EQ(alert.at("endsAt"), "2026-08-07T07:06:40Z");
}

TEST(SinksTest, WhatIsSettledIsResolvedThereUnderTheSameLabels) {
  const Message settled = message_of(sample_alert(AlertType::kDisputeSettled, 2));
  const auto sent = sink_request(sample_endpoint(SinkKind::kAlertmanager), settled, kRaised);
  const json::value alert = json::parse(sent.body).at(0);
  EXPECT_EQ(alert.at("endsAt"), alert.at("startsAt"));
  EXPECT_EQ(alert.at("labels"),
            json::parse(request(SinkKind::kAlertmanager).body).at(0).at("labels"));
}

Message feed_message(AlertType type) {
  Alert alert;
  alert.id = "alr_feed";
  alert.type = type;
  alert.created_at = kRaised;
  alert.summary = "Coast Wire (https://coast.example/rss) has failed 3 times in a row: HTTP 503";
  alert.body = R"({"data":{"summary":"s","feed":{"id":7,"outlet":"Coast Wire"}}})";
  return message_of(alert);
}

TEST(SinksTest, AFeedIsOneAlertOfAlertmanagerUntilItCanBeReadAgain) {
  const auto pushed = [](AlertType type) {
    const auto sent =
        sink_request(sample_endpoint(SinkKind::kAlertmanager), feed_message(type), kRaised);
    return json::value(json::parse(sent.body).at(0));
  };
  const json::value failing = pushed(AlertType::kFeedFailing);
  const json::value recovered = pushed(AlertType::kFeedRecovered);
  EXPECT_EQ(failing.at("labels"), (json::value{{"alertname", "FeedFailing"}, {"feed", "7"}}));
  EXPECT_EQ(recovered.at("labels"), failing.at("labels"));
  EXPECT_NE(failing.at("endsAt"), failing.at("startsAt"));
  EXPECT_EQ(recovered.at("endsAt"), recovered.at("startsAt"));
}

TEST(SinksTest, AFeedsFailureIsToldInItsOwnWords) {
  const auto body = json::parse(
      sink_request(sample_endpoint(SinkKind::kNtfy), feed_message(AlertType::kFeedFailing), kRaised)
          .body);
  EXPECT_EQ(body.at("title"), "Feed fails: Coast Wire");
  EXPECT_EQ(body.at("message").as_string(),
            "Coast Wire (https://coast.example/rss) has failed 3 times in a row: HTTP 503");
}

TEST(SinksTest, AlertmanagersReceiversGetVersionFour) {
  const auto body = json::parse(
      sink_request(sample_endpoint(SinkKind::kAlertmanagerWebhook), sample_group(), kRaised).body);
  EXPECT_EQ(body.at("version"), "4");
  EXPECT_EQ(body.at("status"), "firing");
  EXPECT_EQ(body.at("receiver"), "desk");
  EXPECT_EQ(body.at("commonLabels").at("dispute"), "2");
  EXPECT_FALSE(body.at("commonAnnotations").as_object().contains("figured_id"));
  ASSERT_EQ(body.at("alerts").as_array().size(), 2u);
  const json::value& alert = body.at("alerts").at(0);
  EXPECT_EQ(alert.at("status"), "firing");
  EXPECT_EQ(alert.at("fingerprint").as_string().size(), 16u);
  EXPECT_EQ(alert.at("endsAt"), "0001-01-01T00:00:00Z");
}

TEST(SinksTest, ATemplateIsFilledAndSigned) {
  Endpoint endpoint = sample_endpoint(SinkKind::kTemplate);
  endpoint.secrets = {WebhookSecret::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")};
  const auto sent = sink_request(endpoint, message_of(sample_alert()), kRaised);
  EXPECT_EQ(json::parse(sent.body).at("t"), "Figures disagree: people injured, Zerafan");
  EXPECT_TRUE(header(sent, "webhook-signature").starts_with("v1,"));
}

TEST(SinksTest, EveryKindTellsAGroupWithinItsLimits) {
  Message many = sample_group();
  while (many.notices.size() < 20)
    many.notices.push_back(read_notice(sample_alert(std::string(3'000, 'x'))));
  for (int kind = 0; kind <= static_cast<int>(SinkKind::kTelegram); ++kind) {
    const auto sent = sink_request(sample_endpoint(static_cast<SinkKind>(kind)), many, kRaised);
    EXPECT_TRUE(json::parse(sent.body).is_structured()) << kind;
  }
  const auto text = [&](SinkKind kind) {
    return json::parse(sink_request(sample_endpoint(kind), many, kRaised).body);
  };
  EXPECT_LE(text(SinkKind::kTelegram).at("text").as_string().size(), 4'096u);
  EXPECT_LE(text(SinkKind::kNtfy).at("message").as_string().size(), 4'096u);
  EXPECT_LE(text(SinkKind::kDiscord).at("embeds").at(0).at("description").as_string().size(),
            4'096u);
  EXPECT_LE(text(SinkKind::kDiscord).at("embeds").at(0).at("title").as_string().size(), 256u);
  EXPECT_LE(text(SinkKind::kSlack).at("blocks").as_array().size(), 50u);
  EXPECT_LE(json::serialize(text(SinkKind::kTeams)).size(), 28'000u);
  const json::value slack = text(SinkKind::kSlack);
  for (const json::value& block : slack.at("blocks").as_array())
    EXPECT_LE(block.at("text").at("text").as_string().size(), 3'000u);
}

}  // namespace
}  // namespace figured::alerts
