// How many files and sockets figured may have open at a time.
#pragma once
#include <cstddef>

namespace figured::daemon {

// Raises the limit of this process to `wanted`, or as far as the system lets it; never
// lowers it.  Returns what the limit is then.
std::size_t raise_open_files(std::size_t wanted);

}  // namespace figured::daemon
