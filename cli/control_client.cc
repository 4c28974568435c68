#include "cli/control_client.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include "daemon/service/control_path.h"

namespace figured::cli {
namespace {

constexpr timeval kPatience{90, 0};

// A connected socket, closed at the end.
class Connection {
 public:
  // Not connected where there is no such socket, or it is refused; errno says why.
  explicit Connection(const std::string& path)
      : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
      errno = ENAMETOOLONG;
      return;
    }
    std::copy(path.begin(), path.end(), address.sun_path);
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
    connected_ =
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() {
    const int error = errno;
    if (socket_ >= 0) ::close(socket_);
    errno = error;
  }

  bool is_connected() const { return connected_; }

  bool send(const std::string& text) const {
    for (std::size_t sent = 0; sent < text.size();) {
      const ssize_t n = ::send(socket_, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
      if (n <= 0) return false;
      sent += static_cast<std::size_t>(n);
    }
    return true;
  }

  // All that comes until the other side closes; empty with errno where it does not.
  std::optional<std::string> receive() const {
    std::string text;
    char part[4096];
    for (;;) {
      const ssize_t n = ::recv(socket_, part, sizeof part, 0);
      if (n < 0) return std::nullopt;
      if (n == 0) return text;
      text.append(part, static_cast<std::size_t>(n));
      if (text.size() > daemon::kMaxControlLine) return text;
    }
  }

 private:
  const int socket_;
  bool connected_ = false;
};

using Answer = std::variant<daemon::ControlAnswer, std::string>;

Answer converse(const Connection& connection, const daemon::ControlRequest& request) {
  if (!connection.send(daemon::format_control_request(request) + "\n"))
    return "figured took no request: " + std::string(std::strerror(errno));
  const auto text = connection.receive();
  if (!text)
    return errno == EAGAIN ? "figured has not answered within a minute and a half"
                           : "figured's answer broke off: " + std::string(std::strerror(errno));
  const auto answer = daemon::parse_control_answer(text->substr(0, text->find('\n')));
  if (!answer) return "figured ended before it answered";
  return *answer;
}

}  // namespace

Answer ask_daemon(const config::Config& config, const daemon::ControlRequest& request) {
  std::string refused;
  std::string tried;
  for (const std::string& path : daemon::control_paths(config)) {
    const Connection connection(path);
    if (connection.is_connected()) return converse(connection, request);
    if (errno == EACCES) refused = path;
    tried += (tried.empty() ? "" : ", ") + path;
  }
  if (!refused.empty())
    return refused + ": permission denied: only root and figured's own user may ask it";
  return "no figured listens at " + tried;
}

void wake_daemon(const std::string& store_path, const config::Config& config) {
  config::Config meant;
  meant.control = config.control;
  meant.store.path = store_path;
  daemon::ControlRequest request;
  request.verb = daemon::ControlVerb::kWake;
  request.store = store_path;
  ask_daemon(meant, request);
}

}  // namespace figured::cli
