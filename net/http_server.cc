#include "net/http_server.h"

#include <sys/socket.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <cerrno>
#include <list>
#include <optional>

namespace figured::net {
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

namespace {

constexpr auto kNoThrow = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds kRestAfterFailedAccept{100};
constexpr std::size_t kReadSize = 4096;

beast::string_view to_beast(std::string_view text) { return {text.data(), text.size()}; }
std::string to_string(beast::string_view text) { return {text.data(), text.size()}; }

ServerRequest to_request(http::request<http::string_body>&& message,
                         const asio::ip::address& peer) {
  ServerRequest request{to_string(message.method_string()), to_string(message.target()), {}, {}};
  request.peer = peer.to_string();
  request.from_loopback = peer.is_loopback();
  for (const auto& field : message)
    request.headers.push_back({to_string(field.name_string()), to_string(field.value())});
  request.body = std::move(message.body());
  return request;
}

bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }

std::string http_date() {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc)};
}

template <class Body>
http::response<Body> head_of(const ServerResponse& response, unsigned version, bool keep_alive) {
  http::response<Body> message;
  message.result(static_cast<unsigned>(response.status));
  message.version(version);
  for (const HttpHeader& header : response.headers)
    message.insert(to_beast(header.name), to_beast(header.value));
  message.set(http::field::date, http_date());
  message.keep_alive(keep_alive);
  return message;
}

http::response<http::string_body> to_message(ServerResponse&& response, unsigned version,
                                             bool keep_alive, bool head) {
  auto message = head_of<http::string_body>(response, version, keep_alive);
  if (!has_body(response.status)) return message;
  message.content_length(response.body.size());
  if (!head) message.body() = std::move(response.body);
  return message;
}

// What is answered to a request that cannot be read; 0 = nothing, the client is gone.
int status_of(const error_code& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::body_limit) return 413;
  if (error.category() == make_error_code(http::error::bad_version).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message)
    return 400;
  return 0;
}

// An IPv4 client of an IPv6 socket is what it is.
asio::ip::address plain(const asio::ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  return address;
}

asio::ip::tcp::acceptor listen(const asio::any_io_executor& executor,
                               const HttpServerOptions& options) {
  if (options.listening < 0)
    return {executor, {asio::ip::make_address(options.address), options.port}};
  sockaddr_storage bound{};
  socklen_t size = sizeof bound;
  if (getsockname(options.listening, reinterpret_cast<sockaddr*>(&bound), &size) != 0)
    throw boost::system::system_error(error_code(errno, boost::system::system_category()));
  if (bound.ss_family != AF_INET && bound.ss_family != AF_INET6)
    throw boost::system::system_error(make_error_code(asio::error::address_family_not_supported));
  asio::ip::tcp::acceptor acceptor(executor);
  acceptor.assign(bound.ss_family == AF_INET ? asio::ip::tcp::v4() : asio::ip::tcp::v6(),
                  options.listening);
  return acceptor;
}

ServerResponse refusal(int status) {
  const beast::string_view reason = http::obsolete_reason(http::int_to_status(status));
  return {status, {{"Content-Type", "text/plain"}}, to_string(reason) + "\n"};
}

}  // namespace

std::string_view ServerRequest::header(std::string_view name) const {
  for (const HttpHeader& each : headers)
    if (beast::iequals(to_beast(each.name), to_beast(name))) return each.value;
  return {};
}

std::string_view ServerRequest::path() const {
  return std::string_view(target).substr(0, target.find('?'));
}

// The listener and the connections it has taken.
class HttpServer::Connections {
 public:
  Connections(asio::any_io_executor executor, HttpServerOptions options, ServerHandler handler)
      : options_(std::move(options)),
        handler_(std::move(handler)),
        executor_(executor),
        acceptor_(listen(executor, options_)),
        left_(executor) {}

