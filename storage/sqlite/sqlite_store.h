// The store on SQLite: one file, one ledger that writes, any number of readers and desks.
//
// The file is in WAL mode with synchronous=FULL: what was committed survives a
// power cut, and readers and the writer do not wait for each other.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

// Opens or makes the store for writing and brings its schema up to date.
// ":memory:" is a store of its own that ends with the object.  Throws StoreError
// when the folder is missing, the file is no figured store, one of a newer figured
// or damaged (store_admission.h), or when another process writes to it.  Used by one
// thread at a time.
//
// `progress` is called now and then while the store is verified or brought up to date, as long
// as that moves on, on whatever thread, and may tell somebody so; it must not touch the store.
// Where it says false, opening is given up with a StoreError (kGivenUp): the steps taken until
// then stand, the one under way is taken back, and the next opening goes on from there.
//
// The facts are read while the store is used.  Whoever needs them waits; where there is a
// `progress`, somebody who must not be held up, a moment only: then it throws StoreError (kNotYet).
//
// Facts that were spoken of last are held with their claims in so many bytes of
// `facts_memory`; of others, what a claim is held against is read from the file.
inline constexpr std::size_t kFactsMemory = std::size_t{128} << 20;
std::unique_ptr<Store> open_sqlite_store(const std::string& path,
                                         const std::function<bool()>& progress = {},
                                         std::size_t facts_memory = kFactsMemory);

// Opens a store for decisions about disputes, beside the process that writes to it
// and without its lock: SQLite lets one transaction write at a time, and the other
// waits for it, five seconds at most.  Throws as open_sqlite_reader does, and as
// soon as it writes when this user may not.  Used by one thread at a time.
std::unique_ptr<Desk> open_sqlite_desk(const std::string& path);

// Opens a store for reading, beside the process that writes to it.  Throws
// StoreError when there is no such file or it is no figured store of this
// version.  Used by one thread at a time.
std::unique_ptr<StoreReader> open_sqlite_reader(const std::string& path);

// What is wrong with a store, all of which is read (store_check.h), beside the
// process that writes to it.  Throws as open_sqlite_reader does.
std::vector<std::string> check_sqlite_store(const std::string& path);

}  // namespace figured::storage
