#include "cli/alert_words.h"

#include <ostream>

#include "alerts/sinks/markup.h"
#include "cli/words.h"

namespace figured::cli {
namespace {

constexpr std::size_t kMaxText = 8'000;

std::string delivery_words(const alerts::Delivery& delivery) {
  std::string words = delivery.endpoint + " " + std::string(format_delivery_state(delivery.state));
  if (delivery.state == alerts::DeliveryState::kDelivered) return words;
  if (delivery.attempts != 0) words += " after " + std::to_string(delivery.attempts);
  return delivery.last_error.empty() ? words : words + " (" + tame(delivery.last_error) + ")";
}

std::string outcome_words(const alerts::Attempt& attempt) {
  if (attempt.state == alerts::DeliveryState::kDelivered)
    return "delivered (" + std::to_string(attempt.status) + ")";
  return tame(attempt.error) + (attempt.state == alerts::DeliveryState::kDead ? "; given up" : "");
}

}  // namespace

std::string deliveries_words(const std::vector<alerts::Delivery>& deliveries) {
  std::string words;
  for (const alerts::Delivery& delivery : deliveries)
    words += (words.empty() ? "" : "; ") + delivery_words(delivery);
  return words.empty() ? "-" : words;
}

void print_alert(std::ostream& out, const alerts::Alert& alert,
                 const std::vector<alerts::Delivery>& deliveries,
                 const std::vector<alerts::Attempt>& attempts) {
  const alerts::Notice notice = alerts::read_notice(alert);
  out << alert.id << "  " << format_alert_type(alert.type) << "  severity "
      << share_words(alert.severity) << "  " << time_words(alert.created_at) << "\n"
      << tame(alert.summary) << "\n\n";
  std::string text = alerts::told(notice, alerts::kPlainText, kMaxText);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    out << "  " << tame(text.substr(from, end - from)) << '\n';
    from = end + 1;
  }
  out << '\n';
  if (alert.dispute_id != 0)
    out << "number " << alert.dispute_sequence << " of dispute " << alert.dispute_id
        << (alert.previous_id.empty() ? "" : ", after " + alert.previous_id) << '\n';
  for (const alerts::Delivery& delivery : deliveries) {
    out << delivery_words(delivery);
    if (delivery.state == alerts::DeliveryState::kPending)
      out << ", next at " << time_words(delivery.next_attempt);
    out << '\n';
    for (const alerts::Attempt& attempt : attempts)
      if (attempt.endpoint == delivery.endpoint)
        out << "  " << time_words(attempt.at) << "  " << outcome_words(attempt) << '\n';
  }
  if (deliveries.empty()) out << "It was to go nowhere.\n";
}

}  // namespace figured::cli
