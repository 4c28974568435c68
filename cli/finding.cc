#include "cli/finding.h"

#include <algorithm>

namespace figured::cli {

std::string_view format_finding_kind(FindingKind kind) {
  switch (kind) {
    case FindingKind::kGood:
      return "good";
    case FindingKind::kDoubtful:
      return "doubtful";
    case FindingKind::kWrong:
      return "wrong";
  }
  return "wrong";
}

bool is_anything_wrong(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.kind == FindingKind::kWrong; });
}

}  // namespace figured::cli
