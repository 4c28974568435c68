// AnswerCache: answers that hold until the store changes.
//
// Many who look at the front page at one time ask the same; it is read once.  Used by
// any thread.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "storage/store_watch.h"
#include "web/answer.h"

namespace figured::web {

class AnswerCache {
 public:
  explicit AnswerCache(std::string store_path) : store_path_(std::move(store_path)) {}

  // Another number than before where the store has changed since.
  std::int64_t version();

  // What was kept under the version that the store has now.
  std::optional<Answer> find(const std::string& target);
  // `version` was the store's before the answer was read.
  void keep(const std::string& target, std::int64_t version, const Answer& answer);

 private:
  static constexpr std::size_t kMostAnswers = 256;
  static constexpr std::size_t kMostBytes = std::size_t{32} << 20;

  std::int64_t version_locked();

  const std::string store_path_;
  std::mutex mutex_;
  std::unique_ptr<storage::StoreWatch> watch_;
  std::int64_t kept_version_ = -1;
  std::map<std::string, Answer> answers_;
  std::size_t bytes_ = 0;
};

}  // namespace figured::web
