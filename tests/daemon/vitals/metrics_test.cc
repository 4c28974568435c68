#include "daemon/vitals/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <thread>

namespace figured::daemon {
namespace {

TEST(MetricsTest, ACounterIsRenderedInBothFormats) {
  MetricRegistry registry;
  registry.counter({"a_polls", "Polls."}).add(3);
  EXPECT_EQ(registry.render(MetricFormat::kOpenMetrics),
            "# TYPE a_polls counter\n# HELP a_polls Polls.\na_polls_total 3\n# EOF\n");
  EXPECT_EQ(registry.render(MetricFormat::kClassic),
            "# TYPE a_polls_total counter\n# HELP a_polls_total Polls.\na_polls_total 3\n");
}

TEST(MetricsTest, AGaugeHasItsUnit) {
  MetricRegistry registry;
  registry.gauge({"a_free_bytes", "Free.", "bytes"}).set(0.5);
  EXPECT_EQ(registry.render(MetricFormat::kOpenMetrics),
            "# TYPE a_free_bytes gauge\n# UNIT a_free_bytes bytes\n# HELP a_free_bytes Free.\n"
            "a_free_bytes 0.5\n# EOF\n");
}

TEST(MetricsTest, AHistogramCountsUpToEachBound) {
  MetricRegistry registry;
  Histogram& late = registry.histogram({"a_seconds", "Late.", "seconds", {}, {0.5, 2}});
  for (const double value : {0.1, 0.5, 1.0, 2.5, 100.0}) late.observe(value);
  EXPECT_EQ(registry.render(MetricFormat::kClassic),
            "# TYPE a_seconds histogram\n# HELP a_seconds Late.\n"
            "a_seconds_bucket{le=\"0.5\"} 2\na_seconds_bucket{le=\"2.0\"} 3\n"
            "a_seconds_bucket{le=\"+Inf\"} 5\na_seconds_sum 104.1\na_seconds_count 5\n");
}

TEST(MetricsTest, LabelsAreTakenFromTheOutsideAndEscaped) {
  MetricRegistry registry;
  auto& family = registry.counters({"a_sent", "Sent.", "", {"endpoint", "outcome"}});
  family.with({"the \"desk\"\n\\", "dead"}).add();
  family.with({"b", "failed"}).add(2);
  EXPECT_EQ(&family.with({"b", "failed"}), &family.with({"b", "failed"}));
  EXPECT_THAT(registry.render(MetricFormat::kClassic),
              testing::EndsWith("a_sent_total{endpoint=\"b\",outcome=\"failed\"} 2\n"
                                "a_sent_total{endpoint=\"the \\\"desk\\\"\\n\\\\\","
                                "outcome=\"dead\"} 1\n"));
}

TEST(MetricsTest, NumbersThatAreNoneHaveNames) {
  MetricRegistry registry;
  auto& family = registry.gauges({"a", "A.", "", {"of"}});
  family.with({"1"}).set(std::numeric_limits<double>::infinity());
  family.with({"2"}).set(-std::numeric_limits<double>::infinity());
  family.with({"3"}).set(std::nan(""));
  EXPECT_THAT(registry.render(MetricFormat::kClassic),
              testing::EndsWith("a{of=\"1\"} +Inf\na{of=\"2\"} -Inf\na{of=\"3\"} NaN\n"));
}

TEST(MetricsTest, ThreadsLoseNothing) {
  MetricRegistry registry;
  Counter& counter = registry.counter({"a", "A."});
  Histogram& histogram = registry.histogram({"b", "B.", "", {}, {1}});
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&] {
        for (int n = 0; n < 1'000; ++n) {
          counter.add();
          histogram.observe(2);
        }
      });
  }
  EXPECT_EQ(counter.value(), 4'000U);
  EXPECT_EQ(histogram.sum(), 8'000);
  EXPECT_THAT(histogram.counts(), testing::ElementsAre(0, 4'000));
}

TEST(MetricsTest, TheReaderSaysWhichFormatItWants) {
  EXPECT_EQ(metric_format_for("application/openmetrics-text;version=1.0.0;q=0.75,text/plain"),
            MetricFormat::kOpenMetrics);
  EXPECT_EQ(metric_format_for("*/*"), MetricFormat::kClassic);
  EXPECT_EQ(metric_format_for(""), MetricFormat::kClassic);
}

}  // namespace
}  // namespace figured::daemon
