#include "daemon/vitals/health.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace figured::daemon {
namespace {

namespace json = boost::json;

std::string minutes(std::chrono::seconds time) {
  if (time < std::chrono::minutes(2)) return std::to_string(time.count()) + " seconds";
  return std::to_string(time.count() / 60) + " minutes";
}

}  // namespace

std::vector<HealthReason> reasons_not_alive(const HealthFacts& facts, const HealthLimits& limits) {
  const auto lag = std::chrono::seconds(static_cast<std::int64_t>(facts.vitals.lag));
  if (lag < limits.loop) return {};
  return {{"stalled",
           "The loop of the " + facts.vitals.lagging + " has not moved on for " + minutes(lag)}};
}

std::vector<HealthReason> reasons_not_ready(const HealthFacts& facts, const HealthLimits& limits) {
  std::vector<HealthReason> reasons = reasons_not_alive(facts, limits);
  if (facts.is_stopping) reasons.push_back({"stopping", "figured is being stopped"});
  if (!facts.paused.empty()) reasons.push_back({"paused", facts.paused});
  if (!facts.is_open) {
    if (facts.paused.empty())
      reasons.push_back(
          {"opening", "The store is being opened: it is verified or brought up to date"});
    return reasons;
  }
  const Vitals& vitals = facts.vitals;
  if (vitals.feeds == 0)
    reasons.push_back({"no-feeds",
                       "There is no feed to poll: name some in the configuration, or "
                       "add them with `figurectl feeds add`"});
  if (vitals.feeds != 0 && facts.paused.empty() && vitals.next_poll &&
      facts.now - *vitals.next_poll > limits.polls)
    reasons.push_back(
        {"late", "A feed has been due for " + minutes(facts.now - *vitals.next_poll)});
  if (vitals.oldest_pending && facts.now - *vitals.oldest_pending > limits.outbox)
    reasons.push_back({"outbox", "An alert has waited for its endpoint for " +
                                     minutes(facts.now - *vitals.oldest_pending) +
                                     "; `figurectl alerts endpoints` tells which"});
  return reasons;
}

std::string format_health(std::string_view is, const std::vector<HealthReason>& reasons) {
  json::array list;
  for (const HealthReason& reason : reasons)
    list.push_back(json::object{{"code", reason.code}, {"message", reason.message}});
  const std::string status = (reasons.empty() ? "" : "not ") + std::string(is);
  return json::serialize(json::object{{"status", status}, {"reasons", list}}) + "\n";
}

}  // namespace figured::daemon
