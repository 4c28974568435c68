// mail   = *( field CRLF ) CRLF base64 lines            RFC 5322, RFC 2045
// word   = "=?UTF-8?B?" base64 "?="                     RFC 2047, 75 characters at most
#include "alerts/sinks/email.h"

#include <array>
#include <cstdio>

#include "alerts/base64.h"
#include "alerts/sinks/markup.h"

namespace figured::alerts {
namespace {

constexpr std::size_t kMaxSubject = 200;
constexpr std::size_t kMaxText = 30'000;

// "Sun, 22 Nov 2026 13:14:52 +0000"
std::string mail_date(SinkTime at) {
  static constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed",
                                                       "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(at - day);
  char text[64];
  std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d +0000",
                kDays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

// Encoded words of whole characters; each line of the folded field holds one.
std::string encoded_words(std::string_view text) {
  constexpr std::size_t kPiece = 42;  // bytes: 56 in base64, 68 with what is around
  std::string words;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t end = std::min(from + kPiece, text.size());
    while (end > from && end < text.size() &&
           (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
      --end;
    if (end == from) end = std::min(from + kPiece, text.size());
    words += (words.empty() ? "" : "\r\n ") +
             ("=?UTF-8?B?" + encode_base64(text.substr(from, end - from)) + "?=");
    from = end;
  }
  return words;
}

std::string base64_lines(std::string_view text) {
  constexpr std::size_t kLine = 57;  // bytes: 76 characters
  std::string lines;
  for (std::size_t from = 0; from < text.size(); from += kLine)
    lines += encode_base64(text.substr(from, kLine)) + "\r\n";
  return lines;
}

// "<" id "@figured>"
std::string message_id(const std::string& id) { return "<" + id + "@figured>"; }

std::string text_of(const Message& message) {
  const std::string head = message.is_group() ? "" : headline(message.newest(), 300) + "\n\n";
  std::string text = message.is_group() ? told(message, kPlainText, kMaxText)
                                        : told(message.newest(), kPlainText, kMaxText);
  std::string with_crlf;
  for (const char c : head + text + "\n") with_crlf += c == '\n' ? "\r\n" : std::string(1, c);
  return with_crlf;
}

}  // namespace

net::Mail email_of(const Endpoint& endpoint, const Message& message, SinkTime at) {
  std::string to;
  for (const std::string& address : endpoint.to) to += (to.empty() ? "<" : ", <") + address + ">";
  const Alert& alert = message.newest().alert;
  std::string text = "Date: " + mail_date(at) + "\r\nFrom: figured <" + endpoint.from +
                     ">\r\nTo: " + to +
                     "\r\nSubject: " + encoded_words(headline(message, kMaxSubject)) +
                     "\r\nMessage-ID: " + message_id(message.id) + "\r\n";
  if (!message.is_group() && alert.dispute_id != 0)
    text += "References: " + message_id("dispute-" + std::to_string(alert.dispute_id)) + "\r\n";
  // RFC 3834: no holiday replies.
  text +=
      "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
      base64_lines(text_of(message));
  return {.url = endpoint.url,
          .starttls = endpoint.starttls,
          .user = endpoint.user,
          .password = endpoint.token,
          .from = endpoint.from,
          .to = endpoint.to,
          .text = std::move(text),
          .timeout = endpoint.timeout};
}

}  // namespace figured::alerts
