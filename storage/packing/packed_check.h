// Checks that packed texts, claims and verdicts can be restored, and that what is counted and
// told of claims elsewhere agrees with them.
#pragma once
#include "storage/store_check.h"

namespace figured::storage {

// Reads every revision, claim and verdict of a store of this schema.
Damage check_packed(Connection& db);

}  // namespace figured::storage
