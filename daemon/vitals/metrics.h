// Metrics: numbers that figured keeps of itself, and the text in which Prometheus and
// others that speak OpenMetrics take them.
//
// A counter, gauge or histogram may be used from any thread and takes no lock: each is
// a few atomics.  Families, in which labels tell several of one name apart, grow when a
// label value is first met, so with() and render() belong to one thread, the I/O thread;
// what with() returned stays where it is and belongs to all.
//
// Names follow prometheus.io/docs/practices/naming: base units, the unit as a suffix, no
// label whose values have no end (addresses, ids).
#pragma once
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace figured::daemon {

class Counter {
 public:
  void add(std::uint64_t count = 1) noexcept { value_.fetch_add(count, std::memory_order_relaxed); }
  std::uint64_t value() const noexcept { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

class Gauge {
 public:
  void set(double value) noexcept { value_.store(value, std::memory_order_relaxed); }
  double value() const noexcept { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<double> value_{0};
};

class Histogram {
 public:
  // Upper bounds, ascending; one without bound is added.
  explicit Histogram(std::span<const double> bounds);

  void observe(double value) noexcept;

  std::span<const double> bounds() const { return bounds_; }
  // In each bucket alone, the last being that without bound.
  std::vector<std::uint64_t> counts() const;
  double sum() const noexcept { return sum_.load(std::memory_order_relaxed); }

 private:
  const std::vector<double> bounds_;
  std::unique_ptr<std::atomic<std::uint64_t>[]> buckets_;
  std::atomic<double> sum_{0};
};

enum class MetricType : std::uint8_t { kCounter, kGauge, kHistogram };

// `name` is without "_total"; `unit` is "" or the last word of the name.
struct MetricInfo {
  std::string_view name;
  std::string_view help;
  std::string_view unit = "";
  std::vector<std::string_view> labels = {};
  std::vector<double> bounds = {};  // of histograms
};

// As `Accept` asks for: kClassic is the text format 0.0.4 of older readers.
enum class MetricFormat : std::uint8_t { kOpenMetrics, kClassic };
MetricFormat metric_format_for(std::string_view accept);
std::string_view content_type_of(MetricFormat format);

class MetricFamily {
 public:
  MetricFamily(MetricType type, MetricInfo info) : type_(type), info_(std::move(info)) {}
  virtual ~MetricFamily() = default;
  MetricFamily(const MetricFamily&) = delete;
  MetricFamily& operator=(const MetricFamily&) = delete;

  const MetricInfo& info() const { return info_; }
  MetricType type() const { return type_; }
  void render(std::string& out, MetricFormat format) const;

 protected:
  virtual void render_samples(std::string& out) const = 0;

 private:
  const MetricType type_;
  const MetricInfo info_;
};

using LabelValues = std::vector<std::string>;

template <class Metric>
class Family final : public MetricFamily {
 public:
  using MetricFamily::MetricFamily;

  // The one with these values of the labels, in their order; made when it is new.
  Metric& with(const LabelValues& values);
  // Takes all away: for what is set anew as a whole.
  void clear() { metrics_.clear(); }

  const std::map<LabelValues, std::unique_ptr<Metric>>& all() const { return metrics_; }

 private:
  void render_samples(std::string& out) const override;

  std::map<LabelValues, std::unique_ptr<Metric>> metrics_;
};

// Families in the order in which they were added.
class MetricRegistry {
 public:
  Counter& counter(MetricInfo info) { return counters(std::move(info)).with({}); }
  Gauge& gauge(MetricInfo info) { return gauges(std::move(info)).with({}); }
  // A counter that is kept elsewhere (by the kernel, say) and taken over as it stands.
  Gauge& measured_counter(MetricInfo info);
  Histogram& histogram(MetricInfo info);
  Family<Counter>& counters(MetricInfo info);
  Family<Gauge>& gauges(MetricInfo info);

  std::string render(MetricFormat format) const;

 private:
  std::vector<std::unique_ptr<MetricFamily>> families_;
};

}  // namespace figured::daemon
