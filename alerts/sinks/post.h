// What the requests of all sinks have in common.
#pragma once
#include <boost/json/value.hpp>
#include <string>

#include "alerts/endpoint.h"
#include "net/http_client.h"

namespace figured::alerts {

// A post of the body as `type`, with the endpoint's token, headers and limits; no
// redirect is followed.
net::HttpRequest post(const Endpoint& endpoint, std::string url, std::string_view type,
                      std::string body);
net::HttpRequest post_json(const Endpoint& endpoint, const boost::json::value& body);

// 0xRRGGBB: red, amber or grey by severity; green for what is settled.
int color_of(const Message& message);

}  // namespace figured::alerts
