// StoreOption lets a verb say which store it reads: --store PATH, or the store
// of --config FILE, by default of the system's configuration.
#pragma once
#include <memory>
#include <string>

namespace CLI {
class App;
}
namespace figured::storage {
class StoreReader;
}

namespace figured::cli {

inline constexpr char kDefaultConfig[] = "/etc/figured/figured.toml";

class StoreOption {
 public:
  // Adds the options to `verb`, which must not outlive this.
  explicit StoreOption(CLI::App& verb);
  StoreOption(const StoreOption&) = delete;
  StoreOption& operator=(const StoreOption&) = delete;

  // Throws config::ConfigError where the configuration cannot be read, and
  // storage::StoreError where the store cannot be opened.
  std::unique_ptr<storage::StoreReader> open() const;

 private:
  std::string config_;
  std::string store_;
};

}  // namespace figured::cli
