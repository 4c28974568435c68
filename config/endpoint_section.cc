#include <map>
#include <set>

#include "config/keys.h"
#include "config/quantity.h"
#include "config/secrets.h"
#include "config/sections.h"

namespace figured::config {
namespace {

using alerts::Endpoint;
using alerts::SinkKind;
using namespace std::chrono_literals;

// What is read, and what makes sense only with the rest.
struct EndpointDraft {
  Endpoint endpoint;
  std::string payload;
  std::string content_type = "application/json";
};

// Where one secret may stand; only one of each may be given.
constexpr std::string_view kOneOf[][4] = {
    {"secret", "secret_file", "secret_env", "secret_credential"},
    {"token", "token_file", "token_env", "token_credential"},
    {"url", "url_file", "url_env", "url_credential"},
    {"template", "template_file", "", ""},
};

void read_kind(const Field& field, EndpointDraft& into) {
  using enum SinkKind;
  field.choice({{"webhook", kWebhook},
                {"cloudevents", kCloudEvents},
                {"template", kTemplate},
                {"alertmanager-webhook", kAlertmanagerWebhook},
                {"alertmanager", kAlertmanager},
                {"slack", kSlack},
                {"discord", kDiscord},
                {"teams", kTeams},
                {"mattermost", kMattermost},
                {"ntfy", kNtfy},
                {"telegram", kTelegram},
                {"email", kEmail},
                {"command", kCommand}},
               into.endpoint.kind);
}

void read_types(const Field& field, EndpointDraft& into) {
  read_alert_types(field, into.endpoint.types);
}

// "30/1m": so many messages in any stretch of that length; "0" = as many as there are.
void read_rate(const Field& field, EndpointDraft& into) {
  const std::string allowed = "a number, '/' and a duration in quotes, as in \"30/1m\"";
  const std::string* text = field.as_text(allowed);
  if (!text) return;
  alerts::Rate rate;
  const auto slash = text->find('/');
  const auto per = slash == text->npos ? std::nullopt : parse_duration(text->substr(slash + 1));
  try {
    std::size_t end = 0;
    rate.count = std::stoul(*text, &end);
    const bool whole = end == (slash == text->npos ? text->size() : slash);
    if (!whole || rate.count > 100'000 || (rate.count != 0 && (!per || per->count() == 0)))
      return field.wrong_value("is no rate", allowed);
  } catch (const std::exception&) {
    return field.wrong_value("is no rate", allowed);
  }
  rate.per = per.value_or(1s);
  into.endpoint.rate = rate;
}

void read_address(const Field& field, std::string& into) {
  const std::string allowed = "an address, name@host";
  const std::string* text = field.as_text(allowed);
  if (!text) return;
  const auto at = text->find('@');
  const bool fits = at != text->npos && at > 0 && at + 1 < text->size() &&
                    text->find_first_of(" \t\r\n<>,;\"") == text->npos &&
                    text->find('@', at + 1) == text->npos;
  if (!fits) return field.wrong_value("is no mail address", allowed);
  into = *text;
}

void read_template_file(const Field& field, EndpointDraft& into) {
  if (auto text = read_secret_text(field, SecretPlace::kFile, "a template"))
    into.payload = *std::move(text);
}

template <SecretPlace place>
void read_secret(const Field& field, EndpointDraft& into) {
  read_secrets(field, place, into.endpoint.secrets);
}
template <SecretPlace place>
void read_token_at(const Field& field, EndpointDraft& into) {
  read_token(field, place, into.endpoint.token);
}
template <SecretPlace place>
void read_url_at(const Field& field, EndpointDraft& into) {
  read_secret_url(field, place, into.endpoint.url);
}

constexpr Key<EndpointDraft> kKeys[] = {
    {"name", [](const Field& field, EndpointDraft& into) { field.name(into.endpoint.name); }},
    {"kind", read_kind},
    {"url", [](const Field& field, EndpointDraft& into) { field.text(into.endpoint.url); }},
    {"url_file", read_url_at<SecretPlace::kFile>},
    {"url_env", read_url_at<SecretPlace::kVariable>},
    {"url_credential", read_url_at<SecretPlace::kCredential>},
    {"secret", read_secret<SecretPlace::kHere>},
    {"secret_file", read_secret<SecretPlace::kFile>},
    {"secret_env", read_secret<SecretPlace::kVariable>},
    {"secret_credential", read_secret<SecretPlace::kCredential>},
    {"token", read_token_at<SecretPlace::kHere>},
    {"token_file", read_token_at<SecretPlace::kFile>},
    {"token_env", read_token_at<SecretPlace::kVariable>},
    {"token_credential", read_token_at<SecretPlace::kCredential>},
    {"topic", [](const Field& field, EndpointDraft& into) { field.text(into.endpoint.channel); }},
    {"chat", [](const Field& field, EndpointDraft& into) { field.text(into.endpoint.channel); }},
    {"from",
     [](const Field& field, EndpointDraft& into) { read_address(field, into.endpoint.from); }},
    {"to",
     [](const Field& field, EndpointDraft& into) {
       field.list("a list of addresses", read_address, into.endpoint.to);
     }},
    {"user", [](const Field& field, EndpointDraft& into) { field.text(into.endpoint.user); }},
    {"starttls",
     [](const Field& field, EndpointDraft& into) { field.flag(into.endpoint.starttls); }},
    {"command",
     [](const Field& field, EndpointDraft& into) { field.texts(into.endpoint.command); }},
    {"template", [](const Field& field, EndpointDraft& into) { field.long_text(into.payload); }},
    {"template_file", read_template_file},
    {"content_type",
     [](const Field& field, EndpointDraft& into) { field.text(into.content_type); }},
    {"client_certificate",
     [](const Field& field, EndpointDraft& into) {
       field.existing_file(into.endpoint.client_certificate);
     }},
    {"client_key", [](const Field& field,
                      EndpointDraft& into) { field.existing_file(into.endpoint.client_key); }},
    {"min_severity",
     [](const Field& field, EndpointDraft& into) { field.share(into.endpoint.min_severity); }},
    {"types", read_types},
    {"timeout", [](const Field& field,
                   EndpointDraft& into) { field.duration(1s, 2min, into.endpoint.timeout); }},
    {"retry_first",
     [](const Field& field, EndpointDraft& into) {
       field.durations(0s, 24h, 20, into.endpoint.retry_first);
     }},
    {"in_flight",
     [](const Field& field, EndpointDraft& into) { field.count(1, 64, into.endpoint.in_flight); }},
    {"rate", read_rate},
    {"breaker",
     [](const Field& field, EndpointDraft& into) { field.count(0, 1'000, into.endpoint.breaker); }},
    {"breaker_rest",
     [](const Field& field, EndpointDraft& into) {
       field.duration(1s, 10min, into.endpoint.breaker_rest);
     }},
    {"fallback",
     [](const Field& field, EndpointDraft& into) { field.name(into.endpoint.fallback); }},
    {"fallback_after",
     [](const Field& field, EndpointDraft& into) {
       field.duration(0s, 24h, into.endpoint.fallback_after);
     }},
};

void refuse_several(const Table& table, Source& source) {
  for (const auto& names : kOneOf) {
    const Entry* first = nullptr;
    std::string all;
    for (const std::string_view name : names)
      if (!name.empty()) all += (all.empty() ? "" : ", ") + std::string(name);
    for (const std::string_view name : names) {
      const Entry* entry = name.empty() ? nullptr : find(table, name);
      if (entry && first)
        source.problems.add(entry->at, "endpoint." + entry->name,
                            "the endpoint has " + first->name + " already", "only one of " + all);
      if (entry && !first) first = entry;
    }
  }
}

// By any of the keys under which it may stand.
bool has(const Table& table, const std::string_view (&names)[4]) {
  for (const std::string_view name : names)
    if (!name.empty() && find(table, name)) return true;
  return false;
}
bool has_token(const Table& table) { return has(table, kOneOf[1]); }
bool has_url(const Table& table) { return has(table, kOneOf[2]); }
bool has_template(const Table& table) { return has(table, kOneOf[3]); }

// The keys without which an endpoint of the kind goes nowhere, and those that mean
// nothing to it.
void require_for_kind(const Table& table, Position at, EndpointDraft& draft, Source& source) {
  Endpoint& endpoint = draft.endpoint;
  const SinkKind kind = endpoint.kind;
  const auto need = [&](std::string_view key, const std::string& allowed) {
    require(table, at, "endpoint", key, allowed, source);
  };
  const auto refuse = [&](std::string_view key, const std::string& allowed) {
    if (const Entry* entry = find(table, key))
      source.problems.add(entry->at, "endpoint." + std::string(key),
                          "means nothing to kind \"" + std::string(format_sink_kind(kind)) + "\"",
                          allowed);
  };
  if (kind == SinkKind::kTelegram && !has_url(table)) endpoint.url = "https://api.telegram.org";
  if (kind == SinkKind::kCommand) {
    need("command", "the program and its arguments");
    refuse("url", "command instead");
  } else if (kind == SinkKind::kEmail) {
    need("url", "the mail server, smtp://host:587 or smtps://host");
    need("from", "the address that mail is from");
    need("to", "the addresses that mail goes to");
  } else if (!has_url(table) && kind != SinkKind::kTelegram) {
    need("url", "where alerts are posted to");
  }
  if (kind == SinkKind::kNtfy) need("topic", "the topic");
  if (kind == SinkKind::kTelegram) need("chat", "the chat's id or @name");
  if (kind == SinkKind::kTelegram && !has_token(table))
    need("token", "the bot's token, or token_file, token_env, token_credential");
  if (kind == SinkKind::kTemplate && !has_template(table))
    need("template", "the body, or template_file");
  if (kind != SinkKind::kTemplate) {
    refuse("template", "kind = \"template\"");
    refuse("template_file", "kind = \"template\"");
    refuse("content_type", "kind = \"template\"");
  }
  if (kind != SinkKind::kCommand) refuse("command", "kind = \"command\"");
}

void check_url(const Table& table, const EndpointDraft& draft, Source& source) {
  const Entry* url = find(table, "url");
  const std::string& text = draft.endpoint.url;
  if (!url || text.empty() || draft.endpoint.kind == SinkKind::kCommand) return;
  if (draft.endpoint.kind == SinkKind::kEmail) {
    if (!text.starts_with("smtp://") && !text.starts_with("smtps://"))
      source.problems.add(url->value.at, "endpoint.url", "\"" + text + "\" is no mail server",
                          "smtp://host:587 or smtps://host");
  } else if (!is_web_url(text)) {
    source.problems.add(url->value.at, "endpoint.url", "\"" + text + "\" is no such URL",
                        "http://… or https://… with a host");
  }
}

void read_payload(const Table& table, EndpointDraft& draft, Source& source) {
  if (draft.endpoint.kind != SinkKind::kTemplate || draft.payload.empty()) return;
  const Entry* entry = find(table, "template");
  if (!entry) entry = find(table, "template_file");
  try {
    draft.endpoint.payload = alerts::PayloadTemplate::parse(draft.payload, draft.content_type);
  } catch (const std::invalid_argument& refused) {
    source.problems.add(entry->value.at, "endpoint." + entry->name, refused.what(), "");
  }
}

void check_fallbacks(const std::vector<const Value*>& elements,
                     const std::vector<Endpoint>& endpoints, Source& source) {
  std::set<std::string> names;
  for (const Endpoint& endpoint : endpoints) names.insert(endpoint.name);
  for (std::size_t i = 0; i < endpoints.size(); ++i) {
    const Entry* entry = find(std::get<Table>(elements[i]->held), "fallback");
    if (!entry || endpoints[i].fallback.empty()) continue;
    if (endpoints[i].fallback == endpoints[i].name || !names.contains(endpoints[i].fallback))
      source.problems.add(entry->value.at, "endpoint.fallback",
                          "\"" + endpoints[i].fallback + "\" is no other endpoint",
                          "the name of another [[endpoint]]");
  }
}

}  // namespace

void read_alert_types(const Field& field, std::vector<alerts::AlertType>& into) {
  using enum alerts::AlertType;
  field.choices({{"figure.contradiction", kContradiction},
                 {"figure.correction", kCorrection},
                 {"dispute.widened", kDisputeWidened},
                 {"dispute.settled", kDisputeSettled},
                 {"alert.retracted", kAlertRetracted},
                 {"heartbeat", kHeartbeat},
                 {"feed.failing", kFeedFailing},
                 {"feed.recovered", kFeedRecovered},
                 {"feed.gone", kFeedGone}},
                into);
}

std::vector<Endpoint> read_endpoints(const Value& value, const std::string& user_agent,
                                     Source& source) {
  std::vector<Endpoint> endpoints;
  std::map<std::string, Position> places;
  const auto elements = tables(value, "endpoint", source);
  for (const Value* element : elements) {
    const Table& table = std::get<Table>(element->held);
    EndpointDraft draft;
    draft.endpoint.user_agent = user_agent;
    read_keys<EndpointDraft>(table, "endpoint", kKeys, draft, source);
    require(table, element->at, "endpoint", "name", "by which its deliveries are known", source);
    require_for_kind(table, element->at, draft, source);
    check_url(table, draft, source);
    read_payload(table, draft, source);
    refuse_several(table, source);
    // The store knows an endpoint's deliveries by its name.
    refuse_twice(table, "endpoint", "name", places, "a name of its own", source);
    endpoints.push_back(std::move(draft.endpoint));
  }
  check_fallbacks(elements, endpoints, source);
  return endpoints;
}

std::vector<std::string> endpoint_keys() { return names_of<EndpointDraft>(kKeys); }

}  // namespace figured::config
