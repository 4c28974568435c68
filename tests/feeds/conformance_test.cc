// Reads the shared conformance set where it is at hand: no file may crash the
// parser, and few may be refused.  (score.py there says how well they are read.)
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "feeds/article_identity.h"
#include "feeds/parser.h"

namespace figured::feeds {
namespace {

TEST(ConformanceSet, IsReadAlmostWhole) {
  const std::filesystem::path folder = std::string(FIGURED_SHARED) + "/feeds/files";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "the shared set is not here";
  int files = 0;
  int read = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto feed = parse_feed(bytes, {});
    ++files;
    read += feed.has_value();
    if (feed) {
      EXPECT_LE(make_articles(feed->items, {}).size(), feed->items.size());
    }
  }
  EXPECT_GE(read, files * 99 / 100) << "of " << files;
}

}  // namespace
}  // namespace figured::feeds
