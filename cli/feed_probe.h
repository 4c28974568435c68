// Looks at an address before it is added, as figured would poll it: see feeds::FeedProbe.
#pragma once
#include <string>

#include "config/config.h"
#include "feeds/feed_probe.h"

namespace figured::cli {

// Waits for the answer.
feeds::FeedProbe probe_feed(const std::string& url, const config::Config& config);

}  // namespace figured::cli
