#include "alerts/standard_webhooks.h"

#include <openssl/evp.h>

#include <array>
#include <cassert>
#include <optional>
#include <stdexcept>

namespace figured::alerts {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::size_t kMinKey = 24;
constexpr std::size_t kMaxKey = 64;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string encode_base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // and OpenSSL's final NUL
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes_of(bytes),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

// OpenSSL passes over blanks and counts the padding as bytes; so what it makes
// of the text is encoded again, and must give the text.
std::optional<std::string> decode_base64(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), bytes_of(text),
                                   static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
  if (static_cast<std::size_t>(size) < padding) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size) - padding);
  if (encode_base64(bytes) != text) return std::nullopt;
  return bytes;
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  std::size_t size = 0;
  if (!EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.data(), key.size(),
                 bytes_of(message), message.size(), digest.data(), digest.size(), &size))
    throw std::runtime_error("OpenSSL gives no HMAC-SHA256");
  return {reinterpret_cast<const char*>(digest.data()), size};
}

}  // namespace

WebhookSecret WebhookSecret::parse(std::string_view text) {
  if (!text.starts_with(kPrefix)) throw std::invalid_argument("does not begin with whsec_");
  std::optional<std::string> key = decode_base64(text.substr(kPrefix.size()));
  if (!key) throw std::invalid_argument("is not base64 after whsec_");
  if (key->size() < kMinKey || key->size() > kMaxKey)
    throw std::invalid_argument("holds " + std::to_string(key->size()) + " bytes, not 24 to 64");
  return WebhookSecret(*std::move(key));
}

std::string sign_webhook(std::span<const WebhookSecret> secrets, std::string_view id,
                         std::chrono::sys_seconds at, std::string_view body) {
  assert(id.find('.') == std::string_view::npos);
  std::string message(id);
  message += '.';
  message += std::to_string(at.time_since_epoch().count());
  message += '.';
  message += body;
  std::string signatures;
  for (const WebhookSecret& secret : secrets) {
    if (!signatures.empty()) signatures += ' ';
    signatures += "v1," + encode_base64(hmac_sha256(secret.key(), message));
  }
  return signatures;
}

}  // namespace figured::alerts
