#include "tests/web/api/json_schema.h"

#include <algorithm>
#include <boost/json.hpp>
#include <set>

namespace figured::web {
namespace {

namespace json = boost::json;

const std::set<std::string, std::less<>> kSaysNothing{
    "description", "format", "pattern", "example", "default", "maxLength", "minLength", "title"};

bool is_of_type(const json::value& value, std::string_view type) {
  if (type == "null") return value.is_null();
  if (type == "boolean") return value.is_bool();
  if (type == "integer") return value.is_int64() || value.is_uint64();
  if (type == "number") return value.is_number();
  if (type == "string") return value.is_string();
  if (type == "array") return value.is_array();
  return type == "object" && value.is_object();
}

class Checker {
 public:
  explicit Checker(const json::value& document) : document_(document) {}

  void check(const json::value& value, const json::value& schema, const std::string& where) {
    for (const auto& [key, rule] : schema.as_object()) apply(key, rule, value, schema, where);
  }
  std::vector<std::string> found;

 private:
  void wrong(const std::string& where, const std::string& what) {
    found.push_back(where + ": " + what);
  }

  void apply(std::string_view key, const json::value& rule, const json::value& value,
             const json::value& schema, const std::string& where) {
    if (key == "$ref") return check(value, *resolve(rule), where);
    if (key == "type") return check_type(value, rule, where);
    if (key == "const" && value != rule) return wrong(where, "is not " + json::serialize(rule));
    if (key == "enum") {
      const auto& all = rule.as_array();
      if (std::find(all.begin(), all.end(), value) == all.end())
        wrong(where, json::serialize(value) + " is none of " + json::serialize(rule));
      return;
    }
    if (key == "oneOf") return check_one_of(value, rule, where);
    if (key == "items" && value.is_array()) {
      std::size_t at = 0;
      for (const json::value& item : value.as_array())
        check(item, rule, where + "/" + std::to_string(at++));
      return;
    }
    if (key == "required" && value.is_object()) {
      for (const json::value& name : rule.as_array())
        if (!value.as_object().contains(name.as_string()))
          wrong(where, "has no " + json::serialize(name));
      return;
    }
    if (key == "properties" && value.is_object()) {
      for (const auto& [name, property] : rule.as_object())
        if (const json::value* member = value.as_object().if_contains(name))
          check(*member, property, where + "/" + std::string(name));
      return;
    }
    if (key == "additionalProperties" && value.is_object())
      return check_others(value, rule, schema, where);
    if (key == "minItems" && value.is_array() &&
        value.as_array().size() < rule.to_number<std::size_t>())
      return wrong(where, "is too short");
    if (key == "maxItems" && value.is_array() &&
        value.as_array().size() > rule.to_number<std::size_t>())
      return wrong(where, "is too long");
    if (key == "minimum" && value.is_number() &&
        value.to_number<double>() < rule.to_number<double>())
      return wrong(where, "is too small");
    if (key == "maximum" && value.is_number() &&
        value.to_number<double>() > rule.to_number<double>())
      return wrong(where, "is too large");
    static const std::set<std::string, std::less<>> known{
        "const",    "items",    "required", "properties", "additionalProperties",
        "minItems", "maxItems", "minimum",  "maximum"};
    if (!known.contains(key) && !kSaysNothing.contains(key))
      wrong(where, "is under a rule that nobody checks: " + std::string(key));
  }

  void check_type(const json::value& value, const json::value& rule, const std::string& where) {
    bool fits = false;
    if (rule.is_string()) fits = is_of_type(value, rule.as_string());
    if (rule.is_array())
      for (const json::value& type : rule.as_array())
        fits = fits || is_of_type(value, type.as_string());
    if (!fits)
      wrong(where, json::serialize(value).substr(0, 80) + " is no " + json::serialize(rule));
  }

  void check_one_of(const json::value& value, const json::value& rule, const std::string& where) {
    std::size_t fitting = 0;
    std::vector<std::string> reasons;
    for (const json::value& choice : rule.as_array()) {
      Checker inner(document_);
      inner.check(value, choice, where);
      if (inner.found.empty()) ++fitting;
      reasons.insert(reasons.end(), inner.found.begin(), inner.found.end());
    }
    if (fitting == 1) return;
    wrong(where, "fits " + std::to_string(fitting) + " of what it may be");
    found.insert(found.end(), reasons.begin(), reasons.end());
  }

  void check_others(const json::value& value, const json::value& rule, const json::value& schema,
                    const std::string& where) {
    const json::value* properties = schema.as_object().if_contains("properties");
    for (const auto& [name, member] : value.as_object()) {
      if (properties && properties->as_object().contains(name)) continue;
      if (rule.is_bool() && !rule.as_bool()) wrong(where, "has a field " + std::string(name));
      if (rule.is_object()) check(member, rule, where + "/" + std::string(name));
    }
  }

  const json::value* resolve(const json::value& reference) const {
    boost::system::error_code error;
    return document_.find_pointer(std::string_view(reference.as_string()).substr(1), error);
  }

  const json::value& document_;
};

}  // namespace

std::vector<std::string> misfits(const json::value& value, const json::value& schema,
                                 const json::value& document) {
  Checker checker(document);
  checker.check(value, schema, "");
  return checker.found;
}

}  // namespace figured::web
