#include "net/content_decoder.h"

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zstd.h>

#include <algorithm>
#include <boost/system/errc.hpp>
#include <boost/system/system_error.hpp>
#include <memory>
#include <vector>

namespace figured::net {
namespace {

constexpr std::size_t kFirstBuffer = 64 * 1024;
constexpr int kZstdWindowLog = 23;  // 8 MiB, which RFC 8878 asks of every decoder

DecodeError error(DecodeErrorKind kind, std::string message) { return {kind, std::move(message)}; }

DecodeError damaged(std::string_view encoding) {
  return error(DecodeErrorKind::kDamaged,
               "The " + std::string(encoding) + " body is damaged or ends in the middle");
}

// How many bytes may come out of a body of `encoded` bytes.
std::size_t ceiling(std::size_t encoded, const DecodeLimits& limits) {
  const std::size_t by_ratio = std::max(limits.ratio_counts_from, encoded * limits.max_ratio);
  return std::min(limits.max_size, by_ratio);
}

DecodeError too_much(std::size_t encoded, const DecodeLimits& limits) {
  if (ceiling(encoded, limits) == limits.max_size)
    return error(DecodeErrorKind::kTooLarge,
                 "Decoded, the body passes " + std::to_string(limits.max_size) + " bytes");
  return error(DecodeErrorKind::kBomb,
               "The body inflates more than " + std::to_string(limits.max_ratio) + " times");
}

using Inflate = libdeflate_result (*)(libdeflate_decompressor*, const void*, size_t, void*, size_t,
                                      size_t*, size_t*);

struct Inflater {
  std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor{
      libdeflate_alloc_decompressor(), &libdeflate_free_decompressor};

  // Appends one stream to `out`; takes it off the front of `in`.
  libdeflate_result append(Inflate inflate, std::string_view& in, std::string& out,
                           std::size_t guess, std::size_t most) {
    const std::size_t start = out.size();
    for (std::size_t room = std::max(guess, kFirstBuffer);; room *= 4) {
      room = std::min(room, most - start);
      out.resize(start + room);
      std::size_t taken = 0;
      std::size_t made = 0;
      const auto result = inflate(decompressor.get(), in.data(), in.size(), out.data() + start,
                                  room, &taken, &made);
      if (result == LIBDEFLATE_INSUFFICIENT_SPACE && start + room < most) continue;
      out.resize(start + made);
      in.remove_prefix(taken);
      return result;
    }
  }
};

bool is_gzip(std::string_view body) { return body.starts_with("\x1f\x8b"); }

// The size that the gzip trailer claims; a hint, nothing more.
std::size_t claimed_size(std::string_view gzip) {
  std::size_t size = 0;
  for (std::size_t i = 1; i <= 4 && i <= gzip.size(); ++i)
    size = size << 8 | static_cast<unsigned char>(gzip[gzip.size() - i]);
  return std::min(size + 1, gzip.size() * 32);
}

DecodeResult gunzip(std::string_view body, const DecodeLimits& limits) {
  Inflater inflater;
  std::string out;
  const std::size_t most = ceiling(body.size(), limits);
  // A gzip file may have several members; what follows the last is padding.
  for (std::string_view rest = body; is_gzip(rest);) {
    const auto result =
        inflater.append(&libdeflate_gzip_decompress_ex, rest, out, claimed_size(rest), most);
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE) return too_much(body.size(), limits);
    if (result != LIBDEFLATE_SUCCESS) return damaged("gzip");
  }
  return out;
}

// "deflate" is to mean zlib's wrapper; some servers send it bare.
DecodeResult inflate(std::string_view body, const DecodeLimits& limits) {
  const std::size_t most = ceiling(body.size(), limits);
  for (const Inflate how : {&libdeflate_zlib_decompress_ex, &libdeflate_deflate_decompress_ex}) {
    Inflater inflater;
    std::string out;
    std::string_view rest = body;
    const auto result = inflater.append(how, rest, out, body.size() * 8, most);
    if (result == LIBDEFLATE_SUCCESS) return out;
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE) return too_much(body.size(), limits);
  }
  return damaged("deflate");
}

