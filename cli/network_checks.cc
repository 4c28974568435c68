#include "cli/network_checks.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <cstdlib>
#include <set>

#include "alerts/endpoint.h"
#include "cli/words.h"
#include "feeds/feed_access.h"
#include "feeds/feed_date.h"
#include "net/curl_http_client.h"

namespace figured::cli {
namespace {

namespace asio = boost::asio;
using enum FindingKind;
using net::HttpErrorKind;
using std::chrono::milliseconds;
using std::chrono::system_clock;

constexpr std::size_t kAtATime = 16;
constexpr milliseconds kPatience{15'000};
constexpr std::size_t kMaxAnswer = 64 * 1024;

// "https://news.example.org"; "" where the URL is none.
std::string origin_of(const std::string& url) {
  const auto parsed = boost::urls::parse_uri(url);
  if (!parsed || parsed->encoded_host().empty()) return "";
  std::string origin = std::string(parsed->scheme()) + "://";
  origin += std::string(parsed->encoded_host_and_port());
  return origin;
}

net::HttpRequest request_of(const AskedHost& host) {
  net::HttpRequest request;
  request.method = "HEAD";
  request.url = host.origin + "/";
  request.timeout = kPatience;
  request.max_body = kMaxAnswer;
  request.max_redirects = 0;
  request.proxy = host.proxy;
  return request;
}

asio::awaitable<void> ask_some(net::HttpClient& client, const std::vector<AskedHost>& hosts,
                               std::size_t& next, std::vector<HostAnswer>& answers) {
  while (next < hosts.size()) {
    const AskedHost& host = hosts[next++];
    const auto asked = system_clock::now();
    net::HttpResult result = co_await client.send(request_of(host));
    answers.push_back({host, std::move(result), asked, system_clock::now()});
  }
}

std::string fix_of(const net::HttpError& error, const AskedHost& host) {
  switch (error.kind) {
    case HttpErrorKind::kResolve:
      return "look at the name, and at /etc/resolv.conf: resolvectl query NAME";
    case HttpErrorKind::kForbiddenAddress:
      return "if it is meant to be on your own network, name it: [network] allow_private = [\"" +
             host.origin.substr(host.origin.find("://") + 3) + "\"]";
    case HttpErrorKind::kTls:
      return "a wrong clock, a certificate that has ended, or one of your own: then name its "
             "issuer in network.ca_bundle";
    case HttpErrorKind::kConnect:
      return "nobody listens there, or a firewall forbids it (IPAddressDeny= of the unit, too)";
    case HttpErrorKind::kTimeout:
      return "it does not answer in " + std::to_string(kPatience.count() / 1'000) +
             " s: a firewall that drops, or a server that is down";
    case HttpErrorKind::kBadUrl:
      return "mend the url in the configuration";
    default:
      return "what answers there is no web server; look at the address and its port";
  }
}

std::string_view check_of(const net::HttpError& error, const AskedHost& host) {
  if (error.kind == HttpErrorKind::kResolve) return "dns";
  if (error.kind == HttpErrorKind::kTls) return "tls";
  return host.check;
}

// "HEAD https://news.example.org/: could not resolve": the host is said already.
std::string reason_of(const net::HttpError& error) {
  const auto words = error.message.find(": ");
  return words == std::string::npos ? error.message : error.message.substr(words + 2);
}

bool all_fail_by(const std::vector<HostAnswer>& answers, HttpErrorKind kind) {
  return answers.size() > 1 && std::all_of(answers.begin(), answers.end(), [kind](const auto& one) {
           return !one.result && one.result.error().kind == kind;
         });
}

std::string seconds_words(milliseconds time) {
  return number_words(std::abs(static_cast<double>(time.count() / 100)) / 10) + " s";
}

}  // namespace

std::vector<AskedHost> hosts_to_ask(const config::Config& config, std::size_t limit,
                                    std::size_t& left_out) {
  std::vector<AskedHost> hosts;
  std::set<std::string> seen;
  left_out = 0;
  const auto add = [&](AskedHost host) {
    if (host.origin.empty() || !seen.insert(host.origin + " " + host.proxy).second) return;
    hosts.size() < limit ? hosts.push_back(std::move(host)) : void(++left_out);
  };
  // Endpoints first: they are few, and what they miss nobody else tells.
  for (const alerts::Endpoint& endpoint : config.endpoints)
    if (alerts::is_http(endpoint.kind) && !endpoint.url.empty())
      add({"endpoint", endpoint.name, origin_of(endpoint.url), ""});
  for (const feeds::FeedSource& feed : config.feeds)
    add({"feed", feed.outlet, origin_of(feed.url), feed.access ? feed.access->proxy : ""});
  return hosts;
}

std::vector<HostAnswer> ask_hosts(const std::vector<AskedHost>& hosts,
                                  const config::Config& config) {
  asio::io_context io(1);
  net::CurlHttpClient client(io.get_executor(), config.http);
  std::vector<HostAnswer> answers;
  std::size_t next = 0;
  std::size_t at_work = 0;
  std::exception_ptr failure;
  for (std::size_t i = 0; i < std::min(kAtATime, hosts.size()); ++i, ++at_work)
    asio::co_spawn(io, ask_some(client, hosts, next, answers), [&](std::exception_ptr end) {
      --at_work;
      if (end) failure = end;
    });
  // The client's own timers go on after the last answer.
  while (at_work > 0 && !failure) io.run_one();
  if (failure) std::rethrow_exception(failure);
  return answers;
}

Findings judge_answers(const std::vector<HostAnswer>& answers) {
  if (all_fail_by(answers, HttpErrorKind::kResolve))
    return {{kWrong, "dns", "no name is found at all",
             "look at the network and /etc/resolv.conf: resolvectl status"}};
  if (all_fail_by(answers, HttpErrorKind::kConnect) ||
      all_fail_by(answers, HttpErrorKind::kTimeout))
    return {{kWrong, "network", "no host answers at all",
             "look at the network, the firewall, and whether a proxy is needed (feed.proxy)"}};
  Findings findings;
  std::size_t good = 0;
  for (const HostAnswer& answer : answers) {
    if (answer.result) {
      ++good;
      continue;
    }
    const net::HttpError& error = answer.result.error();
    findings.push_back(
        {kWrong, std::string(check_of(error, answer.host)),
         tame(answer.host.name) + ", " + answer.host.origin + ": " + tame(reason_of(error)),
         fix_of(error, answer.host)});
  }
  if (good != 0)
    findings.push_back({kGood, "network",
                        count_words(static_cast<std::int64_t>(good), "host") +
                            (good == 1 ? " answers" : " answer")});
  return findings;
}

// A Date is of the second in which the answer was made, somewhere on its way to us.
std::optional<milliseconds> clock_ahead(const std::vector<HostAnswer>& answers) {
  std::vector<milliseconds> ahead;
  for (const HostAnswer& answer : answers) {
    if (!answer.result) continue;
    const auto date = feeds::parse_feed_date(answer.result->header("Date"));
    if (!date) continue;
    const auto here = answer.asked + (answer.answered - answer.asked) / 2;
    ahead.push_back(std::chrono::duration_cast<milliseconds>(here - *date) - milliseconds(500));
  }
  if (ahead.empty()) return std::nullopt;
  std::sort(ahead.begin(), ahead.end());
  return ahead[ahead.size() / 2];
}

void judge_clock(std::optional<milliseconds> ahead, Findings& findings) {
  constexpr milliseconds kFine{5'000};
  constexpr milliseconds kWrongClock{60'000};
  if (!ahead) return;
  const std::string words = "this clock is " + seconds_words(*ahead) +
                            (ahead->count() < 0 ? " behind" : " ahead of") + " that of the servers";
  if (std::chrono::abs(*ahead) < kFine)
    findings.push_back({kGood, "clock", "this clock agrees with that of the servers"});
  else
    findings.push_back({std::chrono::abs(*ahead) < kWrongClock ? kDoubtful : kWrong, "clock", words,
                        "timedatectl set-ntp true: posts are signed with the time, and receivers "
                        "refuse what is five minutes off"});
}

}  // namespace figured::cli
