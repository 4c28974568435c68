// exposition = *family "# EOF" LF                  without the last line in the classic format
// family     = "# TYPE" name type LF ["# UNIT" name unit LF] "# HELP" name text LF *sample
// sample     = name ["{" label *("," label) "}"] SP number LF
// label      = name "=" '"' *(char / "\\" / '\"' / "\n") '"'
//
// https://github.com/prometheus/OpenMetrics/blob/v1.0.0/specification/OpenMetrics.md
// In the classic format a counter's family bears the name of its sample, "…_total".
#include "daemon/vitals/metrics.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace figured::daemon {
namespace {

std::string number(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Inf" : "+Inf";
  char digits[64];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  return {digits, end};
}

std::string escaped(std::string_view text, bool quotes) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || (quotes && c == '"')) out += '\\';
    out += c;
  }
  return out;
}

std::string_view type_name(MetricType type) {
  switch (type) {
    case MetricType::kCounter:
      return "counter";
    case MetricType::kGauge:
      return "gauge";
    case MetricType::kHistogram:
      return "histogram";
  }
  return "unknown";
}

struct Label {
  std::string_view name;
  std::string_view value;
};

void append_sample(std::string& out, std::string_view name, std::span<const Label> labels,
                   const std::string& value) {
  out += name;
  char before = '{';
  for (const Label& label : labels) {
    (((out += before) += label.name) += "=\"") += escaped(label.value, true);
    out += '"';
    before = ',';
  }
  if (!labels.empty()) out += '}';
  ((out += ' ') += value) += '\n';
}

void append_metric(std::string& out, std::string_view name, std::span<const Label> labels,
                   const Counter& counter, MetricType) {
  append_sample(out, std::string(name) + "_total", labels, std::to_string(counter.value()));
}

void append_metric(std::string& out, std::string_view name, std::span<const Label> labels,
                   const Gauge& gauge, MetricType type) {
  const std::string_view suffix = type == MetricType::kCounter ? "_total" : "";
  append_sample(out, std::string(name) += suffix, labels, number(gauge.value()));
}

void append_metric(std::string& out, std::string_view name, std::span<const Label> labels,
                   const Histogram& histogram, MetricType) {
  const std::vector<std::uint64_t> counts = histogram.counts();
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    total += counts[i];
    const bool has_bound = i < histogram.bounds().size();
    // OpenMetrics wants bounds as floats.
    std::string bound = has_bound ? number(histogram.bounds()[i]) : "+Inf";
    if (has_bound && bound.find_first_of(".e") == bound.npos) bound += ".0";
    std::vector<Label> with_bound(labels.begin(), labels.end());
    with_bound.push_back({"le", bound});
    append_sample(out, std::string(name) + "_bucket", with_bound, std::to_string(total));
  }
  append_sample(out, std::string(name) + "_sum", labels, number(histogram.sum()));
  append_sample(out, std::string(name) + "_count", labels, std::to_string(total));
}

}  // namespace

Histogram::Histogram(std::span<const double> bounds)
    : bounds_(bounds.begin(), bounds.end()),
      buckets_(std::make_unique<std::atomic<std::uint64_t>[]>(bounds_.size() + 1)) {}

void Histogram::observe(double value) noexcept {
  const auto bucket = std::lower_bound(bounds_.begin(), bounds_.end(), value) - bounds_.begin();
  buckets_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
  sum_.fetch_add(value, std::memory_order_relaxed);
}

std::vector<std::uint64_t> Histogram::counts() const {
  std::vector<std::uint64_t> counts;
  for (std::size_t i = 0; i <= bounds_.size(); ++i)
    counts.push_back(buckets_[i].load(std::memory_order_relaxed));
  return counts;
}

MetricFormat metric_format_for(std::string_view accept) {
  return accept.find("application/openmetrics-text") != accept.npos ? MetricFormat::kOpenMetrics
                                                                    : MetricFormat::kClassic;
}

std::string_view content_type_of(MetricFormat format) {
  return format == MetricFormat::kOpenMetrics
             ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
             : "text/plain; version=0.0.4; charset=utf-8";
}

void MetricFamily::render(std::string& out, MetricFormat format) const {
  const bool is_open = format == MetricFormat::kOpenMetrics;
  std::string name(info_.name);
  if (!is_open && type_ == MetricType::kCounter) name += "_total";
  ((((out += "# TYPE ") += name) += ' ') += type_name(type_)) += '\n';
  if (is_open && !info_.unit.empty()) ((((out += "# UNIT ") += name) += ' ') += info_.unit) += '\n';
  ((((out += "# HELP ") += name) += ' ') += escaped(info_.help, is_open)) += '\n';
  render_samples(out);
}

template <class Metric>
Metric& Family<Metric>::with(const LabelValues& values) {
  std::unique_ptr<Metric>& metric = metrics_[values];
  if (!metric) {
    if constexpr (std::is_same_v<Metric, Histogram>)
      metric = std::make_unique<Histogram>(info().bounds);
    else
      metric = std::make_unique<Metric>();
  }
  return *metric;
}

template <class Metric>
void Family<Metric>::render_samples(std::string& out) const {
  for (const auto& [values, metric] : metrics_) {
    std::vector<Label> labels;
    for (std::size_t i = 0; i < std::min(values.size(), info().labels.size()); ++i)
      labels.push_back({info().labels[i], values[i]});
    append_metric(out, info().name, labels, *metric, type());
  }
}

template class Family<Counter>;
template class Family<Gauge>;
template class Family<Histogram>;

Histogram& MetricRegistry::histogram(MetricInfo info) {
  auto family = std::make_unique<Family<Histogram>>(MetricType::kHistogram, std::move(info));
  Histogram& histogram = family->with({});
  families_.push_back(std::move(family));
  return histogram;
}

Family<Counter>& MetricRegistry::counters(MetricInfo info) {
  auto family = std::make_unique<Family<Counter>>(MetricType::kCounter, std::move(info));
  Family<Counter>& counters = *family;
  families_.push_back(std::move(family));
  return counters;
}

Family<Gauge>& MetricRegistry::gauges(MetricInfo info) {
  auto family = std::make_unique<Family<Gauge>>(MetricType::kGauge, std::move(info));
  Family<Gauge>& gauges = *family;
  families_.push_back(std::move(family));
  return gauges;
}

Gauge& MetricRegistry::measured_counter(MetricInfo info) {
  auto family = std::make_unique<Family<Gauge>>(MetricType::kCounter, std::move(info));
  Gauge& counter = family->with({});
  families_.push_back(std::move(family));
  return counter;
}

std::string MetricRegistry::render(MetricFormat format) const {
  std::string out;
  for (const auto& family : families_) family->render(out, format);
  if (format == MetricFormat::kOpenMetrics) out += "# EOF\n";
  return out;
}

}  // namespace figured::daemon
