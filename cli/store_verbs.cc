#include "cli/store_verbs.h"

#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "cli/copy_progress.h"
#include "cli/store_option.h"
#include "cli/words.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/store_backup.h"
#include "storage/store_check.h"

namespace figured::cli {
namespace {

struct FileVerb {
  explicit FileVerb(CLI::App& verb) : store(verb) {}
  StoreOption store;
  std::string file;
};

struct CheckVerb {
  explicit CheckVerb(CLI::App& verb) : store(verb) {
    verb.add_flag("--json", json, "Print one JSON object");
  }
  StoreOption store;
  bool json = false;
};

storage::CopyProgress tell(CopyProgress& progress) {
  return [&progress](std::int64_t done, std::int64_t total) { progress.tell(done, total); };
}

int back_up(const FileVerb& options) {
  const std::string store = options.store.path();
  const std::string file = options.file.empty() ? storage::backup_name(store) : options.file;
  std::int64_t bytes = 0;
  {
    CopyProgress progress("copied");
    bytes = storage::back_up_store(store, file, tell(progress));
  }
  std::cout << "Backed up to " << file << ", " << size_words(bytes) << ", checked.\n";
  return 0;
}

int restore(const FileVerb& options) {
  const std::string store = options.store.path();
  storage::Restored restored;
  {
    CopyProgress progress("copied");
    restored = storage::restore_store(store, options.file, tell(progress));
  }
  std::cout << "Restored " << store << " from " << options.file << ", "
            << size_words(restored.bytes) << ", checked.\n";
  if (!restored.replaced.empty())
    std::cout << "The former store is kept as " << restored.replaced << ".\n";
  return 0;
}

void print_check(const std::string& store, const storage::Damage& damage) {
  if (damage.empty()) {
    std::cout << "The store " << store << " is sound.\n";
    return;
  }
  std::cout << "The store " << store << " is damaged:\n";
  for (const std::string& one : damage) std::cout << "  " << tame(one) << '\n';
}

void print_check_json(const std::string& store, const storage::Damage& damage) {
  const boost::json::object shape{{"store", store},
                                  {"sound", damage.empty()},
                                  {"damage", boost::json::array(damage.begin(), damage.end())}};
  std::cout << boost::json::serialize(shape) << '\n';
}

int check(const CheckVerb& options) {
  const std::string store = options.store.path();
  const storage::Damage damage = storage::check_sqlite_store(store);
  options.json ? print_check_json(store, damage) : print_check(store, damage);
  return damage.empty() ? 0 : 1;
}

}  // namespace

void add_store_verbs(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("backup", "Copy the store, while figured runs or not");
  auto to = std::make_shared<FileVerb>(*verb);
  verb->add_option("FILE", to->file, "The new file; default: beside the store, named by the time");
  verb->callback([to, &exit_code] { exit_code = back_up(*to); });

  verb = app.add_subcommand("restore", "Put a backup in the store's place, and the store aside");
  auto from = std::make_shared<FileVerb>(*verb);
  verb->add_option("FILE", from->file, "The backup")->required();
  verb->callback([from, &exit_code] { exit_code = restore(*from); });

  verb = app.add_subcommand("check-store", "Whether the store holds what was written to it");
  auto whole = std::make_shared<CheckVerb>(*verb);
  verb->callback([whole, &exit_code] { exit_code = check(*whole); });
}

}  // namespace figured::cli
