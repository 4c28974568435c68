#include "config/sections.h"

#include "config/keys.h"
#include "config/page_section.h"
#include "config/weights_file.h"
#include "feeds/page/robots.h"

namespace figured::config {
namespace {

using namespace std::chrono_literals;

// What is read, and the defaults that other tables fall back on.
struct Draft {
  Config config;
};

constexpr Key<Draft> kStoreKeys[] = {
    {"path", [](const Field& field, Draft& into) { field.path(into.config.store.path); }},
    {"min_free",
     [](const Field& field, Draft& into) {
       field.size(0, std::uint64_t{1} << 40, into.config.store.min_free);
     }},
    {"facts_memory",
     [](const Field& field, Draft& into) {
       field.size(0, std::uint64_t{1} << 40, into.config.store.facts_memory);
     }},
};

constexpr std::chrono::seconds kDay = 24h;
constexpr std::chrono::seconds kCentury = 36'500 * 24h;

void read_max_size(const Field& field, Draft& into) {
  std::size_t bytes = static_cast<std::size_t>(into.config.retention.max_size);
  field.size(0, std::uint64_t{1} << 40, bytes);
  into.config.retention.max_size = static_cast<std::int64_t>(bytes);
}

constexpr Key<Draft> kRetentionKeys[] = {
    {"bodies", [](const Field& field,
                  Draft& into) { field.kept(kDay, kCentury, into.config.retention.bodies); }},
    {"claims", [](const Field& field,
                  Draft& into) { field.kept(kDay, kCentury, into.config.retention.claims); }},
    {"deliveries",
     [](const Field& field, Draft& into) {
       field.kept(7 * kDay, kCentury, into.config.retention.deliveries);
     }},
    {"max_size", read_max_size},
};

constexpr Key<Draft> kPollKeys[] = {
    {"interval", [](const Field& field,
                    Draft& into) { field.duration(1s, 30 * 24h, into.config.poll.interval); }},
    {"stretch", [](const Field& field,
                   Draft& into) { field.count(1, 1'000, into.config.poll.policy.stretch); }},
    {"failing_after",
     [](const Field& field, Draft& into) {
       field.count(1, 1'000, into.config.poll.policy.failing_after);
     }},
    {"host_connections",
     [](const Field& field, Draft& into) {
       field.count(1, 1'024, into.config.poll.hosts.connections);
     }},
    {"host_rate", [](const Field& field,
                     Draft& into) { field.count(1, 1'000, into.config.poll.hosts.per_second); }},
    {"timeout", [](const Field& field,
                   Draft& into) { field.duration(1s, 10min, into.config.poll.options.timeout); }},
    {"max_in_flight",
     [](const Field& field, Draft& into) { field.count(1, 4'096, into.config.poll.lanes); }},
    {"max_body",
     [](const Field& field, Draft& into) {
       field.size(1 << 10, 1 << 30, into.config.poll.options.max_body);
     }},
    {"user_agent",
     [](const Field& field, Draft& into) { field.text(into.config.http.user_agent); }},
};

constexpr Key<Draft> kFullTextKeys[] = {
    {"max_in_flight",
     [](const Field& field, Draft& into) { field.count(1, 256, into.config.pages.lanes); }},
    {"spacing",
     [](const Field& field, Draft& into) { field.duration(0s, 1h, into.config.pages.spacing); }},
    {"patience",
     [](const Field& field, Draft& into) { field.duration(1s, 24h, into.config.pages.patience); }},
    {"timeout",
     [](const Field& field, Draft& into) { field.duration(1s, 10min, into.config.pages.timeout); }},
    {"max_page",
     [](const Field& field, Draft& into) {
       field.size(1 << 10, feeds::kMaxDecodedPage, into.config.pages.max_body);
     }},
    {"robots", [](const Field& field, Draft& into) { field.flag(into.config.pages.robots); }},
};

void read_callback(const Field& field, Draft& into) {
  std::string url;
  field.url(url);
  if (url.find_first_of("?#") != std::string::npos)
    return field.wrong_value("holds more than a path", "https://figures.example/websub");
  while (url.ends_with('/')) url.pop_back();
  into.config.websub.callback = std::move(url);
}

constexpr Key<Draft> kWebSubKeys[] = {
    {"callback", read_callback},
    {"listen",
     [](const Field& field, Draft& into) {
       read_listen(field, into.config.websub.address, into.config.websub.port);
     }},
    {"lease", [](const Field& field,
                 Draft& into) { field.duration(1h, 365 * 24h, into.config.websub.lease); }},
    {"backup",
     [](const Field& field, Draft& into) {
       field.duration(1min, 24h, into.config.poll.policy.longest_pushed);
     }},
};

constexpr Key<Draft> kNetworkKeys[] = {
    {"allow_private",
     [](const Field& field, Draft& into) { field.hosts(into.config.http.allowed_private_hosts); }},
    {"ca_bundle",
     [](const Field& field, Draft& into) { field.existing_file(into.config.http.ca_bundle); }},
};

constexpr Key<Draft> kWorkersKeys[] = {
    {"count",
     [](const Field& field, Draft& into) { field.count(0, 1'024, into.config.workers.count); }},
    {"nice", [](const Field& field, Draft& into) { field.count(0, 19, into.config.workers.nice); }},
};

constexpr std::uint64_t kTebibyte = std::uint64_t{1} << 40;

constexpr Key<Draft> kLimitsKeys[] = {
    {"memory", [](const Field& field,
                  Draft& into) { field.size(0, kTebibyte, into.config.limits.intake.memory); }},
    {"in_flight",
     [](const Field& field, Draft& into) {
       field.size(0, kTebibyte, into.config.limits.intake.in_flight);
     }},
    {"rate", [](const Field& field,
                Draft& into) { field.count(0, 100'000, into.config.limits.intake.rate); }},
    {"open_files", [](const Field& field,
                      Draft& into) { field.count(64, 1'048'576, into.config.limits.open_files); }},
};

void read_weights(const Field& field, Draft& into) {
  std::string path;
  field.existing_file(path);
  if (path.empty()) return;
  auto model = read_weights_file(path);
  if (const auto* wrong = std::get_if<std::string>(&model))
    field.wrong(*wrong, "a file as `figurectl train --write FILE` makes it");
  else
    into.config.claims.sameness = std::get<claims::SamenessModel>(model);
  field.note_content(claims::format_sameness_model(into.config.claims.sameness));
}

constexpr Key<Draft> kClaimsKeys[] = {
    {"weights", read_weights},
};

constexpr Key<Draft> kAlertsKeys[] = {
    {"heartbeat", [](const Field& field,
                     Draft& into) { field.duration(0s, 7 * 24h, into.config.alerts.heartbeat); }},
};

constexpr Key<Draft> kLogKeys[] = {
    {"level",
     [](const Field& field, Draft& into) {
       using enum daemon::LogLevel;
       field.choice({{"debug", kDebug},
                     {"info", kInfo},
                     {"notice", kNotice},
                     {"warning", kWarning},
                     {"error", kError}},
                    into.config.log.level);
     }},
    {"format",
     [](const Field& field, Draft& into) {
       using enum daemon::LogFormat;
       field.choice(
           {{"auto", kAuto}, {"console", kConsole}, {"json", kJson}, {"journal", kJournal}},
           into.config.log.format);
     }},
};

constexpr Key<Draft> kControlKeys[] = {
    {"path", [](const Field& field, Draft& into) { field.path(into.config.control.path); }},
};

template <SecretPlace place>
void read_page_token_at(const Field& field, Draft& into) {
  read_page_token(field, place, into.config.page);
}

constexpr Key<Draft> kPageKeys[] = {
    {"enabled", [](const Field& field, Draft& into) { field.flag(into.config.page.enabled); }},
    {"listen",
     [](const Field& field, Draft& into) {
       read_listen(field, into.config.page.address, into.config.page.port);
     }},
    {"url", [](const Field& field, Draft& into) { read_page_url(field, into.config.page.url); }},
    {"open_reading",
     [](const Field& field, Draft& into) { field.flag(into.config.page.open_reading); }},
    {"token_file", read_page_token_at<SecretPlace::kFile>},
    {"token_env", read_page_token_at<SecretPlace::kVariable>},
    {"token_credential", read_page_token_at<SecretPlace::kCredential>},
    {"token_hash",
     [](const Field& field, Draft& into) { read_token_hash(field, into.config.page); }},
    {"readers",
     [](const Field& field, Draft& into) { field.count(1, 64, into.config.page.readers); }},
};

struct Section {
  std::string_view name;
  std::span<const Key<Draft>> keys;
};

constexpr Section kSections[] = {
    {"store", kStoreKeys},       {"retention", kRetentionKeys}, {"poll", kPollKeys},
    {"fulltext", kFullTextKeys}, {"network", kNetworkKeys},     {"workers", kWorkersKeys},
    {"limits", kLimitsKeys},     {"claims", kClaimsKeys},       {"alerts", kAlertsKeys},
    {"log", kLogKeys},           {"control", kControlKeys},     {"page", kPageKeys},
    {"websub", kWebSubKeys}};
constexpr std::string_view kFeed = "feed";
constexpr std::string_view kEndpoint = "endpoint";
constexpr std::string_view kRoute = "route";

const Section* find_section(std::string_view name) {
  for (const Section& section : kSections)
    if (section.name == name) return &section;
  return nullptr;
}

std::vector<std::string> section_names() {
  std::vector<std::string> names;
  for (const Section& section : kSections) names.emplace_back(section.name);
  names.emplace_back(kFeed);
  names.emplace_back(kEndpoint);
  names.emplace_back(kRoute);
  return names;
}

void read_section(const Entry& entry, Draft& draft, Source& source) {
  if (const Section* section = find_section(entry.name)) {
    if (const Table* table = as_table(entry.value, entry.name, source))
      read_keys(*table, entry.name, section->keys, draft, source);
  } else if (entry.name != kFeed && entry.name != kEndpoint && entry.name != kRoute) {
    refuse_unknown(entry, "", section_names(), source);
  }
}

void require_store(const Table& file, Source& source) {
  const Entry* store = find(file, "store");
  const auto* table = store ? std::get_if<Table>(&store->value.held) : nullptr;
  if (!store || table)
    require(table ? *table : Table{}, store ? store->at : Position{}, "store", "path",
            "the file that keeps everything", source);
}

}  // namespace

Config read_sections(const Table& file, Source& source) {
  Draft draft;
  for (const Entry& entry : file) read_section(entry, draft, source);
  require_store(file, source);
  check_page(file, draft.config.page, source);
  if (const Entry* feed = find(file, kFeed))
    draft.config.feeds = read_feeds(feed->value, draft.config.poll.interval, source);
  if (const Entry* endpoint = find(file, kEndpoint))
    draft.config.endpoints = read_endpoints(endpoint->value, draft.config.http.user_agent, source);
  if (const Entry* route = find(file, kRoute)) {
    draft.config.routes = read_routes(route->value, source);
    check_routes(route->value, draft.config.routes, draft.config.endpoints, source);
  }
  if (const auto name = feeds::product_token(draft.config.http.user_agent); !name.empty())
    draft.config.pages.robot = name;
  draft.config.settings = list_settings(file, source);
  draft.config.unseen = std::move(source.unseen);
  return std::move(draft.config);
}

std::vector<std::string> known_keys() {
  std::vector<std::string> known;
  for (const Section& section : kSections)
    for (const Key<Draft>& key : section.keys)
      known.push_back(std::string(section.name) + "." + std::string(key.name));
  for (const std::string& key : feed_keys()) known.push_back("feed." + key);
  for (const std::string& key : endpoint_keys()) known.push_back("endpoint." + key);
  for (const std::string& key : route_keys()) known.push_back("route." + key);
  return known;
}

}  // namespace figured::config
