// Verdict: how two claims of one fact stand to each other.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace figured::claims {

enum class Relation : std::uint8_t {
  kContradicts,  // both cannot be true
  kTension,      // hardly both true; not sure enough to alert
  kUpdates,      // the later figure replaces the earlier one
  kCorrects,     // the same voice takes its own earlier figure back
  kAgrees,       // the same value within the precision of the words
  kCompatible,   // both can be true
};

struct Verdict {
  Relation relation = Relation::kCompatible;
  double severity = 0;  // 0..1, grows with the gap between the ranges
  double score = 0;     // 0..1, probability that the verdict holds
  // Special kinds: same-origin, within-article, silent-edit, and the slips of slip.h.
  std::vector<std::string> tags;
  // One sentence a reader understands, with the ranges compared.
  std::string why;
  // Names of the sameness tests that held, and of those that could not be made.
  std::vector<std::string> passed;
  std::vector<std::string> missing;
};

std::string_view format_relation(Relation relation);
std::optional<Relation> parse_relation(std::string_view name);

}  // namespace figured::claims
