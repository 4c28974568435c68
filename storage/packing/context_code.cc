// context = side side varint(count) {stem: 4 bytes, distance: 1 byte}
// side    = varint(words counted off) bit{words, nearest first}     the left one first
#include "storage/packing/context_code.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "claims/verdicts/context_words.h"
#include "storage/packing/byte_coding.h"
#include "storage/packing/word_bytes.h"

namespace figured::storage {
namespace {

// Counts off the words to one side of a figure, nearest first, as long as there are
// any; words that hold a digit do not count.
class SideWords {
 public:
  static SideWords left_of(std::string_view field, claims::Span figure) {
    return {field.substr(0, is_within(field, figure) ? figure.start : 0), true};
  }
  static SideWords right_of(std::string_view field, claims::Span figure) {
    return {is_within(field, figure) ? field.substr(figure.end) : std::string_view(), false};
  }

  // Empty = there is none.
  std::string_view next() {
    while (!rest_.empty()) {
      const std::string_view word = backwards_ ? take_last() : take_first();
      if (!word.empty()) return word;
    }
    return {};
  }

 private:
  SideWords(std::string_view rest, bool backwards) : rest_(rest), backwards_(backwards) {}

  static bool is_within(std::string_view field, claims::Span figure) {
    return figure.start <= figure.end && figure.end <= field.size();
  }
  // The "s" of "the mayor's".
  bool is_possessive(std::size_t begin, std::size_t end) const {
    const std::string_view before = rest_.substr(0, begin);
    return end - begin == 1 && (rest_[begin] | 0x20) == 's' &&
           (before.ends_with('\'') || before.ends_with("\u2019"));
  }
  // The next run of letters and digits; empty when it is no word.
  std::string_view take_first() {
    std::size_t begin = 0;
    while (begin < rest_.size() && kind_at(rest_, begin) == ByteKind::kOther) ++begin;
    std::size_t end = begin;
    bool digits = false;
    for (; end < rest_.size(); ++end) {
      const ByteKind kind = kind_at(rest_, end);
      if (kind == ByteKind::kOther) break;
      digits |= kind == ByteKind::kDigit;
    }
    const bool counts = !digits && !is_possessive(begin, end);
    const std::string_view word = rest_.substr(begin, end - begin);
    rest_.remove_prefix(end);
    return counts ? word : std::string_view();
  }
  std::string_view take_last() {
    std::size_t end = rest_.size();
    while (end > 0 && kind_at(rest_, end - 1) == ByteKind::kOther) --end;
    std::size_t begin = end;
    bool digits = false;
    for (; begin > 0; --begin) {
      const ByteKind kind = kind_at(rest_, begin - 1);
      if (kind == ByteKind::kOther) break;
      digits |= kind == ByteKind::kDigit;
    }
    const bool counts = !digits && !is_possessive(begin, end);
    const std::string_view word = rest_.substr(begin, end - begin);
    rest_.remove_suffix(rest_.size() - begin);
    return counts ? word : std::string_view();
  }

  std::string_view rest_;
  const bool backwards_;
};

// A bit for each word, by its distance.
using Bits = std::uint32_t;
static_assert(claims::kMaxContext <= 32);

constexpr std::size_t kShortest = 3;  // bytes: no context holds a shorter word

// Takes out of `left` the words of the side.
void put_side(ByteWriter& out, SideWords words, std::vector<claims::ContextWord>& left) {
  Bits bits = 0;
  for (int distance = 0; distance < claims::kMaxContext && !left.empty(); ++distance) {
    const std::string_view word = words.next();
    if (word.empty()) break;
    if (word.size() < kShortest) continue;
    const auto found =
        std::find(left.begin(), left.end(),
                  claims::ContextWord{claims::stem_key(word), static_cast<std::uint8_t>(distance)});
    if (found == left.end()) continue;
    left.erase(found);
    bits |= Bits{1} << distance;
  }
  const int counted = std::bit_width(bits);
  out.put(static_cast<std::uint64_t>(counted));
  for (int at = 0; at < counted; at += 8) out.put_byte(static_cast<std::uint8_t>(bits >> at));
}

// With no words they are passed over.
void take_side(ByteReader& in, SideWords* words, std::vector<claims::ContextWord>& context) {
  const std::uint64_t counted = in.take();
  if (counted > claims::kMaxContext) throw BadBytes();
  Bits bits = 0;
  for (std::uint64_t at = 0; at < counted; at += 8) bits |= Bits{in.take_byte()} << at;
  if (words == nullptr) return;
  for (std::uint64_t distance = 0; distance < counted; ++distance) {
    const std::string_view word = words->next();
    if (word.empty()) throw BadBytes();
    if ((bits >> distance & 1) != 0)
      context.push_back({claims::stem_key(word), static_cast<std::uint8_t>(distance)});
  }
}

std::vector<claims::ContextWord> take_all(ByteReader& in, SideWords* left, SideWords* right) {
  std::vector<claims::ContextWord> context;
  take_side(in, left, context);
  take_side(in, right, context);
  for (std::uint64_t count = in.take(); count > 0; --count) {
    std::uint32_t stem = 0;
    for (int shift = 0; shift < 32; shift += 8) stem |= std::uint32_t{in.take_byte()} << shift;
    context.push_back({stem, in.take_byte()});
  }
  return context;
}

}  // namespace

void put_context(ByteWriter& out, const std::vector<claims::ContextWord>& context,
                 std::string_view field, claims::Span figure) {
  std::vector<claims::ContextWord> left = context;
  put_side(out, SideWords::left_of(field, figure), left);
  put_side(out, SideWords::right_of(field, figure), left);
  out.put(left.size());
  for (const claims::ContextWord& word : left) {
    for (int shift = 0; shift < 32; shift += 8)
      out.put_byte(static_cast<std::uint8_t>(word.stem >> shift));
    out.put_byte(word.distance);
  }
}

std::vector<claims::ContextWord> take_context(ByteReader& in, std::string_view field,
                                              claims::Span figure) {
  SideWords left = SideWords::left_of(field, figure), right = SideWords::right_of(field, figure);
  std::vector<claims::ContextWord> context = take_all(in, &left, &right);
  std::sort(context.begin(), context.end());
  return context;
}

void pass_over_context(ByteReader& in) { take_all(in, nullptr, nullptr); }

}  // namespace figured::storage
