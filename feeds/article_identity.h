// Makes articles of items: says what makes each the same article at the next
// poll, and turns its markup into plain text.
//
// An article is found again by its guid, else by its link, else by a hash of
// its words.  A guid or a link that several different items of one document
// carry names none of them; such items go by what comes next.  By its aliases an
// article is found whose guid and link have both changed.
#pragma once
#include <vector>

#include "feeds/article.h"
#include "feeds/feed.h"

namespace figured::feeds {

// One article an item, in the items' order; an item that comes twice
// makes one article, the first.
std::vector<Article> make_articles(const std::vector<Item>& items, const FeedSource& source);

}  // namespace figured::feeds
