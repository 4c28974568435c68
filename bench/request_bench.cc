// What a poll answered with 304 costs the client over a new connection, beside libcurl alone
// with the same requests against the same server.
//
//   request_bench [REQUESTS]
//
// Rounds of the two take turns, so that a busy machine is unfair to neither; each figure
// is the median of its rounds, in requests a second of the client's CPU time.
#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <vector>

#include "bench/answering_server.h"
#include "bench/bare_requests.h"
#include "feeds/poll_request.h"
#include "net/curl_http_client.h"

namespace figured::bench {
namespace {

namespace asio = boost::asio;

constexpr std::size_t kAtOnce = 32;
constexpr int kRounds = 7;

double cpu_seconds() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

feeds::Feed feed_at(const std::string& url) {
  feeds::Feed feed;
  feed.source.url = url;
  feed.validators = {"\"1\"", "Mon, 21 Sep 2026 10:00:00 GMT"};
  return feed;
}

asio::awaitable<void> poll(net::HttpClient& client, const feeds::Feed& feed, std::size_t times,
                           std::size_t& unchanged) {
  for (; times > 0; --times) {
    const net::HttpResult answer = co_await client.send(feeds::poll_request(feed, {}));
    unchanged += answer && answer->status == 304;
  }
}

std::size_t send_ours(const feeds::Feed& feed, const std::string& ca_bundle, std::size_t times) {
  asio::io_context io(1);
  net::HttpClientOptions options;
  options.allowed_private_hosts = {"127.0.0.1"};
  options.max_connections_per_host = static_cast<long>(kAtOnce);
  if (!ca_bundle.empty()) options.ca_bundle = ca_bundle;
  net::CurlHttpClient client(io.get_executor(), options);
  std::size_t unchanged = 0;
  for (std::size_t lane = 0; lane < kAtOnce; ++lane)
    asio::co_spawn(io, poll(client, feed, times / kAtOnce, unchanged), [](std::exception_ptr end) {
      if (end) std::rethrow_exception(end);
    });
  io.run();
  return unchanged;
}

double rate(std::size_t wanted, const std::function<std::size_t()>& send) {
  const double begin = cpu_seconds();
  const std::size_t done = send();
  const double spent = cpu_seconds() - begin;
  if (done != wanted) {
    std::fprintf(stderr, "request_bench: %zu of %zu requests were answered\n", done, wanted);
    std::exit(1);
  }
  return static_cast<double>(wanted) / spent;
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void measure(const char* what, const std::string& certificate, std::size_t times) {
  const AnsweringServer server(certificate);
  const feeds::Feed feed = feed_at(server.url());
  const std::string bundle = certificate.empty() ? net::HttpClientOptions().ca_bundle : certificate;
  std::vector<double> ours, bare, ratio;
  for (int round = 0; round < kRounds; ++round) {
    bare.push_back(rate(
        times, [&] { return send_bare(feeds::poll_request(feed, {}), bundle, times, kAtOnce); }));
    ours.push_back(rate(times, [&] { return send_ours(feed, bundle, times); }));
    ratio.push_back(ours.back() / bare.back());
  }
  std::printf("%-28s %9.0f/s  libcurl alone %9.0f/s  ratio %.2f\n", what, median(ours),
              median(bare), median(ratio));
}

}  // namespace
}  // namespace figured::bench

int main(int argc, char** argv) {
  const std::size_t asked = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 8'000;
  const std::size_t times = std::max<std::size_t>(asked / 128, 1) * 128;
  const auto certificate = std::filesystem::temp_directory_path() / "figured-request-bench.pem";
  figured::bench::measure("304, new TCP connection", "", times);
  figured::bench::measure("304, new TLS 1.3 connection", certificate.string(), times / 4);
  std::filesystem::remove(certificate);
}
