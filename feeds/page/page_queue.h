// PageQueue knows which page is to be fetched next.
//
// A host is asked for one page at a time, and rests after each; pages of one host
// come in the order in which they were wanted.  One whose deadline has passed is
// given out at once, not to be fetched but to be given up.  It reads no clock and
// fetches nothing.
#pragma once
#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "feeds/page/wanted_page.h"

namespace figured::feeds {

struct PageJob {
  WantedPage page;
  std::string url;  // the page's, or where its text may be had instead
  int attempt = 1;
  bool expired = false;
};

class PageQueue {
 public:
  using Time = std::chrono::sys_time<std::chrono::milliseconds>;
  using Rest = std::chrono::milliseconds;

  explicit PageQueue(Rest spacing) : spacing_(spacing) {}

  void add(PageJob job);

  // Takes a page out, if one may be fetched or is to be given up.  Its host is
  // busy until release().
  std::optional<PageJob> take(Time now);
  // When take() will give one; empty where none waits, or only at busy hosts.
  std::optional<Time> next_due() const;

  // The host of the job may be asked again after the spacing, or after `rest`
  // where that is longer.  An expired job kept no host busy.
  void release(const PageJob& job, Time now, Rest rest = Rest{0});
  // The same, and the job is the host's next one.
  void retry(PageJob job, Time now, Rest rest);

  std::size_t waiting() const { return waiting_; }

 private:
  struct Host {
    std::deque<PageJob> jobs;
    Time free_at{};
    bool busy = false;
    Time due{};  // under which it stands in due_, while it does
    bool listed = false;
  };
  void list(const std::string& name, Host& host);
  void unlist(const std::string& name, Host& host);
  void free(const std::string& name, Host& host, Time at);

  const Rest spacing_;
  std::size_t waiting_ = 0;
  std::unordered_map<std::string, Host> hosts_;  // those with pages, or resting
  std::set<std::pair<Time, std::string>> due_;
};

// The host and port of an address, lower case.
std::string host_of(const std::string& url);

}  // namespace figured::feeds
