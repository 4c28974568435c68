#include "daemon/intake/known_articles.h"

#include <algorithm>

namespace figured::daemon {
namespace {

std::uint32_t mark_of(const feeds::Article& article) {
  return static_cast<std::uint32_t>(article.content_hash);
}

}  // namespace

ArticleMarks::ArticleMarks(const std::vector<feeds::Article>& articles) {
  marks_.reserve(articles.size());
  for (const feeds::Article& article : articles) marks_.push_back(mark_of(article));
  std::ranges::sort(marks_);
}

bool ArticleMarks::contains(const feeds::Article& article) const {
  return std::ranges::binary_search(marks_, mark_of(article));
}

std::shared_ptr<const ArticleMarks> KnownArticles::of(std::int64_t feed_id) const {
  static const auto none = std::make_shared<const ArticleMarks>();
  const auto found = marks_.find(feed_id);
  return found == marks_.end() ? none : found->second;
}

void KnownArticles::note(std::int64_t feed_id, std::shared_ptr<const ArticleMarks> marks) {
  marks_[feed_id] = std::move(marks);
}

}  // namespace figured::daemon
