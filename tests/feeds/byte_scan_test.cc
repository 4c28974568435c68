#include "feeds/byte_scan.h"

#include <gtest/gtest.h>

#include <string>

namespace figured::feeds {
namespace {

TEST(SkipAscii, FindsTheFirstByteBeyondWhereverItStands) {
  for (std::size_t size = 0; size < 50; ++size)
    for (std::size_t from = 0; from <= size; ++from) {
      EXPECT_EQ(skip_ascii(std::string(size, '\x7f'), from), size);
      for (std::size_t at = from; at < size; ++at) {
        std::string text(size, 'a');
        text[at] = '\x80';
        EXPECT_EQ(skip_ascii(text, from), at) << "of " << size << " from " << from;
      }
    }
}

// Sixteen bytes at a time and one by one the same is found, of all that a byte can be.
TEST(FindByte, MarksWhatItAsksFor) {
  const auto mark = [](const auto& bytes) {
    return (bytes.between(0x09, 0x20) | bytes.equal_to('<') | bytes.equal_to(0xef))
        .but_for(bytes.equal_to('\n'));
  };
  const auto is_wanted = [](unsigned char c) {
    return ((c >= 0x09 && c <= 0x20) || c == '<' || c == 0xef) && c != '\n';
  };
  for (int byte = 0; byte < 256; ++byte) {
    std::string text(20, 'a');
    text[3] = static_cast<char>(byte);   // among sixteen
    text[18] = static_cast<char>(byte);  // where fewer are left
    const bool wanted = is_wanted(static_cast<unsigned char>(byte));
    EXPECT_EQ(find_byte(text, 0, mark, is_wanted), wanted ? 3u : 20u) << byte;
    EXPECT_EQ(find_byte(text, 5, mark, is_wanted), wanted ? 18u : 20u) << byte;
  }
}

}  // namespace
}  // namespace figured::feeds
