// The same requests by libcurl alone: a multi handle with socket actions on epoll, easy
// handles kept and reused, and nothing else.
#pragma once
#include <cstddef>
#include <string>

#include "net/http_client.h"

namespace figured::bench {

// Sends it so often, so many at a time; returns how many were answered with 304.
std::size_t send_bare(const net::HttpRequest& request, const std::string& ca_bundle,
                      std::size_t times, std::size_t at_once);

}  // namespace figured::bench
