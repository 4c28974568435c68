#include <algorithm>
#include <map>

#include "config/keys.h"
#include "config/sections.h"
#include "feeds/language_tag.h"

namespace figured::config {
namespace {

using alerts::Route;
using namespace std::chrono_literals;

void read_day_time(const Field& field, alerts::DayTime& into) {
  const std::string allowed = "a time of the day, \"08:00\"";
  const std::string* text = field.as_text(allowed);
  if (!text) return;
  const auto time = alerts::parse_day_time(*text);
  if (!time) return field.wrong_value("is no time of the day", allowed);
  into = *time;
}

// "22:00-07:00"
void read_quiet(const Field& field, Route& into) {
  const std::string allowed = "two times of the day, \"22:00-07:00\"";
  const std::string* text = field.as_text(allowed);
  if (!text) return;
  const std::string_view span = *text;
  const auto from = alerts::parse_day_time(span.substr(0, 5));
  const auto to = span.size() == 11 ? alerts::parse_day_time(span.substr(6)) : std::nullopt;
  if (!from || !to || span[5] != '-' || *from == *to)
    return field.wrong_value("is no span of the day", allowed);
  into.quiet = alerts::DaySpan{*from, *to};
}

void read_language(const Field& field, std::string& into) {
  const std::string allowed = "a tag of BCP 47 such as \"en\" or \"pt-BR\", or \"unknown\"";
  const std::string* text = field.as_text(allowed);
  if (!text) return;
  into = *text == alerts::kUnknownLanguage ? *text : feeds::language_tag(*text);
  if (into.empty()) field.wrong_value("is no language", allowed);
}

constexpr Key<Route> kKeys[] = {
    {"name", [](const Field& field, Route& into) { field.name(into.name); }},
    {"to", [](const Field& field, Route& into) { field.texts(into.to); }},
    {"types", [](const Field& field, Route& into) { read_alert_types(field, into.match.types); }},
    {"measures", [](const Field& field, Route& into) { field.texts(into.match.measures); }},
    {"subjects", [](const Field& field, Route& into) { field.texts(into.match.subjects); }},
    {"places", [](const Field& field, Route& into) { field.texts(into.match.places); }},
    {"outlets", [](const Field& field, Route& into) { field.texts(into.match.outlets); }},
    {"languages",
     [](const Field& field, Route& into) {
       field.list("a list of languages", read_language, into.match.languages);
     }},
    {"min_severity", [](const Field& field, Route& into) { field.share(into.match.min_severity); }},
    {"min_score", [](const Field& field, Route& into) { field.share(into.match.min_score); }},
    {"min_voices",
     [](const Field& field, Route& into) { field.count(0, 100, into.match.min_voices); }},
    {"gather", [](const Field& field, Route& into) { field.duration(0s, 24h, into.gather); }},
    {"cooldown",
     [](const Field& field, Route& into) { field.duration(0s, 7 * 24h, into.cooldown); }},
    {"digest",
     [](const Field& field, Route& into) {
       field.list("a list of times of the day", read_day_time, into.digest);
     }},
    {"quiet", read_quiet},
    {"quiet_below", [](const Field& field, Route& into) { field.share(into.quiet_below); }},
};

}  // namespace

std::vector<Route> read_routes(const Value& value, Source& source) {
  std::vector<Route> routes;
  std::map<std::string, Position> places;
  for (const Value* element : tables(value, "route", source)) {
    const Table& table = std::get<Table>(element->held);
    Route& route = routes.emplace_back();
    read_keys<Route>(table, "route", kKeys, route, source);
    require(table, element->at, "route", "name", "by which it is known", source);
    refuse_twice(table, "route", "name", places, "a name of its own", source);
  }
  return routes;
}

void check_routes(const Value& value, const std::vector<Route>& routes,
                  const std::vector<alerts::Endpoint>& endpoints, Source& source) {
  const auto elements = tables(value, "route", source);
  for (std::size_t i = 0; i < routes.size(); ++i) {
    for (const std::string& name : routes[i].to) {
      const bool known = std::any_of(endpoints.begin(), endpoints.end(),
                                     [&](const auto& endpoint) { return endpoint.name == name; });
      if (!known && !name.empty())
        source.problems.add(find(std::get<Table>(elements[i]->held), "to")->value.at, "route.to",
                            "there is no endpoint \"" + name + "\"",
                            "names of [[endpoint]] tables");
    }
  }
}

std::vector<std::string> route_keys() { return names_of<Route>(kKeys); }

}  // namespace figured::config
