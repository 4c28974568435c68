#include <map>

#include "config/keys.h"
#include "config/secrets.h"
#include "config/sections.h"

namespace figured::config {
namespace {

using alerts::Endpoint;
using namespace std::chrono_literals;

constexpr std::string_view kSecretKeys[] = {"secret", "secret_file", "secret_env",
                                            "secret_credential"};

void read_types(const Field& field, Endpoint& into) {
  using enum alerts::AlertType;
  field.choices({{"figure.contradiction", kContradiction},
                 {"figure.correction", kCorrection},
                 {"dispute.widened", kDisputeWidened},
                 {"dispute.settled", kDisputeSettled}},
                into.types);
}

void read_secret(const Field& field, Endpoint& into) {
  std::string text;
  field.text(text);
  if (!text.empty()) read_secrets(field, text, into.secrets);
}

constexpr Key<Endpoint> kKeys[] = {
    {"name", [](const Field& field, Endpoint& into) { field.name(into.name); }},
    {"url", [](const Field& field, Endpoint& into) { field.url(into.url); }},
    {"secret", read_secret},
    {"secret_file",
     [](const Field& field, Endpoint& into) { read_secret_file(field, into.secrets); }},
    {"secret_env",
     [](const Field& field, Endpoint& into) { read_secret_variable(field, into.secrets); }},
    {"secret_credential",
     [](const Field& field, Endpoint& into) { read_secret_credential(field, into.secrets); }},
    {"min_severity", [](const Field& field, Endpoint& into) { field.share(into.min_severity); }},
    {"types", read_types},
    {"timeout", [](const Field& field, Endpoint& into) { field.duration(1s, 2min, into.timeout); }},
    {"retry_first",
     [](const Field& field, Endpoint& into) { field.durations(0s, 24h, 20, into.retry_first); }},
};

void refuse_several_secrets(const Table& table, Source& source) {
  const Entry* first = nullptr;
  for (const std::string_view name : kSecretKeys) {
    const Entry* entry = find(table, name);
    if (entry && first)
      source.problems.add(entry->at, "endpoint." + entry->name,
                          "the endpoint has " + first->name + " already",
                          "only one of secret, secret_file, secret_env, secret_credential");
    if (entry && !first) first = entry;
  }
}

// The store knows an endpoint's deliveries by its name.
void refuse_twice(const Table& table, std::map<std::string, unsigned>& lines, Source& source) {
  const Entry* name = find(table, "name");
  const auto* text = name ? std::get_if<std::string>(&name->value.held) : nullptr;
  if (!text) return;
  const auto [first, is_new] = lines.emplace(*text, name->at.line);
  if (!is_new)
    source.problems.add(
        name->value.at, "endpoint.name",
        "\"" + *text + "\" stands in line " + std::to_string(first->second) + " already",
        "a name of its own");
}

}  // namespace

std::vector<Endpoint> read_endpoints(const Value& value, const std::string& user_agent,
                                     Source& source) {
  std::vector<Endpoint> endpoints;
  std::map<std::string, unsigned> lines;
  for (const Value* element : tables(value, "endpoint", source)) {
    const Table& table = std::get<Table>(element->held);
    Endpoint& endpoint = endpoints.emplace_back();
    endpoint.user_agent = user_agent;
    read_keys<Endpoint>(table, "endpoint", kKeys, endpoint, source);
    require(table, element->at, "endpoint", "name", "by which its deliveries are known", source);
    require(table, element->at, "endpoint", "url", "where alerts are posted to", source);
    refuse_several_secrets(table, source);
    refuse_twice(table, lines, source);
  }
  return endpoints;
}

std::vector<std::string> endpoint_keys() { return names_of<Endpoint>(kKeys); }

}  // namespace figured::config
