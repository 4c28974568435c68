#include "alerts/endpoint.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace figured::alerts {
namespace {

using namespace std::chrono_literals;

struct KindRow {
  std::string_view name;
  Rate rate;
};

// In the order of SinkKind.  Slack: "1 per second"; Discord: 30 a minute and webhook;
// Teams: 4 a second; Telegram: 20 a minute and group.
constexpr std::array<KindRow, 13> kKinds = {{{"webhook", {}},
                                             {"cloudevents", {}},
                                             {"template", {}},
                                             {"alertmanager-webhook", {}},
                                             {"alertmanager", {}},
                                             {"slack", {1, 1s}},
                                             {"discord", {30, 60s}},
                                             {"teams", {4, 1s}},
                                             {"mattermost", {10, 1s}},
                                             {"ntfy", {60, 60s}},
                                             {"telegram", {20, 60s}},
                                             {"email", {60, 60s}},
                                             {"command", {}}}};

}  // namespace

bool wants(const Endpoint& endpoint, const Alert& alert) {
  const auto& types = endpoint.types;
  const bool named = std::find(types.begin(), types.end(), alert.type) != types.end();
  // A heartbeat is for machines that watch.
  if (alert.type == AlertType::kHeartbeat) return named;
  return (types.empty() || named) &&
         (is_about_feed(alert.type) || alert.severity >= endpoint.min_severity);
}

bool is_http(SinkKind kind) { return kind != SinkKind::kEmail && kind != SinkKind::kCommand; }

Rate default_rate(SinkKind kind) { return kKinds[static_cast<std::size_t>(kind)].rate; }

std::string_view format_sink_kind(SinkKind kind) {
  return kKinds[static_cast<std::size_t>(kind)].name;
}

std::string fingerprint(const Endpoint& endpoint) {
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a
  const auto add = [&hash](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    hash = (hash ^ 0xffu) * 1099511628211u;
  };
  add(format_sink_kind(endpoint.kind));
  add(endpoint.url);
  add(endpoint.channel);
  for (const std::string& address : endpoint.to) add(address);
  for (const std::string& word : endpoint.command) add(word);
  char text[20];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

}  // namespace figured::alerts
