// The name in what feeds write for an author.
#pragma once
#include <string>
#include <string_view>

namespace figured::feeds {

// "a@b.example (Ann Lee)", "Ann Lee <a@b.example>" and "Ann Lee" give "Ann Lee";
// an address alone stays as it is.
std::string author_name(std::string_view author);

}  // namespace figured::feeds
