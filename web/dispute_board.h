// DisputeBoard: which disputes fit a filter, newest change first.
//
// Of each dispute it holds the few words one filters by; the words of a fact stand
// packed in the store, where no index reaches them.  It is filled from the newest on when
// it is first asked for one of them, and follows the store from then on; a list without
// such a filter the store gives itself.  Used by any thread.
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "storage/store.h"

namespace figured::web {

struct DisputeFilter {
  std::string measure;  // a class or one above it; "" = any
  std::string place;    // in lower case, as the two below
  std::string outlet;
  std::vector<std::string> words;  // of the fact, all of them
  double severity = 0;
  bool standing = true;  // open, widened or reopened
  std::optional<claims::DisputeState> state;

  // All that stand, and nothing else is asked of them.
  bool takes_all_standing() const;
};

class DisputeBoard {
 public:
  struct Page {
    std::vector<std::int64_t> ids;
    std::optional<storage::DisputeMark> next;  // behind the last one; empty at the end
    std::size_t total = 0;                     // with this filter
  };

  // Takes over what changed in the store since, then lists.
  Page list(const storage::StoreReader& store, const DisputeFilter& filter,
            const storage::DisputeMark& behind, std::size_t limit);

  struct Count {
    std::string value;
    std::size_t count = 0;
  };
  struct Facets {
    std::vector<Count> measures, places, outlets, states;  // most frequent first
  };
  Facets facets(const storage::StoreReader& store);

  // Another number than before where a list or the facets may be others; takes over what
  // changed.
  std::uint64_t generation(const storage::StoreReader& store);

 private:
  struct Entry {
    claims::DisputeState state = claims::DisputeState::kOpen;
    double severity = 0;
    std::string measure;
    std::string place;                 // as written
    std::string lower_place;           // as a filter has it
    std::string words;                 // lower case, a blank before and behind each
    std::vector<std::string> outlets;  // as written
    std::vector<std::string> lower_outlets;
  };
  // By change, newest first.
  struct Newer {
    bool operator()(const storage::DisputeMark& a, const storage::DisputeMark& b) const {
      return a.changed_at != b.changed_at ? a.changed_at > b.changed_at : a.id > b.id;
    }
  };

  void follow(const storage::StoreReader& store);
  void put(const storage::StoreReader& store, const claims::Dispute& head);
  static Page list_standing(const storage::StoreReader& store, const storage::DisputeMark& behind,
                            std::size_t limit);
  static bool fits(const Entry& entry, const DisputeFilter& filter);

  std::mutex mutex_;
  std::map<storage::DisputeMark, Entry, Newer> entries_;
  std::map<std::int64_t, storage::DisputeMark> marks_;  // by id
  std::chrono::sys_seconds seen_{};                     // the newest change taken over
  std::int64_t last_claim_ = 0;                         // the newest claim of a side
  bool filled_ = false;
  std::uint64_t generation_ = 1;
};

// Another number where a page of the list would be drawn otherwise.
std::uint64_t stamp_of(const DisputeBoard::Page& page, const storage::StoreReader& store);

// "people.killed" is of "people" and of itself.
bool is_of_measure(const std::string& measure, const std::string& wanted);

}  // namespace figured::web
