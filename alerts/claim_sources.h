// Of which revisions of articles an alert tells.
#pragma once
#include <functional>
#include <optional>

#include "alerts/alert_body.h"

namespace figured::alerts {

// Those of the claims that the alert quotes, and of the newest on each side; what
// `source_of_claim` does not know is left out.
ClaimSources find_sources(
    const Cause& cause,
    const std::function<std::optional<ArticleSource>(std::int64_t claim_id)>& source_of_claim);

}  // namespace figured::alerts
