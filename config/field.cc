#include "config/field.h"

#include <algorithm>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <charconv>

#include "config/quantity.h"
#include "config/setting.h"

namespace figured::config {
namespace {

bool is_one_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool is_name(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  };
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), fits);
}

bool is_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc() && end == text.data() + text.size() && port != 0;
}

// A host, or a host and its port.  An IPv6 address stands in brackets.
bool is_host(std::string_view text) {
  if (text.empty() || text.find_first_of("/@ \t") != std::string_view::npos) return false;
  const std::size_t bracket = text.rfind(']');
  const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon == std::string_view::npos) return true;
  return colon > 0 && is_port(text.substr(colon + 1));
}

std::string between(const std::string& least, const std::string& most) {
  return "from " + least + " to " + most;
}

}  // namespace

bool is_web_url(std::string_view text) {
  const auto url = boost::urls::parse_uri(text);
  return url && (url->scheme() == "http" || url->scheme() == "https") && !url->host().empty();
}

void Field::wrong(const std::string& what, const std::string& allowed) const {
  source_.problems.add(value_.at, key_, what, allowed);
}

void Field::wrong_value(const std::string& what, const std::string& allowed) const {
  wrong("\"" + std::get<std::string>(value_.held) + "\" " + what, allowed);
}

void Field::note_content(std::string_view content) const {
  source_.contents[value_.at] = content_hash(content);
}

const std::string* Field::as_text(const std::string& allowed) const {
  const auto* text = std::get_if<std::string>(&value_.held);
  if (!text) wrong("is " + std::string(kind_of(value_)), allowed);
  return text;
}

std::vector<Field> Field::elements(const std::string& allowed) const {
  const auto* list = std::get_if<List>(&value_.held);
  if (!list) wrong("is " + std::string(kind_of(value_)), allowed);
  std::vector<Field> fields;
  if (list)
    for (const Value& value : *list) fields.emplace_back(key_, value, source_);
  return fields;
}

void Field::text(std::string& into) const {
  const std::string* text = as_text("a string");
  if (!text) return;
  if (text->empty()) return wrong("is empty", "a string with something in it");
  if (!is_one_line(*text)) return wrong("holds a control character", "one line of text");
  into = *text;
}

void Field::long_text(std::string& into) const {
  const std::string* text = as_text("a string");
  if (!text) return;
  if (text->empty()) return wrong("is empty", "a string with something in it");
  into = *text;
}

void Field::texts(std::vector<std::string>& into) const {
  const auto add = [&into](const Field& field) {
    std::string text;
    field.text(text);
    if (!text.empty()) into.push_back(std::move(text));
  };
  if (std::holds_alternative<std::string>(value_.held)) return add(*this);
  for (const Field& element : elements("a list of strings")) add(element);
}

void Field::flag(bool& into) const {
  const auto* flag = std::get_if<bool>(&value_.held);
  if (!flag) return wrong("is " + std::string(kind_of(value_)), "true or false");
  into = *flag;
}

void Field::url(std::string& into) const {
  const std::string allowed = "http://… or https://… with a host";
  const std::string* text = as_text(allowed);
  if (!text) return;
  if (!is_web_url(*text)) return wrong_value("is no such URL", allowed);
  into = *text;
}

void Field::name(std::string& into) const {
  const std::string allowed = "1 to 64 letters, digits, '-' or '_'";
  const std::string* text = as_text(allowed);
  if (!text) return;
  if (!is_name(*text)) return wrong_value("is no name", allowed);
  into = *text;
}

void Field::path(std::string& into) const {
  std::string path;
  text(path);
  if (!path.empty()) into = (source_.folders.at(value_.at.file) / path).lexically_normal().string();
}

void Field::existing_file(std::string& into) const {
  std::string path;
  this->path(path);
  std::error_code error;
  if (path.empty()) return;
  if (!std::filesystem::is_regular_file(path, error))
    return wrong("there is no file '" + path + "'", "an existing file");
  into = path;
}

std::optional<Field::Seconds> Field::read_duration(Seconds least, Seconds most) const {
  const std::string allowed = "a number and s, m, h or d in quotes, " +
                              between(format_duration(least), format_duration(most));
  const std::string* text = as_text(allowed);
  if (!text) return std::nullopt;
  const auto duration = parse_duration(*text);
  if (!duration) wrong_value("is no duration", allowed);
  if (!duration) return std::nullopt;
  if (*duration < least) wrong_value("is too short", allowed);
  if (*duration > most) wrong_value("is too long", allowed);
  if (*duration < least || *duration > most) return std::nullopt;
  return duration;
}

void Field::duration(Seconds least, Seconds most, Seconds& into) const {
  into = read_duration(least, most).value_or(into);
}

void Field::duration(Seconds least, Seconds most, std::chrono::milliseconds& into) const {
  if (const auto duration = read_duration(least, most)) into = *duration;
}

void Field::kept(Seconds least, Seconds most, std::optional<Seconds>& into) const {
  if (is_text("forever"))
    into.reset();
  else if (const auto duration = read_duration(least, most))
    into = *duration;
}

void Field::durations(Seconds least, Seconds most, std::size_t count,
                      std::vector<Seconds>& into) const {
  const auto fields = elements("a list of durations");
  if (fields.size() > count)
    return wrong("has " + std::to_string(fields.size()) + " elements",
                 "at most " + std::to_string(count));
  for (const Field& element : fields) element.duration(least, most, into.emplace_back());
}

void Field::size(std::uint64_t least, std::uint64_t most, std::size_t& into) const {
  const std::string allowed = "a number and B, KiB, MiB or GiB in quotes, " +
                              between(format_size(least), format_size(most));
  const std::string* text = as_text(allowed);
  if (!text) return;
  const auto size = parse_size(*text);
  if (!size) return wrong_value("is no size", allowed);
  if (*size < least) return wrong_value("is too small", allowed);
  if (*size > most) return wrong_value("is too large", allowed);
  into = *size;
}

void Field::count(std::int64_t least, std::int64_t most, std::size_t& into) const {
  const std::string allowed =
      "a whole number " + between(std::to_string(least), std::to_string(most));
  const auto* number = std::get_if<std::int64_t>(&value_.held);
  if (!number) return wrong("is " + std::string(kind_of(value_)), allowed);
  if (*number < least || *number > most)
    return wrong(std::to_string(*number) + " is out of range", allowed);
  into = static_cast<std::size_t>(*number);
}

void Field::share(double& into) const {
  const std::string allowed = "a number from 0 to 1";
  const auto* integer = std::get_if<std::int64_t>(&value_.held);
  const auto* number = std::get_if<double>(&value_.held);
  if (!integer && !number) return wrong("is " + std::string(kind_of(value_)), allowed);
  const double share = number ? *number : static_cast<double>(*integer);
  if (!(share >= 0 && share <= 1)) return wrong("is out of range", allowed);
  into = share;
}

void Field::hosts(std::vector<std::string>& into) const {
  const std::string allowed = "a host name or address, with or without :port";
  for (const Field& element : elements("a list of strings")) {
    const std::string* host = element.as_text(allowed);
    if (!host) continue;
    if (!is_host(*host)) element.wrong_value("is no host", allowed);
    if (is_host(*host)) into.push_back(*host);
  }
}

bool Field::is_text(std::string_view text) const {
  const auto* held = std::get_if<std::string>(&value_.held);
  return held && *held == text;
}

void Field::refuse_choice(const std::string& names) const {
  const std::string allowed = "one of " + names;
  if (as_text(allowed)) wrong_value("is not known", allowed);
}

}  // namespace figured::config
