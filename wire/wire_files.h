// Reads the wire's outlets and articles from a folder of TOML files.
//
//   outlets.toml      [[outlet]] id, name, format ("rss" or "atom"), and
//                     summaries_only = true where its feed carries no whole article
//   articles/*.toml   one event a file:
//     [event]    ago = minutes before the wire opens that it happened
//     [[article]] slug, outlet, ago, dateline, title, text
//     [[article]] revises = slug, ago, title, text
//
// Paragraphs are parted by an empty line; "{weekday}" becomes the day of the event.
#pragma once
#include <filesystem>
#include <stdexcept>

#include "wire/wire.h"

namespace figured::wire {

// A file that cannot be read or says something impossible; names the file.
class WireFileError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Throws WireFileError.
Wire read_wire(const std::filesystem::path& folder, Wire::Time opens, Wire::Rest every);

}  // namespace figured::wire
