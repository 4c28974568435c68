#include "wire/webhook_intake.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace figured::wire {
namespace json = boost::json;

namespace {

// Older signatures, and those of the future, may have been recorded by somebody.
constexpr std::chrono::minutes kTolerance{5};

net::ServerResponse reply(int status, const std::string& text) {
  return {status, {{"Content-Type", "text/plain"}}, text + "\n"};
}

std::string type_of(const json::object& alert) {
  const json::value* type = alert.if_contains("type");
  return type != nullptr && type->is_string() ? std::string(type->get_string()) : std::string();
}

std::optional<std::chrono::sys_seconds> parse_timestamp(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

// Takes the same time wherever they differ, so that nothing can be guessed bit by bit.
bool same_signature(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

// `list` holds signatures parted by blanks, one for each secret of the sender.
bool holds_signature(std::string_view list, std::string_view signature) {
  for (std::size_t start = 0; start < list.size();) {
    const std::size_t end = std::min(list.find(' ', start), list.size());
    if (same_signature(list.substr(start, end - start), signature)) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace

WebhookIntake::WebhookIntake(const std::string& secret, OnAlert on_alert)
    : secret_(alerts::WebhookSecret::parse(secret)), on_alert_(std::move(on_alert)) {}

net::ServerResponse WebhookIntake::take(const net::ServerRequest& request,
                                        std::chrono::sys_seconds now) {
  if (!is_signed(request, now)) {
    ++rejected_;
    return reply(401, "the signature is wrong");
  }
  boost::system::error_code error;
  const json::value body = json::parse(request.body, error);
  if (error || !body.is_object()) return reply(400, "the body is no JSON object");

  if (++deliveries_[std::string(request.header("webhook-id"))] == 1) {
    ++types_[type_of(body.get_object())];
    on_alert_(body.get_object());
  }
  return reply(200, "taken");
}

bool WebhookIntake::is_signed(const net::ServerRequest& request,
                              std::chrono::sys_seconds now) const {
  const std::string_view id = request.header("webhook-id");
  const auto at = parse_timestamp(request.header("webhook-timestamp"));
  if (id.empty() || id.find('.') != std::string_view::npos || !at) return false;
  if (*at < now - kTolerance || *at > now + kTolerance) return false;
  return holds_signature(request.header("webhook-signature"),
                         alerts::sign_webhook(std::span(&secret_, 1), id, *at, request.body));
}

int WebhookIntake::count(const std::string& type) const {
  const auto found = types_.find(type);
  return found == types_.end() ? 0 : found->second;
}

std::string make_secret() {
  constexpr int kSize = 24;
  unsigned char key[kSize];
  if (RAND_bytes(key, kSize) != 1) throw std::runtime_error("OpenSSL gives no random bytes");
  unsigned char text[kSize / 3 * 4 + 1];
  EVP_EncodeBlock(text, key, kSize);
  return "whsec_" + std::string(reinterpret_cast<const char*>(text));
}

}  // namespace figured::wire
