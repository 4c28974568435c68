// Events: what changes in the store, told to those who listen (server-sent events).
//
// While somebody listens it looks once a second whether the store has changed, and
// tells which disputes, alerts and feeds did; it rests a minute after the last one left, since
// what changed can only be told by reading all feeds.  The last events are kept, so that who
// comes back (Last-Event-ID) misses nothing; who was away too long, or takes too slowly,
// is told to read anew.  That articles or claims were stored at all is told to those who listen
// then, and only the last time of it, since it may be every second.
// Listeners are limited.  Runs on the I/O thread.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "storage/store.h"
#include "web/answer.h"
#include "web/call.h"
#include "web/dispute_items.h"

namespace figured::web {

// What was told last; told from then on.
struct Told {
  bool begun = false;
  std::int64_t version = 0;
  std::map<std::int64_t, std::int64_t> disputes;  // id → sequence, of the newest second
  std::chrono::sys_seconds changed{};
  std::int64_t claim = 0;                       // the newest on a side
  std::int64_t alert = 0;                       // the newest
  std::map<std::int64_t, std::uint64_t> feeds;  // id → hash of what is told of it
  std::string status;
  std::string stored;
};

struct Event {
  std::string name;  // dispute, alert, feed, status, stored, gone
  std::string data;  // JSON on one line
  bool is_kept = true;
};

// What changed since; brings `told` up to date.  The first time there is nothing to tell.
std::vector<Event> read_changes(const storage::StoreReader& store, std::int64_t version, Told& told,
                                DisputeItems& items);

class Events {
 public:
  using Ask = std::function<boost::asio::awaitable<std::vector<Event>>()>;

  // `ask` reads what changed.
  Events(boost::asio::any_io_executor executor, Ask ask);

  // An answer without end, or 503 where there is no room for one more.
  Answer listen(const Call& call);

  // Looks for changes for ever; ended by cancellation.
  boost::asio::awaitable<void> run();

  static constexpr std::size_t kMostListeners = 256;
  static constexpr std::size_t kKept = 512;
  static constexpr std::chrono::seconds kHeartbeat{15};
  static constexpr std::chrono::seconds kLook{1};
  static constexpr std::chrono::seconds kLinger{60};  // of looking, behind the last listener

 private:
  struct Listener;

  std::string id_of(std::uint64_t number) const;
  void tell(const std::vector<Event>& events);
  void wake_all();
  std::string pieces_for(Listener& listener) const;
  boost::asio::awaitable<std::optional<std::string>> next(std::shared_ptr<Listener> listener);

  const boost::asio::any_io_executor executor_;
  const Ask ask_;
  boost::asio::steady_timer look_;  // to the next look; cancelled when the first one listens
  bool watches_ = false;            // whoever is greeted hears of all that changes from then on
  int unheard_ = 0;                 // looks since anybody listened
  const std::string epoch_;         // of this process: ids of another one mean nothing
  std::deque<std::string> kept_;    // as they are sent
  std::uint64_t first_ = 1;         // number of the first one kept
  std::string passing_;             // the last one that is not kept, as it is sent
  std::uint64_t passed_ = 0;        // how many those were
  std::size_t listeners_ = 0;
  std::vector<std::weak_ptr<Listener>> waiting_;
};

}  // namespace figured::web
