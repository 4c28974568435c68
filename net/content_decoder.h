// Undoes the Content-Encoding of an HTTP body: gzip, deflate, br, zstd.
//
// Pure, for use on a worker.  It trusts neither the header nor the body: what it
// inflates is limited in size and in ratio, and a body that is plainly not
// encoded as said is taken as it is.
#pragma once
#include <boost/system/result.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace figured::net {

enum class DecodeErrorKind : std::uint8_t {
  kUnknownEncoding,
  kDamaged,   // not what it says, or it ends in the middle
  kTooLarge,  // decoded, it passes DecodeLimits::max_size
  kBomb,      // it inflates beyond DecodeLimits::max_ratio
};

struct DecodeError {
  DecodeErrorKind kind = DecodeErrorKind::kDamaged;
  std::string message;  // a sentence
};

[[noreturn]] void throw_exception_from_error(const DecodeError& error,
                                             const boost::source_location& location);

struct DecodeLimits {
  std::size_t max_size = 64 * 1024 * 1024;          // decoded
  std::size_t max_ratio = 200;                      // decoded to encoded ...
  std::size_t ratio_counts_from = 4 * 1024 * 1024;  // ... once this much is decoded
};

using DecodeResult = boost::system::result<std::string, DecodeError>;

// `content_encoding` is the header's value, "" where there was none; several
// encodings are undone from the last to the first.
DecodeResult decode_content(std::string body, std::string_view content_encoding,
                            const DecodeLimits& limits = {});

// What decode_content understands, as an Accept-Encoding header says it.
inline constexpr std::string_view kAcceptEncoding = "gzip, br, zstd";

}  // namespace figured::net
