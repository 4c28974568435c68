// What two claims are to each other, whatever their figures.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "claims/claim.h"
#include "claims/lexicon/lexicon.h"

namespace figured::claims {

bool in_one_article(const SourcedClaim& a, const SourcedClaim& b);

// Both are told, and neither names the other: "Ruiz" may be "Mayor Ana Ruiz".
bool are_two_origins(const std::string& one, const std::string& other);

// Both are attributed, and to two origins.
bool two_voices(const SourcedClaim& a, const SourcedClaim& b);

// The wider of two places of which one holds the other, the one that is told where the other is
// not; "" where they are two.
std::string place_of_both(const std::string& one, const std::string& other);

// Whether one of the two was set against the other where it was told.
bool are_set_against(const SourcedClaim& a, const SourcedClaim& b);

// The class of the taxonomy that a measure names last; null when none is known.
const Event* event_of(std::string_view measure);

// How the figures of a measure move; a level where the taxonomy does not tell.
Dynamic dynamic_of(const std::string& measure);

// Whether the claim is restricted by that token of a scope (measures/scope_reader.h).
bool has_scope(const Claim& claim, std::string_view token);

// False for a date, which is given by its midnight.
bool has_clock(std::chrono::sys_seconds time);

// Whether a word, in any of its plain forms, stands within so many words of the figure.
bool tells_near(const Claim& claim, std::string_view word, int distance);

// "Dozens": an impression, no count.
bool is_vague(const Claim& claim);

}  // namespace figured::claims
