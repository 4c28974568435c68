// Reads a file of sameness weights (claims/sameness/sameness_model.h).
#pragma once
#include <string>
#include <variant>

#include "claims/sameness/sameness_model.h"

namespace figured::config {

// The model, or what is wrong: "FILE: line 3: 'much' is no weight".
std::variant<claims::SamenessModel, std::string> read_weights_file(const std::string& path);

}  // namespace figured::config
