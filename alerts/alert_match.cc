#include "alerts/alert_match.h"

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

namespace figured::alerts {
namespace {

namespace json = boost::json;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool fits_any(const std::vector<std::string>& patterns, std::string_view text) {
  return patterns.empty() || std::any_of(patterns.begin(), patterns.end(),
                                         [&](const auto& one) { return fits_pattern(one, text); });
}

// What is quoted, else what stands on the sides.
std::vector<std::string> said_of(const Notice& notice, std::string NoticeClaim::*of_claim,
                                 std::vector<std::string> NoticeSide::*of_side) {
  std::vector<std::string> said;
  for (const NoticeClaim& claim : notice.claims) said.push_back(claim.*of_claim);
  if (!said.empty()) return said;
  for (const NoticeSide& side : notice.sides)
    said.insert(said.end(), (side.*of_side).begin(), (side.*of_side).end());
  return said;
}

bool quotes_any(const std::vector<std::string>& patterns, const Notice& notice) {
  if (patterns.empty()) return true;
  const auto outlets = said_of(notice, &NoticeClaim::outlet, &NoticeSide::outlets);
  return std::any_of(outlets.begin(), outlets.end(),
                     [&](const std::string& outlet) { return fits_any(patterns, outlet); });
}

// RFC 4647, basic filtering.
bool is_in(std::string_view language, const std::string& wanted) {
  if (language.empty()) language = kUnknownLanguage;
  return fits_pattern(wanted, language) || fits_pattern(wanted + "-*", language);
}

bool speaks_any(const std::vector<std::string>& wanted, const Notice& notice) {
  if (wanted.empty()) return true;
  const auto languages = said_of(notice, &NoticeClaim::language, &NoticeSide::languages);
  return std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const std::string& one) { return is_in(language, one); });
  });
}

template <typename Value>
bool has(const std::vector<Value>& list, const Value& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

bool is_backed(const Notice& notice, std::size_t voices) {
  if (voices == 0) return true;
  return std::count_if(notice.sides.begin(), notice.sides.end(),
                       [&](const NoticeSide& side) { return side.voices >= voices; }) >= 2;
}

struct TextList {
  std::string_view name;
  std::vector<std::string> AlertMatch::*list;
};
constexpr TextList kLists[] = {{"measures", &AlertMatch::measures},
                               {"subjects", &AlertMatch::subjects},
                               {"places", &AlertMatch::places},
                               {"outlets", &AlertMatch::outlets},
                               {"languages", &AlertMatch::languages}};

AlertType type_named(std::string_view name) {
  const auto type = parse_alert_type(name);
  if (!type) throw std::invalid_argument("there is no alert of type '" + std::string(name) + "'");
  return *type;
}

}  // namespace

bool AlertMatch::matches(const Notice& notice) const {
  return has(types, notice.alert.type) && has(disputes, notice.alert.dispute_id) &&
         notice.alert.severity >= min_severity && notice.score >= min_score &&
         fits_any(measures, notice.measure) && fits_any(subjects, notice.subject) &&
         fits_any(places, notice.place) && quotes_any(outlets, notice) &&
         speaks_any(languages, notice) && is_backed(notice, min_voices);
}

// Greedy, with one step back to the last "*": linear for what people write.
bool fits_pattern(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, from = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = t;
    } else if (p < pattern.size() && lower(pattern[p]) == lower(text[t])) {
      ++p, ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++from;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

std::string format_match(const AlertMatch& match) {
  json::object object;
  const auto add = [&](std::string_view name, json::array list) {
    if (!list.empty()) object[name] = std::move(list);
  };
  json::array types;
  for (const AlertType type : match.types) types.emplace_back(format_alert_type(type));
  add("types", std::move(types));
  for (const auto& [name, list] : kLists)
    add(name, json::array((match.*list).begin(), (match.*list).end()));
  add("disputes", json::array(match.disputes.begin(), match.disputes.end()));
  if (match.min_severity > 0) object["min_severity"] = match.min_severity;
  if (match.min_score > 0) object["min_score"] = match.min_score;
  if (match.min_voices > 0) object["min_voices"] = match.min_voices;
  return json::serialize(object);
}

AlertMatch parse_match(std::string_view text) {
  try {
    const json::value value = json::parse(json::string_view(text.data(), text.size()));
    const json::object& object = value.as_object();
    AlertMatch match;
    if (const json::value* types = object.if_contains("types"))
      for (const json::value& type : types->as_array())
        match.types.push_back(type_named(std::string(type.as_string())));
    for (const auto& [name, list] : kLists)
      if (const json::value* texts = object.if_contains(name))
        for (const json::value& one : texts->as_array())
          (match.*list).emplace_back(one.as_string());
    if (const json::value* disputes = object.if_contains("disputes"))
      for (const json::value& id : disputes->as_array())
        match.disputes.push_back(id.to_number<std::int64_t>());
    if (const json::value* least = object.if_contains("min_severity"))
      match.min_severity = least->to_number<double>();
    if (const json::value* least = object.if_contains("min_score"))
      match.min_score = least->to_number<double>();
    if (const json::value* least = object.if_contains("min_voices"))
      match.min_voices = least->to_number<std::size_t>();
    return match;
  } catch (const boost::system::system_error& error) {
    throw std::invalid_argument(std::string("this is no match of alerts: ") + error.what());
  }
}

}  // namespace figured::alerts
