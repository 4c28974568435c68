// The JSON shapes of what the store tells, as docs/json.md gives them.
#pragma once
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <span>
#include <string_view>

#include "storage/store.h"

namespace figured::web {

// null for "".
boost::json::value name_or_null(std::string_view name);

boost::json::object format_status(const storage::StoreStatus& status);
boost::json::object format_feed(const feeds::Feed& feed);
// With what was learned of it and its latest fetches.
boost::json::object format_feed_view(const feeds::Feed& feed,
                                     std::span<const storage::FetchRecord> fetches);
// Neither its key nor its secret.
boost::json::object format_subscription(const feeds::Subscription& subscription);

// SHA-256 of what a revision says (feeds/content_digest.h); null where it has no text, or its
// text is no longer kept.
boost::json::value format_content(std::string_view title, std::string_view text);

// Without its text.
boost::json::object format_article(const storage::ArticleView& article);

// The sides without their claims.
boost::json::object format_dispute(const storage::DisputeView& view);
// The sides with their claims, the verdicts, and what was decided.
boost::json::object format_dispute_view(const storage::DisputeView& view);

boost::json::object format_alert(const alerts::Alert& alert,
                                 std::span<const alerts::Delivery> deliveries);
boost::json::object format_attempt(const alerts::Attempt& attempt);
boost::json::object format_endpoint(const storage::EndpointState& state);

}  // namespace figured::web
