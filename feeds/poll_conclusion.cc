#include "feeds/poll_conclusion.h"

#include <algorithm>
#include <cmath>

namespace figured::feeds {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

// One poll on its way into the feed's books.
class Concluding {
 public:
  Concluding(Feed& feed, const FeedReading& reading, sys_seconds at, const PollStored& stored,
             const PollPolicy& policy, std::vector<FeedEvent>& events)
      : feed_(feed),
        memory_(feed.memory),
        reading_(reading),
        at_(at),
        stored_(stored),
        policy_(policy),
        events_(events) {}

  // Of the feed's own address.
  void take_poll() {
    keep_health();
    if (failed()) {
      take_refusal();
      return;
    }
    keep_conditional();
    keep_move();
    if (!brought()) return;
    find_gap();
    keep_rhythm();
    memory_.conditional.body_hash = reading_.body_hash;
    if (reading_.hints) memory_.hints = *reading_.hints;
  }

  // Of what the hub pushed, which may be a part of the document: it says nothing of the
  // feed's own server, and what it lacks is not missed.
  void take_push() {
    if (brought()) keep_rhythm();
  }

  // Of an older page: it says nothing of the feed's health or its next articles,
  // and one that fails ends the walk.
  void take_page() {
    const bool new_ground = brought() && stored_.added > 0 && stored_.known + stored_.revised == 0;
    const bool leads_on = !reading_.older_page.empty() && reading_.older_page != memory_.older_page;
    if (new_ground && leads_on && ++memory_.pages < kMaxPages) {
      memory_.older_page = reading_.older_page;
      return;
    }
    memory_.older_page.clear();
    memory_.pages = 0;
  }

  void count() {
    ++feed_.polls;
    feed_.articles += static_cast<std::int64_t>(stored_.added);
    if (reading_.pushed) return;
    feed_.last_poll = at_;
    feed_.last_status = reading_.status;
    feed_.unchanged += reading_.status == 304;
  }

  PollDecision decide(bool was_page) const {
    if (feed_.state == FeedState::kGone)
      return {at_ + policy_.longest, PollRule::kGone, "the server says that it is gone (410)"};
    if (reading_.pushed && failed())
      return {at_, PollRule::kPushed, "what its hub pushed could not be read: it is polled"};
    PollSignals signals;
    signals.now = at_;
    signals.interval = feed_.source.interval;
    signals.failures = feed_.failures;
    signals.retry_after = reading_.retry_after;
    signals.fresh = was_page || reading_.pushed ? seconds(0) : reading_.fresh;
    signals.pushing = pushing();
    signals.hints = memory_.hints;
    signals.rhythm = memory_.rhythm;
    signals.missed = missed_;
    signals.older_page = !memory_.older_page.empty();
    signals.seed = static_cast<std::uint64_t>(feed_.id) << 32 ^
                   static_cast<std::uint64_t>(at_.time_since_epoch().count());
    return decide_poll(signals, policy_);
  }

 private:
  // A poll that finds news was faster than the hub, or the hub is silent.
  PushStanding pushing() const {
    PushStanding standing = reading_.pushing;
    if (reading_.pushed) ++standing.streak;
    if (found_unpushed_news(reading_, stored_)) standing.streak = 0;
    return standing;
  }
  bool failed() const { return reading_.outcome == PollOutcome::kFailed; }
  bool brought() const { return reading_.outcome == PollOutcome::kChanged; }
  bool is_known_content() const {
    return !brought() || reading_.articles.empty() || stored_.known + stored_.revised > 0;
  }
  void tell(FeedEvent event) { events_.push_back(event); }

  void keep_health() {
    const int before = feed_.failures;
    feed_.failures = failed() ? before + 1 : 0;
    feed_.last_error = reading_.error;
    const auto limit = static_cast<int>(policy_.failing_after);
    if (feed_.failures == limit) tell(FeedEvent::kFailing);
    if (failed()) return;
    feed_.last_success = at_;
    if (before >= limit) tell(FeedEvent::kRecovered);
    if (reading_.validators) feed_.validators = *reading_.validators;
    if (!reading_.feed_title.empty()) feed_.title = reading_.feed_title;
  }

  // feed_.last_status is still that of the poll before.
  void take_refusal() {
    const bool gone = reading_.status == 410;
    if (!memory_.address.empty() && (gone || feed_.failures >= kReversal)) return move_back();
    if (!gone || feed_.last_status != 410) return;
    feed_.state = FeedState::kGone;
    tell(FeedEvent::kGone);
  }

  void move_back() {
    memory_.address.clear();
    memory_.move = {};
    memory_.conditional = {};
    feed_.validators = {};
    tell(FeedEvent::kMovedBack);
  }

