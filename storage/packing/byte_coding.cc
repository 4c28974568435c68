#include "storage/packing/byte_coding.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace figured::storage {
namespace {

// A number is its digits and, in the three lowest bits, how many are decimals.
constexpr std::array kPowers{1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6};
constexpr std::uint64_t kDecimalBits = 3;
constexpr std::uint64_t kWholeBytes = 7;  // in place of decimals: eight bytes follow
constexpr double kMostDigits = 1e15;      // a double tells these apart

std::uint64_t zigzag(std::int64_t value) {
  return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t from_zigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

}  // namespace

void ByteWriter::put(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}

void ByteWriter::put_signed(std::int64_t value) { put(zigzag(value)); }

void ByteWriter::put_number(double value) {
  for (std::size_t decimals = 0; decimals < kPowers.size(); ++decimals) {
    const double digits = std::nearbyint(value * kPowers[decimals]);
    if (!(std::fabs(digits) < kMostDigits)) break;
    const auto whole = static_cast<std::int64_t>(digits);
    const double read = static_cast<double>(whole) / kPowers[decimals];
    // By its bits, for -0 is another number than 0.
    if (std::bit_cast<std::uint64_t>(read) == std::bit_cast<std::uint64_t>(value))
      return put(zigzag(whole) << kDecimalBits | decimals);
  }
  put(kWholeBytes);
  put_hash(std::bit_cast<std::uint64_t>(value));
}

void ByteWriter::put_text(std::string_view text) {
  put(text.size());
  bytes_ += text;
}

void ByteWriter::put_hash(std::uint64_t hash) {
  bytes_.append(reinterpret_cast<const char*>(&hash), sizeof hash);
}

std::uint64_t ByteReader::take() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint64_t byte = take_byte();
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  throw BadBytes();
}

std::int64_t ByteReader::take_signed() { return from_zigzag(take()); }

double ByteReader::take_number() {
  const std::uint64_t coded = take();
  const std::size_t decimals = coded & ((1U << kDecimalBits) - 1);
  if (decimals == kWholeBytes) return std::bit_cast<double>(take_hash());
  return static_cast<double>(from_zigzag(coded >> kDecimalBits)) / kPowers[decimals];
}

std::string_view ByteReader::take_text() { return take_bytes(take()); }

std::uint64_t ByteReader::take_hash() {
  std::uint64_t hash = 0;
  std::memcpy(&hash, take_bytes(sizeof hash).data(), sizeof hash);
  return hash;
}

std::uint8_t ByteReader::take_byte() { return static_cast<std::uint8_t>(take_bytes(1).front()); }

std::string_view ByteReader::take_bytes(std::size_t count) {
  if (count > rest_.size()) throw BadBytes();
  const std::string_view bytes = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return bytes;
}

}  // namespace figured::storage
