#include "cli/store_option.h"

#include <CLI/CLI.hpp>

#include "config/config.h"
#include "config/weights_file.h"
#include "storage/sqlite/sqlite_store.h"

namespace figured::cli {

StoreOption::StoreOption(CLI::App& verb) {
  auto* config = verb.add_option("--config", config_, "The configuration that names the store")
                     ->default_str(kDefaultConfig);
  verb.add_option("--store", store_, "The store itself")->excludes(config);
}

config::Config StoreOption::load() const {
  return config::load_config(config_.empty() ? std::string(kDefaultConfig) : config_,
                             config::Secrets::kNone);
}

std::string StoreOption::path() const { return store_.empty() ? load().store.path : store_; }

std::unique_ptr<storage::StoreReader> StoreOption::open() const {
  return storage::open_sqlite_reader(path());
}

std::unique_ptr<storage::Desk> StoreOption::open_desk() const {
  return storage::open_sqlite_desk(path());
}

config::Config StoreOption::settings() const { return store_.empty() ? load() : config::Config(); }

claims::SamenessModel StoreOption::sameness() const {
  return store_.empty() ? load().claims.sameness : claims::SamenessModel::builtin();
}

WeightsOption::WeightsOption(CLI::App& verb) {
  verb.add_option("--weights", file_, "Go by the weights of this file");
}

claims::SamenessModel WeightsOption::read() const {
  auto model = config::read_weights_file(file_);
  if (const auto* wrong = std::get_if<std::string>(&model)) throw config::ConfigError(*wrong);
  return std::get<claims::SamenessModel>(model);
}

}  // namespace figured::cli
