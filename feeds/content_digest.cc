#include "feeds/content_digest.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace figured::feeds {

std::string content_sha256(std::string_view title, std::string_view text) {
  std::string bytes(title);
  bytes += '\n';
  bytes += text;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  std::size_t size = 0;
  if (!EVP_Q_digest(nullptr, "SHA256", nullptr, bytes.data(), bytes.size(), digest.data(), &size))
    throw std::runtime_error("OpenSSL gives no SHA-256");
  std::string hex;
  for (std::size_t i = 0; i < size; ++i) {
    hex += "0123456789abcdef"[digest[i] >> 4];
    hex += "0123456789abcdef"[digest[i] & 15];
  }
  return hex;
}

}  // namespace figured::feeds
