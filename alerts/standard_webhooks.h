// Signatures of the Standard Webhooks specification, versions v1 and v1a.
//
// A receiver that knows the secret (v1), or the public key (v1a), can tell from the
// signature that the body came from here, unchanged, and not long ago.  Several
// secrets give several signatures, so that a secret can be changed without a pause.
#pragma once
#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace figured::alerts {

// "whsec_" and the base64 of 24 to 64 bytes: a key of HMAC-SHA256 (v1).
// "whsk_" and the base64 of 32 or 64 bytes: the seed of an ed25519 key, with or
// without the public key behind it (v1a); the receiver is given public_key().
class WebhookSecret {
 public:
  enum class Version : std::uint8_t { kV1, kV1a };

  // Throws std::invalid_argument that says what is wrong, never what was given.
  static WebhookSecret parse(std::string_view text);

  Version version() const { return version_; }
  // Of v1 the key, of v1a the seed.
  std::string_view key() const { return key_; }
  // "whpk_" and base64; requires v1a.
  std::string public_key() const;
  friend bool operator==(const WebhookSecret&, const WebhookSecret&) = default;

 private:
  WebhookSecret(Version version, std::string key) : version_(version), key_(std::move(key)) {}

  Version version_;
  std::string key_;
};

// The value of the header webhook-signature: "v1,BASE64" or "v1a,BASE64" for each
// secret, parted by spaces; "" without secrets.  `id` must hold no '.'.
std::string sign_webhook(std::span<const WebhookSecret> secrets, std::string_view id,
                         std::chrono::sys_seconds at, std::string_view body);

}  // namespace figured::alerts
