// PageOptions: where the page is served, and to whom.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace figured::web {

// SHA-256 of the token; the token itself is not kept.
using TokenHash = std::array<std::uint8_t, 32>;

struct PageOptions {
  bool enabled = true;
  std::string address = "127.0.0.1";
  std::uint16_t port = 8420;  // 0: one that is free
  // Under which people reach it, "https://figures.example", without a path; "" = where
  // it listens.  With one, all who come are taken for strangers, for a proxy hides
  // where they come from.
  std::string url;
  // Everybody whom the address reaches may read without the token.
  bool open_reading = false;
  std::optional<TokenHash> token;  // empty: nobody can write, strangers cannot read
  std::size_t readers = 4;         // threads that read the store

  friend bool operator==(const PageOptions&, const PageOptions&) = default;
};

}  // namespace figured::web
