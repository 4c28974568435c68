// StoreOption lets a verb say which store it works on: --store PATH, or the store
// of --config FILE, by default of the system's configuration.
#pragma once
#include <memory>
#include <string>

#include "claims/sameness/sameness_model.h"
#include "config/config.h"

namespace CLI {
class App;
}
namespace figured::storage {
class Desk;
class StoreReader;
}  // namespace figured::storage

namespace figured::cli {

inline constexpr char kDefaultConfig[] = "/etc/figured/figured.toml";

class StoreOption {
 public:
  // Adds the options to `verb`, which must not outlive this.
  explicit StoreOption(CLI::App& verb);
  StoreOption(const StoreOption&) = delete;
  StoreOption& operator=(const StoreOption&) = delete;

  // Each throws config::ConfigError where the configuration cannot be read, and
  // storage::StoreError where the store cannot be opened.
  std::unique_ptr<storage::StoreReader> open() const;
  std::unique_ptr<storage::Desk> open_desk() const;

  // Of the store, whether it is there or not.  Throws config::ConfigError.
  std::string path() const;
  // The configuration, without secrets that stand elsewhere; all defaults with --store.
  config::Config settings() const;

  // The configuration's weights; the built-in ones with --store.
  claims::SamenessModel sameness() const;

 private:
  config::Config load() const;

  std::string config_;
  std::string store_;
};

// Adds --weights FILE to `verb`: the weights to go by instead.
class WeightsOption {
 public:
  explicit WeightsOption(CLI::App& verb);
  WeightsOption(const WeightsOption&) = delete;
  WeightsOption& operator=(const WeightsOption&) = delete;

  bool given() const { return !file_.empty(); }
  // Requires given().  Throws config::ConfigError, which names file and line.
  claims::SamenessModel read() const;

 private:
  std::string file_;
};

}  // namespace figured::cli
