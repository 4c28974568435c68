#include "feeds/feed.h"

namespace figured::feeds {

std::string_view format_feed_state(FeedState state) {
  switch (state) {
    case FeedState::kPolled:
      return "polled";
    case FeedState::kPaused:
      return "paused";
    case FeedState::kGone:
      return "gone";
  }
  return "polled";
}

}  // namespace figured::feeds
