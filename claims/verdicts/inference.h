// Whether a sentence with figures follows from another one.
#pragma once
#include <cstdint>
#include <string_view>

namespace figured::claims {

enum class Inference : std::uint8_t { kEntailment, kNeutral, kContradiction };

// Reads both sentences with the extractor.  Each figure of the hypothesis must be met
// by one of the premise that may be of the same quantity, each date must be given, and
// half of its content words must stand in one sentence of the premise.
Inference infer(std::string_view premise, std::string_view hypothesis);

std::string_view format_inference(Inference inference);

}  // namespace figured::claims
