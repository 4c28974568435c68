#include "daemon/ledger/feed_recorder.h"

#include <optional>
#include <string>

#include "alerts/feed_alert.h"
#include "daemon/ledger/alert_plan.h"
#include "net/http_client.h"

namespace figured::daemon {
namespace {

std::vector<std::string> notes_of(const feeds::Conclusion& conclusion,
                                  const feeds::FeedReading& reading) {
  std::vector<std::string> notes;
  for (const feeds::FeedEvent event : conclusion.events)
    notes.emplace_back(format_feed_event(event));
  for (const std::string& repair : reading.repairs) notes.push_back("repaired: " + repair);
  return notes;
}

storage::FetchRecord fetch_record(const PollBatch& batch, const feeds::Conclusion& conclusion,
                                  const feeds::PollStored& stored) {
  const feeds::FeedReading& reading = batch.reading;
  return {.at = batch.at,
          .status = reading.status,
          .code = reading.code,
          .error = reading.error,
          .bytes = static_cast<std::int64_t>(reading.bytes),
          .items = static_cast<std::int64_t>(reading.articles.size()),
          .added = static_cast<std::int64_t>(stored.added),
          .revised = static_cast<std::int64_t>(stored.revised),
          .late = reading.lateness,
          .took = reading.took,
          .next_poll = conclusion.feed.next_poll,
          .rule = std::string(format_poll_rule(conclusion.decision.rule)),
          .why = conclusion.decision.why,
          .notes = notes_of(conclusion, reading)};
}

storage::PollRecord poll_record(const PollBatch& batch, const feeds::Conclusion& conclusion,
                                const feeds::PollStored& stored) {
  const feeds::Feed& feed = conclusion.feed;
  return {.feed_id = feed.id,
          .at = batch.at,
          .next_poll = feed.next_poll,
          .status = feed.last_status,
          .error = feed.last_error,
          .failures = feed.failures,
          .validators = feed.validators,
          .feed_title = feed.title,
          .memory = feed.memory,
          .state = feed.state,
          .fetch = fetch_record(batch, conclusion, stored),
          .pushed = batch.reading.pushed};
}

std::optional<alerts::AlertType> alert_type(feeds::FeedEvent event) {
  switch (event) {
    case feeds::FeedEvent::kFailing:
      return alerts::AlertType::kFeedFailing;
    case feeds::FeedEvent::kRecovered:
      return alerts::AlertType::kFeedRecovered;
    case feeds::FeedEvent::kGone:
      return alerts::AlertType::kFeedGone;
    default:
      return std::nullopt;
  }
}

alerts::FeedCause cause_of(alerts::AlertType type, const PollBatch& batch,
                           const feeds::Feed& feed) {
  return {.type = type,
          .feed_id = feed.id,
          .url = net::redact_url(feed.source.url),
          .outlet = feed.source.outlet,
          .title = feed.title,
          .failures = feed.failures ? feed.failures : batch.feed.failures,
          .status = feed.last_status,
          .code = batch.reading.code,
          .error = feed.last_error,
          .last_success = feed.last_success,
          .next_poll = feed.next_poll};
}

alerts::Alert tell(storage::Store& store, const LedgerOptions& options,
                   const alerts::FeedCause& cause, storage::Seconds now) {
  alerts::Alert alert = alerts::draft_feed_alert(cause, now);
  store.reserve_alert(alert);
  alert.body = alerts::feed_alert_body(alert, cause);
  store.put_alert(alert, plan_alert(store, options, alerts::read_notice(alert), now));
  return alert;
}

}  // namespace

feeds::Conclusion record_feed(storage::Store& store, const LedgerOptions& options,
                              const PollBatch& batch, const feeds::PollStored& stored,
                              storage::Seconds now, std::vector<alerts::Alert>& alerts) {
  feeds::Conclusion conclusion =
      feeds::conclude_poll(batch.feed, batch.reading, batch.at, stored, options.polling);
  store.put_poll(poll_record(batch, conclusion, stored));
  for (const feeds::FeedEvent event : conclusion.events)
    if (const auto type = alert_type(event))
      alerts.push_back(tell(store, options, cause_of(*type, batch, conclusion.feed), now));
  return conclusion;
}

}  // namespace figured::daemon
