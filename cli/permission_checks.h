// What `figurectl doctor` looks at of permissions: whether others may read secrets, and
// whether the service's user may read the configuration and write to the store.
//
// Whose the service is, the owner of the store's folder tells, also while it does not run.
// Nothing is changed.
#pragma once
#include <string>

#include "cli/finding.h"

namespace figured::cli {

// Files that the configuration names for secrets, and its own files where a secret stands
// in them: whether others may read them.
void check_secrets(const std::string& config, Findings& findings);

// The files of the configuration, and those of the store.  Says nothing where all is well.
void check_access(const std::string& config, const std::string& store, Findings& findings);

}  // namespace figured::cli
