// template    = *( text / placeholder )
// placeholder = "{{" *WSP name *WSP "}}"
#include "alerts/payload_template.h"

#include <boost/json.hpp>
#include <cstdio>
#include <stdexcept>

#include "alerts/sinks/markup.h"
#include "alerts/sinks/webhook.h"
#include "claims/claim_json.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

const NoticeClaim& claim_at(const Message& message, std::size_t index) {
  static const NoticeClaim kNone;
  const auto& claims = message.newest().claims;
  return index < claims.size() ? claims[index] : kNone;
}

struct Placeholder {
  std::string_view name;
  std::string (*value)(const Message& message);
};

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

constexpr Placeholder kPlaceholders[] = {
    {"id", [](const Message& m) { return m.id; }},
    {"type",
     [](const Message& m) { return std::string(format_alert_type(m.newest().alert.type)); }},
    {"time", [](const Message& m) { return claims::format_time(m.newest().alert.created_at); }},
    {"sequence", [](const Message& m) { return std::to_string(m.newest().alert.sequence); }},
    {"dispute", [](const Message& m) { return std::to_string(m.newest().alert.dispute_id); }},
    {"headline", [](const Message& m) { return headline(m, 200); }},
    {"summary",
     [](const Message& m) { return m.is_group() ? headline(m, 400) : m.newest().alert.summary; }},
    {"text", [](const Message& m) { return told(m, kPlainText, 3'000); }},
    {"severity", [](const Message& m) { return number(severity_of(m)); }},
    {"severity_word", [](const Message& m) { return std::string(severity_word(severity_of(m))); }},
    {"fact", [](const Message& m) { return m.newest().label; }},
    {"measure", [](const Message& m) { return m.newest().measure; }},
    {"subject", [](const Message& m) { return m.newest().subject; }},
    {"place", [](const Message& m) { return m.newest().place; }},
    {"why", [](const Message& m) { return m.newest().why; }},
    {"figure", [](const Message& m) { return claim_at(m, 0).figure; }},
    {"outlet", [](const Message& m) { return claim_at(m, 0).outlet; }},
    {"speaker", [](const Message& m) { return claim_at(m, 0).speaker; }},
    {"quote", [](const Message& m) { return claim_at(m, 0).quote; }},
    {"url", [](const Message& m) { return safe_url(claim_at(m, 0).url); }},
    {"link", [](const Message& m) { return safe_link(m.newest()); }},
    {"other_figure", [](const Message& m) { return claim_at(m, 1).figure; }},
    {"other_outlet", [](const Message& m) { return claim_at(m, 1).outlet; }},
    {"other_speaker", [](const Message& m) { return claim_at(m, 1).speaker; }},
    {"other_quote", [](const Message& m) { return claim_at(m, 1).quote; }},
    {"other_url", [](const Message& m) { return safe_url(claim_at(m, 1).url); }},
    {"body", message_body},
};

constexpr std::string_view kWhole = "body";

bool is_json(std::string_view type) {
  return type.starts_with("application/json") || type.find("+json") != std::string_view::npos;
}

std::string in_json(const std::string& text) {
  const std::string quoted = json::serialize(text);
  return quoted.substr(1, quoted.size() - 2);
}

std::string in_form(std::string_view text) {
  constexpr std::string_view kPlain = "-._~";
  std::string encoded;
  for (const char c : text) {
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    char code[4];
    std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned char>(c));
    encoded += letter || kPlain.find(c) != std::string_view::npos ? std::string(1, c) : code;
  }
  return encoded;
}

std::string written(const Placeholder& placeholder, const Message& message,
                    const std::string& type) {
  const std::string value = placeholder.value(message);
  if (is_json(type)) return placeholder.name == kWhole ? value : in_json(value);
  return type.starts_with("application/x-www-form-urlencoded") ? in_form(value) : value;
}

int placeholder_named(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kPlaceholders); ++i)
    if (kPlaceholders[i].name == name) return static_cast<int>(i);
  std::string known;
  for (const Placeholder& one : kPlaceholders)
    known += (known.empty() ? "" : ", ") + std::string(one.name);
  throw std::invalid_argument("there is no {{" + std::string(name) + "}}; there are " + known);
}

std::string_view trimmed(std::string_view name) {
  const auto first = name.find_first_not_of(" \t"), last = name.find_last_not_of(" \t");
  return first == name.npos ? std::string_view() : name.substr(first, last - first + 1);
}

// All that could break out of where it stands.
Message hostile_message() {
  constexpr char kText[] = "\"}],{'\\ \n\r\t\x01 <!channel> @all &amp; %22 \u2028 \u201c";
  Notice notice;
  notice.alert.id = "alr_0123456789abcdefghijklmnop";
  notice.alert.summary = kText;
  notice.alert.body = R"({"type":"figure.contradiction","data":{"summary":"\"}],{"}})";
  notice.label = notice.measure = notice.subject = notice.place = notice.why = kText;
  const NoticeClaim claim{kText, kText, kText, kText, "https://example.org/\"}", kText, kText};
  notice.claims = {claim, claim};
  return {notice.alert.id, {notice}};
}

}  // namespace

PayloadTemplate PayloadTemplate::parse(std::string_view text, std::string content_type) {
  PayloadTemplate parsed;
  parsed.content_type_ = std::move(content_type);
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t open = text.find("{{", at);
    if (open == text.npos) {
      parsed.pieces_.push_back({std::string(text.substr(at)), -1});
      break;
    }
    const std::size_t close = text.find("}}", open);
    if (close == text.npos) throw std::invalid_argument("a {{ is not closed by }}");
    const int name = placeholder_named(trimmed(text.substr(open + 2, close - open - 2)));
    parsed.pieces_.push_back({std::string(text.substr(at, open - at)), name});
    at = close + 2;
  }
  if (is_json(parsed.content_type_)) {
    json::error_code error;
    json::parse(parsed.fill(hostile_message()), error);
    if (error)
      throw std::invalid_argument("filled in, it is no JSON (" + error.message() +
                                  "): texts stand within quotes, {{body}} outside of them");
  }
  return parsed;
}

std::string PayloadTemplate::fill(const Message& message) const {
  std::string body;
  for (const Piece& piece : pieces_) {
    body += piece.text;
    if (piece.placeholder >= 0)
      body += written(kPlaceholders[piece.placeholder], message, content_type_);
  }
  return body;
}

std::vector<std::string_view> PayloadTemplate::placeholders() {
  std::vector<std::string_view> names;
  for (const Placeholder& one : kPlaceholders) names.push_back(one.name);
  return names;
}

}  // namespace figured::alerts
