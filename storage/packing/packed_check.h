// Checks that packed texts and claims can be restored, and that what is counted and
// told of claims elsewhere agrees with them.
#pragma once
#include "storage/store_check.h"

namespace figured::storage {

// Reads every revision and every claim of a store of this schema.
Damage check_packed(Connection& db);

}  // namespace figured::storage
