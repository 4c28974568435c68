// Event: what can happen to figured that a line of its log tells of.
//
// Each kind has a name, by which JSON lines and `journalctl EVENT=…` know it, an id
// that never changes, which is the journal's MESSAGE_ID and leads to the kind's entry
// in monitoring/figured.catalog, a priority, and whether its lines are folded where they
// come in crowds.  docs/operations.md lists them.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace figured::daemon {

// As syslog numbers them.  Notice is the story of the day: what figured is there for,
// and what changed about it; warnings and errors are for the operator.
enum class Priority : std::uint8_t {
  kCritical = 2,  // figured ends
  kError = 3,     // something is lost or refused until a person acts
  kWarning = 4,   // may need a person
  kNotice = 5,
  kInfo = 6,
  kDebug = 7,
};

enum class Event : std::uint8_t {
  kStarted,
  kPolling,
  kReloaded,
  kReloadRefused,
  kRestartNeeded,
  kControlUnavailable,
  kPaused,
  kResumed,
  kClockSet,
  kRetention,
  kStopping,
  kOpeningLeft,
  kDrainCutShort,
  kStopped,
  kFailed,
  kStalled,
  kUnstalled,
  kMemoryShort,
  kMemoryEnough,
  kLimitLowered,
  kFeedFailed,
  kFeedAnswers,
  kFeedFailing,
  kFeedRecovered,
  kFeedGone,
  kFeedMoved,
  kFeedMovedBack,
  kArticlesMissed,
  kFeedRead,
  kPageRead,
  kPageNotRead,
  kPageSuperseded,
  kPageServed,
  kPageRefused,
  kPageFailed,
  kPageWritten,
  kPushesAwaited,
  kPushesRefused,
  kSubscribed,
  kNotSubscribed,
  kDisputeOpened,
  kFigureCorrected,
  kDisputeWidened,
  kDisputeSettled,
  kAlertRetracted,
  kFeedAlert,
  kHeartbeat,
  kDelivered,
  kDeliveryFailed,
  kDeliveryGivenUp,
  kFellBack,
  kLinesFolded,
};

enum class Crowd : std::uint8_t {
  kEachSaid,
  kFolded,  // see RepeatFold
};

struct EventKind {
  Event event;
  std::string_view name;        // "feed-failed"
  std::string_view message_id;  // 32 hexadecimal digits
  Priority priority;
  Crowd crowd;
  std::string_view words;  // with which its lines begin
};

// All of them, in the order of the enumeration.
std::span<const EventKind> event_kinds();
const EventKind& kind_of(Event event);
// Null where there is none of that name.
const EventKind* find_event(std::string_view name);

// "notice"
std::string_view format_priority(Priority priority);

}  // namespace figured::daemon
