#include "cli/feed_words.h"

#include <ostream>

#include "cli/table.h"
#include "cli/words.h"
#include "config/quantity.h"
#include "feeds/poll_conclusion.h"
#include "net/http_client.h"

namespace figured::cli {
namespace {

// The failure, where there is one, matters more than the address's end.
std::string address_words(const feeds::Feed& feed) {
  const std::string url = net::redact_url(feed.source.url);
  return feed.last_error.empty() ? url : url + "  " + tame(feed.last_error);
}

std::string wanted_words(const feeds::FeedWanted& wanted) {
  if (wanted.by_config && wanted.by_hand) return "in the configuration, and added by hand";
  return wanted.by_config ? "in the configuration" : "added by hand";
}

std::string rhythm_words(const feeds::Rhythm& rhythm) {
  if (rhythm.gap <= std::chrono::seconds(0)) return "not known yet";
  return "an article every " + config::format_duration(rhythm.gap) + ", the last one " +
         time_words(rhythm.last);
}

std::string share_of(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? "-" : std::to_string(part * 100 / whole) + " %";
}

std::string conditional_words(const feeds::Feed& feed) {
  constexpr int kIgnoredAfter = 8;
  const feeds::Conditional& conditional = feed.memory.conditional;
  if (conditional.hidden_news >= feeds::kHiddenNews)
    return "304s have hidden news: it is asked for the whole document";
  if (conditional.same_bodies >= kIgnoredAfter)
    return "ignored: the same body came " + std::to_string(conditional.same_bodies) +
           " times in a row";
  return share_of(feed.unchanged, feed.polls) + " of the polls were answered with 304";
}

std::string hint_words(const feeds::PollHints& hints) {
  std::string words;
  const auto add = [&words](const std::string& text) {
    words += (words.empty() ? "" : ", ") + text;
  };
  if (hints.ttl.count() > 0) add("ttl " + config::format_duration(hints.ttl));
  if (hints.update_period.count() > 0)
    add("sy:updatePeriod " + config::format_duration(hints.update_period));
  if (hints.skip_hours != 0) add("skipHours");
  if (hints.skip_days != 0) add("skipDays");
  return words.empty() ? "none" : words;
}

void line(std::ostream& out, std::string_view name, const std::string& words) {
  if (!words.empty()) out << name << std::string(14 - name.size(), ' ') << words << '\n';
}

void print_memory(std::ostream& out, const feeds::Feed& feed) {
  const feeds::FeedMemory& memory = feed.memory;
  line(out, "rhythm", rhythm_words(memory.rhythm));
  line(out, "hints", hint_words(memory.hints));
  line(out, "conditional", conditional_words(feed));
  if (!memory.address.empty()) line(out, "polled at", net::redact_url(memory.address));
  if (!memory.move.to.empty())
    line(out, "redirect",
         "to " + net::redact_url(memory.move.to) + ", seen " +
             count_words(memory.move.sightings, "time") + " since " +
             time_words(memory.move.since));
}

// "until 2026-11-30 12:00, 12 pushes, the last one ..., 3 in a row that missed nothing"
std::string subscription_words(const feeds::Subscription& subscription) {
  std::string words(format_subscription_state(subscription.state));
  if (subscription.lease_ends) words += " until " + time_words(subscription.lease_ends);
  if (subscription.pushes > 0)
    words += ", pushed " + count_words(subscription.pushes, "time") + ", last " +
             time_words(subscription.last_push) + ", " + count_words(subscription.streak, "time") +
             " since a poll found more";
  return subscription.error.empty() ? words : words + "; " + tame(subscription.error);
}

std::string notes_words(const storage::FetchRecord& fetch) {
  std::string words = tame(fetch.error);
  for (const std::string& note : fetch.notes) words += (words.empty() ? "" : "; ") + tame(note);
  return words.empty() ? "-" : words;
}

void print_history(std::ostream& out, std::span<const storage::FetchRecord> fetches) {
  Table table(
      {"AT", "CODE", "STATUS", "BYTES", "ITEMS", "NEW", "LATE", "TOOK", "NEXT BY", "NOTES"});
  for (const storage::FetchRecord& fetch : fetches)
    table.add({time_words(fetch.at), fetch.code,
               fetch.status == 0 ? "-" : std::to_string(fetch.status),
               number_words(static_cast<double>(fetch.bytes)), std::to_string(fetch.items),
               std::to_string(fetch.added), std::to_string(fetch.late.count()) + "ms",
               std::to_string(fetch.took.count()) + "ms", fetch.rule, notes_words(fetch)});
  table.print(out, terminal_width());
}

}  // namespace

std::string health_words(const feeds::Feed& feed) {
  if (feed.state != feeds::FeedState::kPolled) return std::string(format_feed_state(feed.state));
  if (feed.failures > 0) return "failing " + std::to_string(feed.failures) + "x";
  return feed.last_success ? "ok" : "not polled";
}

void print_feeds(std::ostream& out, const std::vector<feeds::Feed>& feeds) {
  Table table({"ID", "OUTLET", "HEALTH", "ARTICLES", "LAST SUCCESS", "NEXT POLL", "URL"});
  for (const feeds::Feed& feed : feeds)
    table.add({std::to_string(feed.id), tame(feed.source.outlet), health_words(feed),
               number_words(static_cast<double>(feed.articles)), time_words(feed.last_success),
               time_words(feed.next_poll), address_words(feed)});
  table.print(out, terminal_width());
}

void print_feed(std::ostream& out, const feeds::Feed& feed,
                std::span<const feeds::Subscription> subscriptions,
                std::span<const storage::FetchRecord> fetches) {
  line(out, "feed", std::to_string(feed.id) + ", " + wanted_words(feed.wanted));
  line(out, "url", net::redact_url(feed.source.url));
  line(out, "outlet", tame(feed.source.outlet));
  line(out, "group", tame(feed.source.group));
  line(out, "title", tame(feed.title));
  line(out, "interval", config::format_duration(feed.source.interval));
  line(out, "zone", feed.source.zone.name());
  line(out, "health", health_words(feed));
  line(out, "error", tame(feed.last_error));
  line(out, "last success", time_words(feed.last_success));
  const bool polled = feed.state == feeds::FeedState::kPolled;
  if (polled) line(out, "next poll", time_words(feed.next_poll));
  if (polled && !fetches.empty() && fetches.front().next_poll == feed.next_poll)
    line(out, "because", fetches.front().why);
  line(out, "polls",
       number_words(static_cast<double>(feed.polls)) + ", " +
           count_words(feed.articles, "article") + " stored");
  print_memory(out, feed);
  for (const feeds::Subscription& subscription : subscriptions) {
    line(out, "hub", net::redact_url(subscription.hub));
    line(out, "pushes", subscription_words(subscription));
  }
  if (fetches.empty()) return;
  out << '\n';
  print_history(out, fetches);
}

}  // namespace figured::cli
