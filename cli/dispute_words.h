// A dispute in words, for people.
#pragma once
#include <iosfwd>
#include <string>

#include "storage/store.h"

namespace figured::cli {

// The values of its sides: "40 / 1,000 to 2,000".
std::string values_words(const storage::DisputeView& view);

// Each side with its quotes, outlets, speakers and links, how many values are on none, and why
// they contradict.
void print_dispute(std::ostream& out, const storage::DisputeView& view, std::size_t left_out);

}  // namespace figured::cli
