#include "claims/gazetteer/place_key.h"

#include "claims/lexicon/word_hash.h"

namespace figured::claims {
namespace {

// The base letter of each code point from U+00C0 and from U+1E00; '?' = none.
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllll?"
    "?llnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "b??????????????a???????i????????oo?????????????uu???????????????"
    "?????????????aaiioouuuuuuuuuueaaaa????ggkkoooo??j???gg??nnaa????"
    "aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????"
    "????????????????";
constexpr std::string_view kLatinExtended =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy??????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

std::uint32_t continuation(char c) { return static_cast<unsigned char>(c) & 0x3fu; }

// The base letter of the code point that begins at `name`; '?' = none.
char base_letter(std::string_view name) {
  const auto lead = static_cast<unsigned char>(name[0]);
  if (lead >= 0xc3 && lead <= 0xc9 && name.size() > 1) {
    const std::uint32_t code = ((lead & 0x1fu) << 6) | continuation(name[1]);
    if (code - 0xc0 < kLatin.size()) return kLatin[code - 0xc0];
  }
  if (lead == 0xe1 && name.size() > 2) {
    const std::uint32_t code = 0x1000u | (continuation(name[1]) << 6) | continuation(name[2]);
    if (code >= 0x1e00 && code < 0x1e00 + kLatinExtended.size())
      return kLatinExtended[code - 0x1e00];
  }
  return '?';
}

}  // namespace

void append_place_key(std::string_view name, std::string& key) {
  key.reserve(key.size() + name.size());
  for (std::size_t i = 0; i < name.size();) {
    const char c = name[i];
    if (static_cast<unsigned char>(c) >= 0x80) {
      const char base = base_letter(name.substr(i));
      if (name.substr(i).starts_with("\u2019") || name.substr(i).starts_with("\u2018")) {
        i += 3;  // an apostrophe
      } else if (base == '?') {
        key += c;
        ++i;
      } else {
        key += base;
        i += static_cast<unsigned char>(c) == 0xe1 ? 3 : 2;
      }
      continue;
    }
    ++i;
    if (c == '.' || c == '\'') continue;
    key += c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
}

std::string place_key(std::string_view name) {
  std::string key;
  append_place_key(name, key);
  return key;
}

std::uint64_t place_key_hash(std::string_view key) {
  std::uint64_t hash = 0;
  for (std::size_t blank = 0; blank != std::string_view::npos;) {
    blank = key.find(' ');
    hash = next_word_hash(hash, key.substr(0, blank));
    if (blank != std::string_view::npos) key.remove_prefix(blank + 1);
  }
  return hash;
}

}  // namespace figured::claims
