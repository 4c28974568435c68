#include "daemon/vitals/health_routes.h"

namespace figured::daemon {
namespace {

net::HttpHeader no_store() { return {"Cache-Control", "no-store"}; }

net::ServerResponse health_response(std::string_view is, const std::vector<HealthReason>& reasons) {
  return {reasons.empty() ? 200 : 503,
          {{"Content-Type", "application/json"}, no_store()},
          format_health(is, reasons)};
}

}  // namespace

void HealthRoutes::add_to(web::Page& page) const {
  const auto reply = [this](const web::Call& call) { return *answer(call.request); };
  page.add("GET", "/metrics", {web::Need::kRead, reply});
  page.add("GET", "/healthz", {web::Need::kNothing, reply});
  page.add("GET", "/readyz", {web::Need::kNothing, reply});
}

std::optional<net::ServerResponse> HealthRoutes::answer(const net::ServerRequest& request) const {
  const std::string_view path = request.path();
  if (path != "/metrics" && path != "/healthz" && path != "/readyz") return std::nullopt;
  if (path == "/metrics") return answer_metrics(request.header("Accept"));
  const HealthFacts facts = facts_();
  return path == "/healthz" ? health_response("alive", reasons_not_alive(facts))
                            : health_response("ready", reasons_not_ready(facts));
}

net::ServerResponse HealthRoutes::answer_metrics(std::string_view accept) const {
  const MetricFormat format = metric_format_for(accept);
  return {200,
          {{"Content-Type", std::string(content_type_of(format))}, no_store()},
          metrics_.render(format)};
}

}  // namespace figured::daemon
