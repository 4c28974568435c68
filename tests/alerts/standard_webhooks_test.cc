#include "alerts/standard_webhooks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <vector>

#include "alerts/base64.h"

namespace figured::alerts {
namespace {

std::chrono::sys_seconds unix_time(std::int64_t seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

WebhookSecret secret(const std::string& base64) { return WebhookSecret::parse("whsec_" + base64); }

// The vector that the specification's own libraries test with.
TEST(StandardWebhooksTest, ThePublishedVector) {
  const std::vector<WebhookSecret> secrets = {secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")};
  EXPECT_EQ(sign_webhook(secrets, "msg_p5jXN8AQM9LWM0D4loKWxJek", unix_time(1614265330),
                         R"({"test": 2432232314})"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(StandardWebhooksTest, EachSecretGivesASignature) {
  const WebhookSecret now = secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  const WebhookSecret before = secret("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  const auto sign = [](std::vector<WebhookSecret> secrets) {
    return sign_webhook(secrets, "alr_1", unix_time(1), "{}");
  };
  EXPECT_EQ(sign({now, before}), sign({now}) + " " + sign({before}));
  EXPECT_NE(sign({now}), sign({before}));
  EXPECT_EQ(sign({}), "");
}

TEST(StandardWebhooksTest, EverythingThatIsSignedChangesTheSignature) {
  const std::vector<WebhookSecret> secrets = {secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")};
  const std::string signature = sign_webhook(secrets, "alr_1", unix_time(1), "{}");
  EXPECT_NE(sign_webhook(secrets, "alr_2", unix_time(1), "{}"), signature);
  EXPECT_NE(sign_webhook(secrets, "alr_1", unix_time(2), "{}"), signature);
  EXPECT_NE(sign_webhook(secrets, "alr_1", unix_time(1), "{} "), signature);
}

TEST(StandardWebhooksTest, TheKeyIsWhatTheBase64Holds) {
  EXPECT_EQ(secret("YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4").key(), "abcdefghijklmnopqrstuvwx");
  EXPECT_EQ(secret("YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eQ==").key(), "abcdefghijklmnopqrstuvwxy");
  EXPECT_EQ(secret("YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXo=").key(), "abcdefghijklmnopqrstuvwxyz");
}

// Of RFC 8032, 7.1, test 1.
constexpr char kSeed[] = "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
constexpr char kSeedAndPublic[] =
    "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2DXWpgBgrEKt9VL/tPJZAc6DuFy89qmIyWvAhpo9wdRGg==";
constexpr char kPublic[] = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

TEST(StandardWebhooksTest, AnEd25519KeyIsItsSeed) {
  const WebhookSecret seed = WebhookSecret::parse(kSeed);
  EXPECT_EQ(seed.public_key(), kPublic);
  EXPECT_EQ(WebhookSecret::parse(kSeedAndPublic), seed);
}

bool verifies(const std::string& public_key, const std::string& message,
              const std::string& signature) {
  const std::string key = decode_base64(public_key.substr(5)).value();
  const std::string bytes = decode_base64(signature).value();
  const auto* raw = reinterpret_cast<const unsigned char*>(key.data());
  EVP_PKEY* pkey = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw, key.size());
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, pkey);
  const int good =
      EVP_DigestVerify(context, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       reinterpret_cast<const unsigned char*>(message.data()), message.size());
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(pkey);
  return good == 1;
}

TEST(StandardWebhooksTest, TheSignatureV1aIsOfTheSameMessage) {
  const std::vector<WebhookSecret> secrets = {WebhookSecret::parse(kSeed),
                                              secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")};
  const std::string signatures = sign_webhook(secrets, "alr_1", unix_time(7), "{}");
  ASSERT_TRUE(signatures.starts_with("v1a,"));
  const std::string signature = signatures.substr(4, signatures.find(' ') - 4);
  EXPECT_TRUE(verifies(kPublic, "alr_1.7.{}", signature));
  EXPECT_FALSE(verifies(kPublic, "alr_1.8.{}", signature));
  EXPECT_TRUE(signatures.substr(signatures.find(' ')).starts_with(" v1,"));
}

struct SecretCase {
  std::string name;
  std::string text;
  std::string error;  // "" = a good one
};

class SecretTest : public testing::TestWithParam<SecretCase> {};

TEST_P(SecretTest, Parse) {
  std::string error;
  try {
    WebhookSecret::parse(GetParam().text);
  } catch (const std::invalid_argument& refused) {
    error = refused.what();
  }
  EXPECT_EQ(error, GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, SecretTest,
    testing::Values(
        SecretCase{"Shortest", "whsec_" + std::string(32, 'A'), ""},
        SecretCase{"Longest", "whsec_" + std::string(86, 'A') + "==", ""},
        SecretCase{"TooShort", "whsec_AAAAAAAA", "holds 6 bytes, not 24 to 64"},
        SecretCase{"TooLong", "whsec_" + std::string(88, 'A'), "holds 66 bytes, not 24 to 64"},
        SecretCase{"Empty", "", "does not begin with whsec_ or whsk_"},
        SecretCase{"NoPrefix", std::string(32, 'A'), "does not begin with whsec_ or whsk_"},
        SecretCase{"OnlyThePrefix", "whsec_", "holds 0 bytes, not 24 to 64"},
        SecretCase{"NotBase64", "whsec_" + std::string(31, 'A') + "?",
                   "is not base64 after whsec_"},
        SecretCase{"CutOff", "whsec_" + std::string(31, 'A'), "is not base64 after whsec_"},
        SecretCase{"WithABlank", "whsec_ " + std::string(32, 'A'), "is not base64 after whsec_"},
        SecretCase{"WithALineBreak", "whsec_" + std::string(32, 'A') + "\n",
                   "is not base64 after whsec_"},
        SecretCase{"PaddingInTheMiddle", "whsec_AAA=" + std::string(32, 'A'),
                   "is not base64 after whsec_"},
        SecretCase{"Seed", kSeed, ""}, SecretCase{"SeedAndPublic", kSeedAndPublic, ""},
        SecretCase{"SeedTooShort", "whsk_AAAA", "holds 3 bytes, not 32 or 64"},
        SecretCase{"AnotherPublicKey", "whsk_" + std::string(86, 'A') + "==",
                   "holds a public key that is not that of its seed"},
        SecretCase{"StrayBits",
                   "whsec_" + std::string(33, 'A') + "B==", "is not base64 after whsec_"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::alerts
