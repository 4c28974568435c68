#include "cli/json_lines.h"

#include <boost/json.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace figured::cli {
namespace {

class LineReader {
 public:
  LineReader(std::istream& in, const std::string& name,
             const std::function<void(const boost::json::object&)>& line)
      : in_(in), name_(name), line_(line) {}

  int run() {
    std::string text;
    while (std::getline(in_, text)) {
      ++number_;
      if (text.find_first_not_of(" \t\r") != std::string::npos) read(text);
    }
    return status_;
  }

 private:
  void read(const std::string& text) {
    boost::system::error_code error;
    const boost::json::value value = boost::json::parse(text, error);
    if (error) return skip("is not JSON: " + error.message());
    if (!value.is_object()) return skip("is not a JSON object");
    try {
      line_(value.as_object());
    } catch (const std::invalid_argument& wrong) {
      skip(wrong.what());
    }
  }

  void skip(const std::string& what) {
    std::cerr << "figurectl: " << name_ << ':' << number_ << ": " << what << "; skipped\n";
    status_ = 1;
  }

  std::istream& in_;
  const std::string& name_;
  const std::function<void(const boost::json::object&)>& line_;
  std::size_t number_ = 0;
  int status_ = 0;
};

// Plain text has no line that begins an object.
bool holds_objects(const std::string& text) {
  return text.starts_with('{') || text.find("\n{") != std::string::npos;
}

// What the file is packed with, by a first byte that begins no text; "" = with nothing.
std::string_view packing_of(std::istream& in) {
  switch (in.peek()) {
    case 0x1f:
      return "gzip";
    case 0xfd:
      return "xz";
    default:
      return {};
  }
}

}  // namespace

int JsonLines::each(const std::function<void(const boost::json::object&)>& line,
                    const std::function<void(const std::string&, std::string)>& plain_text) {
  int status = 0;
  const auto read = [&](std::istream& in, const std::string& name) {
    if (const std::string_view packing = packing_of(in); !packing.empty()) {
      std::cerr << "figurectl: " << name << " is packed with " << packing
                << " and was not read: unpack it first\n";
      status = 1;
      return;
    }
    if (plain_text && in.peek() != '{') {
      std::string text(std::istreambuf_iterator<char>(in), {});
      if (text.empty()) return;
      if (!holds_objects(text)) return plain_text(name, std::move(text));
      std::istringstream lines(std::move(text));
      status |= LineReader(lines, name, line).run();
      return;
    }
    status |= LineReader(in, name, line).run();
  };
  if (files_.empty()) read(std::cin, "standard input");
  for (const std::string& file : files_) {
    std::ifstream in(file);
    if (in) {
      read(in, file);
    } else {
      std::cerr << "figurectl: cannot read " << file << ": "
                << std::generic_category().message(errno) << '\n';
      status = 1;
    }
  }
  return status;
}

std::string text_of(const boost::json::object& object, const char* key) {
  const boost::json::value* value = object.if_contains(key);
  if (value == nullptr || value->is_null()) return {};
  if (!value->is_string())
    throw std::invalid_argument(std::string("\"") + key + "\" is not a string");
  return std::string(value->as_string());
}

std::string required_text_of(const boost::json::object& object, const char* key) {
  std::string text = text_of(object, key);
  if (text.empty()) throw std::invalid_argument(std::string("has no \"") + key + '"');
  return text;
}

}  // namespace figured::cli
