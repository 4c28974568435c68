// A real Alertmanager takes what is pushed, and shows it in its API.  Skipped where none
// is installed (Debian: prometheus-alertmanager).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>

#include "alerts/sinks/child_process.h"
#include "alerts/sinks/sinks.h"
#include "net/curl_http_client.h"
#include "tests/alerts/sample_alert.h"
#include "tests/support/temp_folder.h"

namespace figured::alerts {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;
using namespace std::chrono_literals;

constexpr char kProgram[] = "/usr/bin/prometheus-alertmanager";

class AlertmanagerServerTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kProgram)) GTEST_SKIP() << kProgram << " is not installed";
    std::ofstream(folder_.path("am.yml")) << "route: {receiver: none}\nreceivers: [{name: none}]\n";
    child_.emplace(
        io_.get_executor(),
        std::vector<std::string>{kProgram, "--config.file=" + folder_.path("am.yml"),
                                 "--storage.path=" + folder_.path("data"),
                                 "--web.listen-address=" + address_, "--cluster.listen-address="},
        std::vector<std::string>{"PATH=/usr/bin:/bin"});
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    while (get("/-/ready").first != 200)
      ASSERT_LT(std::chrono::steady_clock::now(), deadline) << "it does not get ready";
  }

  static std::string free_address() {
    asio::io_context io;
    asio::ip::tcp::acceptor taken(io, {asio::ip::make_address("127.0.0.1"), 0});
    return "127.0.0.1:" + std::to_string(taken.local_endpoint().port());
  }
  // Status (0 without an answer) and body.
  std::pair<int, std::string> send(net::HttpRequest request) {
    std::pair<int, std::string> answer;
    io_.restart();
    asio::co_spawn(io_, http_.send(std::move(request)),
                   [&](std::exception_ptr, net::HttpResult result) {
                     if (result) answer = {result->status, result->body};
                     io_.stop();
                   });
    io_.run();
    return answer;
  }
  std::pair<int, std::string> get(const std::string& path) {
    net::HttpRequest request;
    request.url = "http://" + address_ + path;
    request.timeout = 5s;
    return send(std::move(request));
  }
  void push(const Message& message) {
    Endpoint endpoint = sample_endpoint(SinkKind::kAlertmanager);
    endpoint.url = "http://" + address_;
    EXPECT_EQ(send(alertmanager_request(endpoint, message)).first, 200);
  }
  static Message raised_now(AlertType type, std::int64_t sequence) {
    Alert alert = sample_alert(type, sequence);
    alert.created_at = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return message_of(alert);
  }
  // The alerts that are active, by their labels.
  std::vector<json::object> active() {
    std::vector<json::object> labels;
    const json::value alerts = json::parse(get("/api/v2/alerts?active=true").second);
    for (const json::value& alert : alerts.as_array())
      labels.push_back(alert.at("labels").as_object());
    return labels;
  }

  static net::HttpClientOptions loopback() {
    net::HttpClientOptions options;
    options.allowed_private_hosts = {"127.0.0.1"};
    return options;
  }

  const tests::TempFolder folder_;
  const std::string address_ = free_address();
  asio::io_context io_;
  net::CurlHttpClient http_{io_.get_executor(), loopback()};
  std::optional<ChildProcess> child_;
};

TEST_F(AlertmanagerServerTest, ADisputeIsOneAlertUntilItIsSettled) {
  push(raised_now(AlertType::kContradiction, 1));
  push(raised_now(AlertType::kDisputeWidened, 2));
  const auto shown = active();
  ASSERT_EQ(shown.size(), 1u);
  EXPECT_EQ(shown[0].at("alertname"), "FiguresContradict");
  EXPECT_EQ(shown[0].at("dispute"), "2");
  push(raised_now(AlertType::kDisputeSettled, 3));
  EXPECT_THAT(active(), testing::IsEmpty());
}

}  // namespace
}  // namespace figured::alerts
