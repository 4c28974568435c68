#include "daemon/service/control_message.h"

#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <utility>

namespace figured::daemon {
namespace {

namespace json = boost::json;

constexpr std::array<std::pair<std::string_view, ControlVerb>, 4> kVerbs = {
    {{"status", ControlVerb::kStatus},
     {"reload", ControlVerb::kReload},
     {"diff", ControlVerb::kDiff},
     {"wake", ControlVerb::kWake}}};

// Null where the line is no object.
std::optional<json::object> parse_object(std::string_view line) {
  if (line.size() > kMaxControlLine) return std::nullopt;
  json::error_code error;
  json::value value = json::parse({line.data(), line.size()}, error);
  if (error || !value.is_object()) return std::nullopt;
  return std::move(value.as_object());
}

std::string text_in(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains({key.data(), key.size()});
  if (!value || !value->is_string()) return "";
  return std::string(value->get_string().data(), value->get_string().size());
}

bool flag_in(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains({key.data(), key.size()});
  return value && value->is_bool() && value->get_bool();
}

json::object format_change(const config::SettingChange& change) {
  return {
      {"key", change.name}, {"from", change.from}, {"to", change.to}, {"restart", change.restart}};
}

}  // namespace

std::string format_control_request(const ControlRequest& request) {
  json::object object;
  for (const auto& [name, verb] : kVerbs)
    if (verb == request.verb) object["ask"] = json::string_view(name.data(), name.size());
  if (!request.store.empty()) object["store"] = request.store;
  if (request.wait) object["wait"] = true;
  if (!request.file.empty()) object["file"] = request.file;
  return json::serialize(object);
}

std::string format_control_answer(const ControlAnswer& answer) {
  json::array changes;
  for (const config::SettingChange& change : answer.changes)
    changes.push_back(format_change(change));
  return json::serialize(
      json::object{{"ok", answer.ok}, {"words", answer.words}, {"changes", std::move(changes)}});
}

std::optional<ControlRequest> parse_control_request(std::string_view line) {
  const auto object = parse_object(line);
  if (!object) return std::nullopt;
  const std::string ask = text_in(*object, "ask");
  for (const auto& [name, verb] : kVerbs)
    if (name == ask)
      return ControlRequest{verb, text_in(*object, "store"), flag_in(*object, "wait"),
                            text_in(*object, "file")};
  return std::nullopt;
}

std::optional<ControlAnswer> parse_control_answer(std::string_view line) {
  const auto object = parse_object(line);
  if (!object || !object->contains("ok")) return std::nullopt;
  ControlAnswer answer{flag_in(*object, "ok"), text_in(*object, "words"), {}};
  const json::value* changes = object->if_contains("changes");
  if (!changes || !changes->is_array()) return answer;
  for (const json::value& each : changes->get_array()) {
    if (!each.is_object()) return std::nullopt;
    const json::object& change = each.get_object();
    answer.changes.push_back({text_in(change, "key"), text_in(change, "from"),
                              text_in(change, "to"), flag_in(change, "restart")});
  }
  return answer;
}

}  // namespace figured::daemon
