// ClaimRecorder brings the claims of one article into the store: their facts,
// the verdicts on them, and the disputes and alerts these cause.
//
// It works inside the ledger's transaction.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "alerts/alert_body.h"
#include "claims/verdicts/matcher.h"
#include "daemon/ledger/evidence.h"
#include "daemon/ledger/ledger.h"

namespace figured::daemon {

class ClaimRecorder {
 public:
  ClaimRecorder(storage::Store& store, const LedgerOptions& options, storage::Seconds now,
                std::vector<alerts::Alert>& alerts)
      : store_(store),
        options_(options),
        now_(now),
        alerts_(alerts),
        matcher_(options.sameness, options.on_verdict ? claims::Matcher::Names::kAll
                                                      : claims::Matcher::Names::kDiffering) {}

  // Records the claims of a new article or of a new revision; `retired` are
  // those of the revision before.  These take their sides before those leave them, so that a
  // dispute goes on, and nothing is told, where an edit leaves its figures as they were.
  void record(const storage::StoredArticle& stored, storage::ReadyArticle& ready,
              const std::vector<claims::SourcedClaim>& retired);

  // The same of another text of the article (its page instead of a summary): what
  // it leaves out it does not take back, and what it says otherwise is no
  // correction.
  void replace(const storage::StoredArticle& stored, storage::ReadyArticle& ready,
               const std::vector<claims::SourcedClaim>& retired);

 private:
  void record_claims(const storage::StoredArticle& stored, storage::ReadyArticle& ready,
                     const std::vector<claims::SourcedClaim>& retired);
  void withdraw(const std::vector<claims::SourcedClaim>& retired);
  void settle(const claims::Dispute& dispute);
  void record_claim(storage::ReadyArticle& ready, std::size_t place, std::int64_t revision,
                    const std::vector<claims::SourcedClaim>& retired);
  // The fact; where there is none, that which the claim began.
  static const claims::Fact& told(claims::SharedFact& fact, const claims::SourcedClaim& claim);
  Judged judge(const claims::Fact& fact, const claims::LikelySame& same,
               const claims::SourcedClaim& claim) const;
  void keep(const claims::Fact& fact, const claims::SourcedClaim& earlier,
            const claims::SourcedClaim& later, const claims::Verdict& verdict);
  claims::Dispute dispute_about(const claims::Fact& fact,
                                const std::vector<alerts::Opposed>& against) const;
  void dispute(const claims::Fact& fact, const claims::SourcedClaim& claim,
               const std::vector<alerts::Opposed>& against);
  void correct(const claims::Fact& fact, const claims::SourcedClaim& claim,
               const std::vector<claims::SourcedClaim>& retired);
  void alert(alerts::Cause cause);
  // The silence that keeps the alert from everybody; 0 = none.
  std::int64_t silence_of(const alerts::Notice& notice) const;

  storage::Store& store_;
  const LedgerOptions& options_;
  storage::Seconds now_;
  std::vector<alerts::Alert>& alerts_;
  claims::Matcher matcher_;  // of the article that is recorded
  // What this revision was already told to correct: its headline repeats it.
  std::set<std::string> corrected_;
};

}  // namespace figured::daemon
