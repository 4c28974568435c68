// The headers of a webhook as figured signs it.
#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "net/http_client.h"

namespace figured::wire {

std::vector<net::HttpHeader> signed_headers(const std::string& secret, const std::string& id,
                                            std::chrono::sys_seconds at, const std::string& body);

}  // namespace figured::wire
