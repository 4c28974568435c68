#include "tests/support/loopback_server.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace figured::tests {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr std::chrono::seconds kPatience{10};
constexpr auto kNoThrow = asio::as_tuple(asio::use_awaitable);

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return text;
}

ReceivedRequest read_head(const std::string& head) {
  ReceivedRequest request;
  const auto line_end = head.find("\r\n");
  const auto first = head.find(' ');
  const auto second = head.find(' ', first + 1);
  request.method = head.substr(0, first);
  request.target = head.substr(first + 1, second - first - 1);
  for (auto at = line_end + 2; at < head.size();) {
    const auto end = std::min(head.find("\r\n", at), head.size());
    const std::string line = head.substr(at, end - at);
    if (const auto colon = line.find(':'); colon != line.npos) {
      const auto value = std::min(line.find_first_not_of(" \t", colon + 1), line.size());
      request.headers[lower(line.substr(0, colon))] = line.substr(value);
    }
    at = end + 2;
  }
  return request;
}

std::string format_answer(const ScriptedAnswer& answer, bool with_body) {
  if (!answer.raw.empty()) return answer.raw;
  std::string text = "HTTP/1.1 " + std::to_string(answer.status) + " Scripted\r\n";
  for (const auto& [name, value] : answer.headers) text += name + ": " + value + "\r\n";
  text += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n\r\n";
  const auto sent = std::min(answer.cut_after.value_or(answer.body.size()),
                             answer.stall_after.value_or(answer.body.size()));
  return with_body ? text + answer.body.substr(0, sent) : text;
}

}  // namespace

class LoopbackServer::Impl {
 public:
  Impl() : acceptor_(context_, {asio::ip::address_v4::loopback(), 0}) {
    asio::co_spawn(context_, accept(), asio::detached);
    thread_ = std::jthread([this] { context_.run(); });
  }

  // All that is open is dropped with the context.
  ~Impl() { context_.stop(); }

  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  void on(const std::string& path, ScriptedAnswer answer) {
    const std::scoped_lock lock(mutex_);
    answers_[path].push_back(std::move(answer));
  }

  std::vector<ReceivedRequest> requests() const {
    const std::scoped_lock lock(mutex_);
    return requests_;
  }

  std::size_t connections() const {
    const std::scoped_lock lock(mutex_);
    return accepted_;
  }

  template <typename Condition>
  bool wait_for(Condition condition) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kPatience, condition);
  }

  bool wait_for_requests(std::size_t count) const {
    return wait_for([&] { return requests_.size() >= count; });
  }

  bool wait_until_idle() const {
    return wait_for([&] { return open_ == 0; });
  }

 private:
  asio::awaitable<void> accept() {
    for (;;) {
      tcp::socket socket = co_await acceptor_.async_accept(asio::use_awaitable);
      asio::co_spawn(context_, serve(std::move(socket)), asio::detached);
    }
  }

  asio::awaitable<void> serve(tcp::socket socket) {
    count_open(1);
    bool more = true;
    while (more) more = co_await serve_one(socket);
    count_open(-1);
  }

  // False when the connection is done with.
  asio::awaitable<bool> serve_one(tcp::socket& socket) {
    std::string buffer;
    const auto [error, head_size] =
        co_await asio::async_read_until(socket, asio::dynamic_buffer(buffer), "\r\n\r\n", kNoThrow);
    if (error) co_return false;
    ReceivedRequest request = read_head(buffer.substr(0, head_size));
    request.body = buffer.substr(head_size);
    const auto length = request.headers.find("content-length");
    const std::size_t size = length == request.headers.end() ? 0 : std::stoul(length->second);
    if (request.body.size() < size) {
      std::string rest(size - request.body.size(), '\0');
      const auto [short_read, n] = co_await asio::async_read(socket, asio::buffer(rest), kNoThrow);
      if (short_read) co_return false;
      request.body += rest;
    }
    const ScriptedAnswer answer = take_answer(std::move(request));
    const bool with_body = answer.status != 304 && last_method_ != "HEAD";
    const std::string text = format_answer(answer, with_body);
    const auto [failure, sent] = co_await asio::async_write(socket, asio::buffer(text), kNoThrow);
    if (failure || answer.cut_after || !answer.raw.empty()) co_return false;
    if (answer.stall_after) {
      char one = 0;  // comes never; the end of the connection does
      co_await socket.async_read_some(asio::buffer(&one, 1), kNoThrow);
      co_return false;
    }
    co_return true;
  }

  ScriptedAnswer take_answer(ReceivedRequest request) {
    const std::scoped_lock lock(mutex_);
    const auto found = answers_.find(request.target);
    last_method_ = request.method;
    requests_.push_back(std::move(request));
    changed_.notify_all();
    if (found == answers_.end()) return {.status = 404};
    ScriptedAnswer answer = found->second.front();
    if (found->second.size() > 1) found->second.pop_front();
    return answer;
  }

  void count_open(int change) {
    const std::scoped_lock lock(mutex_);
    open_ += change;
    accepted_ += change > 0;
    changed_.notify_all();
  }

  asio::io_context context_{1};
  tcp::acceptor acceptor_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::map<std::string, std::deque<ScriptedAnswer>> answers_;
  std::vector<ReceivedRequest> requests_;
  std::string last_method_;
  std::size_t accepted_ = 0;
  int open_ = 0;
  std::jthread thread_;  // last: it uses all the others
};

LoopbackServer::LoopbackServer() : impl_(std::make_unique<Impl>()) {}
LoopbackServer::~LoopbackServer() = default;

void LoopbackServer::on(const std::string& path, ScriptedAnswer answer) {
  impl_->on(path, std::move(answer));
}

std::string LoopbackServer::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port()) + path;
}

std::uint16_t LoopbackServer::port() const { return impl_->port(); }
std::vector<ReceivedRequest> LoopbackServer::requests() const { return impl_->requests(); }
std::size_t LoopbackServer::connections() const { return impl_->connections(); }
bool LoopbackServer::wait_for_requests(std::size_t n) const { return impl_->wait_for_requests(n); }
bool LoopbackServer::wait_until_idle() const { return impl_->wait_until_idle(); }

}  // namespace figured::tests
