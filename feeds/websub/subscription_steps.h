// How a subscription changes: by asking the hub, by its calls, by its pushes.
//
// It is asked by a POST, says by a call to the callback whether it does
// (verification of intent, section 5.3), and pushes for the time of a lease, which is
// renewed when four fifths of it are over.  A hub that does not answer, or never calls
// back, is asked again ever more rarely, up to once a day; so is one that denies.  A
// subscription that is not wanted any more is ended at the hub, and forgotten when the
// hub has called back, or after an hour.
// Pure: no clock, no socket.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "feeds/websub/subscription.h"
#include "net/http_client.h"

namespace figured::feeds {

// --- asking
// One that is ending and was asked before is to be forgotten instead.
bool is_over(const Subscription& subscription);
// To be called before the request goes out, since a hub may call back while it is asked.
void begin_asking(Subscription& subscription, std::chrono::sys_seconds now);
net::HttpRequest hub_request(const Subscription& subscription, std::chrono::seconds lease);
// `refusal` is what is wrong with the hub's answer; "" = it has accepted.
void end_asking(Subscription& subscription, const std::string& refusal,
                std::chrono::sys_seconds now);
// What is wrong with the answer, in a sentence.
std::string refusal_of(const net::HttpResult& answer);

void end(Subscription& subscription, std::chrono::sys_seconds now);

// --- being called
// What a hub says by a GET of the callback.
struct HubCall {
  std::string mode;  // "subscribe", "unsubscribe", "denied"
  std::string topic;
  std::string challenge;
  std::optional<std::chrono::seconds> lease{};
  std::string reason{};
};
HubCall parse_hub_call(std::string_view query);

enum class HubCallAnswer : std::uint8_t {
  kEcho,    // the challenge: that is what we want
  kForget,  // the same, and the subscription is over
  kHeard,
  kNoSuch,  // 404: we do not want that
};
// `asked` is the lease that was asked for, which holds where the hub gives none.
HubCallAnswer take_call(Subscription& subscription, const HubCall& call, std::chrono::seconds asked,
                        std::chrono::sys_seconds now);

// --- being pushed to
void take_push(Subscription& subscription, std::chrono::sys_seconds now);
// A poll has found what no push had brought.  False where that changes nothing.
bool take_miss(Subscription& subscription);

}  // namespace figured::feeds
