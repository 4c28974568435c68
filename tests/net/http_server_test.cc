#include "net/http_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <stdexcept>

namespace figured::net {
namespace {
namespace asio = boost::asio;
using namespace std::chrono_literals;
using asio::ip::tcp;
using testing::HasSubstr;
using testing::StartsWith;

// Echoes what it was asked, so that a test sees what the handler saw.
ServerResponse echo(const ServerRequest& request) {
  if (request.path() == "/unchanged") return {304, {{"ETag", "\"7\""}}, "not sent"};
  if (request.path() == "/broken") throw std::logic_error("the handler broke");
  return {200,
          {{"X-Mood", std::string(request.header("x-mood"))}},
          request.method + " " + std::string(request.path()) + " [" + request.body + "]"};
}

// A server and one client on one thread; the clock is the sockets'.
class HttpServerTest : public testing::Test {
 protected:
  void serve(HttpServerOptions options = {}) {
    server_.emplace(context_.get_executor(), options, answer_at_once(echo));
    asio::co_spawn(context_, server_->run(),
                   asio::bind_cancellation_slot(stop_.slot(), [this](std::exception_ptr end) {
                     end_ = end;
                     ended_ = true;
                   }));
  }

  // Sends `bytes`, then reads until the server closes the connection.
  std::string exchange(std::string bytes) {
    std::string answer;
    bool done = false;
    asio::co_spawn(context_, talk(std::move(bytes), answer), [&](std::exception_ptr failure) {
      done = true;
      if (failure) std::rethrow_exception(failure);
    });
    while (!done && context_.run_one_for(10s)) {
    }
    EXPECT_TRUE(done) << "the server neither answered nor closed";
    return answer;
  }

  asio::awaitable<void> talk(std::string bytes, std::string& answer) {
    constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);
    tcp::socket socket(context_);
    co_await socket.async_connect({asio::ip::address_v4::loopback(), server_->port()},
                                  asio::use_awaitable);
    co_await asio::async_write(socket, asio::buffer(bytes), no_throw);
    co_await asio::async_read(socket, asio::dynamic_buffer(answer), no_throw);
  }

  // Cancels the server and waits for its end.
  void stop() {
    stop_.emit(asio::cancellation_type::terminal);
    while (!ended_ && context_.run_one_for(10s)) {
    }
  }

  std::string how_it_ended() {
    try {
      if (end_) std::rethrow_exception(end_);
    } catch (const boost::system::system_error& error) {
      return error.code() == asio::error::operation_aborted ? "aborted" : error.what();
    } catch (const std::exception& error) {
      return error.what();
    }
    return ended_ ? "returned" : "still runs";
  }

