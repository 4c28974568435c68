#include "cli/training_report.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <cmath>
#include <cstdio>
#include <map>
#include <ostream>
#include <set>

#include "claims/sameness/training_rows.h"
#include "cli/table.h"
#include "cli/words.h"

namespace figured::cli {
namespace {

using claims::FitQuality;
using claims::LabelledPair;

constexpr double kMostOfADispute = 10;
constexpr std::size_t kWeightsShown = 10;

std::string three_digits(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", number);
  return text;
}

std::vector<std::size_t> most_changed(const claims::SamenessModel& from,
                                      const claims::SamenessModel& to) {
  const auto change = [&](std::size_t i) { return std::fabs(to.weights()[i] - from.weights()[i]); };
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < claims::kFeatureCount; ++i) {
    if (change(i) >= 0.0005) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return change(a) > change(b); });
  return order;
}

boost::json::object format_quality(const FitQuality& quality) {
  return {{"average_precision", quality.average_precision},
          {"precision", quality.precision},
          {"recall", quality.recall},
          {"log_loss", quality.log_loss}};
}

}  // namespace

std::vector<LabelledPair> training_pairs(std::span<const storage::PairLabel> labels,
                                         std::uint32_t first) {
  std::map<std::int64_t, std::vector<const storage::PairLabel*>> by_dispute;
  for (const storage::PairLabel& label : labels) {
    if (label.same) by_dispute[label.dispute_id].push_back(&label);
  }
  std::vector<LabelledPair> pairs;
  for (const auto& [dispute, told] : by_dispute) {
    const double weight = std::min(1.0, kMostOfADispute / static_cast<double>(told.size()));
    for (const storage::PairLabel* label : told)
      pairs.push_back({claims::parse_features(label->features), *label->same,
                       static_cast<float>(weight), first});
    ++first;
  }
  return pairs;
}

TrainingReport::TrainingReport(const claims::SamenessModel& present,
                               std::span<const LabelledPair> base,
                               std::span<const LabelledPair> labels)
    : present_(present), refitted_(present) {
  std::vector<LabelledPair> all(base.begin(), base.end());
  all.insert(all.end(), labels.begin(), labels.end());
  refitted_ = claims::fit_sameness(all);
  const std::vector<double> left_out = claims::predict_left_out(all);
  const std::span<const double> of_all(left_out);
  sets_ = {describe("base set", base)};
  if (!labels.empty()) {
    sets_.push_back(describe("labels of the store", labels));
    // What the base set alone makes of either, so that it is seen what the labels do.
    sets_[0].lines.push_back(
        {"fitted to the base set *", measure_fit(base, claims::predict_left_out(base))});
    sets_[1].lines.push_back({"fitted to the base set *",
                              measure_fit(labels, predict(claims::fit_sameness(base), labels))});
    sets_[1].lines.push_back(
        {"refitted with the labels *", measure_fit(labels, of_all.subspan(base.size()))});
  }
  sets_[0].lines.push_back({labels.empty() ? "refitted *" : "refitted with the labels *",
                            measure_fit(base, of_all.first(base.size()))});
}

TrainingReport::Set TrainingReport::describe(const std::string& name,
                                             std::span<const LabelledPair> pairs) const {
  Set set{name, pairs.size(), 0, 0, {}};
  std::set<std::uint32_t> events;
  for (const LabelledPair& pair : pairs) {
    events.insert(pair.event);
    set.same += pair.same ? 1 : 0;
  }
  set.events = events.size();
  set.lines = {{"present weights", measure_fit(pairs, predict(present_, pairs))}};
  return set;
}

void TrainingReport::print(std::ostream& out) const {
  for (const Set& set : sets_) {
    out << set.name << ": " << count_words(static_cast<std::int64_t>(set.pairs), "pair") << " of "
        << count_words(static_cast<std::int64_t>(set.events), "event") << ", "
        << number_words(static_cast<double>(set.same)) << " of one fact\n";
    Table table({"  WEIGHTS", "AVERAGE PRECISION", "PRECISION", "RECALL", "LOG-LOSS"});
    for (const Line& line : set.lines)
      table.add({"  " + line.weights, three_digits(line.quality.average_precision),
                 three_digits(line.quality.precision), three_digits(line.quality.recall),
                 three_digits(line.quality.log_loss)});
    table.print(out, std::nullopt);
    out << '\n';
  }
  out << "* each event by weights fitted without it\n";
  const auto changed = most_changed(present_, refitted_);
  if (changed.empty()) return void(out << "\nno weight changes\n");
  Table table({"CHANGES MOST", "PRESENT", "REFITTED"});
  for (std::size_t i = 0; i < std::min(kWeightsShown, changed.size()); ++i)
    table.add({std::string(claims::feature_name(changed[i])),
               three_digits(present_.weights()[changed[i]]),
               three_digits(refitted_.weights()[changed[i]])});
  out << '\n';
  table.print(out, std::nullopt);
}

boost::json::object TrainingReport::format() const {
  boost::json::array sets;
  for (const Set& set : sets_) {
    boost::json::array lines;
    for (const Line& line : set.lines) {
      boost::json::object shape = format_quality(line.quality);
      const bool left_out = line.weights.ends_with(" *");
      shape["weights"] = line.weights.substr(0, line.weights.size() - (left_out ? 2 : 0));
      shape["left_out"] = left_out;
      lines.push_back(std::move(shape));
    }
    sets.push_back(boost::json::object{{"set", set.name},
                                       {"pairs", set.pairs},
                                       {"events", set.events},
                                       {"same", set.same},
                                       {"fits", std::move(lines)}});
  }
  boost::json::object weights;
  for (std::size_t i = 0; i < claims::kFeatureCount; ++i)
    weights[claims::feature_name(i)] = boost::json::object{{"present", present_.weights()[i]},
                                                           {"refitted", refitted_.weights()[i]}};
  return {{"sets", std::move(sets)}, {"weights", std::move(weights)}};
}

}  // namespace figured::cli
