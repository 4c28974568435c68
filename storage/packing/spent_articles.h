// SpentArticles: ready articles that are held no more, until somebody has time to free them.
//
// An article is hundreds of small pieces of memory, and to give them back takes the thread
// that writes to the store a quarter of what it takes to store them.
#pragma once
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "storage/ready_article.h"

namespace figured::storage {

class SpentArticles {
 public:
  void put(std::shared_ptr<const ReadyArticle> article) {
    const std::lock_guard lock(mutex_);
    articles_.push_back(std::move(article));
  }
  // Called by any thread.
  void free() {
    std::vector<std::shared_ptr<const ReadyArticle>> articles;  // goes when the lock is gone
    const std::lock_guard lock(mutex_);
    articles.swap(articles_);
  }

 private:
  std::mutex mutex_;
  std::vector<std::shared_ptr<const ReadyArticle>> articles_;
};

}  // namespace figured::storage