  asio::io_context context_{1};
  asio::cancellation_signal stop_;
  std::optional<HttpServer> server_;
  std::exception_ptr end_;
  bool ended_ = false;
};

std::string get(const std::string& target, const std::string& more = "Connection: close\r\n") {
  return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n";
}

std::string post(const std::string& body, const std::string& more = "Connection: close\r\n") {
  return "POST /p HTTP/1.1\r\nHost: x\r\n" + more +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST_F(HttpServerTest, ListensOnLoopbackOnAPortOfItsOwn) {
  serve();
  EXPECT_NE(server_->port(), 0);
  EXPECT_EQ(server_->origin(), "http://127.0.0.1:" + std::to_string(server_->port()));
}

TEST_F(HttpServerTest, APortInUseIsAnError) {
  serve();
  HttpServerOptions same;
  same.port = server_->port();
  EXPECT_THROW(HttpServer(context_.get_executor(), same, answer_at_once(echo)),
               boost::system::system_error);
}

struct AnswerCase {
  std::string name;
  std::string request;
  std::string status_line;
  std::string holds;
  std::string ends_with;
};

class AnswerTest : public HttpServerTest, public testing::WithParamInterface<AnswerCase> {};

TEST_P(AnswerTest, IsAsAsked) {
  serve({.max_header = 512, .max_body = 64});
  const std::string answer = exchange(GetParam().request);
  EXPECT_THAT(answer, StartsWith(GetParam().status_line));
  EXPECT_THAT(answer, HasSubstr(GetParam().holds));
  EXPECT_THAT(answer, testing::EndsWith(GetParam().ends_with));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AnswerTest,
    testing::Values(
        AnswerCase{"Get", get("/a?b=c"), "HTTP/1.1 200 OK\r\n", "Content-Length: 9", "GET /a []"},
        AnswerCase{"HeaderCaseIsIgnored", get("/a", "X-MOOD: fine\r\nConnection: close\r\n"),
                   "HTTP/1.1 200 OK\r\n", "X-Mood: fine\r\n", "GET /a []"},
        AnswerCase{"Post", post("hello"), "HTTP/1.1 200 OK\r\n", "", "POST /p [hello]"},
        AnswerCase{"Chunked",
                   "POST /p HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                   "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
                   "HTTP/1.1 200 OK\r\n", "", "POST /p [abcde]"},
        AnswerCase{"HeadHasALengthAndNoBody",
                   "HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                   "HTTP/1.1 200 OK\r\n", "Content-Length: 10\r\n", "\r\n\r\n"},
        AnswerCase{"NotModifiedHasNoBody", get("/unchanged"), "HTTP/1.1 304 Not Modified\r\n",
                   "ETag: \"7\"\r\n", "\r\n\r\n"},
        AnswerCase{"ContinueIsSaidToWhoWaitsForIt",
                   post("hi", "Expect: 100-continue\r\nConnection: close\r\n"),
                   "HTTP/1.1 100 Continue\r\n", "HTTP/1.1 200 OK\r\n", "POST /p [hi]"},
        AnswerCase{"OldVersionCloses", "GET /a HTTP/1.0\r\n\r\n", "HTTP/1.0 200 OK\r\n",
                   "Content-Length: 9\r\n", "GET /a []"},
        AnswerCase{"PipelinedRequestsAreAnsweredInOrder", get("/1", "") + get("/2"),
                   "HTTP/1.1 200 OK\r\n", "GET /1 []HTTP/1.1 200 OK", "GET /2 []"},
        AnswerCase{"BodyTooLarge", post(std::string(65, 'x')), "HTTP/1.1 413 ",
                   "Connection: close\r\n", ""},
        AnswerCase{"HeaderTooLarge", get("/a", "X-Mood: " + std::string(600, 'x') + "\r\n"),
                   "HTTP/1.1 431 ", "Connection: close\r\n", ""},
        AnswerCase{"NoHttpAtAll", "how do you do\r\n\r\n", "HTTP/1.1 400 ", "Connection: close\r\n",
                   ""}),
    [](const auto& test) { return test.param.name; });

TEST_F(HttpServerTest, AnUnfinishedRequestTimesOut) {
  serve({.request_timeout = 20ms});
  EXPECT_EQ(exchange("GET / HTTP/1.1\r\nHost: x\r\nX-"), "");
}

TEST_F(HttpServerTest, ASilentConnectionIsClosed) {
  serve({.idle_timeout = 20ms});
  EXPECT_THAT(exchange(get("/a", "")), testing::EndsWith("GET /a []"));
}

TEST_F(HttpServerTest, WhoComesTooManyWaitsUntilOneHasLeft) {
  serve({.max_connections = 1, .idle_timeout = 20ms});
  tcp::socket first(context_);
  first.connect({asio::ip::address_v4::loopback(), server_->port()});
  EXPECT_THAT(exchange(get("/a")), testing::EndsWith("GET /a []"));
}

TEST_F(HttpServerTest, CancellationEndsItWithItsConnections) {
  serve();
  tcp::socket waiting(context_);
  waiting.connect({asio::ip::address_v4::loopback(), server_->port()});
  exchange(get("/a"));
  stop();
  EXPECT_EQ(how_it_ended(), "aborted");
  boost::system::error_code error;
  char byte;
  waiting.read_some(asio::buffer(&byte, 1), error);
  EXPECT_EQ(error, asio::error::eof);
}

TEST_F(HttpServerTest, WhatTheHandlerThrowsEndsIt) {
  serve();
  EXPECT_EQ(exchange(get("/broken")), "");
  while (!ended_ && context_.run_one_for(10s)) {
  }
  EXPECT_EQ(how_it_ended(), "the handler broke");
}

}  // namespace
}  // namespace figured::net
