#include "daemon/log/event.h"

#include <algorithm>
#include <cassert>

namespace figured::daemon {
namespace {

using enum Event;
using enum Priority;
constexpr Crowd kEach = Crowd::kEachSaid;
constexpr Crowd kFold = Crowd::kFolded;

// An id once given is never changed and never given again.
constexpr EventKind kKinds[] = {
    {kStarted, "started", "f6402c3f56a04b618ef0c308b678cfc7", kNotice, kEach, "started"},
    {kPolling, "polling", "3aa0144154914c9d9c5ac706cfa67e88", kInfo, kEach, "polling"},
    {kReloaded, "config-reloaded", "a70e6d4a4a6a4951b2c85be9fb01ecf5", kNotice, kEach,
     "configuration reloaded"},
    {kReloadRefused, "config-refused", "5333e0cee3d64b1b9e83a4581c647ce4", kError, kEach,
     "configuration refused, the old one stays in force"},
    {kRestartNeeded, "restart-needed", "67630c3fa3c6482eb1276f29841540c9", kWarning, kEach,
     "a restart is needed for"},
    {kControlUnavailable, "control-unavailable", "3620cf185cca48ac9745471848bd6bd6", kWarning,
     kEach, "no control socket, figurectl cannot reload"},
    {kPaused, "intake-paused", "f19432a5ec3d48898be354ab96648c5c", kError, kEach,
     "intake paused, polls are put off"},
    {kResumed, "intake-resumed", "c9702a60ba8a4e2ebeee6b487109d930", kNotice, kEach,
     "intake resumed"},
    {kClockSet, "clock-set", "12e7163a231d4c9893e5db54b33232a7", kWarning, kEach,
     "the clock was set, polls keep their rests"},
    {kRetention, "retention", "c14a60cd5cda4cd9b2c20848c1c4e12f", kInfo, kEach,
     "retention took away"},
    {kStopping, "stopping", "252067fba6eb4c80b0b94330dd70c397", kInfo, kEach, "stopping"},
    {kOpeningLeft, "opening-left", "c6f0b51d9a5e4f6f8f3b27a4d10e98c2", kInfo, kEach,
     "the store was being opened, the next start goes on with it"},
    {kDrainCutShort, "drain-cut-short", "953892772ee8487c9d298720edf68fa3", kWarning, kEach,
     "deliveries are left for the next start"},
    {kStopped, "stopped", "ea7596145bf44d4b826f2259ad47073c", kNotice, kEach, "stopped"},
    {kFailed, "failed", "53ec1638f1a341458e0224da8bef41d5", kCritical, kEach,
     "figured cannot go on"},
    {kStalled, "loop-stalled", "322624dfeb4c4e8ba1e30b4c93122e02", kError, kEach,
     "no progress, the watchdog is fed no more"},
    {kUnstalled, "loop-resumed", "fcff2f499beb47bba38be3d6ae525253", kNotice, kEach,
     "progress again, the watchdog is fed"},
    {kMemoryShort, "memory-short", "ef38874116e847949682a227bd2aea8a", kWarning, kEach,
     "memory is short, polls are put off"},
    {kMemoryEnough, "memory-enough", "df81b57c8ccc4f69b4b09a1cc7cd833d", kNotice, kEach,
     "memory suffices again"},
    {kLimitLowered, "limit-lowered", "20801ca9b59449a484c7709e5703efd1", kWarning, kEach,
     "a limit of the system is in the way"},
    {kFeedFailed, "feed-failed", "6c11bc5857d34542862b4441c2782737", kInfo, kFold, "feed failed"},
    {kFeedAnswers, "feed-answers", "e8801c96cf634017ab0d2798f2b69569", kInfo, kFold,
     "feed answers again"},
    {kFeedFailing, "feed-failing", "3eedd393e75846d2bedf4a0324a8f5b9", kNotice, kFold,
     "feed failing"},
    {kFeedRecovered, "feed-recovered", "c2d333817f114826a573e7613be00be6", kNotice, kFold,
     "feed recovered"},
    {kFeedGone, "feed-gone", "fb9fbb8f07244ca9b9c3aae25be95905", kNotice, kFold,
     "feed gone, it is polled no more"},
    {kFeedMoved, "feed-moved", "8a78a95eb1d34238b654b29272bfe0c5", kNotice, kFold,
     "feed moved, its new address is polled"},
    {kFeedMovedBack, "feed-moved-back", "b46b4fd5e1ac4ec38471dbb51bc06ce6", kNotice, kFold,
     "feed's new address failed, the old one is polled again"},
    {kArticlesMissed, "articles-missed", "f8c083e1da1e417495adb56fb717ff95", kInfo, kFold,
     "articles were missed"},
    {kFeedRead, "feed-read", "ab8b56e66c51449299356360c9c60393", kInfo, kFold, "feed read"},
    {kPageRead, "page-read", "b8cb33bf342c4a3c887404a1ddda4fe6", kInfo, kFold, "page read"},
    {kPageNotRead, "page-not-read", "3defcbda5cae42cc9e8e4ff8dd4ec919", kInfo, kFold,
     "page not read, the summary has to do"},
    {kPageSuperseded, "page-superseded", "6782fee0bccb4a698d132767d1272e7a", kDebug, kFold,
     "page no longer wanted"},
    {kPageServed, "web-served", "2f6d2c1be0f04d0d9c6b7e3b8a1f5c47", kInfo, kEach,
     "figured's page is served"},
    {kPageRefused, "web-refused", "5d0c94a77e0b4f6bb2f41a6f0e8d3b19", kWarning, kFold,
     "figured's page is not served, it is tried again"},
    {kPageFailed, "web-failed", "8b1e7f3c4ad54e9aa6c05d92f7431e60", kError, kFold,
     "figured's page failed at a request"},
    {kPageWritten, "web-write", "c9a3504e6f1b48d2873e0cb6d15a92f8", kInfo, kEach,
     "figured's page was asked to change something"},
    {kPushesAwaited, "websub-served", "7d0c2f4be65d4a07b4a5c1bb2e6f9a31", kInfo, kEach,
     "hubs may push"},
    {kPushesRefused, "websub-refused", "e41b7a90c3df4c5d8e0f6d27a95b1c84", kWarning, kFold,
     "hubs cannot push, it is tried again"},
    {kSubscribed, "websub-subscribed", "1f86c0de92a74b6aa3d45e7b08c9f215", kInfo, kFold,
     "a hub pushes"},
    {kNotSubscribed, "websub-not-subscribed", "b25e9d7340f84c1c96ea8f01d37c5ba6", kInfo, kFold,
     "a hub does not push, the feed is polled"},
    {kDisputeOpened, "dispute-opened", "24f329850e4b48d18f25d9404a92301a", kNotice, kEach,
     "figures disagree"},
    {kFigureCorrected, "figure-corrected", "e9dfbaa5ce91485fb829024f870c91e1", kNotice, kEach,
     "figure corrected"},
    {kDisputeWidened, "dispute-widened", "30b4a6fdcf294bc9b4a00b4218464f39", kNotice, kEach,
     "dispute widened"},
    {kDisputeSettled, "dispute-settled", "943a0270246e4c7692cf57b2d9f1fd21", kNotice, kEach,
     "dispute settled"},
    {kAlertRetracted, "alert-retracted", "415ebe3134e14cdda5350e3a3b39513d", kNotice, kEach,
     "alert taken back"},
    {kFeedAlert, "feed-alert", "9668215d2cd5425fac93acf8320fe8c1", kInfo, kFold,
     "alert of a feed written"},
    {kHeartbeat, "heartbeat", "639250e6f47447248e59953ecfb89f51", kDebug, kEach, "heartbeat"},
    {kDelivered, "alert-delivered", "b0457eefdfd045d49bc97fd15ae5ba03", kInfo, kFold,
     "alert delivered"},
    {kDeliveryFailed, "delivery-failed", "7932b8823c684081b1126cf04f3e1441", kWarning, kFold,
     "delivery failed"},
    {kDeliveryGivenUp, "delivery-given-up", "eac00fdf0caa4ee595886a4b65ac6493", kError, kEach,
     "delivery given up"},
    {kFellBack, "fell-back", "02dd61365d0f41ada9af4c7a06602034", kWarning, kFold,
     "deliveries handed to the fallback"},
    {kLinesFolded, "lines-folded", "9842a4da0eba4f499eedccdbf39a9d50", kInfo, kEach, "…"},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < std::size(kKinds); ++i)
    if (static_cast<std::size_t>(kKinds[i].event) != i) return false;
  return std::size(kKinds) == static_cast<std::size_t>(kLinesFolded) + 1;
}
static_assert(is_in_order());

}  // namespace

std::span<const EventKind> event_kinds() { return kKinds; }

const EventKind& kind_of(Event event) { return kKinds[static_cast<std::size_t>(event)]; }

const EventKind* find_event(std::string_view name) {
  const auto found = std::find_if(std::begin(kKinds), std::end(kKinds),
                                  [name](const EventKind& kind) { return kind.name == name; });
  return found == std::end(kKinds) ? nullptr : found;
}

std::string_view format_priority(Priority priority) {
  switch (priority) {
    case Priority::kCritical:
      return "critical";
    case Priority::kError:
      return "error";
    case Priority::kWarning:
      return "warning";
    case Priority::kNotice:
      return "notice";
    case Priority::kInfo:
      return "info";
    case Priority::kDebug:
      return "debug";
  }
  return "info";
}

}  // namespace figured::daemon
