// The verdicts on one claim, packed.
//
// They were given one after the other and read much alike: each is told by what it has not
// in common with the one before it.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

// Requires that all are on one later claim.
std::string pack_verdicts(std::span<const VerdictRecord> records);

// Throws BadBytes (byte_coding.h) where the bytes are not what was packed of that claim.
std::vector<VerdictRecord> unpack_verdicts(std::int64_t later_claim, std::string_view bytes);

}  // namespace figured::storage
