#include "cli/local_checks.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/top_words.h"
#include "cli/words.h"
#include "daemon/intake/disk_room.h"
#include "daemon/service/state_file.h"
#include "storage/lock_holder.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/suspicion.h"

namespace figured::cli {
namespace {

using enum FindingKind;
namespace fs = std::filesystem;

std::string quoted(const std::string& text) { return "'" + tame(text) + "'"; }

// Bits of the mode; empty where there is no such file, or it may not be looked at.
std::optional<mode_t> mode_of(const std::string& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) return std::nullopt;
  return file.st_mode;
}

// --- locks

// Who holds the flock of a file, by the kernel's list: "… FLOCK ADVISORY WRITE PID MAJ:MIN:INODE".
std::optional<pid_t> flock_holder(const std::string& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) return std::nullopt;
  char id[64];
  std::snprintf(id, sizeof id, "%02x:%02x:%ju", major(file.st_dev), minor(file.st_dev),
                static_cast<std::uintmax_t>(file.st_ino));
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    std::istringstream words(line);
    std::string number, kind, manner, type, inode;
    pid_t process = 0;
    if (words >> number >> kind >> manner >> type >> process >> inode && kind == "FLOCK" &&
        inode == id)
      return process;
  }
  return std::nullopt;
}

// --- the store

void check_folder(const std::string& path, Findings& findings) {
  const std::string folder = fs::path(path).parent_path().string();
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    findings.push_back({kWrong, "store", "there is no folder " + quoted(folder) + " for the store",
                        "make it, or mend store.path; the service makes /var/lib/figured"});
    return;
  }
  const auto mode = mode_of(path);
  if (mode && (*mode & S_IROTH) != 0)
    findings.push_back({kDoubtful, "store", "everybody can read " + quoted(path),
                        "chmod o= " + path + " " + path + "-wal " + path + "-shm"});
}

std::string fix_of(const storage::StoreError& error) {
  const std::string_view words = error.what();
  if (words.find("run the newer figured") != words.npos)
    return "install the figured that wrote it, or: figurectl restore BACKUP";
  if (words.find("start figured once") != words.npos)
    return "systemctl restart figured: it brings the store up to date";
  if (error.kind() == storage::StoreErrorKind::kDamaged) return "figurectl restore BACKUP";
  if (error.passes()) return "try again; if it stays so, end the process that holds the store";
  return "look at the file and who may read it: figurectl may have to be run with sudo";
}

}  // namespace

std::optional<config::Config> check_config(const std::string& file, Findings& findings) {
  config::Config config;
  try {
    config = config::load_config(file, config::Secrets::kReachable);
  } catch (const config::ConfigError& error) {
    std::istringstream lines(error.what());
    for (std::string line; std::getline(lines, line);)
      findings.push_back({kWrong, "config", tame(line), "mend the file; a reload takes it over"});
    return std::nullopt;
  }
  findings.push_back(
      {kGood, "config",
       quoted(file) +
           " is good: " + count_words(static_cast<std::int64_t>(config.feeds.size()), "feed") +
           ", " + count_words(static_cast<std::int64_t>(config.endpoints.size()), "endpoint")});
  if (config.http.user_agent.find('@') == std::string::npos ||
      config.http.user_agent.find("example.org") != std::string::npos)
    findings.push_back({kDoubtful, "config",
                        "poll.user_agent gives publishers no address to write to",
                        "user_agent = \"figured (+mailto:YOU@YOUR.DOMAIN)\": who is annoyed can "
                        "write instead of blocking"});
  if (config.endpoints.empty())
    findings.push_back({kDoubtful, "config", "there is no endpoint: alerts are logged and kept",
                        "add an [[endpoint]]; docs/alerts.md has one for each service"});
  return config;
}

void check_store(const std::string& path, Findings& findings) {
  const std::size_t before = findings.size();
  check_folder(path, findings);
  if (const auto why = storage::suspicion(path))
    findings.push_back({kWrong, "store", "its disk has failed: " + tame(*why),
                        "look at the disk (dmesg, smartctl -a); figured verifies the store at its "
                        "next start, figurectl check-store does it now"});
  std::error_code error;
  if (findings.size() == before && !fs::exists(path, error)) {
    findings.push_back({kGood, "store", quoted(path) + " is not there yet; figured makes it"});
    return;
  }
  if (findings.size() != before && !fs::exists(path, error)) return;
  try {
    const storage::StoreStatus status = storage::open_sqlite_reader(path)->status();
    findings.push_back({kGood, "store",
                        quoted(path) + " holds " + count_words(status.articles, "article") +
                            " and " + count_words(status.claims, "claim")});
    if (status.deliveries_dead != 0)
      findings.push_back({kDoubtful, "outbox",
                          count_words(status.deliveries_dead, "alert") + " were given up",
                          "figurectl alerts dead tells why; figurectl alerts replay --dead"});
  } catch (const storage::StoreError& refusal) {
    findings.push_back({kWrong, "store", tame(refusal.what()), fix_of(refusal)});
  }
}

void check_daemon(const std::string& store, Findings& findings) {
  const auto state = daemon::read_state(store);
  if (state && !state->paused.empty()) {
    findings.push_back(
        {kWrong, "daemon",
         "figured takes nothing in since " + time_words(state->since) + ": " + tame(state->paused),
         "make room on the disk, or end the process that holds the store"});
    return;
  }
  if (state) {
    findings.push_back(
        {kGood, "daemon",
         "figured " + tame(state->version) + " runs as process " + std::to_string(state->pid)});
    return;
  }
  if (const auto holder = flock_holder(store + ".lock")) {
    findings.push_back({kWrong, "daemon", storage::process_words(*holder) + " holds the store",
                        "it may be a figured that is just starting; else end it: kill " +
                            std::to_string(*holder)});
    return;
  }
  findings.push_back({kDoubtful, "daemon", "figured does not run on this store",
                      "systemctl start figured; journalctl -u figured -p err tells why it ended"});
}

void check_disk(const config::StoreSettings& store, Findings& findings) {
  const auto free = daemon::free_bytes(store.path);
  if (!free) return;  // there is no folder, which check_store has told
  const std::string words = byte_words(*free) + " are free on the disk of the store, " +
                            byte_words(store.min_free) + " are kept free (store.min_free)";
  constexpr std::uint64_t kComfortable = std::uint64_t{1} << 30;
  if (*free < store.min_free)
    findings.push_back({kWrong, "disk", words,
                        "make room: until then figured takes nothing in; [retention] bounds the "
                        "store"});
  else if (*free < std::max<std::uint64_t>(kComfortable, 4 * store.min_free))
    findings.push_back({kDoubtful, "disk", words, "make room before it is full"});
  else
    findings.push_back({kGood, "disk", words});
}

void check_programs(const config::Config& config, Findings& findings) {
  if (::access(config.http.ca_bundle.c_str(), R_OK) != 0)
    findings.push_back({kWrong, "tls",
                        "the certificates in " + quoted(config.http.ca_bundle) +
                            " cannot be read: " + std::strerror(errno),
                        "apt install ca-certificates, or mend network.ca_bundle"});
  for (const alerts::Endpoint& endpoint : config.endpoints)
    if (endpoint.kind == alerts::SinkKind::kCommand && !endpoint.command.empty() &&
        ::access(endpoint.command.front().c_str(), X_OK) != 0)
      findings.push_back({kWrong, "endpoint",
                          endpoint.name + ": " + quoted(endpoint.command.front()) +
                              " cannot be run: " + std::strerror(errno),
                          "mend endpoint.command, or its permissions"});
}

}  // namespace figured::cli
