// Judge tells how two claims of one fact stand to each other.
#pragma once
#include <optional>

#include "claims/verdict.h"
#include "claims/verdicts/matcher.h"

namespace figured::claims {

// Requires sameness.same().  `later` came after `earlier`.
Verdict judge(const SourcedClaim& earlier, const SourcedClaim& later, const Sameness& sameness);

// What that verdict's relation and score are, for who needs no words; most verdicts are
// never told.
Relation relation_of(const SourcedClaim& earlier, const SourcedClaim& later,
                     const Sameness& sameness);
double score_of(const SourcedClaim& earlier, const SourcedClaim& later, const Sameness& sameness);

// False where the verdict could only be agreement or compatibility, however likely it is
// that the two mean one fact.
bool may_differ(const SourcedClaim& earlier, const SourcedClaim& later);

// Of one article whose figure was `earlier` in the revision before: a change of
// the value is a silent edit, which corrects.  Empty when the value stands.
std::optional<Verdict> judge_revision(const SourcedClaim& earlier, const SourcedClaim& later);

}  // namespace figured::claims
