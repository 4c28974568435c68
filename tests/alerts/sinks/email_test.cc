#include "alerts/sinks/email.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "alerts/base64.h"
#include "tests/alerts/sample_alert.h"

namespace figured::alerts {
namespace {

using testing::HasSubstr;

std::string body_of(const net::Mail& mail) {
  std::istringstream lines(mail.text.substr(mail.text.find("\r\n\r\n") + 4));
  std::string line, body;
  while (std::getline(lines, line)) {
    EXPECT_LE(line.size(), 77u);
    body += decode_base64(line.substr(0, line.size() - 1)).value_or("?");
  }
  return body;
}

TEST(EmailTest, TheMailIsOneOfRfc5322) {
  const net::Mail mail =
      email_of(sample_endpoint(SinkKind::kEmail), message_of(sample_alert()), kRaised);
  EXPECT_EQ(mail.from, "figured@desk.example");
  EXPECT_EQ(mail.to.size(), 2u);
  EXPECT_THAT(mail.text, HasSubstr("Date: Thu, 06 Aug 2026 07:06:40 +0000\r\n"));
  EXPECT_THAT(mail.text, HasSubstr("To: <editor@desk.example>, <night@desk.example>\r\n"));
  EXPECT_THAT(mail.text, HasSubstr("Message-ID: <" + sample_alert().id + "@figured>\r\n"));
  EXPECT_THAT(mail.text, HasSubstr("References: <dispute-2@figured>\r\n"));
  EXPECT_THAT(body_of(mail),
              HasSubstr("Figures disagree: people injured, Zerafan\r\n\r\n- Agency"));
}

TEST(EmailTest, TheSubjectIsEncodedInWholeCharacters) {
  std::string umlauts;
  for (int i = 0; i < 60; ++i) umlauts += "ü";
  const net::Mail mail =
      email_of(sample_endpoint(SinkKind::kEmail), message_of(sample_alert(umlauts)), kRaised);
  std::istringstream lines(mail.text);
  std::string line, subject;
  while (std::getline(lines, line)) {
    EXPECT_LE(line.size(), 78u);
    const auto word = line.find("=?UTF-8?B?");
    if (word == line.npos) continue;
    const std::string piece =
        decode_base64(line.substr(word + 10, line.find("?=") - word - 10)).value_or("?");
    EXPECT_NE(static_cast<unsigned char>(piece[0]) & 0xc0, 0x80) << "begins within a character";
    subject += piece;
  }
  EXPECT_THAT(subject, HasSubstr("people injured, Zerafanüüü"));
}

}  // namespace
}  // namespace figured::alerts
