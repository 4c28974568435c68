// PollWatch tells from the requests for a feed whether its reader has kept the
// newest document.
//
// A reader that asks again has dealt with what it got before, for it polls a feed
// only after the poll before it is done.  So a document is kept when another
// request follows it, or when the reader names it in a conditional request.
#pragma once
#include <map>
#include <string>

namespace figured::wire {

class PollWatch {
 public:
  // The feed's document `version` was sent in full.
  void sent(const std::string& feed, const std::string& version);
  // The reader said that it has `version`.
  void unchanged(const std::string& feed, const std::string& version);

  // Whether the reader has dealt with `version` of the feed.
  bool kept(const std::string& feed, const std::string& version) const;

 private:
  struct Seen {
    std::string sent;  // last; not yet known to be kept
    std::string kept;
  };
  std::map<std::string, Seen> feeds_;
};

}  // namespace figured::wire
