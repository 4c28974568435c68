#include "web/parameters.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <cctype>
#include <charconv>
#include <cmath>

namespace figured::web {

namespace json = boost::json;

namespace {

constexpr std::size_t kLimit = 50;
constexpr std::int64_t kMostAtATime = 200;

template <class Number>
std::optional<Number> read_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_word_sign(char sign) {
  const auto byte = static_cast<unsigned char>(sign);
  return byte >= 0x80 || std::isalnum(byte) || sign == '*';
}

}  // namespace

std::int64_t id_of(const Call& call) {
  const auto id = read_number<std::int64_t>(call.pieces.at(0));
  if (!id || *id < 1) throw BadRequest(404, "There is nothing by this number.");
  return *id;
}

std::size_t limit_of(const Query& query) {
  const auto limit = number_of(query, "limit");
  if (!limit) return kLimit;
  if (*limit < 1 || *limit > kMostAtATime)
    throw BadRequest(400, "limit is from 1 to 200.", "limit");
  return static_cast<std::size_t>(*limit);
}

std::optional<std::int64_t> number_of(const Query& query, const char* name) {
  const auto text = query.get(name);
  if (!text) return std::nullopt;
  const auto number = read_number<std::int64_t>(*text);
  if (!number) throw BadRequest(400, std::string(name) + " is a whole number.", name);
  return number;
}

std::optional<double> share_of(const Query& query, const char* name) {
  const auto text = query.get(name);
  if (!text) return std::nullopt;
  const auto number = read_number<double>(*text);
  if (!number || !(*number >= 0 && *number <= 1))
    throw BadRequest(400, std::string(name) + " is from 0 to 1.", name);
  return number;
}

json::object body_of(const net::ServerRequest& request) {
  if (request.body.empty()) return {};
  if (!lower(request.header("Content-Type")).starts_with("application/json"))
    throw BadRequest(415, "Send it as application/json.");
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = 8;
  json::value value = json::parse(request.body, error, {}, options);
  if (error) throw BadRequest(400, "The body is no JSON: " + error.message() + ".");
  if (!value.is_object()) throw BadRequest(400, "The body is no JSON object.");
  return std::move(value.get_object());
}

std::string text_field(const json::object& body, const char* name, std::size_t most,
                       bool required) {
  const json::value* value = body.if_contains(name);
  std::string text;
  if (value && value->is_string())
    text = std::string(value->get_string());
  else if (value && !value->is_null())
    throw BadRequest(422, std::string(name) + " is a string.", name);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  text = first == std::string::npos
             ? ""
             : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  if (required && text.empty()) throw BadRequest(422, std::string(name) + " is missing.", name);
  if (text.size() > most)
    throw BadRequest(422, std::string(name) + " has more than " + std::to_string(most) + " bytes.",
                     name);
  return text;
}

std::optional<std::int64_t> number_field(const json::object& body, const char* name,
                                         std::int64_t least, std::int64_t most) {
  const json::value* value = body.if_contains(name);
  if (!value || value->is_null()) return std::nullopt;
  boost::system::error_code error;
  const auto number = value->to_number<std::int64_t>(error);
  if (error || number < least || number > most)
    throw BadRequest(422,
                     std::string(name) + " is a whole number from " + std::to_string(least) +
                         " to " + std::to_string(most) + ".",
                     name);
  return number;
}

void require_known(const json::object& body, std::initializer_list<std::string_view> known) {
  for (const auto& entry : body) {
    const std::string_view key(entry.key().data(), entry.key().size());
    if (std::find(known.begin(), known.end(), key) == known.end())
      throw BadRequest(422, "There is no field " + std::string(key) + ".", std::string(key));
  }
}

std::string lower(std::string_view text) {
  std::string all(text);
  for (char& sign : all)
    if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
  return all;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char sign : lower(text) + ' ') {
    if (is_word_sign(sign)) {
      word += sign;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

std::string make_cursor(std::initializer_list<std::int64_t> numbers) {
  std::string cursor;
  for (const std::int64_t number : numbers)
    cursor += (cursor.empty() ? "" : ".") + std::to_string(number);
  return cursor;
}

std::optional<std::vector<std::int64_t>> cursor_of(const Query& query, std::size_t count) {
  const auto text = query.get("cursor");
  if (!text) return std::nullopt;
  std::vector<std::int64_t> numbers;
  for (std::string_view rest = *text; numbers.size() < count && !rest.empty();) {
    const std::string_view piece = rest.substr(0, rest.find('.'));
    rest.remove_prefix(std::min(rest.size(), piece.size() + 1));
    const auto number = read_number<std::int64_t>(piece);
    if (!number || (!rest.empty() && numbers.size() + 1 == count)) break;
    numbers.push_back(*number);
  }
  if (numbers.size() != count)
    throw BadRequest(400, "The cursor is none of this list's.", "cursor");
  return numbers;
}

}  // namespace figured::web
