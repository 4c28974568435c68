// The weaker names of an article, by which it is known again when its feed changes
// its guids or its addresses.
//
// In the order of their strength: the address without what does not tell pages
// apart; the guid without scheme and host; the title with the day.  A name that
// would fit many (a home page, a title of two words) is none.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/article.h"

namespace figured::feeds {

// Hashes, of the kind of name too.
std::vector<std::uint64_t> article_aliases(const Article& article);

// Without scheme, "www.", "m." and "amp.", fragment, tracking parameters (utm_*,
// fbclid ...), a final "/" or "/amp", with the parameters in order; "" for the
// address of a home page.
std::string canonical_url(std::string_view url);

// The path and query of a guid that is an address, likewise; "" for any other.
std::string bare_guid(std::string_view guid);

}  // namespace figured::feeds