DecodeResult unbrotli(std::string_view body, const DecodeLimits& limits) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  const std::size_t most = ceiling(body.size(), limits);
  std::string out;
  std::size_t left = body.size();
  auto next = reinterpret_cast<const std::uint8_t*>(body.data());
  for (;;) {
    std::size_t room = 0;  // the decoder hands out its own buffer
    const auto result =
        BrotliDecoderDecompressStream(state.get(), &left, &next, &room, nullptr, nullptr);
    if (result == BROTLI_DECODER_RESULT_ERROR) return damaged("br");
    std::size_t size = 0;
    const auto* piece = BrotliDecoderTakeOutput(state.get(), &size);
    if (out.size() + size > most) return too_much(body.size(), limits);
    out.append(reinterpret_cast<const char*>(piece), size);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return out;
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) return damaged("br");
  }
}

DecodeResult unzstd(std::string_view body, const DecodeLimits& limits) {
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                     &ZSTD_freeDCtx);
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kZstdWindowLog);
  const std::size_t most = ceiling(body.size(), limits);
  std::string out;
  std::vector<char> buffer(ZSTD_DStreamOutSize());
  ZSTD_inBuffer in{body.data(), body.size(), 0};
  for (;;) {
    ZSTD_outBuffer piece{buffer.data(), buffer.size(), 0};
    const std::size_t result = ZSTD_decompressStream(context.get(), &piece, &in);
    if (ZSTD_isError(result)) return damaged("zstd");
    if (out.size() + piece.pos > most) return too_much(body.size(), limits);
    out.append(buffer.data(), piece.pos);
    if (result == 0 && in.pos == in.size) return out;
    if (in.pos == in.size && piece.pos < piece.size) return damaged("zstd");
  }
}

// Servers say gzip and send text, or say nothing and send gzip.
bool is_plain_text(std::string_view body) {
  if (body.starts_with("\xef\xbb\xbf")) return true;
  const auto first = body.find_first_not_of(" \t\r\n");
  return first == body.npos || body[first] == '<' || body[first] == '{';
}

DecodeResult undo(std::string body, std::string_view encoding, const DecodeLimits& limits) {
  if (encoding.empty() || encoding == "identity") return body;
  const bool gzip = encoding == "gzip" || encoding == "x-gzip";
  if (!gzip && encoding != "deflate" && encoding != "br" && encoding != "zstd")
    return error(DecodeErrorKind::kUnknownEncoding,
                 "The body's encoding is not known: " + std::string(encoding.substr(0, 40)));
  if (body.empty()) return body;
  if (gzip)
    return is_gzip(body)         ? gunzip(body, limits)
           : is_plain_text(body) ? DecodeResult(std::move(body))
                                 : damaged("gzip");
  auto decoded = encoding == "br"     ? unbrotli(body, limits)
                 : encoding == "zstd" ? unzstd(body, limits)
                                      : inflate(body, limits);
  if (!decoded && decoded.error().kind == DecodeErrorKind::kDamaged && is_plain_text(body))
    return body;
  return decoded;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

void throw_exception_from_error(const DecodeError& error, const boost::source_location&) {
  throw boost::system::system_error(make_error_code(boost::system::errc::bad_message),
                                    error.message);
}

DecodeResult decode_content(std::string body, std::string_view content_encoding,
                            const DecodeLimits& limits) {
  std::string encodings(content_encoding);
  std::ranges::transform(encodings, encodings.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  std::string_view left = encodings;
  // More layers than two are a bomb's way of hiding its ratio.
  if (std::ranges::count(left, ',') > 1)
    return error(DecodeErrorKind::kUnknownEncoding, "The body is encoded more than twice");
  while (!left.empty()) {
    const auto comma = left.rfind(',');
    const std::string_view last = trim(comma == left.npos ? left : left.substr(comma + 1));
    left = comma == left.npos ? std::string_view() : left.substr(0, comma);
    auto decoded = undo(std::move(body), last, limits);
    if (!decoded) return decoded;
    body = *std::move(decoded);
  }
  if (is_gzip(body)) return gunzip(body, limits);  // a .xml.gz file, say
  return body;
}

}  // namespace figured::net
