// Articles as the batch verbs take them: {"id","title","text","outlet",
// "published","url"} a line, or a plain text file.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "feeds/article.h"

namespace figured::cli {

// Calls `article` for each article of the files, in their order; returns the
// exit status, see JsonLines.
int each_article(std::vector<std::string> files,
                 const std::function<void(feeds::Article)>& article);

// A claim of the article, without the claim.
claims::SourcedClaim sourced_claim(const feeds::Article& article);

}  // namespace figured::cli
