#include "cli/permission_checks.h"

#include <sys/stat.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/words.h"
#include "config/config.h"
#include "config/config_files.h"
#include "config/toml_document.h"

namespace figured::cli {
namespace {

using enum FindingKind;
namespace fs = std::filesystem;

constexpr std::string_view kInlineSecrets[] = {"secret", "token", "password", "cookie"};

std::string quoted(const std::string& text) { return "'" + tame(text) + "'"; }

// Empty where there is no such file, or it may not be looked at.
std::optional<struct stat> look_at(const std::string& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) return std::nullopt;
  return file;
}

bool is_secret_file(std::string_view key) { return key.ends_with("_file"); }

bool is_inline_secret(std::string_view key) {
  for (const std::string_view name : kInlineSecrets)
    if (key == name) return true;
  return false;
}

using VisitText = std::function<void(const std::string& key, const std::string& text)>;

void each_text_of(const config::Table& table, const VisitText& visit) {
  for (const config::Entry& entry : table)
    if (const auto* text = std::get_if<std::string>(&entry.value.held)) visit(entry.name, *text);
}

// Calls `visit` with every key of the tables and of the lists of tables that has a text.
void each_text(const config::Table& file, const VisitText& visit) {
  for (const config::Entry& section : file) {
    if (const auto* table = std::get_if<config::Table>(&section.value.held))
      each_text_of(*table, visit);
    const auto* tables = std::get_if<config::List>(&section.value.held);
    if (tables == nullptr) continue;
    for (const config::Value& value : *tables)
      if (const auto* table = std::get_if<config::Table>(&value.held)) each_text_of(*table, visit);
  }
}

void refuse_readers(const std::string& path, const std::string& what, Findings& findings) {
  const auto file = look_at(path);
  if (!file || (file->st_mode & (S_IRGRP | S_IROTH)) == 0) return;
  const bool all = (file->st_mode & S_IROTH) != 0;
  findings.push_back(
      {all ? kWrong : kDoubtful, "secrets",
       what + " " + quoted(path) + " can be read by " + (all ? "everybody" : "its group"),
       "chmod 600 " + path +
           (all ? ", and change the secret: who has read it already has it" : "")});
}

void check_secrets_of(const config::ConfigFile& file, Findings& findings) {
  const config::Table table = config::parse_toml(file.text, file.path.string());
  const fs::path folder = fs::absolute(file.path).parent_path();
  bool holds_secret = false;
  each_text(table, [&](const std::string& key, const std::string& text) {
    holds_secret = holds_secret || is_inline_secret(key);
    if (is_secret_file(key)) refuse_readers((folder / text).string(), "the secret", findings);
  });
  if (holds_secret)
    refuse_readers(file.path.string(), "the configuration holds secrets, and", findings);
}

bool may_read(const struct stat& file, const struct stat& service) {
  if (file.st_uid == service.st_uid) return (file.st_mode & S_IRUSR) != 0;
  if (file.st_gid == service.st_gid) return (file.st_mode & S_IRGRP) != 0;
  return (file.st_mode & S_IROTH) != 0;
}

void check_readable(const std::string& config, const struct stat& service, Findings& findings) {
  for (const config::ConfigFile& file : config::read_config_files(config)) {
    const auto found = look_at(file.path.string());
    if (!found || service.st_uid == 0 || may_read(*found, service)) continue;
    findings.push_back({kWrong, "config",
                        "the service's user cannot read " + quoted(file.path.string()),
                        "chmod 644 " + file.path.string() +
                            "; secrets belong into files of their own (secret_credential)"});
  }
}

// What root has left there the service can neither write nor, mostly, read.
void check_owners(const std::string& store, const struct stat& service, Findings& findings) {
  const fs::path folder = fs::path(store).parent_path();
  const std::string name = fs::path(store).filename().string();
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string path = entry.path().string();
    const auto file = look_at(path);
    const bool is_ours = entry.path().filename().string().starts_with(name);
    if (!is_ours || !file || file->st_uid == service.st_uid) continue;
    findings.push_back({kWrong, "store",
                        quoted(path) + " is not the service's, whose folder it lies in",
                        "chown --reference=" + folder.string() + " " + path});
  }
}

}  // namespace

void check_secrets(const std::string& config, Findings& findings) {
  const std::size_t before = findings.size();
  try {
    for (const config::ConfigFile& file : config::read_config_files(config))
      check_secrets_of(file, findings);
  } catch (const config::ConfigError&) {
    return;  // check_config has told
  }
  if (findings.size() == before)
    findings.push_back({kGood, "secrets", "nobody else can read what the configuration names"});
}

// A folder into which others may write is nobody's.
void check_access(const std::string& config, const std::string& store, Findings& findings) {
  const auto service = look_at(fs::absolute(store).parent_path().string());
  if (!service || (service->st_mode & S_IWOTH) != 0) return;
  try {
    check_readable(config, *service, findings);
  } catch (const config::ConfigError&) {
  }
  check_owners(fs::absolute(store).string(), *service, findings);
}

}  // namespace figured::cli
