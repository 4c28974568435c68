#include "web/answer_cache.h"

#include <iterator>

namespace figured::web {

std::int64_t AnswerCache::version_locked() {
  if (!watch_) watch_ = std::make_unique<storage::StoreWatch>(store_path_);
  return watch_->version();
}

std::int64_t AnswerCache::version() {
  const std::lock_guard lock(mutex_);
  return version_locked();
}

AnswerCache::Kept* AnswerCache::find_locked(const std::string& target) {
  const auto found = by_target_.find(target);
  if (found == by_target_.end()) return nullptr;
  all_.splice(all_.begin(), all_, found->second);
  return &all_.front();
}

std::optional<Answer> AnswerCache::find(const std::string& target) {
  const std::lock_guard lock(mutex_);
  const Kept* kept = find_locked(target);
  if (!kept || kept->version != version_locked()) return std::nullopt;
  return kept->answer;
}

std::optional<Answer> AnswerCache::find(const std::string& target, std::int64_t version,
                                        std::uint64_t state) {
  const std::lock_guard lock(mutex_);
  Kept* kept = find_locked(target);
  if (!kept || state == 0 || kept->state != state) return std::nullopt;
  kept->version = version;
  return kept->answer;
}

void AnswerCache::keep(const std::string& target, std::int64_t version, std::uint64_t state,
                       const Answer& answer) {
  const std::lock_guard lock(mutex_);
  if (state == 0 && version_locked() != version) return;
  if (const auto former = by_target_.find(target); former != by_target_.end()) drop(former->second);
  all_.push_front({target, version, state, answer});
  by_target_[target] = all_.begin();
  bytes_ += answer.body.size();
  while (all_.size() > kMostAnswers || (bytes_ > kMostBytes && all_.size() > 1))
    drop(std::prev(all_.end()));
}

void AnswerCache::drop(All::iterator kept) {
  bytes_ -= kept->answer.body.size();
  by_target_.erase(kept->target);
  all_.erase(kept);
}

}  // namespace figured::web
