// Migration 21. See schema.h.
#pragma once

namespace figured::storage {

// What its dates are read in that name no zone.
inline constexpr char kFeedZone[] = R"sql(
ALTER TABLE feed ADD COLUMN zone TEXT NOT NULL DEFAULT '';  -- '' = UTC is assumed
)sql";

}  // namespace figured::storage
