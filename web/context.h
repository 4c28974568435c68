// Context: what the handlers of the API share.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/json/value.hpp>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "alerts/endpoint.h"
#include "alerts/retry_schedule.h"
#include "net/http_client.h"
#include "web/dispute_board.h"
#include "web/dispute_items.h"

namespace figured::web {

// What the page is told by who runs it.
struct Surroundings {
  std::string store_path;
  std::string version;  // of figured
  // What the daemon says of itself; null where none runs.
  std::function<boost::json::value()> daemon = [] { return boost::json::value(nullptr); };
  // Those of the configuration; asked from any thread.
  std::function<std::shared_ptr<const std::vector<alerts::Endpoint>>()> endpoints;
  // Brings a test alert there; not there: it cannot be tried.
  std::function<boost::asio::awaitable<alerts::Answer>(const alerts::Endpoint&)> try_endpoint;
  // Asks the server of a feed as a poll would; not there: feeds are added unasked.
  std::function<boost::asio::awaitable<net::HttpResult>(std::string url)> ask_feed;
};

struct Context {
  Context(Surroundings around, const std::string& page_url)
      : surroundings(std::move(around)), url(page_url), items(page_url) {}

  const Surroundings surroundings;
  const std::string url;  // of the page, "" where links are relative
  DisputeBoard board;
  DisputeItems items;
};

}  // namespace figured::web
