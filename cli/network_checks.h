// What `figurectl doctor` looks at beyond this machine: whether the hosts of feeds and
// endpoints are found, answer and can be trusted, and what time they have.
//
// Each host is asked once, with a HEAD for its root, as figured would ask it: the same
// address guard, certificates and user agent.  Whatever it answers, it has answered.
// No alert is sent (`figurectl alerts test` does that).
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "cli/finding.h"
#include "config/config.h"
#include "net/http_client.h"

namespace figured::cli {

// Whom to ask.
struct AskedHost {
  std::string check;   // "feed", "endpoint"
  std::string name;    // whose it is: the outlet's, the endpoint's
  std::string origin;  // "https://news.example.org:8443"
  std::string proxy;   // as HttpRequest has it
};

// What became of it.
struct HostAnswer {
  AskedHost host;
  net::HttpResult result;
  std::chrono::system_clock::time_point asked;
  std::chrono::system_clock::time_point answered;
};

// Each origin once, `limit` of them at most; what was left out is counted in `left_out`.
std::vector<AskedHost> hosts_to_ask(const config::Config& config, std::size_t limit,
                                    std::size_t& left_out);

// Asks them all, some at a time, and waits for the answers.
std::vector<HostAnswer> ask_hosts(const std::vector<AskedHost>& hosts,
                                  const config::Config& config);

// Pure:
Findings judge_answers(const std::vector<HostAnswer>& answers);
// By how much this clock is ahead of that of the servers, by their Date; the middle of
// what they say, empty where fewer than one says it.
std::optional<std::chrono::milliseconds> clock_ahead(const std::vector<HostAnswer>& answers);
void judge_clock(std::optional<std::chrono::milliseconds> ahead, Findings& findings);

}  // namespace figured::cli
