// sample_texts BYTES: the first texts to read, BYTES in all, as {"text"} lines: what
// slow peers can be measured on.
#include <boost/json.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "bench/news_text.h"

int main(int argc, char** argv) {
  const std::size_t most = argc == 2 ? std::strtoul(argv[1], nullptr, 10) : 0;
  if (most == 0) {
    std::fputs("Usage: sample_texts BYTES\n", stderr);
    return 2;
  }
  try {
    std::size_t bytes = 0;
    figured::bench::each_text_to_read([&](std::string_view text) {
      std::cout << boost::json::serialize(boost::json::object{{"text", text}}) << '\n';
      bytes += text.size();
      return bytes < most;
    });
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "sample_texts: %s\n", error.what());
    return 1;
  }
}
