#include "cli/store_option.h"

#include <CLI/CLI.hpp>

#include "config/config.h"
#include "storage/sqlite_store.h"

namespace figured::cli {

StoreOption::StoreOption(CLI::App& verb) {
  auto* config = verb.add_option("--config", config_, "The configuration that names the store")
                     ->default_str(kDefaultConfig);
  verb.add_option("--store", store_, "The store itself")->excludes(config);
}

std::unique_ptr<storage::StoreReader> StoreOption::open() const {
  if (!store_.empty()) return storage::open_sqlite_reader(store_);
  const config::Config config =
      config::load_config(config_.empty() ? std::string(kDefaultConfig) : config_);
  return storage::open_sqlite_reader(config.store.path);
}

}  // namespace figured::cli