  asio::ip::tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }

  asio::awaitable<void> run() {
    std::exception_ptr end;
    try {
      for (;;) co_await accept_one();
    } catch (...) {
      end = std::current_exception();
    }
    // A cancelled coroutine may not await anything until its state is reset.
    co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    co_await close_all();
    std::rethrow_exception(failure_ ? failure_ : end);
  }

 private:
  struct Connection {
    explicit Connection(asio::ip::tcp::socket socket) : stream(std::move(socket)) {}
    beast::tcp_stream stream;
    asio::ip::address peer;
  };
  using Streams = std::list<Connection>;

  asio::awaitable<void> accept_one() {
    while (streams_.size() >= options_.max_connections) co_await one_leaves();
    if (failure_) std::rethrow_exception(failure_);
    auto [error, socket] = co_await acceptor_.async_accept(kNoThrow);
    if (error == asio::error::operation_aborted) throw boost::system::system_error(error);
    if (!error) {
      start(std::move(socket));
      co_return;
    }
    // Out of descriptors, most likely: some time later there will be more.
    left_.expires_after(kRestAfterFailedAccept);
    co_await left_.async_wait(kNoThrow);
  }

  void start(asio::ip::tcp::socket socket) {
    const auto connection = streams_.emplace(streams_.end(), std::move(socket));
    error_code gone;
    connection->peer = plain(connection->stream.socket().remote_endpoint(gone).address());
    asio::co_spawn(executor_, serve(*connection), [this, connection](std::exception_ptr failure) {
      streams_.erase(connection);
      left_.cancel();
      if (!failure || failure_) return;
      failure_ = failure;
      acceptor_.cancel();
    });
  }

  asio::awaitable<void> one_leaves() {
    left_.expires_at(std::chrono::steady_clock::time_point::max());
    co_await left_.async_wait(kNoThrow);
    const auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none)
      throw boost::system::system_error(asio::error::operation_aborted);
  }

  asio::awaitable<void> close_all() {
    for (Connection& connection : streams_) connection.stream.close();
    while (!streams_.empty()) co_await one_leaves();
  }

  // One connection, from its first request to its last.
  asio::awaitable<void> serve(Connection& connection) {
    beast::tcp_stream& stream = connection.stream;
    beast::flat_buffer buffer(options_.max_header + kReadSize);
    while (co_await first_bytes(stream, buffer) && co_await serve_one(connection, buffer)) {
    }
    error_code ignored;
    stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  }

  asio::awaitable<bool> first_bytes(beast::tcp_stream& stream, beast::flat_buffer& buffer) {
    if (buffer.size() > 0) co_return true;  // of a pipelined request
    stream.expires_after(options_.idle_timeout);
    const auto [error, size] = co_await stream.async_read_some(buffer.prepare(kReadSize), kNoThrow);
    buffer.commit(size);
    co_return !error;
  }

  // Returns whether the connection can take another request.
  asio::awaitable<bool> serve_one(Connection& connection, beast::flat_buffer& buffer) {
    beast::tcp_stream& stream = connection.stream;
    http::request_parser<http::string_body> parser;
    parser.header_limit(options_.max_header);
    parser.body_limit(options_.max_body);
    stream.expires_after(options_.request_timeout);
    auto [error, header_size] = co_await http::async_read_header(stream, buffer, parser, kNoThrow);
    if (!error && beast::iequals(parser.get()[http::field::expect], "100-continue"))
      co_await write(stream, http::response<http::string_body>(http::status::continue_, 11));
    if (!error)
      std::tie(error, header_size) = co_await http::async_read(stream, buffer, parser, kNoThrow);
    if (error) co_return co_await refuse(stream, status_of(error));

    const unsigned version = parser.get().version();
    const bool keep_alive = parser.keep_alive();
    const bool head = parser.get().method() == http::verb::head;
    ServerResponse response = co_await handler_(to_request(parser.release(), connection.peer));
    if (response.stream && !head) {
      co_await write_stream(stream, std::move(response), version);
      co_return false;
    }
    stream.expires_after(options_.request_timeout);
    co_return co_await write(stream, to_message(std::move(response), version, keep_alive, head)) &&
        keep_alive;
  }

  asio::awaitable<bool> refuse(beast::tcp_stream& stream, int status) {
    if (status == 0) co_return false;
    stream.expires_after(options_.request_timeout);
    co_await write(stream, to_message(refusal(status), 11, false, false));
    co_return false;
  }

  asio::awaitable<bool> write(beast::tcp_stream& stream,
                              http::response<http::string_body> message) {
    // Its header may promise the length of a body that HEAD does not get.
    http::response_serializer<http::string_body> serializer(message);
    const auto [error, size] = message.body().empty()
                                   ? co_await http::async_write_header(stream, serializer, kNoThrow)
                                   : co_await http::async_write(stream, serializer, kNoThrow);
    co_return !error;
  }

  // Until the body ends or the client is gone.  Who speaks HTTP/1.0 gets it without chunks.
  asio::awaitable<void> write_stream(beast::tcp_stream& stream, ServerResponse response,
                                     unsigned version) {
    auto message = head_of<http::empty_body>(response, version, false);
    message.chunked(version >= 11);
    http::response_serializer<http::empty_body> serializer(message);
    stream.expires_after(options_.request_timeout);
    const auto [error, size] = co_await http::async_write_header(stream, serializer, kNoThrow);
    if (error) co_return;
    using namespace asio::experimental::awaitable_operators;
    co_await (write_pieces(stream, response.stream, version >= 11) || client_leaves(stream));
  }

  asio::awaitable<void> write_pieces(beast::tcp_stream& stream, const BodyStream& next,
                                     bool chunked) {
    for (;;) {
      const std::optional<std::string> piece = co_await next();
      if (!piece) break;
      if (piece->empty()) continue;
      stream.expires_after(options_.request_timeout);
      const asio::const_buffer bytes(piece->data(), piece->size());
      const auto [error, size] =
          chunked ? co_await asio::async_write(stream, http::make_chunk(bytes), kNoThrow)
                  : co_await asio::async_write(stream, bytes, kNoThrow);
      if (error) co_return;
    }
    if (chunked) co_await asio::async_write(stream, http::make_chunk_last(), kNoThrow);
  }

  // Whatever a client says within a stream ends it.
  asio::awaitable<void> client_leaves(beast::tcp_stream& stream) {
    co_await stream.socket().async_wait(asio::ip::tcp::socket::wait_read, kNoThrow);
  }

  const HttpServerOptions options_;
  const ServerHandler handler_;
  const asio::any_io_executor executor_;
  asio::ip::tcp::acceptor acceptor_;
  asio::steady_timer left_;  // cancelled when a connection ends
  Streams streams_;
  std::exception_ptr failure_;  // of the handler
};

namespace {

asio::awaitable<ServerResponse> say(ServerResponse response) { co_return response; }

}  // namespace

ServerHandler answer_at_once(std::function<ServerResponse(const ServerRequest&)> answer) {
  return [answer = std::move(answer)](ServerRequest request) { return say(answer(request)); };
}

HttpServer::HttpServer(asio::any_io_executor executor, HttpServerOptions options,
                       ServerHandler handler)
    : connections_(std::make_unique<Connections>(std::move(executor), std::move(options),
                                                 std::move(handler))) {}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const { return connections_->endpoint().port(); }

std::string HttpServer::origin() const {
  const auto endpoint = connections_->endpoint();
  const std::string host = endpoint.address().to_string();
  return "http://" + (endpoint.address().is_v6() ? "[" + host + "]" : host) + ":" +
         std::to_string(endpoint.port());
}

asio::awaitable<void> HttpServer::run() { return connections_->run(); }

}  // namespace figured::net
