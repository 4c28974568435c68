#include "cli/quantities_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "claims/claim_json.h"
#include "claims/quantity_reader.h"
#include "cli/json_lines.h"

namespace figured::cli {
namespace {

// Byte offsets of a text as Unicode code points; asked for in rising order.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  std::size_t at(std::size_t byte) {
    if (byte < byte_) byte_ = point_ = 0;
    for (; byte_ < byte && byte_ < text_.size(); ++byte_) {
      point_ += (static_cast<unsigned char>(text_[byte_]) & 0xC0) != 0x80;
    }
    return point_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t point_ = 0;
};

boost::json::object format_quantity(const claims::Quantity& quantity, CodePoints& points) {
  boost::json::object out;
  out["start"] = points.at(quantity.figure.span.start);
  out["end"] = points.at(quantity.figure.span.end);
  // The number as written, in the unit as written: also of "more than 40", whose
  // interval is open.
  if (quantity.figure.bound != claims::Bound::kRange) out["value"] = quantity.value;
  for (auto& [key, value] : claims::format_figure(quantity.figure)) out[key] = value;
  out["noun"] =
      quantity.noun.empty() ? boost::json::value(nullptr) : boost::json::value(quantity.noun);
  // The unit as written beside its canonical name; what is counted is the unit of
  // a count, and a number that stands alone has none.
  const std::string name = quantity.figure.unit.empty() ? quantity.noun : quantity.figure.unit;
  out["unit"] = quantity.written.empty() ? (name.empty() ? "-" : name) : quantity.written;
  out["unit_normalized"] = name;
  return out;
}

void print_quantities(const boost::json::object& line) {
  const std::string text = text_of(line, "text");
  CodePoints points(text);
  boost::json::array quantities;
  for (const claims::Quantity& quantity : claims::read_quantities(text)) {
    quantities.push_back(format_quantity(quantity, points));
  }
  const boost::json::value* id = line.if_contains("id");
  std::cout << boost::json::serialize(
                   boost::json::object{{"id", id == nullptr ? boost::json::value(nullptr) : *id},
                                       {"text", text},
                                       {"quantities", std::move(quantities)}})
            << '\n';
}

}  // namespace

CLI::App* add_quantities_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("quantities", "Every figure of {\"id\",\"text\"} lines");
  auto files = std::make_shared<std::vector<std::string>>();
  verb->add_option("FILE", *files, "Files of JSON lines; none: standard input");
  verb->callback([files, &exit_code] { exit_code = JsonLines(*files).each(print_quantities); });
  return verb;
}

}  // namespace figured::cli
