// names := hash, { number - number before (varint), article (varint) }
//
// The first number is told from the row's first; the hash is that of the bytes behind it.
#include "storage/names/name_rows.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>

#include "storage/packing/byte_coding.h"

namespace figured::storage {
namespace {

std::uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

// Of one name, the oldest article first; gives how many of them stay, at the end.
std::size_t forget_oldest(std::span<NumberedName> same) {
  if (same.size() <= kArticlesOfName) return same.size();
  same[same.size() - kArticlesOfName].article_id = 0;
  return kArticlesOfName;
}

}  // namespace

std::string pack_names(std::int64_t first, std::span<const NumberedName> names) {
  ByteWriter writer;
  std::int64_t before = first;
  for (const NumberedName& named : names) {
    writer.put(static_cast<std::uint64_t>(named.number - before));
    writer.put(static_cast<std::uint64_t>(named.article_id));
    before = named.number;
  }
  ByteWriter row;
  row.put_hash(hash_of(writer.bytes()));
  return row.take_bytes() + writer.bytes();
}

std::vector<NumberedName> unpack_names(std::int64_t first, std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.take_hash() != hash_of(bytes.substr(sizeof(std::uint64_t)))) throw BadBytes();
  std::vector<NumberedName> names;
  std::int64_t before = first;
  while (!reader.at_end()) {
    const std::uint64_t more = reader.take();
    if (more > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max() - before))
      throw BadBytes();
    before += static_cast<std::int64_t>(more);
    names.push_back({before, static_cast<std::int64_t>(reader.take())});
  }
  return names;
}

void merge_names(std::vector<NumberedName>& names, std::span<const NumberedName> more) {
  const auto middle = static_cast<std::ptrdiff_t>(names.size());
  names.insert(names.end(), more.begin(), more.end());
  std::inplace_merge(names.begin(), names.begin() + middle, names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  auto kept = names.begin();
  for (auto begin = names.begin(); begin != names.end();) {
    const auto end = std::find_if(begin, names.end(), [&](const NumberedName& named) {
      return named.number != begin->number;
    });
    const auto stay = static_cast<std::ptrdiff_t>(forget_oldest({begin, end}));
    kept = std::move(end - stay, end, kept);
    begin = end;
  }
  names.erase(kept, names.end());
}

std::vector<std::span<const NumberedName>> part_names(std::span<const NumberedName> names,
                                                      std::size_t most) {
  std::vector<std::span<const NumberedName>> parts;
  const std::size_t count = (names.size() + most - 1) / most;
  for (std::size_t begin = 0, i = 1; i <= count; ++i) {
    std::size_t end = names.size() * i / count;
    while (end < names.size() && end > 0 && names[end].number == names[end - 1].number) ++end;
    if (end > begin) parts.push_back(names.subspan(begin, end - begin));
    begin = std::max(begin, end);
  }
  return parts;
}

}  // namespace figured::storage
