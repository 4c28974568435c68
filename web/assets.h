// Assets: the page's files, built into the binary.
//
// What stands in web/assets/ is packed by embed_assets at build time, each file once
// as it is and once as gzip, with the tag of its content.
#pragma once
#include <optional>
#include <span>
#include <string_view>

namespace figured::web {

struct Asset {
  std::string_view path;  // "app.js", "css/page.css"
  std::string_view type;  // as Content-Type has it
  std::string_view tag;   // as ETag has it
  std::string_view bytes;
  std::string_view packed;  // gzip; "" where that is no shorter
};

// By path, sorted.
std::span<const Asset> assets();

const Asset* find_asset(std::string_view path);

}  // namespace figured::web
