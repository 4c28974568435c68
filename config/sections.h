// The tables of the configuration, each with its keys.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "config/config.h"
#include "config/field.h"

namespace figured::config {

// Reads the whole file into a configuration and notes what is wrong.
Config read_sections(const Table& file, Source& source);

// Every key that the document has, in its order; `source` has read it.
std::vector<Setting> list_settings(const Table& file, const Source& source);

// [[feed]]: those without an interval of their own get `interval`.
std::vector<feeds::FeedSource> read_feeds(const Value& value, std::chrono::seconds interval,
                                          Source& source);
std::vector<std::string> feed_keys();

// [[endpoint]]
std::vector<alerts::Endpoint> read_endpoints(const Value& value, const std::string& user_agent,
                                             Source& source);
std::vector<std::string> endpoint_keys();

// [[route]]
std::vector<alerts::Route> read_routes(const Value& value, Source& source);
// Notes where a route leads to no endpoint.
void check_routes(const Value& value, const std::vector<alerts::Route>& routes,
                  const std::vector<alerts::Endpoint>& endpoints, Source& source);
std::vector<std::string> route_keys();

// A list of "figure.contradiction" and so on.
void read_alert_types(const Field& field, std::vector<alerts::AlertType>& into);

}  // namespace figured::config
