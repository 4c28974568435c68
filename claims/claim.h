// Claim: a figure said of something.
//
// What is counted (noun, measure), whose it is (subject), where, as of when, who
// says so, and the words that say it.  A claim stands in one field of one
// revision of an article; it does not know the article or the outlet.  A
// SourcedClaim adds those.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/figure.h"
#include "claims/verdicts/value_range.h"

namespace figured::claims {

enum class Field : std::uint8_t { kText, kTitle };

enum class Modality : std::uint8_t {
  kAsserted,
  kPlanned,
  kPossible,
  kConditional,
  kDenied,
  kAsked,
  kCapacity,
  kEstimate,
  kOffer,
};

// A stretch of time, [from, to]; a day is given by its first and last second.
struct TimeSpan {
  std::chrono::sys_seconds from;
  std::chrono::sys_seconds to;
  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

// Another value of a claim's measure in the claim's article, in its unit.
struct Rival {
  ValueRange told;
  bool alike = false;  // nothing in the words tells it from the claim
  friend bool operator==(const Rival&, const Rival&) = default;
};

// A figure that stands beside a claim's: what it is of, hashed, and its value.
struct Companion {
  std::uint64_t kind = 0;
  ValueRange told;
  ValueRange meant;
};

// A word near a figure: its stem, hashed, and how many words stand between.
struct ContextWord {
  std::uint32_t stem;
  std::uint8_t distance;
  friend auto operator<=>(const ContextWord&, const ContextWord&) = default;
};

struct Claim {
  Field field = Field::kText;
  // The evidence: an exact piece of the field that holds the figure.
  Span span;
  std::string quote;

  Figure figure;
  // The same figure in another unit: "125 km (78 miles)".  Not stored.
  std::optional<Figure> restated;
  bool restated_agrees = true;  // false: the two cannot both be right
  // Head of what is counted, "people", or the quantity, "turnover"; "" when not said.
  std::string noun;
  std::string measure;  // class of the taxonomy: "people.killed"; "" when unknown
  std::string subject;  // whose quantity: "National Resistance Front"; "" when unknown
  // Restrictions that make two figures of one measure incomparable, sorted:
  // "part", "new", "per:day", "of:child".
  std::vector<std::string> scope;
  std::string place;  // "Panjshir"; "" when unknown or nowhere
  // The place the article is about, when the sentence names none; claims are
  // matched by it then.
  std::string setting;
  std::optional<std::chrono::sys_seconds> as_of;  // when the figure held; empty = publication
  std::optional<TimeSpan> event_time;             // when what is counted happened
  std::string speaker;                            // nearest speaker: "Ali Nazary"
  std::string origin;                             // end of the chain of attribution
  Modality modality = Modality::kAsserted;
  bool negated = false;
  double confidence = 0;  // 0..1
  // Where in the field the figure begins against which this one is set: "42, officials
  // said; residents said 51" (measures/answering_figure.h).
  std::optional<std::uint32_t> answers;
  // The other values that the article gives for the measure.
  std::vector<Rival> rivals;
  // What else its sentence counts (verdicts/companions.h).  Not stored: found again
  // where the claims of a revision are read.
  std::vector<Companion> companions;
  // The content words around the figure, sorted by stem, none twice.
  std::vector<ContextWord> context;

  const std::string& where() const { return setting.empty() ? place : setting; }
};

// A name of the article, hashed; two articles on one event share several.
using NameKey = std::uint64_t;

// All that reading one document yields.
struct Reading {
  std::vector<Claim> claims;
  // Counts of one that no number gives ("a soldier was killed"): they take part in
  // sums and checks, never in facts of their own.
  std::vector<Claim> implied;
  // The names that tell what the article is about, sorted, none twice.
  std::vector<NameKey> names;
};

struct ClaimProfile;

// A claim with where it was read.
struct SourcedClaim {
  std::int64_t id = 0;  // 0 until stored
  std::int64_t article_id = 0;
  std::int64_t fact_id = 0;  // the fact it speaks of; 0 until stored
  // What the claim is to others, made when it is first compared.  Kept only of a
  // stored claim, which does not change any more.
  mutable std::shared_ptr<const ClaimProfile> profile;
  // The id under which the article came: its guid, or the id of a line of
  // figurectl's input.
  std::string article;
  std::string outlet;
  std::string group;  // owner of the outlet; outlets of one group are one voice
  std::string url;
  std::string title;
  std::optional<std::chrono::sys_seconds> published;
  std::chrono::sys_seconds seen;
  std::vector<NameKey> names;
  Claim claim;

  // When the figure is said to hold: the claim's own as-of, else publication,
  // else arrival.
  std::chrono::sys_seconds as_of() const;
};

// The claim's article: by the stored one, else by the id under which it came.
std::uint64_t article_key(const SourcedClaim& claim);

std::string_view format_field(Field field);
std::string_view format_modality(Modality modality);
std::optional<Modality> parse_modality(std::string_view name);

}  // namespace figured::claims
