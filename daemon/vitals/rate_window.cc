#include "daemon/vitals/rate_window.h"

namespace figured::daemon {

RateWindow::Rates RateWindow::note(const DaemonMetrics::Sums& sums, Time now) {
  while (notes_.size() > 1 && now - notes_[1].at >= length_) notes_.pop_front();
  notes_.push_back({now, sums});
  const Note& first = notes_.front();
  const double seconds = std::chrono::duration<double>(now - first.at).count();
  if (seconds <= 0) return {};
  const auto grown = [seconds](std::uint64_t to, std::uint64_t from) {
    return static_cast<double>(to - from) / seconds;
  };
  Rates rates;
  rates.polls = grown(sums.polls, first.sums.polls);
  rates.articles = grown(sums.articles, first.sums.articles);
  rates.claims = grown(sums.claims, first.sums.claims);
  rates.alerts = grown(sums.alerts, first.sums.alerts);
  if (sums.polls > first.sums.polls)
    rates.lateness =
        (sums.lateness - first.sums.lateness) / static_cast<double>(sums.polls - first.sums.polls);
  return rates;
}

}  // namespace figured::daemon
