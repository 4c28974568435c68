// An endpoint whose server asks for a certificate gets the one of the configuration.
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/ssl/impl/src.hpp>  // Asio is compiled apart, and nothing else needs this
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <thread>

#include "alerts/courier.h"
#include "net/curl_http_client.h"
#include "tests/alerts/sample_alert.h"
#include "tests/support/certificate.h"
#include "tests/support/fake_mail_client.h"
#include "tests/support/temp_folder.h"

namespace figured::alerts {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;

// Takes one connection, if its client shows the one certificate that is trusted, and
// answers it with 204.
class StrictServer {
 public:
  StrictServer(const tests::CertificateFiles& own, const std::string& trusted) {
    context_.use_certificate_file(own.certificate, ssl::context::pem);
    context_.use_private_key_file(own.key, ssl::context::pem);
    context_.set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert);
    context_.load_verify_file(trusted);
    thread_ = std::thread([this] { serve(); });
  }
  ~StrictServer() { thread_.join(); }

  std::string address() const {
    return "127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
  }

 private:
  void serve() {
    ssl::stream<asio::ip::tcp::socket> client(acceptor_.accept(), context_);
    boost::system::error_code failed;
    client.handshake(ssl::stream_base::server, failed);
    asio::streambuf head;
    if (!failed) asio::read_until(client, head, "\r\n\r\n", failed);
    if (!failed)
      asio::write(client, asio::buffer("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", 47),
                  failed);
    client.shutdown(failed);
  }

  asio::io_context io_;
  ssl::context context_{ssl::context::tls_server};
  asio::ip::tcp::acceptor acceptor_{io_, {asio::ip::make_address("127.0.0.1"), 0}};
  std::thread thread_;
};

struct CertificateCase {
  std::string name;
  std::string shown;  // whose certificate; "" = none
  int status;         // of the answer; 0 = there is none
};

class ClientCertificateTest : public testing::TestWithParam<CertificateCase> {
 protected:
  tests::CertificateFiles files(const std::string& name) const {
    return {folder_.path(name + ".pem"), folder_.path(name + ".key")};
  }

  tests::TempFolder folder_;
  asio::io_context io_;
};

TEST_P(ClientCertificateTest, OpensTheServerOrDoesNot) {
  for (const char* name : {"server", "figured", "stranger"}) make_certificate(name, files(name));
  const StrictServer server(files("server"), files("figured").certificate);
  net::HttpClientOptions options;
  options.ca_bundle = files("server").certificate;
  options.allowed_private_hosts = {server.address()};
  net::CurlHttpClient http(io_.get_executor(), options);
  tests::FakeMailClient mail;
  Courier courier(io_.get_executor(), http, mail);
  Endpoint endpoint = sample_endpoint(SinkKind::kWebhook);
  endpoint.url = "https://" + server.address() + "/hook";
  if (!GetParam().shown.empty()) {
    endpoint.client_certificate = files(GetParam().shown).certificate;
    endpoint.client_key = files(GetParam().shown).key;
  }
  const Message message = message_of(sample_alert());
  Answer answer;
  asio::co_spawn(io_, courier.bring(endpoint, message, kRaised),
                 [&](std::exception_ptr, Answer brought) { answer = std::move(brought); });
  io_.run();
  EXPECT_EQ(answer.status, GetParam().status) << answer.error;
  EXPECT_EQ(answer.error.empty(), GetParam().status != 0);
}

INSTANTIATE_TEST_SUITE_P(Cases, ClientCertificateTest,
                         testing::Values(CertificateCase{"TheTrustedOne", "figured", 204},
                                         CertificateCase{"AnotherOne", "stranger", 0},
                                         CertificateCase{"None", "", 0}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::alerts
