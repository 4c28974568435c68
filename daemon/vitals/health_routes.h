// HealthRoutes answers what machines ask of figured over HTTP: /metrics for Prometheus,
// /healthz and /readyz for whoever starts it, balances to it or pages somebody.
//
// It changes nothing.  Who may ask is the page's business.
#pragma once
#include <functional>
#include <optional>

#include "daemon/vitals/daemon_metrics.h"
#include "daemon/vitals/health.h"
#include "net/http_server.h"
#include "web/page.h"

namespace figured::daemon {

class HealthRoutes {
 public:
  using Facts = std::function<HealthFacts()>;

  // `metrics` must outlive the routes.
  HealthRoutes(const DaemonMetrics& metrics, Facts facts)
      : metrics_(metrics), facts_(std::move(facts)) {}

  // To a page: /metrics for those who may read it, the others for everybody.
  void add_to(web::Page& page) const;

  // Empty when the request is for another path.
  std::optional<net::ServerResponse> answer(const net::ServerRequest& request) const;

 private:
  net::ServerResponse answer_metrics(std::string_view accept) const;

  const DaemonMetrics& metrics_;
  const Facts facts_;
};

}  // namespace figured::daemon
