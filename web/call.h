// Call: a request that may be answered, taken apart.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "net/http_server.h"
#include "web/access.h"
#include "web/query.h"
#include "web/router.h"

namespace figured::web {

struct Call {
  net::ServerRequest request;
  PathPieces pieces;  // what is open in the path
  Query query;
  Visitor visitor;
  std::chrono::sys_seconds now;
};

}  // namespace figured::web
