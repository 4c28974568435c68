// RepeatFold keeps crowds of like lines out of the log.
//
// Of one kind of event about one subject the first lines of a minute are said; those
// that follow within it are counted, and told as one line ("… 214 more") when it is over.
// So a network that is down, or thousands of feeds at their first poll, fill no journal
// and push out no line that matters.  It reads no clock.
#pragma once
#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "daemon/log/event.h"

namespace figured::daemon {

class RepeatFold {
 public:
  using Time = std::chrono::steady_clock::time_point;

  struct Limits {
    std::size_t lines = 20;  // said of one kind and subject in a window
    std::chrono::seconds window{60};
  };

  struct Folded {
    Event event;
    std::string subject;
    std::size_t lines = 0;  // that were not said; at least one
  };

  RepeatFold() : RepeatFold(Limits{}) {}
  explicit RepeatFold(Limits limits) : limits_(limits) {}

  // Whether a line is to be said; one that is not is counted.  `subject` is the
  // endpoint, say, so that one that fails does not hide another; "" = all are alike.
  bool admit(Event event, std::string_view subject, Time now);

  // What was folded in windows that are over; each is told once.
  std::vector<Folded> take_over(Time now);
  // The same of all, at the end.
  std::vector<Folded> take_all();

 private:
  struct Window {
    Time began;
    std::size_t lines = 0;  // said or not
  };
  std::vector<Folded> take(bool all, Time now);

  const Limits limits_;
  std::map<std::pair<Event, std::string>, Window, std::less<>> windows_;
};

}  // namespace figured::daemon
