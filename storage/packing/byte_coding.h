// Values as few bytes: what packs are written with and read from.
//
// Integers are varints (seven bits a byte, the lowest first), signed ones zigzag;
// a number with few decimals is its digits, any other its eight bytes.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace figured::storage {

// The bytes are not what was written.
class BadBytes : public std::runtime_error {
 public:
  explicit BadBytes(const std::string& what = "packed bytes are damaged")
      : std::runtime_error(what) {}
};

class ByteWriter {
 public:
  void put(std::uint64_t value);
  void put_signed(std::int64_t value);
  void put_number(double value);
  // Length, then bytes.
  void put_text(std::string_view text);
  // Eight bytes, in the machine's order, as all blobs of the store.
  void put_hash(std::uint64_t hash);
  void put_byte(std::uint8_t byte) { bytes_ += static_cast<char>(byte); }

  const std::string& bytes() const { return bytes_; }
  std::string take_bytes() { return std::move(bytes_); }
  void clear() { bytes_.clear(); }

 private:
  std::string bytes_;
};

// Each throws BadBytes where the bytes end too early.
class ByteReader {
 public:
  // `bytes` must outlive the reader and the texts it gives.
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t take();
  std::int64_t take_signed();
  double take_number();
  std::string_view take_text();
  std::uint64_t take_hash();
  std::uint8_t take_byte();
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view take_bytes(std::size_t count);

  std::string_view rest_;
};

}  // namespace figured::storage
