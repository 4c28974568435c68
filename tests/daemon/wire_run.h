// WireRun: the offline wire in this process, for a figured that runs beside it as
// a program, and what must be true of its store in the end.
#pragma once
#include <boost/asio/io_context.hpp>
#include <functional>
#include <set>
#include <string>

#include "tests/daemon/child_process.h"
#include "tests/support/temp_folder.h"
#include "wire/wire_server.h"

namespace figured::daemon {

class WireRun {
 public:
  // The store lies in `store_folder`, "" = where the configuration is.
  explicit WireRun(std::chrono::milliseconds every, const std::string& store_folder = "");

  const std::string& config() const { return config_; }
  const std::string& store() const { return store_; }
  // "64MiB"; before a daemon is started.
  void set_min_free(const std::string& size) const;

  // Serves the wire until `done`; throws what figured said when that takes too long or
  // figured ends before.
  void serve_until(ChildProcess& figured, const std::function<bool()>& done);
  int requests() const { return questions_; }  // so far
  void serve_requests(ChildProcess& figured, int count);
  // Serves until figured has said it once more since the last call.
  void serve_until_said(ChildProcess& figured, const std::string& words);

  // All that was published is stored, each once, and every alert delivered.
  bool all_is_read_and_told() const;
  // Adds a failure to the test for whatever was lost, doubled or told amiss.
  void expect_nothing_lost_and_nothing_doubled() const;

 private:
  std::set<std::string> published_slugs() const;

  const tests::TempFolder folder_;
  const std::string config_;
  const std::string store_;
  int questions_ = 0;
  std::size_t searched_ = 0;
  boost::asio::io_context io_;
  wire::WireServer server_;
};

}  // namespace figured::daemon
