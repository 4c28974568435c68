// TrainingReport fits the weights of sameness to a base set of labelled pairs and
// to the labels of a store, and tells how much better they fit than the present ones.
#pragma once
#include <boost/json/object.hpp>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "claims/sameness/fit_quality.h"
#include "storage/store.h"

namespace figured::cli {

// The labels that say something of sameness, each dispute an event numbered from
// `first` on.  A dispute of many pairs is one decision of one person: its pairs weigh
// together as much as ten at most.
std::vector<claims::LabelledPair> training_pairs(std::span<const storage::PairLabel> labels,
                                                 std::uint32_t first);

class TrainingReport {
 public:
  // Requires that the numbers of their events differ.  Takes seconds.
  TrainingReport(const claims::SamenessModel& present, std::span<const claims::LabelledPair> base,
                 std::span<const claims::LabelledPair> labels);

  const claims::SamenessModel& refitted() const { return refitted_; }

  // A table a set, and the weights that change most.
  void print(std::ostream& out) const;
  boost::json::object format() const;

 private:
  struct Line {
    std::string weights;  // which
    claims::FitQuality quality;
  };
  struct Set {
    std::string name;
    std::size_t pairs = 0;
    std::size_t events = 0;
    std::size_t same = 0;
    std::vector<Line> lines;
  };

  Set describe(const std::string& name, std::span<const claims::LabelledPair> pairs) const;

  claims::SamenessModel present_;
  claims::SamenessModel refitted_;
  std::vector<Set> sets_;
};

}  // namespace figured::cli
