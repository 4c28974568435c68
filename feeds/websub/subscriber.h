// Subscriber keeps the subscriptions of feeds that name a hub: asks the hubs, renews
// and ends leases, and answers the hubs' calls and pushes (W3C WebSub).
//
// Hubs are asked by a few lanes.  What is pushed must be signed with the
// subscription's own secret and goes to `push`, which reads and stores it; the hub hears
// that it is taken when it is stored.  Each change is handed to `save` before it counts.
// It knows neither the store nor the poller; all of it runs on one executor.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "feeds/websub/hub_link.h"
#include "feeds/websub/subscription_steps.h"
#include "net/http_client.h"
#include "net/http_server.h"

namespace figured::feeds {

struct SubscriberOptions {
  std::string callback;  // where hubs reach us; the key is put behind a "/"
  std::chrono::seconds lease = std::chrono::hours(240);
  std::size_t lanes = 4;   // hubs asked at a time
  std::size_t pushes = 8;  // taken in at a time; hubs send the others again
};

enum class PushOutcome : std::uint8_t {
  kStored,
  kUnreadable,  // the feed is polled instead
  kNotNow,      // the hub is to send it again
};

class Subscriber {
 public:
  struct Parts {
    // Throws what ends the subscriber.
    std::function<boost::asio::awaitable<void>(Subscription)> save;
    std::function<boost::asio::awaitable<void>(std::string key)> forget;
    std::function<boost::asio::awaitable<PushOutcome>(std::int64_t feed_id, net::HttpResponse)>
        push;
    std::function<std::chrono::sys_seconds()> now;
    std::function<std::string()> random_word;  // 128 bits that nobody can guess
    // A lease has begun or was denied, or a hub could not be asked.
    std::function<void(const Subscription&)> tell = [](const Subscription&) {};
  };

  // The client must outlive the subscriber.
  Subscriber(boost::asio::any_io_executor executor, net::HttpClient& client,
             SubscriberOptions options, Parts parts);

  // Those that are stored, before run().  One whose callback is another now is asked anew.
  void adopt(std::vector<Subscription> stored);
  // The feeds that are polled; subscriptions of all others are ended.
  void keep(const std::unordered_set<std::int64_t>& feeds);

  // What a document of the feed says; subscribes, ends, or changes the hub.
  void note_hub(std::int64_t feed_id, const HubLink& link);
  // A poll has found what no push had brought.
  boost::asio::awaitable<void> note_miss(std::int64_t feed_id);

  PushStanding standing(std::int64_t feed_id) const;

  // Asks hubs for ever.  When cancelled, requests are cancelled and unwind.
  boost::asio::awaitable<void> run();

  // A hub's request to the callback.
  boost::asio::awaitable<net::ServerResponse> answer(net::ServerRequest request);

  std::size_t size() const { return subscriptions_.size(); }

 private:
  Subscription* find(const std::string& key);
  void subscribe(std::int64_t feed_id, const HubLink& link);
  void end_current(std::int64_t feed_id);
  boost::asio::awaitable<void> lane();
  // Its next step is moved on, so that no other lane takes it too.
  struct Due {
    Subscription subscription;
    bool is_over = false;
  };
  boost::asio::awaitable<Due> next_due();
  boost::asio::awaitable<void> ask(Subscription subscription);
  boost::asio::awaitable<void> forget(std::string key);
  boost::asio::awaitable<net::ServerResponse> answer_call(const net::ServerRequest& request,
                                                          std::string key);
  boost::asio::awaitable<net::ServerResponse> answer_push(net::ServerRequest request,
                                                          std::string key);
  boost::asio::awaitable<net::ServerResponse> take_in(net::ServerRequest request, std::string key);
  void ring();

  const boost::asio::any_io_executor executor_;
  net::HttpClient& client_;
  const SubscriberOptions options_;
  const Parts parts_;
  std::unordered_map<std::string, Subscription> subscriptions_;  // by key
  std::unordered_map<std::int64_t, std::string> current_;  // feed → key, but for those that end
  std::set<boost::asio::steady_timer*> idle_;              // of lanes that wait
  std::size_t pushing_ = 0;
};

}  // namespace figured::feeds
