// Any bytes as a payload template, as the match of a silence, as a secret and as the body
// of an alert that every sink tells: no crash; what is taken gives JSON, and is written so
// that it is read again.
#include <boost/json.hpp>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "alerts/alert_match.h"
#include "alerts/payload_template.h"
#include "alerts/sinks/sinks.h"

namespace {

using namespace figured::alerts;

void check(bool holds) {
  if (!holds) std::abort();
}

Message message_with(std::string_view body) {
  Alert alert;
  alert.id = "alr_fuzz";
  alert.body = body;
  alert.summary = body;
  return message_of(alert);
}

bool is_json(const std::string& text) {
  boost::json::error_code error;
  boost::json::parse(text, error);
  return !error;
}

bool is_utf8(std::string_view text) {
  boost::json::error_code error;
  boost::json::parse(boost::json::serialize(boost::json::string(text.data(), text.size())), error);
  return !error;
}

void check_template(std::string_view text) {
  try {
    const auto parsed = PayloadTemplate::parse(text, "application/json");
    check(is_json(parsed.fill(message_with(R"({"data":{"summary":"\"}"}})"))));
  } catch (const std::invalid_argument&) {
  }
}

void check_match(std::string_view text) {
  try {
    const AlertMatch match = parse_match(text);
    check(parse_match(format_match(match)) == match);
    match.matches(message_with(text).newest());
  } catch (const std::invalid_argument&) {
  }
}

void check_sinks(std::string_view text) {
  if (!is_utf8(text)) return;
  const Message message = message_with(text);
  Endpoint endpoint;
  endpoint.url = "https://chat.example";
  for (int kind = 0; kind <= static_cast<int>(SinkKind::kTelegram); ++kind) {
    endpoint.kind = static_cast<SinkKind>(kind);
    const bool own_json =
        endpoint.kind == SinkKind::kWebhook || endpoint.kind == SinkKind::kTemplate;
    if (!own_json) check(is_json(sink_request(endpoint, message, {}).body));
  }
}

void check_secret(std::string_view text) {
  try {
    check(!WebhookSecret::parse(text).key().empty());
  } catch (const std::invalid_argument&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_template(text);
  check_match(text);
  check_sinks(text);
  check_secret(text);
  return 0;
}
