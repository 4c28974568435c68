// What is done where a packed row cannot be restored.
#pragma once
#include <string>

namespace figured::storage {

class Connection;

// Throws a StoreError that the file is damaged, and makes it suspect (suspicion.h).
[[noreturn]] void tell_damage(const Connection& db, const std::string& what,
                              const std::string& why);

}  // namespace figured::storage
