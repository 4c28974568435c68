// What a StoreReader shows of articles, and of the claims in them.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "claims/fact.h"
#include "feeds/date_zone.h"

namespace figured::storage {

// One revision of an article.
struct ArticleView {
  std::int64_t id = 0;
  std::int64_t revision = 0;     // number within the article, from 1
  std::int64_t revision_id = 0;  // number within the store, in the order of arrival
  std::string guid;              // else the identity
  std::string outlet;
  std::string group;
  std::string url;
  std::string title;
  std::string text;  // "" where it is no longer kept
  std::optional<std::chrono::sys_seconds> published;
  feeds::DateZone published_zone = feeds::DateZone::kUnknown;
  std::string language;  // "" = not known
  std::chrono::sys_seconds seen;
};

struct FoundArticles {
  std::vector<ArticleView> articles;
  std::int64_t not_searched = 0;  // revisions that the search does not know of yet
};

struct ClaimView {
  claims::SourcedClaim claim;
  bool is_live = true;  // false: a later revision of its article retired it
};

// An article with all that is kept of it.
struct ArticleHistory {
  struct Revision {
    ArticleView article;
    std::vector<ClaimView> claims;  // in the order of the text
  };
  std::int64_t feed_id = 0;
  std::vector<Revision> revisions;  // oldest first
};

struct FoundFacts {
  std::vector<claims::Fact> facts;  // without their live claims
  std::int64_t not_searched = 0;    // as above
};

}  // namespace figured::storage
