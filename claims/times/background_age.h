// From when on an event is background: told beside the news, not as news.
#pragma once
#include <chrono>

namespace figured::claims {

// From its end to the publication.
inline constexpr std::chrono::days kBackgroundAge{45};

}  // namespace figured::claims
