// The key under which a place's name is found: lower case, without accents,
// full stops and apostrophes, hyphens as blanks: "Port-au-Prince" is "port au
// prince", "Bogotá" is "bogota", "U.S." is "us".
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace figured::claims {

// Adds the key of `name` to `key`.  Latin letters of U+00C0 to U+024F and U+1E00
// to U+1EFF lose their marks; other bytes are kept.
void append_place_key(std::string_view name, std::string& key);

std::string place_key(std::string_view name);

// The hash of a key: of its words in a row (word_hash.h).
std::uint64_t place_key_hash(std::string_view key);

}  // namespace figured::claims
