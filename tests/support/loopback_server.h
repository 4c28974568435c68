// LoopbackServer is a small HTTP/1.1 server for tests, on 127.0.0.1 and a port
// of its own, with scripted answers and scripted misbehaviour.
//
//   LoopbackServer server;
//   server.on("/feed", {.status = 200, .headers = {{"ETag", "\"1\""}}, .body = "<rss/>"});
//   client.send({.url = server.url("/feed")});
//
// It runs on a thread of its own until it is destroyed, so code under test may
// block.  What arrives is recorded; every member may be called from any thread.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace figured::tests {

struct ScriptedAnswer {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers{};
  std::string body{};
  // Close the connection after so many bytes of the body, whatever
  // Content-Length said.
  std::optional<std::size_t> cut_after{};
  // Send so many bytes of the body and then nothing, until the client leaves.
  std::optional<std::size_t> stall_after{};
  // Sent as it stands instead of all the above; then the connection is closed.
  std::string raw{};
};

struct ReceivedRequest {
  std::string method;
  std::string target;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

class LoopbackServer {
 public:
  LoopbackServer();
  ~LoopbackServer();

  // Appends an answer for the path; the last one is given again and again.  A
  // path without one is 404.
  void on(const std::string& path, ScriptedAnswer answer);

  std::string url(const std::string& path) const;
  std::uint16_t port() const;

  std::vector<ReceivedRequest> requests() const;
  // Connections accepted so far.
  std::size_t connections() const;
  // Waits until so many requests have come in; false after ten seconds.
  bool wait_for_requests(std::size_t count) const;
  // Waits until no connection is open; false after ten seconds.
  bool wait_until_idle() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace figured::tests
