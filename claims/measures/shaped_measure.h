// ShapedMeasure: what a figure measures whose shape alone tells it: a record, a tally of
// votes, a rating (ReadFigure::named).
#pragma once
#include <string>
#include <string_view>

namespace figured::claims {

struct ShapedMeasure {
  std::string noun;
  std::string measure;
};

ShapedMeasure shaped_measure(std::string_view named);

}  // namespace figured::claims
