// CurlMailClient is MailClient over libcurl's SMTP, driven by Asio.
//
// Every address is put to the guard just before it is connected to; certificates are
// verified.
#pragma once
#include <memory>

#include "net/curl_http_client.h"
#include "net/mail_client.h"

namespace figured::net {

class CurlMailClient : public MailClient {
 public:
  // Takes of the options the CA bundle, the DNS lifetime and the private hosts.
  CurlMailClient(boost::asio::any_io_executor executor, HttpClientOptions options);
  ~CurlMailClient() override;

  boost::asio::awaitable<MailResult> send(Mail mail) override;

 private:
  class Engine;
  struct Transfer;
  std::shared_ptr<Engine> engine_;
};

}  // namespace figured::net
