// Finding: what `figurectl doctor` found out, and what helps.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace figured::cli {

enum class FindingKind : std::uint8_t {
  kGood,
  kDoubtful,  // it works, and may not be what is meant
  kWrong,     // it does not work
};

struct Finding {
  FindingKind kind = FindingKind::kGood;
  std::string check;    // what was looked at: "config", "store", "dns" ...
  std::string message;  // a sentence
  std::string fix{};    // what to do, a sentence or a command; "" = nothing
};

using Findings = std::vector<Finding>;

// "good", "doubtful", "wrong"
std::string_view format_finding_kind(FindingKind kind);

bool is_anything_wrong(const Findings& findings);

}  // namespace figured::cli
