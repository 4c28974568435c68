// Config: what the operator's TOML files say, as the options of the parts.
//
// figured.example.toml names every key with its default and its reason.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "alerts/endpoint.h"
#include "alerts/route.h"
#include "claims/sameness/sameness_model.h"
#include "config/setting.h"
#include "daemon/intake/intake_budget.h"
#include "daemon/log/log.h"
#include "feeds/feed.h"
#include "feeds/page/page_fetcher.h"
#include "feeds/poll_decision.h"
#include "feeds/poll_hosts.h"
#include "feeds/poll_request.h"
#include "net/curl_http_client.h"
#include "storage/retention.h"
#include "web/options.h"

namespace figured::config {

struct StoreSettings {
  std::string path;  // absolute
  // Of its disk, in bytes; with less, polls are put off.
  std::size_t min_free = std::size_t{64} << 20;
  // As open_sqlite_store() is told.
  std::size_t facts_memory = std::size_t{128} << 20;
};

struct PollSettings {
  std::size_t lanes = 256;             // polls in flight at a time
  std::chrono::seconds interval{300};  // of feeds that have none of their own
  feeds::PollOptions options;
  feeds::PollPolicy policy;
  feeds::HostLimits hosts;
};

using PageSettings = feeds::PageOptions;

// Hubs that push what is new in feeds (WebSub).
struct WebSubSettings {
  std::string
      callback{};  // where hubs reach us, without a slash at the end; "" = they are not asked
  std::string address = "127.0.0.1";
  std::uint16_t port = 8421;
  std::chrono::seconds lease = std::chrono::hours(240);
};

struct WorkerSettings {
  std::size_t count = 0;  // 0 = one for each core
  std::size_t nice = 5;   // 0 to 19
};

struct LimitSettings {
  daemon::IntakeLimits intake;
  std::size_t open_files = 4'096;
};

struct ClaimsSettings {
  claims::SamenessModel sameness = claims::SamenessModel::builtin();
};

struct AlertSettings {
  std::chrono::seconds heartbeat{std::chrono::hours(1)};  // 0 = none
};

struct LogSettings {
  daemon::LogFormat format = daemon::LogFormat::kAuto;
  daemon::LogLevel level = daemon::LogLevel::kInfo;
};

struct ControlSettings {
  // The socket by which figurectl reaches the daemon, absolute; "" = where
  // daemon/service/control_path.h says.
  std::string path;
};

// Which of the secrets that stand elsewhere (files, environment, credentials) are read.
enum class Secrets {
  kAll,        // what cannot be read is an error
  kReachable,  // but the service's credentials, where this is not the service
  kNone,       // for who needs none
};

struct Config {
  StoreSettings store;
  storage::RetentionPolicy retention;
  PollSettings poll;
  PageSettings pages;
  WebSubSettings websub;
  net::HttpClientOptions http;
  WorkerSettings workers;
  LimitSettings limits;
  ClaimsSettings claims;
  AlertSettings alerts;
  LogSettings log;
  ControlSettings control;
  web::PageOptions page;
  std::vector<feeds::FeedSource> feeds;
  std::vector<alerts::Endpoint> endpoints;
  std::vector<alerts::Route> routes;  // none: all alerts go to all endpoints
  // What the files say, as they say it.
  std::vector<Setting> settings;
  // "FILE:LINE: key" of secrets that were left alone under Secrets::kReachable.
  std::vector<std::string> unseen;
};

// Its text lists all that is wrong, one a line, in the order of the file:
// "FILE:LINE:COLUMN: key: what is wrong; what is allowed".
class ConfigError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Reads the file, those of conf.d beside it (config/config_files.h) and the secrets they
// name.  Relative paths are taken from the folder of the file they stand in.  Throws
// ConfigError.
Config load_config(const std::filesystem::path& file, Secrets secrets = Secrets::kAll);

// The same of text that is said to stand in `file`.
Config parse_config(std::string_view toml, const std::filesystem::path& file);

// The [[route]] tables of a file, whatever else it holds.  Throws ConfigError.
std::vector<alerts::Route> load_routes(const std::filesystem::path& file);

// Every key there is: "store.path", "feed.url" ...
std::vector<std::string> known_keys();

}  // namespace figured::config
