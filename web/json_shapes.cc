#include "web/json_shapes.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <cmath>
#include <optional>
#include <tuple>

#include "claims/claim_json.h"
#include "feeds/content_digest.h"

namespace figured::web {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

value time_or_null(std::optional<std::chrono::sys_seconds> time) {
  return time ? value(claims::format_time(*time)) : value(nullptr);
}

value end_or_null(double end) { return std::isinf(end) ? value(nullptr) : value(end); }

object format_side(const claims::Side& side) {
  return {{"low", end_or_null(side.low)}, {"high", end_or_null(side.high)}};
}

array claims_of(const claims::Side& side, const std::vector<claims::SourcedClaim>& claims) {
  array shapes;
  for (const std::int64_t id : side.claim_ids) {
    const auto claim = std::find_if(claims.begin(), claims.end(),
                                    [id](const auto& candidate) { return candidate.id == id; });
    if (claim != claims.end()) shapes.push_back(claims::format_claim(*claim));
  }
  return shapes;
}

object format_verdict_record(const storage::VerdictRecord& record) {
  object shape = claims::format_verdict(record.verdict);
  shape["earlier_claim"] = record.earlier_claim;
  shape["later_claim"] = record.later_claim;
  shape["at"] = claims::format_time(record.at);
  return shape;
}

object format_decision(const claims::Decision& decision) {
  return {{"kind", claims::format_decision_kind(decision.kind)},
          {"reason", decision.reason ? value(claims::format_dismissal_reason(*decision.reason))
                                     : value(nullptr)},
          {"note", decision.note.empty() ? value(nullptr) : value(decision.note)},
          {"at", claims::format_time(decision.at)}};
}

// What keeps it quiet.
value format_dismissal(const storage::DisputeView& view) {
  if (view.dispute.state != claims::DisputeState::kDismissed || view.decisions.empty())
    return nullptr;
  return format_decision(view.decisions.back());
}

object format_delivery(const alerts::Delivery& delivery) {
  const bool pending = delivery.state == alerts::DeliveryState::kPending;
  return {{"endpoint", delivery.endpoint},
          {"state", alerts::format_delivery_state(delivery.state)},
          {"attempts", delivery.attempts},
          {"next_attempt", pending ? time_or_null(delivery.next_attempt) : value(nullptr)},
          {"last_status", delivery.last_status},
          {"last_error", delivery.last_error},
          {"delivered_at", time_or_null(delivery.delivered_at)}};
}

}  // namespace

value name_or_null(std::string_view name) { return name.empty() ? value(nullptr) : value(name); }

object format_status(const storage::StoreStatus& status) {
  return {{"feeds", status.feeds},
          {"feeds_failing", status.feeds_failing},
          {"articles", status.articles},
          {"revisions", status.revisions},
          {"claims", status.claims},
          {"facts", status.facts},
          {"pages_wanted", status.pages_wanted},
          {"pages_read", status.pages_read},
          {"pages_failed", status.pages_failed},
          {"disputes", status.disputes},
          {"disputes_open", status.disputes_open},
          {"alerts", status.alerts},
          {"deliveries_pending", status.deliveries_pending},
          {"deliveries_dead", status.deliveries_dead},
          {"last_poll", time_or_null(status.last_poll)},
          {"next_poll", time_or_null(status.next_poll)}};
}

object format_feed(const feeds::Feed& feed) {
  return {{"id", feed.id},
          {"url", feed.source.url},
          {"outlet", feed.source.outlet},
          {"group", feed.source.group},
          {"interval", feed.source.interval.count()},
          {"zone", name_or_null(feed.source.zone.name())},
          {"title", feed.title},
          {"next_poll", claims::format_time(feed.next_poll)},
          {"last_poll", time_or_null(feed.last_poll)},
          {"last_success", time_or_null(feed.last_success)},
          {"failures", feed.failures},
          {"last_error", feed.last_error},
          {"last_status", feed.last_status},
          {"polls", feed.polls},
          {"unchanged", feed.unchanged},
          {"articles", feed.articles},
          {"state", feeds::format_feed_state(feed.state)},
          {"by_config", feed.wanted.by_config},
          {"by_hand", feed.wanted.by_hand}};
}

object format_fetch(const storage::FetchRecord& fetch) {
  return {{"at", claims::format_time(fetch.at)},
          {"code", fetch.code},
          {"status", fetch.status},
          {"error", fetch.error.empty() ? value(nullptr) : value(fetch.error)},
          {"bytes", fetch.bytes},
          {"items", fetch.items},
          {"new", fetch.added},
          {"revised", fetch.revised},
          {"late_ms", fetch.late.count()},
          {"took_ms", fetch.took.count()},
          {"next_poll", claims::format_time(fetch.next_poll)},
          {"rule", fetch.rule},
          {"why", fetch.why},
          {"notes", array(fetch.notes.begin(), fetch.notes.end())}};
}

