#include "feeds/poll_decision.h"

#include <algorithm>
#include <cassert>

namespace figured::feeds {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

// splitmix64: neighbours become strangers.
double fraction(std::uint64_t seed) {
  seed += 0x9e3779b97f4a7c15u;
  seed = (seed ^ seed >> 30) * 0xbf58476d1ce4e5b9u;
  seed = (seed ^ seed >> 27) * 0x94d049bb133111ebu;
  return static_cast<double>((seed ^ seed >> 31) >> 11) * 0x1p-53;
}

// The two greatest units: "1h30m", "2d", "45s".
std::string words(seconds duration) {
  constexpr std::pair<int, char> kUnits[] = {{86'400, 'd'}, {3'600, 'h'}, {60, 'm'}, {1, 's'}};
  auto left = duration.count();
  std::string text;
  int parts = 0;
  for (const auto& [size, unit] : kUnits) {
    if (left < size || parts == 2) continue;
    text += std::to_string(left / size) + unit;
    left %= size;
    ++parts;
  }
  return text.empty() ? "0s" : text;
}

seconds times(seconds duration, double factor) {
  return seconds(static_cast<seconds::rep>(static_cast<double>(duration.count()) * factor));
}

struct Rest {
  seconds length;
  PollRule rule;
  std::string why;

  void lengthen(seconds to, PollRule by, const std::string& reason) {
    if (to > length) *this = {to, by, reason};
  }
};

// Half the time that lies between two arrivals, so that an article waits for no
// more than that; a feed that has fallen silent counts as one that comes rarely.
void rest_by_rhythm(Rest& rest, const PollSignals& signals, seconds most) {
  const Rhythm& rhythm = signals.rhythm;
  if (rhythm.gap <= seconds(0) || !rhythm.last) return;
  const seconds silence = signals.now - *rhythm.last;
  const bool silent = silence > rhythm.gap;
  const seconds gap = std::max(rhythm.gap, silence);
  rest.lengthen(std::min(gap / 2, most), PollRule::kRhythm,
                (silent ? "no article for " : "articles come every ") + words(gap));
}

// Each push that was not behind a poll doubles the rest, so that a hub that pushes little
// or late is trusted little; a lease that ends is not slept over.
void rest_by_pushes(Rest& rest, const PollSignals& signals, const PollPolicy& policy) {
  const PushStanding& pushing = signals.pushing;
  if (pushing.until <= signals.now || pushing.streak <= 0) return;
  seconds length = signals.interval;
  for (int i = 0; i < pushing.streak && length < policy.longest_pushed; ++i) length *= 2;
  length = std::min({length, policy.longest_pushed, pushing.until - signals.now});
  rest.lengthen(length, PollRule::kPushed,
                "its hub pushes: " + std::to_string(pushing.streak) +
                    (pushing.streak == 1 ? " push" : " pushes in a row") + ", no article missed");
}

Rest rest_of_healthy(const PollSignals& signals, const PollPolicy& policy) {
  Rest rest{signals.interval, PollRule::kInterval, "its interval, " + words(signals.interval)};
  const seconds most = signals.interval * std::max<std::size_t>(policy.stretch, 1);
  rest_by_rhythm(rest, signals, most);
  const PollHints& hints = signals.hints;
  rest.lengthen(std::min(hints.ttl, most), PollRule::kTtl,
                "ttl: the feed asks for " + words(hints.ttl));
  rest.lengthen(std::min(hints.update_period, most), PollRule::kUpdatePeriod,
                "sy:updatePeriod: the feed is renewed every " + words(hints.update_period));
  rest_by_pushes(rest, signals, policy);
  return rest;
}

Rest rest_of_failing(const PollSignals& signals, const PollPolicy& policy) {
  seconds length = signals.interval;
  for (int i = 0; i < signals.failures && length < policy.longest; ++i) length *= 2;
  return {std::min(length, std::max(policy.longest, signals.interval)), PollRule::kBackoff,
          std::to_string(signals.failures) +
              (signals.failures == 1 ? " failure" : " failures in a row")};
}

Rest rest_of(const PollSignals& signals, const PollPolicy& policy) {
  if (signals.failures > 0) return rest_of_failing(signals, policy);
  if (signals.missed)
    return {signals.interval, PollRule::kGap,
            "articles were missed: nothing known was left in the document"};
  return rest_of_healthy(signals, policy);
}

bool is_skipped(sys_seconds time, const PollHints& hints) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const auto hour = std::chrono::duration_cast<std::chrono::hours>(time - day).count();
  const auto weekday = std::chrono::weekday(day).c_encoding();
  return (hints.skip_hours >> hour & 1u) != 0 || (hints.skip_days >> weekday & 1u) != 0;
}

// A day away a poll is made whatever the document says.
void skip(Rest& rest, const PollSignals& signals, seconds longest) {
  if (!signals.hints.skip_hours && !signals.hints.skip_days) return;
  sys_seconds next = signals.now + rest.length;
  const sys_seconds last = signals.now + std::max(longest, rest.length);
  while (next < last && is_skipped(next, signals.hints))
    next = std::chrono::floor<std::chrono::hours>(next) + std::chrono::hours(1);
  rest.lengthen(std::min(next, last) - signals.now, PollRule::kSkip,
                "skipHours or skipDays: the feed rests");
}

}  // namespace

PollDecision decide_poll(const PollSignals& signals, const PollPolicy& policy) {
  assert(signals.interval > seconds(0) && policy.longest > seconds(0));
  const seconds longest = std::max(policy.longest, signals.interval);
  if (signals.older_page && signals.failures == 0)
    return {signals.now, PollRule::kOlderPage,
            "an older page is read for articles that were missed"};
  Rest rest = rest_of(signals, policy);
  const seconds fresh = std::min(signals.fresh, policy.longest_freshness);
  rest.lengthen(fresh, PollRule::kFreshness, "the answer stays fresh for " + words(fresh));
  const seconds asked = std::min(signals.retry_after, longest);
  rest.lengthen(asked, PollRule::kRetryAfter, "Retry-After asks for " + words(asked));
  rest.length += times(rest.length, policy.spread * fraction(signals.seed));
  skip(rest, signals, longest);
  return {signals.now + rest.length, rest.rule, std::move(rest.why)};
}

std::string_view format_poll_rule(PollRule rule) {
  switch (rule) {
    case PollRule::kInterval:
      return "interval";
    case PollRule::kRhythm:
      return "rhythm";
    case PollRule::kFreshness:
      return "freshness";
    case PollRule::kRetryAfter:
      return "retry-after";
    case PollRule::kTtl:
      return "ttl";
    case PollRule::kUpdatePeriod:
      return "update-period";
    case PollRule::kPushed:
      return "pushed";
    case PollRule::kSkip:
      return "skip";
    case PollRule::kBackoff:
      return "backoff";
    case PollRule::kGap:
      return "gap";
    case PollRule::kOlderPage:
      return "older-page";
    case PollRule::kGone:
      return "gone";
  }
  return "interval";
}

}  // namespace figured::feeds
