#include "alerts/sinks/command.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/system/system_error.hpp>
#include <cstdio>
#include <cstdlib>

#include "alerts/excerpt.h"
#include "alerts/sinks/child_process.h"
#include "alerts/sinks/webhook.h"

namespace figured::alerts {
namespace {

namespace asio = boost::asio;

constexpr std::size_t kMaxWords = 200;  // of what a program says on standard error

std::vector<std::string> environment_of(const Message& message) {
  char severity[16];
  std::snprintf(severity, sizeof severity, "%.3f", severity_of(message));
  std::vector<std::string> variables = {
      "FIGURED_ID=" + message.id,
      "FIGURED_TYPE=" + std::string(format_alert_type(message.newest().alert.type)),
      std::string("FIGURED_SEVERITY=") + severity, "FIGURED_HEADLINE=" + headline(message, 400)};
  for (const char* name : {"PATH", "HOME", "LANG", "TZ"})
    if (const char* value = std::getenv(name)) variables.push_back(std::string(name) + "=" + value);
  return variables;
}

// What it says, to the end; of much the end is kept.
asio::awaitable<std::string> read_all(asio::posix::stream_descriptor& pipe) {
  constexpr std::size_t kKept = 4'096;
  std::string text;
  char piece[1'024];
  for (;;) {
    const auto [error, size] =
        co_await pipe.async_read_some(asio::buffer(piece), asio::as_tuple(asio::use_awaitable));
    if (error) co_return text;
    text.append(piece, size);
    if (text.size() > kKept) text.erase(0, text.size() - kKept);
  }
}

asio::awaitable<void> write_all(asio::local::stream_protocol::socket& input,
                                const std::string& body) {
  // A program may end without reading all.
  co_await asio::async_write(input, asio::buffer(body), asio::as_tuple(asio::use_awaitable));
  input.close();
}

struct Ending {
  int status = 0;
  std::string said;
};

asio::awaitable<Ending> talk(ChildProcess& child, const std::string& body) {
  using namespace asio::experimental::awaitable_operators;
  auto both = write_all(child.input(), body) && read_all(child.error());
  Ending ending;
  ending.said = co_await std::move(both);
  ending.status = co_await child.wait();
  co_return ending;
}

Answer failed(const std::string& program, const std::string& what) {
  return {0, "'" + program + "' " + what, std::nullopt};
}

Answer answer_of(const Ending& ending, const std::string& program) {
  if (ending.status == 0) return {200, "", std::nullopt};
  const std::string words = one_line(ending.said, kMaxWords);
  return failed(program, "ended with status " + std::to_string(ending.status) +
                             (words.empty() ? "" : ": " + words));
}

}  // namespace

asio::awaitable<Answer> run_command(asio::any_io_executor executor, const Endpoint& endpoint,
                                    const Message& message) {
  using namespace asio::experimental::awaitable_operators;
  const std::string body = message_body(message);
  const std::string& program = endpoint.command.front();
  std::optional<ChildProcess> child;
  try {
    child.emplace(executor, endpoint.command, environment_of(message));
  } catch (const boost::system::system_error& error) {
    co_return failed(program, "cannot be started: " + error.code().message());
  }
  // The child ends with this coroutine, however that ends.
  asio::steady_timer limit(executor, endpoint.timeout);
  auto race = talk(*child, body) || limit.async_wait(asio::use_awaitable);
  const auto ended = co_await std::move(race);
  if (ended.index() == 0) co_return answer_of(std::get<0>(ended), program);
  co_return failed(program,
                   "was killed after " + std::to_string(endpoint.timeout.count() / 1'000) + " s");
}

}  // namespace figured::alerts
