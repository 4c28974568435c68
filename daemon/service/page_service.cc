#include "daemon/service/page_service.h"

#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "alerts/courier.h"
#include "alerts/test_alert.h"
#include "daemon/service/daemon_shape.h"
#include "daemon/service/state_file.h"
#include "daemon/until_stopped.h"
#include "daemon/version.h"
#include "feeds/feed_poller.h"
#include "feeds/poll_request.h"

namespace figured::daemon {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::seconds kRestWhereRefused{10};
constexpr auto kNoThrow = asio::as_tuple(asio::use_awaitable);

}  // namespace

PageService::PageService(asio::any_io_executor executor, std::string store_path,
                         const EventLog& log, Clients clients, OnAddress on_address, int listening,
                         AddRoutes add_routes)
    : executor_(executor),
      store_path_(std::move(store_path)),
      log_(log),
      clients_(std::move(clients)),
      on_address_(std::move(on_address)),
      add_routes_(std::move(add_routes)),
      listening_(listening),
      changes_(executor) {}

void PageService::adopt(const config::Config& config) {
  changed_ = changed_ || !(config.page == config_.page);
  config_ = config;
  endpoints_ = std::make_shared<const std::vector<alerts::Endpoint>>(config.endpoints);
  if (changed_) changes_.cancel();
}

asio::awaitable<void> PageService::run() {
  for (;;) {
    changed_ = false;
    co_await until_one_ends(serve(), await_change());
    on_address_("");
  }
}

// A page that is refused its address waits and tries again.
asio::awaitable<void> PageService::serve() {
  asio::steady_timer rest(executor_);
  while (!config_.page.enabled) {
    rest.expires_at(asio::steady_timer::time_point::max());
    co_await rest.async_wait(asio::use_awaitable);
  }
  for (;; co_await rest.async_wait(asio::use_awaitable)) {
    if (const auto page = open()) {
      log_.page_served(page->address());
      on_address_(page->address());
      co_await until_one_ends(page->tasks());
    }
    rest.expires_after(kRestWhereRefused);
  }
}

// Null where the address cannot be had.
std::unique_ptr<web::Page> PageService::open() const {
  web::PageParts parts;
  parts.surroundings = surroundings();
  parts.clock = feeds::FeedPoller::read_clock;
  parts.on_failure = [this](std::string_view why) { log_.page_failed(why); };
  parts.on_write = [this](std::string_view what) { log_.page_written(what); };
  try {
    auto page = std::make_unique<web::Page>(executor_, config_.page, std::move(parts),
                                            listening_ < 0 ? -1 : ::dup(listening_));
    add_routes_(*page);
    return page;
  } catch (const boost::system::system_error& error) {
    log_.page_refused(config_.page.address + ":" + std::to_string(config_.page.port),
                      error.code().message());
    return nullptr;
  }
}

web::Surroundings PageService::surroundings() const {
  web::Surroundings surroundings;
  surroundings.store_path = store_path_;
  surroundings.version = kVersion;
  surroundings.daemon = [path = store_path_] { return format_daemon(read_state(path)); };
  surroundings.endpoints = [this] { return endpoints_.load(); };
  surroundings.try_endpoint = [this](const alerts::Endpoint& endpoint) {
    return try_endpoint(endpoint);
  };
  surroundings.ask_feed = [this](std::string url) { return ask_feed(std::move(url)); };
  return surroundings;
}

asio::awaitable<net::HttpResult> PageService::ask_feed(std::string url) const {
  const auto http = clients_.http(config_);
  co_return co_await http->send(feeds::probe_request(url, config_.feeds, config_.poll.options));
}

asio::awaitable<alerts::Answer> PageService::try_endpoint(alerts::Endpoint endpoint) const {
  const auto http = clients_.http(config_);
  const auto mail = clients_.mail(config_);
  alerts::Courier courier(executor_, *http, *mail);
  const auto now = feeds::FeedPoller::read_clock();
  const alerts::Message message = alerts::message_of(alerts::test_alert(now));
  co_return co_await courier.bring(endpoint, message, now);
}

asio::awaitable<void> PageService::await_change() {
  while (!changed_) {
    changes_.expires_at(asio::steady_timer::time_point::max());
    co_await changes_.async_wait(kNoThrow);
    const auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none)
      throw boost::system::system_error(asio::error::operation_aborted);
  }
}

}  // namespace figured::daemon
