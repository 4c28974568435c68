// Whether the file at a path may be used as a store: looked at each time before a
// ledger opens it.
#pragma once
#include <functional>
#include <string>

namespace figured::storage {

// Requires that the store's lock is held.  Does nothing for a store that is new.
//
// One that its disk failed (suspicion.h) is verified page by page, any other
// quickly (store_check.h).  One that is damaged is put aside, and the StoreError
// (kDamaged) names where to, and the last backup; until a backup is restored or
// the damaged store is taken away, none is begun in its place.  A file that is no
// store of ours is left as it is, to be refused by whoever opens it.
//
// `progress` is asked as open_sqlite_store() says.
void admit_store(const std::string& path, const std::function<bool()>& progress = {});

}  // namespace figured::storage
