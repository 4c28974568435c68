// figurectl feeds: list every feed, show one; what changes them is in
// feeds_edit_verbs.h and feeds_opml_verbs.h.
#pragma once
#include <cstdint>
#include <optional>

#include "feeds/feed.h"

namespace CLI {
class App;
}
namespace figured::storage {
class StoreReader;
}

namespace figured::cli {

CLI::App* add_feeds_verb(CLI::App& app, int& exit_code);

// Empty, and said on standard error, where there is none.
std::optional<feeds::Feed> find_feed(const storage::StoreReader& store, std::int64_t id);

}  // namespace figured::cli
