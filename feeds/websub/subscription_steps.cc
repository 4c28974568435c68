#include "feeds/websub/subscription_steps.h"

#include <algorithm>
#include <boost/url/encode.hpp>
#include <boost/url/parse_query.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <charconv>
#include <utility>

namespace figured::feeds {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr seconds kFirstRest = std::chrono::minutes(5);
constexpr seconds kLongestRest = std::chrono::hours(24);
// A hub that has accepted calls back within so long.
constexpr seconds kPatience = std::chrono::hours(1);
constexpr seconds kShortestLease = std::chrono::minutes(5);
constexpr seconds kLongestLease = std::chrono::hours(24 * 365);

seconds rest_after(int failures) {
  seconds rest = kFirstRest;
  for (int i = 1; i < failures && rest < kLongestRest; ++i) rest *= 2;
  return std::min(rest, kLongestRest);
}

void add(std::string& form, std::string_view name, std::string_view value) {
  if (!form.empty()) form += '&';
  form += name;
  form += '=';
  form += boost::urls::encode({value.data(), value.size()}, boost::urls::unreserved_chars);
}

std::optional<seconds> parse_lease(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ptr == text.data() + text.size() && !text.empty();
  if (read.ec != std::errc() || !whole || number <= 0) return std::nullopt;
  return seconds(std::min<std::int64_t>(number, kLongestLease.count()));
}

void confirm(Subscription& subscription, seconds lease, sys_seconds now) {
  lease = std::clamp(lease, kShortestLease, kLongestLease);
  subscription.state = SubscriptionState::kActive;
  subscription.lease_ends = now + lease;
  subscription.next_step = now + lease * 4 / 5;
  subscription.failures = 0;
  subscription.error.clear();
}

void deny(Subscription& subscription, const std::string& reason, sys_seconds now) {
  subscription.state = SubscriptionState::kDenied;
  subscription.lease_ends.reset();
  subscription.streak = 0;
  subscription.next_step = now + kLongestRest;
  subscription.error = "the hub denies it" + (reason.empty() ? "" : ": " + reason);
}

}  // namespace

bool is_over(const Subscription& subscription) {
  return subscription.state == SubscriptionState::kEnding && subscription.failures > 0;
}

void begin_asking(Subscription& subscription, sys_seconds now) {
  if (subscription.state == SubscriptionState::kDenied)
    subscription.state = SubscriptionState::kAsked;
  ++subscription.failures;
  subscription.next_step = now + std::max(kPatience, rest_after(subscription.failures));
}

net::HttpRequest hub_request(const Subscription& subscription, seconds lease) {
  const bool ending = subscription.state == SubscriptionState::kEnding;
  net::HttpRequest request;
  request.method = "POST";
  request.url = subscription.hub;
  request.max_body = 64 * 1024;
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  add(request.body, "hub.mode", ending ? "unsubscribe" : "subscribe");
  add(request.body, "hub.topic", subscription.topic);
  add(request.body, "hub.callback", subscription.callback);
  if (ending) return request;
  add(request.body, "hub.secret", subscription.secret);
  add(request.body, "hub.lease_seconds", std::to_string(lease.count()));
  return request;
}

// A call of the hub that came meanwhile counts more than what it answers.
void end_asking(Subscription& subscription, const std::string& refusal, sys_seconds now) {
  if (subscription.failures == 0 || subscription.state == SubscriptionState::kDenied) return;
  subscription.error = refusal.empty() ? "the hub has not called back yet" : refusal;
  if (!refusal.empty()) subscription.next_step = now + rest_after(subscription.failures);
}

std::string refusal_of(const net::HttpResult& answer) {
  if (!answer) return answer.error().message;
  if (answer->status >= 200 && answer->status < 300) return {};
  constexpr std::size_t kQuoted = 200;
  std::string said = answer->body.substr(0, kQuoted);
  for (char& c : said)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return "the hub answers " + std::to_string(answer->status) + (said.empty() ? "" : ": " + said);
}

void end(Subscription& subscription, sys_seconds now) {
  if (subscription.state == SubscriptionState::kEnding) return;
  subscription.state = SubscriptionState::kEnding;
  subscription.failures = 0;
  subscription.next_step = now;
}

HubCall parse_hub_call(std::string_view query) {
  HubCall call;
  const auto parameters = boost::urls::parse_query({query.data(), query.size()});
  if (!parameters) return call;
  boost::urls::encoding_opts plus;
  plus.space_as_plus = true;
  for (const auto& parameter : *parameters) {
    const std::string name = parameter.key.decode(plus);
    const std::string value = parameter.value.decode(plus);
    if (name == "hub.mode") call.mode = value;
    if (name == "hub.topic") call.topic = value;
    if (name == "hub.challenge") call.challenge = value;
    if (name == "hub.lease_seconds") call.lease = parse_lease(value);
    if (name == "hub.reason") call.reason = value;
  }
  return call;
}

HubCallAnswer take_call(Subscription& subscription, const HubCall& call, seconds asked,
                        sys_seconds now) {
  const bool ending = subscription.state == SubscriptionState::kEnding;
  if (call.topic != subscription.topic) return HubCallAnswer::kNoSuch;
  if (call.mode == "denied") {
    if (!ending) deny(subscription, call.reason, now);
    return ending ? HubCallAnswer::kForget : HubCallAnswer::kHeard;
  }
  if (call.challenge.empty()) return HubCallAnswer::kNoSuch;
  if (call.mode == "unsubscribe" && ending) return HubCallAnswer::kForget;
  if (call.mode != "subscribe" || ending) return HubCallAnswer::kNoSuch;
  confirm(subscription, call.lease.value_or(asked), now);
  return HubCallAnswer::kEcho;
}

void take_push(Subscription& subscription, sys_seconds now) {
  ++subscription.pushes;
  subscription.streak = std::min(subscription.streak + 1, 1'000);
  subscription.last_push = now;
}

bool take_miss(Subscription& subscription) { return std::exchange(subscription.streak, 0) != 0; }

}  // namespace figured::feeds
