// The gender that a given name tells, so that "she" is not taken for a man.
#pragma once
#include <cstdint>
#include <string_view>

namespace figured::claims {

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };

// kUnknown for a name of both or one that is not listed.
Gender gender_of_given_name(std::string_view name);

}  // namespace figured::claims
