// AnsweringServer: a process of its own that answers every request with 304 and closes
// the connection, over TCP or TLS 1.3 with a full handshake each time.
//
// What it costs is not the client's: it is forked away.  It answers one after another,
// which is fast enough to keep one client busy, and ends with the object.
#pragma once
#include <sys/types.h>

#include <cstdint>
#include <string>

namespace figured::bench {

class AnsweringServer {
 public:
  // With `certificate`, a path, it speaks TLS and writes its own certificate there, for
  // clients to trust.  Throws std::runtime_error when it cannot listen.
  explicit AnsweringServer(const std::string& certificate = "");
  ~AnsweringServer();
  AnsweringServer(const AnsweringServer&) = delete;
  AnsweringServer& operator=(const AnsweringServer&) = delete;

  // "https://127.0.0.1:4711/feed"
  const std::string& url() const { return url_; }

 private:
  pid_t process_ = -1;
  std::string url_;
};

}  // namespace figured::bench
