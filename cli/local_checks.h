// What `figurectl doctor` looks at on this machine: the configuration, the store, its
// disk, and who holds it.
//
// Nothing is changed, no lock is taken and no lock is waited for.
#pragma once
#include <optional>
#include <string>

#include "cli/finding.h"
#include "config/config.h"

namespace figured::cli {

// The configuration, where it is good; what is wrong with it stands in the findings.
// Secrets that only the service has are not looked for.
std::optional<config::Config> check_config(const std::string& file, Findings& findings);

// The store's folder and file, its schema, and the mark of a disk that failed.
void check_store(const std::string& path, Findings& findings);

// Whether figured runs on the store and takes things in, and if not, who holds it.
void check_daemon(const std::string& store, Findings& findings);

void check_disk(const config::StoreSettings& store, Findings& findings);

// Programs that endpoints name, and certificates.
void check_programs(const config::Config& config, Findings& findings);

}  // namespace figured::cli
