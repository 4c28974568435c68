// Alerts to be told by sinks: of one dispute, "people injured, Zerafan".
#pragma once
#include <string>

#include "alerts/endpoint.h"
#include "alerts/message.h"
#include "net/http_client.h"

namespace figured::alerts {

inline const std::chrono::sys_seconds kRaised{std::chrono::seconds(1'786'000'000)};

// A contradiction of 61 and 138; `text` is put behind every text that strangers write.
Alert sample_alert(const std::string& text = "");
Alert sample_alert(AlertType type, std::int64_t sequence);
Message sample_group();

Endpoint sample_endpoint(SinkKind kind);

std::string header(const net::HttpRequest& request, const std::string& name);

}  // namespace figured::alerts
