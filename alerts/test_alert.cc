#include "alerts/test_alert.h"

#include "alerts/alert_body.h"

namespace figured::alerts {
namespace {

claims::SourcedClaim claim(std::int64_t id, const std::string& outlet, const std::string& quote,
                           double value, const std::string& surface) {
  claims::SourcedClaim claim;
  claim.id = id;
  claim.outlet = outlet;
  claim.url = "https://example.org/";
  claim.title = "A test of figured";
  claim.claim.quote = quote;
  claim.claim.figure.low = claim.claim.figure.high = value;
  claim.claim.figure.surface = surface;
  claim.claim.noun = "people";
  claim.claim.measure = "people.killed";
  claim.claim.place = "Testville";
  return claim;
}

}  // namespace

Alert test_alert(std::chrono::sys_seconds now) {
  Cause cause;
  cause.fact.label = "test of figured, Testville";
  cause.fact.measure = "people.killed";
  cause.fact.place = "Testville";
  cause.claim = claim(2, "Second Outlet", "It killed 40 people", 40, "40");
  Opposed opposed{claim(1, "First Outlet", "It killed 12 people", 12, "12"), {}};
  opposed.verdict.relation = claims::Relation::kContradicts;
  opposed.verdict.severity = 0.5;
  opposed.verdict.why = "This is a test; no figure contradicts another.";
  cause.claim->seen = opposed.claim.seen = now;
  cause.against = {opposed};
  Alert alert = draft_alert(cause, now);
  alert.id = "alr_test" + std::to_string(now.time_since_epoch().count());
  alert.body = alert_body(alert, cause);
  return alert;
}

}  // namespace figured::alerts
