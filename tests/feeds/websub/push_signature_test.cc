#include "feeds/websub/push_signature.h"

#include <gtest/gtest.h>

#include <string>

namespace figured::feeds {
namespace {

// RFC 2202 and RFC 4231, test case 2: key "Jefe".
constexpr char kBody[] = "what do ya want for nothing?";
constexpr char kSecret[] = "Jefe";
const std::string kSha1 = "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79";
const std::string kSha256 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
const std::string kSha384 =
    "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e"
    "8e2240ca5e69e2c78b3239ecfab21649";
const std::string kSha512 =
    "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
    "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737";

struct SignatureCase {
  std::string name;
  std::string header;
  bool right;
  std::string secret = kSecret;
};

class PushSignatureTest : public testing::TestWithParam<SignatureCase> {};

TEST_P(PushSignatureTest, IsRightOrNot) {
  EXPECT_EQ(is_signed(kBody, GetParam().header, GetParam().secret), GetParam().right);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PushSignatureTest,
    testing::Values(SignatureCase{"Sha1", "sha1=" + kSha1, true},
                    SignatureCase{"Sha256", "sha256=" + kSha256, true},
                    SignatureCase{"Sha384", "sha384=" + kSha384, true},
                    SignatureCase{"Sha512", "sha512=" + kSha512, true},
                    SignatureCase{"UpperCase", "SHA1=EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79",
                                  true},
                    SignatureCase{"AnotherSecret", "sha1=" + kSha1, false, "Jeff"},
                    SignatureCase{"NoSecret", "sha1=" + kSha1, false, ""},
                    SignatureCase{"AnotherMethod", "sha256=" + kSha1, false},
                    SignatureCase{"UnknownMethod", "md5=750c783e6ab0b503eaa86e310a5db738", false},
                    SignatureCase{"CutShort", "sha256=" + kSha256.substr(0, 63), false},
                    SignatureCase{"NoMethod", kSha256, false}, SignatureCase{"Missing", "", false},
                    SignatureCase{"Empty", "sha256=", false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
