// Stored articles as figurectl shows them to people.
#pragma once
#include <vector>

#include "storage/store.h"

namespace figured::cli {

// A table on standard output.
void print_articles(const std::vector<storage::ArticleView>& articles);

// On standard error, where the search does not know of all that is stored.
void warn_of_not_searched(const storage::FoundArticles& found);

}  // namespace figured::cli
