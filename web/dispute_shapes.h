// Disputes as the page shows them.
#pragma once
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/store.h"

namespace figured::web {

// "slight", "moderate", "serious", "grave"
std::string_view severity_label(double severity);

// A side in words by the most exact of its claims: "138", "about 9,000", "more than 40",
// "between 5 and 7 km".
struct SideWords {
  std::string label;
  claims::Bound bound = claims::Bound::kExact;
  bool approximate = false;  // no claim gives an exact value
  std::string unit{};
};
SideWords side_words(const claims::Side& side,
                     const std::vector<const claims::SourcedClaim*>& claims);

// Publication, else arrival.
std::chrono::sys_seconds told_at(const claims::SourcedClaim& claim);

// Where the page shows it; with `url` absolute.
std::string dispute_link(std::string_view url, std::int64_t id);

// A dispute of a list.  `last_alert` is the newest that tells of it, null without any.
boost::json::object format_dispute_item(const storage::DisputeView& view,
                                        const alerts::Alert* last_alert, std::string_view url);

// All of it, but for its alerts and silences.
boost::json::object format_whole_dispute(const storage::DisputeView& view,
                                         const alerts::Alert* last_alert, std::string_view url,
                                         const storage::StoreReader& store);

boost::json::object format_verdict_card(const storage::VerdictRecord& record);

}  // namespace figured::web
