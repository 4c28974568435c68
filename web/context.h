// Context: what the handlers of the API share.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/json/value.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "alerts/endpoint.h"
#include "alerts/retry_schedule.h"
#include "web/dispute_board.h"

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
};

struct Context {
  Surroundings surroundings;
  std::string url;  // of the page, "" where links are relative
  DisputeBoard board;
};

}  // namespace figured::web
