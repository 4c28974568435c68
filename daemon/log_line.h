// LogLine: one event, said in words and fields.
//
// Written as the words followed by key=value pairs, so that people and programs
// read the same line.  Sinks that have fields of their own (JSON, the journal)
// take the line apart again.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace figured::daemon {

struct LogField {
  std::string key;  // lower case letters, digits and '_'
  std::string value;
  friend bool operator==(const LogField&, const LogField&) = default;
};

struct LogLine {
  std::string words;  // hold no '='
  std::vector<LogField> fields;
  friend bool operator==(const LogLine&, const LogLine&) = default;
};

// One line, whatever the values hold.  Fields with an empty value are left out.
std::string format_log_line(const LogLine& line);

// Takes any text; where no pairs end it, all of it is words.
LogLine parse_log_line(std::string_view text);

}  // namespace figured::daemon
