// Holds documents against a JSON Schema (draft 2020-12), by python3-jsonschema.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace figured::tests {

// What is wrong, a line each; "" = nothing.  A property that the schema does not name is wrong.
// Empty where there is no validator: the test is to be skipped.
std::optional<std::string> complaints_of_schema(const std::filesystem::path& schema,
                                                const std::vector<std::string>& documents);

}  // namespace figured::tests
