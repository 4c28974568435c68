#include "feeds/websub/push_signature.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>
#include <span>
#include <string>
#include <utility>

#include "feeds/hex_digits.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

constexpr std::pair<std::string_view, const char*> kMethods[] = {
    {"sha1", "SHA1"}, {"sha256", "SHA256"}, {"sha384", "SHA384"}, {"sha512", "SHA512"}};

// The name that OpenSSL has for it; null where it is no method of WebSub's.
const char* digest_of(std::string_view method) {
  for (const auto& [name, digest] : kMethods)
    if (equal_ignoring_case(method, name)) return digest;
  return nullptr;
}

std::string hmac_hex(const char* digest, std::string_view secret, std::string_view body) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes;
  std::size_t size = 0;
  if (!EVP_Q_mac(nullptr, "HMAC", nullptr, digest, nullptr, secret.data(), secret.size(),
                 reinterpret_cast<const unsigned char*>(body.data()), body.size(), bytes.data(),
                 bytes.size(), &size))
    return {};
  return hex_digits(std::span(bytes).first(size));
}

}  // namespace

bool is_signed(std::string_view body, std::string_view header, std::string_view secret) {
  const auto equals = header.find('=');
  if (equals == header.npos || secret.empty()) return false;
  const char* digest = digest_of(trim(header.substr(0, equals)));
  if (!digest) return false;
  const std::string given = to_lower(trim(header.substr(equals + 1)));
  const std::string right = hmac_hex(digest, secret, body);
  return !right.empty() && given.size() == right.size() &&
         CRYPTO_memcmp(given.data(), right.data(), right.size()) == 0;
}

}  // namespace figured::feeds
