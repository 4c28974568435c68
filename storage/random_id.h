// Identifiers that nobody can guess and that never come twice.
#pragma once
#include <string>
#include <string_view>

namespace figured::storage {

// The prefix and 26 lower-case letters and digits: 128 random bits of the
// kernel's, in base 32.  Throws StoreError when the kernel gives none.
std::string random_id(std::string_view prefix);

}  // namespace figured::storage
