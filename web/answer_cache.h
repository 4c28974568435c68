// AnswerCache: answers that hold until what they tell of changes.
//
// Many who look at the front page at one time ask the same; it is read once.  An answer
// holds while the store is as it was; where somebody else writes into the store all the
// time, one that was kept with a state holds while its state is the same.  Those asked for
// least recently are given up first.  Used by any thread.
#pragma once
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

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
  // What was kept with this state; from now on it is of `version` too, which was the
  // store's before the state was read.
  std::optional<Answer> find(const std::string& target, std::int64_t version, std::uint64_t state);
  // `version` was the store's before the answer was read, `state` what it was made of;
  // 0 = nobody can tell.
  void keep(const std::string& target, std::int64_t version, std::uint64_t state,
            const Answer& answer);

 private:
  static constexpr std::size_t kMostAnswers = 512;
  static constexpr std::size_t kMostBytes = std::size_t{32} << 20;

  struct Kept {
    std::string target;
    std::int64_t version;
    std::uint64_t state;
    Answer answer;
  };
  using All = std::list<Kept>;  // asked for last, first

  std::int64_t version_locked();
  Kept* find_locked(const std::string& target);
  void drop(All::iterator kept);

  const std::string store_path_;
  std::mutex mutex_;
  std::unique_ptr<storage::StoreWatch> watch_;
  All all_;
  std::unordered_map<std::string, All::iterator> by_target_;
  std::size_t bytes_ = 0;
};

}  // namespace figured::web
