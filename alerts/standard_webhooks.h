// Signatures of the Standard Webhooks specification, version v1.
//
// A receiver that knows the secret can tell from the signature that the body
// came from here, unchanged, and not long ago.  Several secrets give several
// signatures, so that a secret can be changed without a pause.
#pragma once
#include <chrono>
#include <span>
#include <string>
#include <string_view>

namespace figured::alerts {

// A key of 24 to 64 bytes, written "whsec_" and its base64.
class WebhookSecret {
 public:
  // Throws std::invalid_argument that says what is wrong, never what was given.
  static WebhookSecret parse(std::string_view text);

  std::string_view key() const { return key_; }
  friend bool operator==(const WebhookSecret&, const WebhookSecret&) = default;

 private:
  explicit WebhookSecret(std::string key) : key_(std::move(key)) {}

  std::string key_;
};

// The value of the header webhook-signature: "v1,BASE64" for each secret, parted
// by spaces; "" without secrets.  `id` must hold no '.'.
std::string sign_webhook(std::span<const WebhookSecret> secrets, std::string_view id,
                         std::chrono::sys_seconds at, std::string_view body);

}  // namespace figured::alerts
