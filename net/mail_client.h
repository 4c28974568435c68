// MailClient hands mail to a server, from the I/O thread.
//
// CurlMailClient (curl_mail_client.h) is the real one; tests use a fake.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/system/result.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "net/http_client.h"

namespace figured::net {

struct Mail {
  std::string url;       // smtp://host:587, smtps://host
  bool starttls = true;  // over smtp:// nothing is said before the connection is TLS
  std::string user;
  std::string password;
  std::string from;             // address of the envelope
  std::vector<std::string> to;  // the same; at least one
  std::string text;             // as RFC 5322 has it, lines ended by CRLF
  std::chrono::milliseconds timeout{30'000};
};

// What the network does every day, or what the server said when it did not take it.
using MailResult = boost::system::result<void, HttpError>;

class MailClient {
 public:
  virtual ~MailClient() = default;
  // Once it returns without an error the server has taken the mail for all it is to.
  // Cancelling the awaiting coroutine ends the transfer with
  // boost::system::system_error(operation_aborted).
  virtual boost::asio::awaitable<MailResult> send(Mail mail) = 0;
};

}  // namespace figured::net
