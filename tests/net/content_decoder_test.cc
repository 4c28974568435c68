#include "net/content_decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libdeflate.h>
#include <zstd.h>

#include <memory>

namespace figured::net {
namespace {

using testing::HasSubstr;

using Compress = size_t (*)(libdeflate_compressor*, const void*, size_t, void*, size_t);

std::string compress(Compress how, const std::string& text) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(6), &libdeflate_free_compressor);
  std::string out(text.size() + 1024, '\0');
  out.resize(how(compressor.get(), text.data(), text.size(), out.data(), out.size()));
  return out;
}

std::string gzip(const std::string& text) { return compress(&libdeflate_gzip_compress, text); }
std::string zlib(const std::string& text) { return compress(&libdeflate_zlib_compress, text); }
std::string deflate(const std::string& text) {
  return compress(&libdeflate_deflate_compress, text);
}

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

// Brotli's stored form: a window of 16 bits, one uncompressed block, the end.
std::string brotli(const std::string& text) {
  const auto length = static_cast<unsigned>(text.size() - 1);  // MLEN-1 in 16 bits
  // Bits from the lowest: WBITS "0", ISLAST 0, MNIBBLES 00 (four), MLEN-1, ISUNCOMPRESSED 1.
  const unsigned bits = length << 4 | 1u << 20;
  std::string out{static_cast<char>(bits & 0xff), static_cast<char>(bits >> 8 & 0xff),
                  static_cast<char>(bits >> 16 & 0xff)};
  return out + text + '\x03';  // ISLAST 1, ISLASTEMPTY 1
}

const std::string kFeed = "<rss><channel><title>Ferry runs again</title></channel></rss>";

struct DecodeCase {
  std::string name;
  std::string body;
  std::string encoding;
  std::string decoded;
};

class DecodeContentTest : public testing::TestWithParam<DecodeCase> {};

TEST_P(DecodeContentTest, GivesTheDocument) {
  const auto result = decode_content(GetParam().body, GetParam().encoding);
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(*result, GetParam().decoded);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, DecodeContentTest,
    testing::Values(DecodeCase{"None", kFeed, "", kFeed},
                    DecodeCase{"Identity", kFeed, "identity", kFeed},
                    DecodeCase{"Gzip", gzip(kFeed), "gzip", kFeed},
                    DecodeCase{"OldNameInCapitals", gzip(kFeed), "X-GZIP", kFeed},
                    DecodeCase{"Deflate", zlib(kFeed), "deflate", kFeed},
                    DecodeCase{"DeflateBare", deflate(kFeed), "deflate", kFeed},
                    DecodeCase{"Zstd", zstd(kFeed), "zstd", kFeed},
                    DecodeCase{"ZstdTwoFrames", zstd(kFeed) + zstd("more"), "zstd", kFeed + "more"},
                    DecodeCase{"Brotli", brotli(kFeed), "br", kFeed},
                    DecodeCase{"GzipTwoMembers", gzip(kFeed) + gzip("more"), "gzip",
                               kFeed + "more"},
                    DecodeCase{"GzipAndPadding", gzip(kFeed) + std::string(9, '\0'), "gzip", kFeed},
                    DecodeCase{"GzipThenZstd", zstd(gzip(kFeed)), "gzip, zstd", kFeed},
                    DecodeCase{"GzipSaidButNotDone", kFeed, "gzip", kFeed},
                    DecodeCase{"BrotliSaidButNotDone", kFeed, "br", kFeed},
                    DecodeCase{"GzipDoneButNotSaid", gzip(kFeed), "", kFeed},
                    DecodeCase{"EmptyBodySaidGzip", "", "gzip", ""},
                    DecodeCase{"LargeGrowsTheBuffer", gzip(std::string(3'000'000, 'x')), "gzip",
                               std::string(3'000'000, 'x')}),
    [](const auto& test) { return test.param.name; });

struct BadCase {
  std::string name;
  std::string body;
  std::string encoding;
  DecodeErrorKind kind;
};

class DecodeErrorTest : public testing::TestWithParam<BadCase> {};

TEST_P(DecodeErrorTest, IsAValue) {
  const DecodeLimits limits{.max_size = 8'000'000, .max_ratio = 50, .ratio_counts_from = 100'000};
  const auto result = decode_content(GetParam().body, GetParam().encoding, limits);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, GetParam().kind) << result.error().message;
}

std::string without_end(const std::string& body) { return body.substr(0, body.size() - 5); }

std::string incompressible(std::size_t size) {
  std::string noise(size, '\0');
  std::uint32_t state = 1;
  for (char& c : noise) c = static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  return noise;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, DecodeErrorTest,
    testing::Values(
        BadCase{"GzipCutShort", without_end(gzip(kFeed)), "gzip", DecodeErrorKind::kDamaged},
        BadCase{"ZstdCutShort", without_end(zstd(kFeed)), "zstd", DecodeErrorKind::kDamaged},
        BadCase{"BrotliCutShort", without_end(brotli(kFeed)), "br", DecodeErrorKind::kDamaged},
        BadCase{"DeflateCutShort", without_end(zlib(kFeed)), "deflate", DecodeErrorKind::kDamaged},
        BadCase{"NoGzipAtAll", "\x7f\x45\x4c\x46", "gzip", DecodeErrorKind::kDamaged},
        BadCase{"GzipBomb", gzip(std::string(5'000'000, '0')), "gzip", DecodeErrorKind::kBomb},
        BadCase{"ZstdBomb", zstd(std::string(5'000'000, '0')), "zstd", DecodeErrorKind::kBomb},
        BadCase{"DeflateBomb", zlib(std::string(5'000'000, '0')), "deflate",
                DecodeErrorKind::kBomb},
        BadCase{"TooLarge", gzip(incompressible(9'000'000)), "gzip", DecodeErrorKind::kTooLarge},
        BadCase{"TooLargeZstd", zstd(incompressible(9'000'000)), "zstd",
                DecodeErrorKind::kTooLarge},
        BadCase{"Unknown", kFeed, "compress", DecodeErrorKind::kUnknownEncoding},
        BadCase{"ThreeLayers", kFeed, "gzip, gzip, gzip", DecodeErrorKind::kUnknownEncoding}),
    [](const auto& test) { return test.param.name; });

TEST(DecodeContent, NamesTheEncodingItDoesNotKnow) {
  EXPECT_THAT(decode_content(kFeed, "sdch").error().message, HasSubstr("sdch"));
}

// A trailer may claim any size; no memory is taken on its word.
TEST(DecodeContent, TheClaimedSizeIsOnlyAHint) {
  std::string body = gzip(kFeed);
  body.replace(body.size() - 4, 4, "\xff\xff\xff\x7f");
  const auto result = decode_content(body, "gzip");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, DecodeErrorKind::kDamaged);
}

}  // namespace
}  // namespace figured::net
