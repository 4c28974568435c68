// Waits until a reader of the wire has everything and has told what it makes of it.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "wire/wire_server.h"

namespace figured::wire {

struct UntilRead {
  int contradictions = 0;                      // no fewer alerts of contradictions must have come
  std::chrono::milliseconds quiet{1500};       // since the last document or webhook
  std::chrono::milliseconds patience{10'000};  // the same, while contradictions are too few
  std::chrono::seconds deadline{120};          // since the call
  std::chrono::milliseconds look_every{50};
};

// Returns what is missing, a line each: nothing when the reader has everything
// and was quiet; something when its patience or the deadline has passed.
boost::asio::awaitable<std::vector<std::string>> until_read(const WireServer& server,
                                                            UntilRead options);

}  // namespace figured::wire
