// Stamps of disputes: see Listings.
//
// A stamp is a hash of the rows of which a dispute is made, as far as they ever change.
// Claims do not: of them their numbers are enough, and whether they are live.  Texts and
// what only lies behind them go with retention, which counts what it takes.
#pragma once
#include <cstdint>

namespace figured::storage {

class Connection;

std::uint64_t stamp_of_dispute(Connection& db, std::int64_t id);
std::uint64_t stamp_of_whole_dispute(Connection& db, std::int64_t id);

}  // namespace figured::storage
