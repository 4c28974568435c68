// TimeReader resolves the time a sentence names against the publication date.
//
// Days: "Sunday", "yesterday", "August 15", "15 August 2021".  Years: "in 2004",
// "the 2011 tornado".  English weekdays mean the last such day up to the
// publication.
#pragma once
#include <chrono>
#include <optional>

#include "claims/claim.h"
#include "claims/sentence_view.h"

namespace figured::claims {

// The time that tokens nearest to `at` name; empty when the sentence names none,
// or names it relative to a publication that is not known.
std::optional<TimeSpan> read_event_time(const SentenceView& sentence, int at,
                                        std::optional<std::chrono::sys_seconds> published);

}  // namespace figured::claims
