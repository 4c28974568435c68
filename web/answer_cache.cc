#include "web/answer_cache.h"

namespace figured::web {

std::int64_t AnswerCache::version_locked() {
  if (!watch_) watch_ = std::make_unique<storage::StoreWatch>(store_path_);
  return watch_->version();
}

std::int64_t AnswerCache::version() {
  const std::lock_guard lock(mutex_);
  return version_locked();
}

std::optional<Answer> AnswerCache::find(const std::string& target) {
  const std::lock_guard lock(mutex_);
  if (version_locked() != kept_version_) return std::nullopt;
  const auto known = answers_.find(target);
  if (known == answers_.end()) return std::nullopt;
  return known->second;
}

void AnswerCache::keep(const std::string& target, std::int64_t version, const Answer& answer) {
  const std::lock_guard lock(mutex_);
  if (version_locked() != version) return;
  if (version != kept_version_ || answers_.size() >= kMostAnswers ||
      bytes_ + answer.body.size() > kMostBytes) {
    answers_.clear();
    bytes_ = 0;
  }
  kept_version_ = version;
  if (answers_.try_emplace(target, answer).second) bytes_ += answer.body.size();
}

}  // namespace figured::web
