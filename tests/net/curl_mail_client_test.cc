#include "net/curl_mail_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/system/system_error.hpp>

namespace figured::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using testing::HasSubstr;

// A mail server that takes one mail, and refuses what it is told to.
class MailServer {
 public:
  explicit MailServer(asio::io_context& io)
      : acceptor_(io, {asio::ip::make_address("127.0.0.1"), 0}) {
    asio::co_spawn(io, serve(), asio::detached);
  }
  std::string url() const {
    return "smtp://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
  }
  std::string refuses;             // a verb
  std::vector<std::string> heard;  // verbs with their arguments
  std::string mail;

 private:
  asio::awaitable<void> serve() {
    tcp::socket socket = co_await acceptor_.async_accept(asio::use_awaitable);
    try {
      co_await talk(socket);
    } catch (const boost::system::system_error&) {
      // The client went away.
    }
  }
  asio::awaitable<void> talk(tcp::socket& socket) {
    co_await say(socket, "220 test\r\n");
    for (;;) {
      const std::string line = co_await hear(socket, "\r\n");
      heard.push_back(line.substr(0, line.size() - 2));
      if (!refuses.empty() && line.starts_with(refuses)) {
        co_await say(socket, "550 not here\r\n");
      } else if (line.starts_with("DATA")) {
        co_await say(socket, "354 go on\r\n");
        mail = co_await hear(socket, "\r\n.\r\n");
        co_await say(socket, "250 taken\r\n");
      } else if (line.starts_with("QUIT")) {
        co_await say(socket, "221 bye\r\n");
        co_return;
      } else {
        co_await say(socket, "250 ok\r\n");
      }
    }
  }
  asio::awaitable<void> say(tcp::socket& socket, std::string line) {
    co_await asio::async_write(socket, asio::buffer(line), asio::use_awaitable);
  }
  asio::awaitable<std::string> hear(tcp::socket& socket, std::string until) {
    const std::size_t size = co_await asio::async_read_until(socket, asio::dynamic_buffer(read_),
                                                             until, asio::use_awaitable);
    std::string line = read_.substr(0, size);
    read_.erase(0, size);
    co_return line;
  }

  tcp::acceptor acceptor_;
  std::string read_;
};

class CurlMailClientTest : public testing::Test {
 protected:
  Mail mail() const {
    return {.url = server_.url(),
            .starttls = false,
            .user = "",
            .password = "",
            .from = "figured@desk.example",
            .to = {"editor@desk.example", "night@desk.example"},
            .text = "Subject: s\r\n\r\n.hidden dot\r\nend\r\n"};
  }
  // "" = taken.
  std::string send(Mail mail, std::vector<std::string> allowed = {"127.0.0.1"}) {
    HttpClientOptions options;
    options.allowed_private_hosts = std::move(allowed);
    CurlMailClient client(io_.get_executor(), options);
    std::string error = "did not end";
    asio::co_spawn(io_, client.send(std::move(mail)), [&](std::exception_ptr, MailResult result) {
      error = result ? "" : result.error().message;
      io_.stop();
    });
    io_.run();
    return error;
  }

  asio::io_context io_;
  MailServer server_{io_};
};

TEST_F(CurlMailClientTest, AMailIsTakenForAllItIsTo) {
  EXPECT_EQ(send(mail()), "");
  EXPECT_THAT(server_.heard, testing::IsSupersetOf({"MAIL FROM:<figured@desk.example>",
                                                    "RCPT TO:<editor@desk.example>",
                                                    "RCPT TO:<night@desk.example>", "DATA"}));
  EXPECT_EQ(server_.mail, "Subject: s\r\n\r\n..hidden dot\r\nend\r\n.\r\n");
}

TEST_F(CurlMailClientTest, ARefusalSaysWhatTheServerSaid) {
  server_.refuses = "RCPT TO:<night";
  const std::string error = send(mail());
  EXPECT_THAT(error, HasSubstr("mail to smtp://127.0.0.1"));
  EXPECT_THAT(error, HasSubstr("550"));
  EXPECT_EQ(server_.mail, "");
}

TEST_F(CurlMailClientTest, WithoutTlsNothingIsSaidWhereItIsAskedFor) {
  Mail secret = mail();
  secret.starttls = true;
  EXPECT_NE(send(secret), "");
  EXPECT_EQ(server_.mail, "");
}

TEST_F(CurlMailClientTest, APrivateServerMustBeNamed) {
  EXPECT_THAT(send(mail(), {}), HasSubstr("leads to a private address"));
  EXPECT_TRUE(server_.heard.empty());
}

}  // namespace
}  // namespace figured::net
