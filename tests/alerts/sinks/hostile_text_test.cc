// Headlines and quotes are written by strangers: nothing in them may become markup, a
// mention or a part of the payload's structure.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "alerts/sinks/email.h"
#include "alerts/sinks/sinks.h"
#include "tests/alerts/sample_alert.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

constexpr char kHostile[] =
    " <!channel> @everyone @channel @all <@U123> [x](https://evil.example) *b* _i_ `c` "
    "</a><script>alert(1)</script> \"&\n\r\x01 ]( || <https://evil.example|click>";

// Every string in a payload.
void gather(const json::value& value, std::vector<std::string>& strings) {
  if (value.is_string()) strings.emplace_back(value.get_string());
  if (value.is_array())
    for (const json::value& one : value.get_array()) gather(one, strings);
  if (value.is_object())
    for (const auto& [key, one] : value.get_object()) gather(one, strings);
}

std::vector<std::string> strings_of(SinkKind kind) {
  const auto sent =
      sink_request(sample_endpoint(kind), message_of(sample_alert(kHostile)), kRaised);
  std::vector<std::string> strings;
  gather(json::parse(sent.body), strings);
  return strings;
}

TEST(HostileTextTest, EveryPayloadKeepsItsShape) {
  const auto shape = [](SinkKind kind, const std::string& text) {
    json::value body = json::parse(
        sink_request(sample_endpoint(kind), message_of(sample_alert(text)), kRaised).body);
    std::vector<std::string> strings;
    gather(body, strings);
    return strings.size();
  };
  for (int kind = 0; kind <= static_cast<int>(SinkKind::kTelegram); ++kind)
    EXPECT_EQ(shape(static_cast<SinkKind>(kind), kHostile), shape(static_cast<SinkKind>(kind), ""))
        << kind;
}

TEST(HostileTextTest, SlackReadsNoMentionAndNoLink) {
  const auto body = json::parse(
      sink_request(sample_endpoint(SinkKind::kSlack), message_of(sample_alert(kHostile)), kRaised)
          .body);
  for (const json::value& block : body.at("blocks").as_array()) {
    if (block.at("type") != "section") continue;
    const std::string text(block.at("text").at("text").as_string());
    EXPECT_THAT(text, Not(HasSubstr("<!")));
    EXPECT_THAT(text, Not(HasSubstr("<@")));
    EXPECT_THAT(text, Not(HasSubstr("<https://evil")));
  }
  EXPECT_THAT(std::string(body.at("text").as_string()), Not(HasSubstr("<!")));
}

TEST(HostileTextTest, DiscordPingsNobody) {
  const auto sent = sink_request(sample_endpoint(SinkKind::kDiscord),
                                 message_of(sample_alert(kHostile)), kRaised);
  EXPECT_EQ(json::parse(sent.body).at("allowed_mentions").at("parse").as_array().size(), 0u);
  EXPECT_THAT(strings_of(SinkKind::kDiscord), Each(Not(HasSubstr("](https://evil"))));
}

TEST(HostileTextTest, MattermostReadsNoMention) {
  for (const char* mention : {"@all", "@channel", "@everyone", "<!channel", "](https://evil"})
    EXPECT_THAT(strings_of(SinkKind::kMattermost), Each(Not(HasSubstr(mention))));
}

TEST(HostileTextTest, TelegramReadsNoTagOfTheirs) {
  const auto text = [](const std::string& stranger) {
    const auto sent = sink_request(sample_endpoint(SinkKind::kTelegram),
                                   message_of(sample_alert(stranger)), kRaised);
    return std::string(json::parse(sent.body).at("text").as_string());
  };
  const auto tags = [](const std::string& html) {
    return std::count(html.begin(), html.end(), '<');
  };
  EXPECT_EQ(tags(text(kHostile)), tags(text("")));
}

TEST(HostileTextTest, MailHasNoHeaderOfTheirs) {
  const net::Mail mail = email_of(sample_endpoint(SinkKind::kEmail),
                                  message_of(sample_alert("\r\nBcc: x@evil.example")), kRaised);
  const std::string head = mail.text.substr(0, mail.text.find("\r\n\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("Bcc")));
}

}  // namespace
}  // namespace figured::alerts
