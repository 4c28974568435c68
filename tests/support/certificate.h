// A certificate for tests, signed by itself: for 127.0.0.1, valid for a day.
#pragma once
#include <string>

namespace figured::tests {

struct CertificateFiles {
  std::string certificate;  // PEM
  std::string key;
};

// Throws std::runtime_error where it cannot be made.
void make_certificate(const std::string& common_name, const CertificateFiles& files);

}  // namespace figured::tests
