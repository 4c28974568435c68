// FakeMailClient stands in for a mail server: it keeps what it is sent, and fails when told.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <vector>

#include "net/mail_client.h"

namespace figured::tests {

class FakeMailClient : public net::MailClient {
 public:
  // From now on nothing is taken.
  void fail(const std::string& message) { failure_ = message; }

  boost::asio::awaitable<net::MailResult> send(net::Mail mail) override {
    if (failure_) co_return net::HttpError{net::HttpErrorKind::kConnect, *failure_};
    sent_.push_back(std::move(mail));
    co_return net::MailResult();
  }

  const std::vector<net::Mail>& sent() const { return sent_; }

 private:
  std::optional<std::string> failure_;
  std::vector<net::Mail> sent_;
};

}  // namespace figured::tests
