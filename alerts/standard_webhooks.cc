#include "alerts/standard_webhooks.h"

#include <openssl/evp.h>

#include <array>
#include <cassert>
#include <memory>
#include <optional>
#include <stdexcept>

#include "alerts/base64.h"

namespace figured::alerts {
namespace {

constexpr std::string_view kSymmetric = "whsec_";
constexpr std::string_view kAsymmetric = "whsk_";
constexpr std::size_t kMinKey = 24;
constexpr std::size_t kMaxKey = 64;
constexpr std::size_t kSeed = 32;       // of ed25519, RFC 8032
constexpr std::size_t kSignature = 64;  // the same

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  std::size_t size = 0;
  if (!EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.data(), key.size(),
                 bytes_of(message), message.size(), digest.data(), digest.size(), &size))
    throw std::runtime_error("OpenSSL gives no HMAC-SHA256");
  return {reinterpret_cast<const char*>(digest.data()), size};
}

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Key ed25519_key(std::string_view seed) {
  Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes_of(seed), seed.size()),
          &EVP_PKEY_free);
  if (!key) throw std::runtime_error("OpenSSL gives no ed25519");
  return key;
}

std::string ed25519(std::string_view seed, std::string_view message) {
  const Key key = ed25519_key(seed);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  std::array<unsigned char, kSignature> signature;
  std::size_t size = signature.size();
  if (!context || !EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) ||
      !EVP_DigestSign(context.get(), signature.data(), &size, bytes_of(message), message.size()))
    throw std::runtime_error("OpenSSL does not sign with ed25519");
  return {reinterpret_cast<const char*>(signature.data()), size};
}

std::string ed25519_public_key(std::string_view seed) {
  const Key key = ed25519_key(seed);
  std::array<unsigned char, kSeed> bytes;
  std::size_t size = bytes.size();
  if (!EVP_PKEY_get_raw_public_key(key.get(), bytes.data(), &size))
    throw std::runtime_error("OpenSSL gives no public key of ed25519");
  return {reinterpret_cast<const char*>(bytes.data()), size};
}

std::string decoded(std::string_view text, std::string_view prefix) {
  std::optional<std::string> key = decode_base64(text.substr(prefix.size()));
  if (!key) throw std::invalid_argument("is not base64 after " + std::string(prefix));
  return *std::move(key);
}

}  // namespace

WebhookSecret WebhookSecret::parse(std::string_view text) {
  if (text.starts_with(kAsymmetric)) {
    std::string key = decoded(text, kAsymmetric);
    if (key.size() != kSeed && key.size() != 2 * kSeed)
      throw std::invalid_argument("holds " + std::to_string(key.size()) + " bytes, not 32 or 64");
    const std::string behind = key.size() == kSeed ? "" : key.substr(kSeed);
    key.resize(kSeed);
    if (!behind.empty() && behind != ed25519_public_key(key))
      throw std::invalid_argument("holds a public key that is not that of its seed");
    return {Version::kV1a, std::move(key)};
  }
  if (!text.starts_with(kSymmetric))
    throw std::invalid_argument("does not begin with whsec_ or whsk_");
  std::string key = decoded(text, kSymmetric);
  if (key.size() < kMinKey || key.size() > kMaxKey)
    throw std::invalid_argument("holds " + std::to_string(key.size()) + " bytes, not 24 to 64");
  return {Version::kV1, std::move(key)};
}

std::string WebhookSecret::public_key() const {
  assert(version_ == Version::kV1a);
  return "whpk_" + encode_base64(ed25519_public_key(key_));
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
    signatures += secret.version() == WebhookSecret::Version::kV1
                      ? "v1," + encode_base64(hmac_sha256(secret.key(), message))
                      : "v1a," + encode_base64(ed25519(secret.key(), message));
  }
  return signatures;
}

}  // namespace figured::alerts
