#include "daemon/vitals/vitals.h"

#include <cstdio>

namespace figured::daemon {
namespace {

std::string counted(std::int64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string rate_words(double rate) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.1f", rate);
  return digits;
}

}  // namespace

std::string status_words(const Vitals& vitals, std::size_t endpoints) {
  if (vitals.feeds == 0)
    return "no feeds yet: add one with `figurectl feeds add URL`, or as [[feed]] in the "
           "configuration";
  std::string words = "polling " + counted(vitals.feeds, "feed");
  if (vitals.feeds_failing != 0) words += " (" + std::to_string(vitals.feeds_failing) + " failing)";
  words += ", delivering to " + counted(static_cast<std::int64_t>(endpoints), "endpoint");
  if (vitals.at == std::chrono::sys_seconds{}) return words;  // nothing is known yet
  words += "; " + counted(vitals.disputes_open, "dispute") + " open, outbox " +
           std::to_string(vitals.outbox) + ", " + rate_words(vitals.polls_rate) + " polls/s";
  return words;
}

}  // namespace figured::daemon
