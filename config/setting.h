// Setting: one line of the configuration, as its files say it, for people.
//
// Secrets never stand in it: a hash tells whether one has changed.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace figured::config {

struct Setting {
  std::string table;  // "poll", "feed[https://a.example/rss]", "endpoint[desk]"
  std::string key;    // "interval"
  std::string value;  // as TOML writes it; "…" stands for what is secret
  std::string place;  // "FILE:LINE"; "default" where no file says it
  // Of the secret, or of what the value leads to (a file, a credential); 0 = of nothing.
  std::uint64_t content = 0;

  // "poll.interval"
  std::string name() const { return table + "." + key; }
};

std::uint64_t content_hash(std::string_view content);

// One that a reload takes over or, where `restart` is set, only a restart.
struct SettingChange {
  std::string name;
  std::string from;  // "" = it was not set
  std::string to;    // "" = it is set no more
  bool restart = false;
  friend bool operator==(const SettingChange&, const SettingChange&) = default;
};

// What tells the second configuration from the first, in the order of the first, then of
// the second.
std::vector<SettingChange> compare_settings(const std::vector<Setting>& from,
                                            const std::vector<Setting>& to);

// Whether a running daemon cannot take it over ("store.path").
bool needs_restart(std::string_view name);

// `later`, but for what needs a restart, which stays as it is `now`.
std::vector<Setting> settings_in_force(const std::vector<Setting>& now,
                                       const std::vector<Setting>& later);

// The default of each key that has one, table by table ("feed", "endpoint" and "route"
// stand for each of theirs), as figured.example.toml says it.
std::vector<Setting> default_settings();

// What the files say, and every default that they leave in force, under each table that
// is there.
std::vector<Setting> effective_settings(const std::vector<Setting>& said);

}  // namespace figured::config
