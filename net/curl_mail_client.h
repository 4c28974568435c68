// CurlMailClient is MailClient over libcurl's SMTP, on two threads of its own: once a mail
// is sent, libcurl waits for the server's word on it without giving way, also where all
// else of it is driven by events.
//
// Every address is put to the guard just before it is connected to; certificates are
// verified.
#pragma once
#include <boost/asio/thread_pool.hpp>
#include <string>

#include "net/address_guard.h"
#include "net/curl_http_client.h"
#include "net/mail_client.h"

namespace figured::net {

class CurlMailClient : public MailClient {
 public:
  // Takes of the options the CA bundle and the private hosts.
  CurlMailClient(boost::asio::any_io_executor executor, HttpClientOptions options);
  // Waits for mails that are on the way, at their timeouts at the latest.
  ~CurlMailClient() override;

  boost::asio::awaitable<MailResult> send(Mail mail) override;

 private:
  struct Transfer;

  const boost::asio::any_io_executor executor_;
  const std::string ca_bundle_;
  const AddressGuard guard_;
  boost::asio::thread_pool threads_;
};

}  // namespace figured::net
