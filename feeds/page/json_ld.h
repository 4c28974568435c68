// Reads what a page says of its article as JSON-LD (https://schema.org/Article).
//
// Taken from objects, lists and "@graph"s however nested; of several articles the
// one with the longest body.  What is broken is left out.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "feeds/feed_date.h"

namespace figured::feeds {

struct JsonLdArticle {
  bool found = false;
  bool live = false;   // LiveBlogPosting
  bool free = true;    // isAccessibleForFree
  std::string title;   // headline
  std::string body;    // articleBody as plain text, updates of a live blog behind it
  std::string author;  // names, parted by ", "
  std::optional<FeedDate> published;
};

// `scripts` as PageTree::json_ld has them.
JsonLdArticle read_json_ld(const std::vector<std::string>& scripts);

}  // namespace figured::feeds
