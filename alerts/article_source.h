// ArticleSource: the revision of an article that a claim was read in, as an alert tells it.
#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace figured::alerts {

struct ArticleSource {
  std::int64_t article_id = 0;
  std::int64_t revision = 0;   // number within the article, from 1
  std::string language;        // a tag of BCP 47; "" = not known
  std::string published_zone;  // feeds/date_zone.h: "given", "feed", "assumed"; "" = not known
  // Of what it says, feeds/content_digest.h; "" where its text is no longer kept.
  std::string content_sha256;
};

using ClaimSources = std::map<std::int64_t, ArticleSource>;  // by claim

}  // namespace figured::alerts
