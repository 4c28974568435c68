#include "wire/alert_text.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdio>
#include <initializer_list>

namespace figured::wire {
namespace {
namespace json = boost::json;

// The painter knows whether there is anything to paint on.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  std::string bold(const std::string& text) const { return wrap("1", text); }
  std::string dim(const std::string& text) const { return wrap("2", text); }
  std::string red(const std::string& text) const { return wrap("1;31", text); }
  std::string green(const std::string& text) const { return wrap("1;32", text); }
  std::string yellow(const std::string& text) const { return wrap("1;33", text); }

 private:
  std::string wrap(const char* code, const std::string& text) const {
    return on_ ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }
  bool on_;
};

const json::value* find(const json::object& from, std::initializer_list<std::string_view> path) {
  const json::object* at = &from;
  const json::value* value = nullptr;
  for (const std::string_view key : path) {
    if (at == nullptr) return nullptr;
    value = at->if_contains({key.data(), key.size()});
    if (value == nullptr) return nullptr;
    at = value->if_object();
  }
  return value;
}

// Control characters, and U+0080 to U+009F, which some terminals obey too, become blanks.
std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool second = !out.empty() && out.back() == '\xc2' && byte >= 0x80 && byte < 0xa0;
    if (second)
      out.back() = ' ';
    else
      out += byte < 0x20 || byte == 0x7f ? ' ' : c;
  }
  return out;
}

std::string text(const json::object& from, std::initializer_list<std::string_view> path) {
  const json::value* value = find(from, path);
  const json::string* string = value == nullptr ? nullptr : value->if_string();
  return string == nullptr ? std::string() : printable({string->data(), string->size()});
}

std::string number(const json::object& from, std::initializer_list<std::string_view> path) {
  const json::value* value = find(from, path);
  if (value == nullptr || !value->is_number()) return {};
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.2g", value->to_number<double>());
  return digits;
}

std::string joined(std::initializer_list<std::string> parts) {
  std::string line;
  for (const std::string& part : parts)
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  return line;
}

std::string line(const std::string& text) { return text.empty() ? "" : "    " + text + "\n"; }

std::string side(const json::object& claim, const Paint& paint) {
  const std::string quote = text(claim, {"quote"});
  return "  " + paint.bold(text(claim, {"figure", "surface"})) +
         (quote.empty() ? "" : "  “" + quote + "”") + "\n" +
         line(joined(
             {text(claim, {"outlet"}), text(claim, {"speaker"}), text(claim, {"published"})})) +
         line(paint.dim(text(claim, {"url"})));
}

std::string against(const json::object& other, const Paint& paint) {
  const json::value* claim = find(other, {"claim"});
  std::string lines;
  if (claim != nullptr && claim->is_object()) lines = side(claim->get_object(), paint);
  return lines + line(text(other, {"verdict", "why"}));
}

std::string heading(const json::object& alert, const Paint& paint) {
  const std::string type = text(alert, {"type"});
  const std::string severity = number(alert, {"data", "severity"});
  const std::string painted = type == "figure.contradiction" ? paint.red(type)
                              : type == "dispute.settled"    ? paint.green(type)
                                                             : paint.yellow(type);
  return joined({painted, severity.empty() ? "" : "severity " + severity,
                 paint.dim(text(alert, {"id"}))}) +
         "\n";
}

}  // namespace

std::string format_alert(const json::object& alert, bool colours) {
  const Paint paint(colours);
  std::string out = heading(alert, paint);
  // The summary begins with what the fact is called.
  const std::string summary = text(alert, {"data", "summary"});
  const std::string title = summary.empty() ? text(alert, {"data", "fact", "label"}) : summary;
  if (!title.empty()) out += "  " + paint.bold(title) + "\n";
  if (const json::value* claim = find(alert, {"data", "claim"}); claim && claim->is_object())
    out += side(claim->get_object(), paint);
  if (const json::value* others = find(alert, {"data", "against"}); others && others->is_array())
    for (const json::value& other : others->get_array())
      if (other.is_object()) out += against(other.get_object(), paint);
  return out;
}

}  // namespace figured::wire
