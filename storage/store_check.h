// Checks that a store holds what was written to it.
//
// The whole check reads all of the file: the form of every page, every index
// against its table, every reference, every packed text and claim, and that no dispute
// lacks its evidence.  The
// quick one, made at each start, costs the same however large the store is: of a
// store up to kWhollyRead it checks the form of every page; of a larger one it
// reads some rows of each table, spread over its length, those written last
// first, and both ends of each table, and leaves off when its time is over.  What
// it misses is met, and told, when it is read.
//
// A byte changed within an article or a claim is found by their checksums; one within
// another row, without harm to the form of its page, no check can see.
#pragma once
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace figured::storage {

class Connection;

// What is wrong, a sentence each; at most about a hundred.
using Damage = std::vector<std::string>;

inline constexpr std::int64_t kWhollyRead = 64 << 20;  // bytes

Damage check_quickly(Connection& db,
                     std::chrono::milliseconds time = std::chrono::milliseconds(200));

// What check_quickly() does of a large store.
Damage check_sample(Connection& db, std::chrono::milliseconds time);

// The form of every page, without the indexes: a third of the whole check.
Damage check_pages(Connection& db);

// The same, and of a store of this schema every packed text and claim: what is done
// once a store is suspect.
Damage check_suspect(Connection& db);

// Of a store of this schema.
Damage check_wholly(Connection& db);

}  // namespace figured::storage
