#include "alerts/sinks/alertmanager_labels.h"

#include "alerts/sinks/markup.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxDescription = 3'000;
constexpr std::size_t kMaxHeadline = 300;

}  // namespace

std::string_view alertname_of(AlertType type) {
  switch (type) {
    case AlertType::kCorrection:
      return "FigureCorrected";
    case AlertType::kFeedFailing:
    case AlertType::kFeedRecovered:
      return "FeedFailing";
    case AlertType::kFeedGone:
      return "FeedGone";
    case AlertType::kHeartbeat:
      return "FiguredHeartbeat";
    default:
      return "FiguresContradict";
  }
}

json::object alertmanager_labels(const Notice& notice) {
  const Alert& alert = notice.alert;
  json::object labels = {{"alertname", alertname_of(alert.type)}};
  if (alert.dispute_id != 0)
    labels["dispute"] = std::to_string(alert.dispute_id);
  else if (notice.feed != 0)
    labels["feed"] = std::to_string(notice.feed);
  else
    labels["alert"] = alert.id;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) labels[name] = value;
  };
  add("measure", notice.measure);
  add("place", notice.place);
  add("subject", notice.subject);
  return labels;
}

json::object alertmanager_annotations(const Notice& notice) {
  return {{"summary", headline(notice, kMaxHeadline)},
          {"description", told(notice, kPlainText, kMaxDescription)},
          {"severity", severity_word(notice.alert.severity)},
          {"figured_id", notice.alert.id},
          {"figured_type", format_alert_type(notice.alert.type)}};
}

bool is_resolved(const Notice& notice) {
  const AlertType type = notice.alert.type;
  return type == AlertType::kDisputeSettled || type == AlertType::kAlertRetracted ||
         type == AlertType::kFeedRecovered;
}

}  // namespace figured::alerts