  void keep_move() {
    Move& move = memory_.move;
    const std::string& to = reading_.moved_to;
    if (to.empty()) {
      move = {};
      return;
    }
    if (move.to != to || !is_known_content()) move = {to, 0, at_};
    ++move.sightings;
    if (move.sightings < kSightings || at_ - move.since < kSightingTime) return;
    memory_.address = to == feed_.source.url ? std::string() : to;
    move = {};
    tell(FeedEvent::kMoved);
  }

  void keep_conditional() {
    Conditional& now = memory_.conditional;
    if (reading_.status == 304) {
      now.same_bodies = 0;
      now.unchanged = static_cast<std::uint16_t>(std::min(now.unchanged + 1, 60'000));
      return;
    }
    const bool was_check = now.unchanged >= kCheckAfter;
    if (was_check && hid_news()) ++now.hidden_news;
    now.unchanged = 0;
    const bool ignored = !brought() && !was_check && !feed_.validators.etag.empty();
    now.same_bodies = ignored ? static_cast<std::uint16_t>(std::min(now.same_bodies + 1, 60'000))
                              : std::uint16_t{0};
  }

  // An article that is new to us was there well before the last 304, and is no
  // late-comer from before what we knew.
  bool hid_news() const {
    constexpr seconds kMargin = std::chrono::hours(1);
    const auto& oldest = stored_.oldest_added;
    return oldest && feed_.last_poll && *oldest + kMargin < *feed_.last_poll &&
           (!memory_.rhythm.last || *oldest > *memory_.rhythm.last);
  }

  // None of the document's articles was known, and some were before.
  void find_gap() {
    constexpr std::size_t kFewest = 3;
    missed_ = feed_.articles > 0 && reading_.articles.size() >= kFewest && stored_.added > 0 &&
              stored_.known + stored_.revised == 0;
    if (!missed_) return;
    tell(FeedEvent::kMissed);
    memory_.older_page = reading_.older_page;
    memory_.pages = 0;
  }

  void keep_rhythm() {
    if (stored_.added == 0) return;
    Rhythm& rhythm = memory_.rhythm;
    if (!rhythm.last) {
      rhythm = rhythm_by_dates();
      return;
    }
    // Each article weighs a fifth against what was known.
    const auto articles = static_cast<double>(stored_.added);
    const auto gap =
        static_cast<double>(std::max(at_ - *rhythm.last, seconds(0)).count()) / articles;
    const double weight = rhythm.gap > seconds(0) ? 1 - std::pow(0.8, articles) : 1;
    const auto before = static_cast<double>(rhythm.gap.count());
    rhythm.gap = seconds(static_cast<seconds::rep>(before + weight * (gap - before)));
    rhythm.last = at_;
  }

  // All of a feed's first articles arrive at once; their dates tell more.
  Rhythm rhythm_by_dates() const {
    std::vector<sys_seconds> dates;
    for (const Article& article : reading_.articles)
      if (article.published && *article.published <= at_) dates.push_back(*article.published);
    if (dates.empty()) return {seconds(0), at_};
    const auto [first, last] = std::ranges::minmax(dates);
    if (dates.size() < 2) return {seconds(0), last};
    return {(last - first) / static_cast<seconds::rep>(dates.size() - 1), last};
  }

  Feed& feed_;
  FeedMemory& memory_;
  const FeedReading& reading_;
  const sys_seconds at_;
  const PollStored& stored_;
  const PollPolicy& policy_;
  std::vector<FeedEvent>& events_;
  bool missed_ = false;
};

}  // namespace

Conclusion conclude_poll(Feed before, const FeedReading& reading, sys_seconds at,
                         const PollStored& stored, const PollPolicy& policy) {
  Conclusion conclusion{std::move(before), {}, {}};
  Feed& feed = conclusion.feed;
  Concluding poll(feed, reading, at, stored, policy, conclusion.events);
  const bool page = !feed.memory.older_page.empty() && !reading.pushed;
  if (reading.pushed)
    poll.take_push();
  else
    page ? poll.take_page() : poll.take_poll();
  poll.count();
  conclusion.decision = poll.decide(page);
  feed.next_poll = conclusion.decision.next_poll;
  return conclusion;
}

bool distrusts_validators(const Conditional& conditional) {
  return conditional.unchanged >= kCheckAfter || conditional.hidden_news >= kHiddenNews;
}

bool found_unpushed_news(const FeedReading& reading, const PollStored& stored) {
  return !reading.pushed && stored.added > 0;
}

std::string_view format_feed_event(FeedEvent event) {
  switch (event) {
    case FeedEvent::kFailing:
      return "failing";
    case FeedEvent::kRecovered:
      return "recovered";
    case FeedEvent::kGone:
      return "gone";
    case FeedEvent::kMoved:
      return "moved";
    case FeedEvent::kMovedBack:
      return "moved-back";
    case FeedEvent::kMissed:
      return "missed";
  }
  return "failing";
}

}  // namespace figured::feeds
