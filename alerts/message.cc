#include "alerts/message.h"

#include <algorithm>

#include "alerts/excerpt.h"

namespace figured::alerts {

Message message_of(const Alert& alert) { return {alert.id, {read_notice(alert)}}; }

double severity_of(const Message& message) {
  double worst = 0;
  for (const Notice& notice : message.notices) worst = std::max(worst, notice.alert.severity);
  return worst;
}

std::string headline(const Message& message, std::size_t max) {
  if (!message.is_group()) return headline(message.newest(), max);
  std::string line = std::to_string(message.notices.size()) + " alerts";
  std::string parted = ": ";
  for (const Notice& notice : message.notices) {
    line += parted + headline(notice, max);
    parted = "; ";
  }
  return one_line(line, max);
}

}  // namespace figured::alerts
