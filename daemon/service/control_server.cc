#include "daemon/service/control_server.h"

#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/system/system_error.hpp>
#include <cerrno>
#include <utility>
#include <vector>

#include "daemon/until_stopped.h"

namespace figured::daemon {
namespace asio = boost::asio;
namespace {

using asio::local::stream_protocol;
using boost::system::error_code;

constexpr auto kNoThrow = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kLanes = 8;
constexpr std::chrono::seconds kPatience{10};
constexpr std::chrono::milliseconds kRestAfterFailedAccept{100};

[[noreturn]] void fail(const error_code& error, const std::string& path) {
  throw boost::system::system_error(error, path);
}

// Left by a daemon that is gone; one that answers keeps it.
void remove_dead_socket(const asio::any_io_executor& executor, const std::string& path) {
  struct stat state {};
  if (::lstat(path.c_str(), &state) != 0) return;
  if (!S_ISSOCK(state.st_mode)) fail(asio::error::address_in_use, path);
  stream_protocol::socket probe(executor);
  error_code error;
  probe.connect(stream_protocol::endpoint(path), error);
  if (error != asio::error::connection_refused) fail(asio::error::address_in_use, path);
  ::unlink(path.c_str());
}

stream_protocol::acceptor listen_at(const asio::any_io_executor& executor,
                                    const std::string& path) {
  constexpr std::size_t kLongest = sizeof(sockaddr_un::sun_path) - 1;
  if (path.size() > kLongest) fail(asio::error::name_too_long, path);
  remove_dead_socket(executor, path);
  stream_protocol::acceptor acceptor(executor);
  acceptor.open(stream_protocol());
  // Linux gives the file what the socket has: there is no moment in which others may.
  ::fchmod(acceptor.native_handle(), 0600);
  error_code error;
  acceptor.bind(stream_protocol::endpoint(path), error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) fail(error, path);
  return acceptor;
}

asio::awaitable<void> rest(std::chrono::milliseconds time) {
  asio::steady_timer timer(co_await asio::this_coro::executor, time);
  co_await timer.async_wait(asio::use_awaitable);
}

// Empty where none came whole.
asio::awaitable<void> read_line(stream_protocol::socket& socket, std::string& line) {
  std::string text;
  const auto [error, size] = co_await asio::async_read_until(
      socket, asio::dynamic_buffer(text, kMaxControlLine), '\n', kNoThrow);
  if (!error) line = text.substr(0, size - 1);
}

asio::awaitable<void> write_line(stream_protocol::socket& socket, std::string line) {
  line += '\n';
  co_await asio::async_write(socket, asio::buffer(line), kNoThrow);
}

}  // namespace

ControlServer::ControlServer(const asio::any_io_executor& executor, std::string path, Answer answer)
    : path_(std::move(path)), answer_(std::move(answer)), acceptor_(listen_at(executor, path_)) {}

ControlServer::ControlServer(const asio::any_io_executor& executor, int descriptor, Answer answer)
    : answer_(std::move(answer)), acceptor_(executor, stream_protocol(), descriptor) {}

ControlServer::~ControlServer() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

asio::awaitable<void> ControlServer::run() {
  std::vector<asio::awaitable<void>> lanes;
  for (std::size_t i = 0; i < kLanes; ++i) lanes.push_back(lane());
  co_await until_one_ends(std::move(lanes));
}

asio::awaitable<void> ControlServer::lane() {
  for (;;) {
    auto [error, socket] = co_await acceptor_.async_accept(kNoThrow);
    if (error == asio::error::operation_aborted) co_return;
    // Out of descriptors, most likely: some time later there will be more.
    if (error)
      co_await rest(kRestAfterFailedAccept);
    else
      co_await serve(socket);
  }
}

asio::awaitable<void> ControlServer::serve(Socket& socket) {
  std::string line;
  co_await until_one_ends(read_line(socket, line), rest(kPatience));
  if (line.empty()) co_return;
  ControlAnswer answer{false, "the request is none that this figured knows", {}};
  if (auto request = parse_control_request(line)) answer = co_await answer_(*std::move(request));
  co_await until_one_ends(write_line(socket, format_control_answer(answer)), rest(kPatience));
}

}  // namespace figured::daemon
