// LogLine: one event, said in words and fields.
//
// Handed to the log as the words followed by key=value pairs.  Each sink takes the
// line apart again: for people it is put into a sentence and what they look for
// behind it, for programs its fields stand as they are.  Two keys mean something
// to the sinks: `event`, the name of the event, and `summary`, what happened in words.
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

// The value of the field; "" where the line has none of that key.
std::string_view field_of(const LogLine& line, std::string_view key);

// The same line as people read it: the summary, if there is one, stands behind the words
// as a sentence does, and what is for programs only (event, type, fact) is left out.
//   figures disagree: people killed, Lowport: ... says 12; ... says 40 dispute=7
// With `colours`, terminals show the words stand out and the keys stand back.
std::string format_for_people(const LogLine& line, bool colours = false);

}  // namespace figured::daemon
