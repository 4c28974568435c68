#include "feeds/content_digest.h"

#include <openssl/evp.h>

#include <array>
#include <span>
#include <stdexcept>

#include "feeds/hex_digits.h"

namespace figured::feeds {

std::string content_sha256(std::string_view title, std::string_view text) {
  std::string bytes(title);
  bytes += '\n';
  bytes += text;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  std::size_t size = 0;
  if (!EVP_Q_digest(nullptr, "SHA256", nullptr, bytes.data(), bytes.size(), digest.data(), &size))
    throw std::runtime_error("OpenSSL gives no SHA-256");
  return hex_digits(std::span(digest).first(size));
}

}  // namespace figured::feeds