object format_subscription(const feeds::Subscription& subscription) {
  return {{"hub", subscription.hub},
          {"topic", subscription.topic},
          {"state", feeds::format_subscription_state(subscription.state)},
          {"lease_ends", time_or_null(subscription.lease_ends)},
          {"pushes", subscription.pushes},
          {"streak", subscription.streak},
          {"last_push", time_or_null(subscription.last_push)},
          {"error", subscription.error.empty() ? value(nullptr) : value(subscription.error)}};
}

object format_feed_view(const feeds::Feed& feed, std::span<const storage::FetchRecord> fetches) {
  const feeds::FeedMemory& memory = feed.memory;
  object shape = format_feed(feed);
  shape["address"] = memory.address.empty() ? value(nullptr) : value(memory.address);
  shape["redirect"] = memory.move.to.empty()
                          ? value(nullptr)
                          : value(object{{"to", memory.move.to},
                                         {"sightings", memory.move.sightings},
                                         {"since", claims::format_time(memory.move.since)}});
  shape["ttl"] = memory.hints.ttl.count();
  shape["update_period"] = memory.hints.update_period.count();
  shape["gap"] = memory.rhythm.gap.count();
  shape["last_arrival"] = time_or_null(memory.rhythm.last);
  shape["same_bodies"] = memory.conditional.same_bodies;
  shape["hidden_news"] = memory.conditional.hidden_news;
  array shapes;
  for (const storage::FetchRecord& fetch : fetches) shapes.push_back(format_fetch(fetch));
  shape["fetches"] = std::move(shapes);
  return shape;
}

value format_content(std::string_view title, std::string_view text) {
  return text.empty() ? value(nullptr) : value(feeds::content_sha256(title, text));
}

object format_article(const storage::ArticleView& article) {
  return {{"id", article.id},
          {"revision", article.revision},
          {"guid", article.guid},
          {"outlet", article.outlet},
          {"group", article.group},
          {"url", article.url},
          {"title", article.title},
          {"published", time_or_null(article.published)},
          {"published_zone", name_or_null(feeds::format_date_zone(article.published_zone))},
          {"language", name_or_null(article.language)},
          {"seen", claims::format_time(article.seen)}};
}

object format_dispute(const storage::DisputeView& view) {
  const auto& [dispute, fact] = std::tie(view.dispute, view.fact);
  array sides;
  for (const claims::Side& side : dispute.sides) sides.push_back(format_side(side));
  return {{"id", dispute.id},
          {"fact", dispute.fact_id},
          {"label", fact.label},
          {"measure", fact.measure},
          {"subject", fact.subject},
          {"place", fact.place},
          {"state", claims::format_dispute_state(dispute.state)},
          {"dismissal", format_dismissal(view)},
          {"severity", dispute.severity},
          {"sequence", dispute.sequence},
          {"opened_at", claims::format_time(dispute.opened_at)},
          {"changed_at", claims::format_time(dispute.changed_at)},
          {"sides", std::move(sides)}};
}

object format_dispute_view(const storage::DisputeView& view) {
  object shape = format_dispute(view);
  array& sides = shape["sides"].as_array();
  for (std::size_t i = 0; i < sides.size(); ++i)
    sides[i].as_object()["claims"] = claims_of(view.dispute.sides[i], view.claims);
  array verdicts;
  for (const auto& record : view.verdicts) verdicts.push_back(format_verdict_record(record));
  shape["verdicts"] = std::move(verdicts);
  array decisions;
  for (const auto& decision : view.decisions) decisions.push_back(format_decision(decision));
  shape["decisions"] = std::move(decisions);
  return shape;
}

object format_alert(const alerts::Alert& alert, std::span<const alerts::Delivery> deliveries) {
  array shapes;
  for (const alerts::Delivery& delivery : deliveries) shapes.push_back(format_delivery(delivery));
  return {{"id", alert.id},
          {"sequence", alert.sequence},
          {"type", alerts::format_alert_type(alert.type)},
          {"severity", alert.severity},
          {"dispute", alert.dispute_id},
          {"dispute_sequence", alert.dispute_sequence},
          {"previous_id", alert.previous_id},
          {"created_at", claims::format_time(alert.created_at)},
          {"summary", alert.summary},
          {"deliveries", std::move(shapes)}};
}

object format_attempt(const alerts::Attempt& attempt) {
  return {{"endpoint", attempt.endpoint},
          {"at", claims::format_time(attempt.at)},
          {"status", attempt.status},
          {"error", attempt.error},
          {"state", alerts::format_delivery_state(attempt.state)}};
}

object format_endpoint(const storage::EndpointState& state) {
  return {{"name", state.name},
          {"fallback", state.fallback},
          {"disabled_at", time_or_null(state.disabled_at)},
          {"reason", state.reason},
          {"pending", state.pending},
          {"dead", state.dead}};
}

}  // namespace figured::web
