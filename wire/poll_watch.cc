#include "wire/poll_watch.h"

namespace figured::wire {

void PollWatch::sent(const std::string& feed, const std::string& version) {
  Seen& seen = feeds_[feed];
  seen.kept = seen.sent;
  seen.sent = version;
}

void PollWatch::unchanged(const std::string& feed, const std::string& version) {
  feeds_[feed] = {version, version};
}

bool PollWatch::kept(const std::string& feed, const std::string& version) const {
  const auto found = feeds_.find(feed);
  return found != feeds_.end() && found->second.kept == version;
}

}  // namespace figured::wire
