// Text that is secret: in the configuration itself, or elsewhere, in a file, in the
// environment, or among the service's credentials.
#pragma once
#include <optional>
#include <string>

#include "config/field.h"

namespace figured::config {

enum class SecretPlace {
  kHere,        // the value itself
  kFile,        // a path
  kVariable,    // of the environment
  kCredential,  // a file in $CREDENTIALS_DIRECTORY (systemd LoadCredential=)
};

// What stands there, without a last line break; empty, and noted, where nothing does
// or it cannot be read.  `allowed` says what should.
std::optional<std::string> read_secret_text(const Field& field, SecretPlace place,
                                            const std::string& allowed);

}  // namespace figured::config
