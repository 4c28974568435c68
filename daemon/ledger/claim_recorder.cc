#include "daemon/ledger/claim_recorder.h"

#include <algorithm>
#include <map>

#include "alerts/alert_body.h"
#include "claims/verdicts/fact_name.h"
#include "claims/verdicts/judge.h"
#include "daemon/ledger/alert_plan.h"
#include "web/told_articles.h"

namespace figured::daemon {
namespace {

bool same_figure(const claims::SourcedClaim& a, const claims::SourcedClaim& b) {
  const claims::Figure& one = a.claim.figure;
  const claims::Figure& other = b.claim.figure;
  return a.claim.measure == b.claim.measure && one.low == other.low && one.high == other.high;
}

// What the revision before said in place of the claim: of those it no longer
// says, the one nearest to where the claim stands.
const claims::SourcedClaim* replaced(const claims::SourcedClaim& claim,
                                     const std::vector<claims::SourcedClaim>& retired) {
  const auto distance = [&](const claims::SourcedClaim& other) {
    const auto here = static_cast<std::int64_t>(claim.claim.figure.span.start);
    return std::abs(here - static_cast<std::int64_t>(other.claim.figure.span.start));
  };
  const claims::SourcedClaim* nearest = nullptr;
  for (const claims::SourcedClaim& other : retired) {
    if (same_figure(claim, other)) return nullptr;
    if (!claims::judge_revision(other, claim)) continue;
    if (nearest == nullptr || distance(other) < distance(*nearest)) nearest = &other;
  }
  return nearest;
}

// A headline and its text say one thing; the text is the better evidence.
std::vector<alerts::Opposed> one_an_article(const std::vector<alerts::Opposed>& against) {
  std::vector<alerts::Opposed> kept;
  for (const alerts::Opposed& other : against) {
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const alerts::Opposed& earlier) {
      return earlier.claim.article_id == other.claim.article_id &&
             same_figure(earlier.claim, other.claim);
    });
    if (same == kept.end()) {
      kept.push_back(other);
    } else if (same->claim.claim.field == claims::Field::kTitle) {
      *same = other;
    }
  }
  return kept;
}

}  // namespace

void ClaimRecorder::record(const storage::StoredArticle& stored, storage::ReadyArticle& ready,
                           const std::vector<claims::SourcedClaim>& retired) {
  record_claims(stored, ready, retired);
  withdraw(retired);
}

void ClaimRecorder::replace(const storage::StoredArticle& stored, storage::ReadyArticle& ready,
                            const std::vector<claims::SourcedClaim>& retired) {
  record_claims(stored, ready, {});
  withdraw(retired);
}

void ClaimRecorder::record_claims(const storage::StoredArticle& stored,
                                  storage::ReadyArticle& ready,
                                  const std::vector<claims::SourcedClaim>& retired) {
  corrected_.clear();
  matcher_.begin_article();
  for (std::size_t place = 0; place < ready.claims.size(); ++place) {
    claims::SourcedClaim& claim = ready.claims[place];
    claim.article_id = stored.id;
    claim.seen = now_;
    record_claim(ready, place, stored.revision, retired);
  }
}

void ClaimRecorder::withdraw(const std::vector<claims::SourcedClaim>& retired) {
  std::map<std::int64_t, claims::Dispute> disputes;
  std::map<std::int64_t, std::vector<std::int64_t>> claims_by_dispute;
  for (const claims::SourcedClaim& claim : retired) {
    auto dispute = store_.dispute_of_claim(claim.id);
    if (!dispute) continue;
    claims_by_dispute[dispute->id].push_back(claim.id);
    disputes[dispute->id] = *std::move(dispute);
  }
  for (auto& [id, dispute] : disputes) {
    const auto change = claims::withdraw_claims(dispute, claims_by_dispute[id], now_);
    store_.put_dispute(dispute);
    if (change == claims::DisputeChange::kSettled) settle(dispute);
  }
}

void ClaimRecorder::settle(const claims::Dispute& dispute) {
  alert({.type = alerts::AlertType::kDisputeSettled,
         .fact = *store_.fact(dispute.fact_id),
         .dispute = dispute,
         .claim = std::nullopt,
         .against = {}});
}

// A fact that the claim begins gets its words only where somebody is told of it.
void ClaimRecorder::record_claim(storage::ReadyArticle& ready, std::size_t place,
                                 std::int64_t revision,
                                 const std::vector<claims::SourcedClaim>& retired) {
  claims::SourcedClaim& claim = ready.claims[place];
  const auto candidates =
      store_.facts_by_keys(ready.keys[place], claims::Matcher::kMostFacts,
                           [&](std::int64_t article_id, const claims::ArticleSketch& other) {
                             return matcher_.may_be_same(claim, article_id, other);
                           });
  const claims::Match match = matcher_.match(claim, candidates);
  const auto chosen = static_cast<std::size_t>(match.fact);  // none where it is -1
  // With its live claims as they were before the claim.
  claims::SharedFact fact = match.fact < 0 ? nullptr : candidates[chosen];
  store_.put_claim(fact ? fact->id : 0, revision, ready, place);
  if (!retired.empty()) correct(told(fact, claim), claim, retired);
  std::vector<Judged> judged;
  for (const claims::LikelySame& same : match.same)
    if (same.candidate == chosen) judged.push_back(judge(*candidates[chosen], same, claim));
  // Claims that no words gather may still be of one fact beyond doubt.
  for (const claims::LikelySame& same : match.same)
    if (same.candidate != chosen) judged.push_back(judge(*candidates[same.candidate], same, claim));
  std::vector<alerts::Opposed> against;
  for (const Judged& each : choose_evidence(std::move(judged))) {
    claims::Verdict verdict = claims::judge(*each.earlier, claim, *each.sameness);
    keep(*each.fact, *each.earlier, claim, verdict);
    if (each.relation == claims::Relation::kContradicts)
      against.push_back({*each.earlier, std::move(verdict)});
  }
  if (!against.empty()) dispute(told(fact, claim), claim, against);
}

const claims::Fact& ClaimRecorder::told(claims::SharedFact& fact,
                                        const claims::SourcedClaim& claim) {
  if (fact) return *fact;
  claims::Fact begun = claims::make_fact(claim);
  begun.id = claim.fact_id;
  fact = std::make_shared<const claims::Fact>(std::move(begun));
  return *fact;
}

Judged ClaimRecorder::judge(const claims::Fact& fact, const claims::LikelySame& same,
                            const claims::SourcedClaim& claim) const {
  const claims::Relation relation = claims::relation_of(*same.claim, claim, same.sameness);
  if (options_.on_relation) options_.on_relation(relation);
  if (options_.on_verdict) {
    const claims::Verdict verdict = claims::judge(*same.claim, claim, same.sameness);
    options_.on_verdict({fact, *same.claim, claim, verdict});
  }
  return {&fact, same.claim, &same.sameness, relation,
          claims::score_of(*same.claim, claim, same.sameness)};
}

void ClaimRecorder::keep(const claims::Fact& fact, const claims::SourcedClaim& earlier,
                         const claims::SourcedClaim& later, const claims::Verdict& verdict) {
  store_.put_verdict({.fact_id = fact.id,
                      .earlier_claim = earlier.id,
                      .later_claim = later.id,
                      .verdict = verdict,
                      .at = now_});
}

// The one that is known of the fact, or in which one of the opposed claims stands,
// else a new one.  A dismissed one keeps quiet only what all stands in such.
claims::Dispute ClaimRecorder::dispute_about(const claims::Fact& fact,
                                             const std::vector<alerts::Opposed>& against) const {
  if (auto known = store_.dispute_of_fact(fact.id)) return *std::move(known);
  std::optional<claims::Dispute> dismissed;
  bool all_dismissed = true;
  for (const alerts::Opposed& other : against) {
    auto known = store_.dispute_of_claim(other.claim.id);
    if (!known) {
      all_dismissed = false;
    } else if (known->state != claims::DisputeState::kDismissed) {
      return *std::move(known);
    } else if (!dismissed) {
      dismissed = std::move(known);
    }
  }
  if (dismissed && all_dismissed) return *std::move(dismissed);
  claims::Dispute dispute;
  dispute.fact_id = fact.id;
  return dispute;
}

void ClaimRecorder::dispute(const claims::Fact& fact, const claims::SourcedClaim& claim,
                            const std::vector<alerts::Opposed>& against) {
  claims::Dispute dispute = dispute_about(fact, against);
  std::vector<const claims::SourcedClaim*> opposed;
  double severity = 0;
  for (const alerts::Opposed& other : against) {
    opposed.push_back(&other.claim);
    severity = std::max(severity, other.verdict.severity);
  }
  const auto change = claims::take_sides(dispute, claim, opposed, severity, now_);
  // A dispute goes by what it is about from its first two sides on.
  claims::Fact named = fact;
  if (dispute.id == 0 && dispute.fact_id == fact.id)
    named = claims::name_by(fact, against.front().claim, claim);
  if (named.label != fact.label) store_.put_fact(named);
  store_.put_dispute(dispute);
  if (change == claims::DisputeChange::kNone) return;
  const auto type = change == claims::DisputeChange::kNewSide ? alerts::AlertType::kDisputeWidened
                                                              : alerts::AlertType::kContradiction;
  alert({.type = type,
         .fact = dispute.fact_id == fact.id ? std::move(named) : *store_.fact(dispute.fact_id),
         .dispute = dispute,
         .claim = claim,
         .against = one_an_article(against)});
}

void ClaimRecorder::correct(const claims::Fact& fact, const claims::SourcedClaim& claim,
                            const std::vector<claims::SourcedClaim>& retired) {
  const claims::SourcedClaim* before = replaced(claim, retired);
  if (before == nullptr) return;
  const claims::Verdict verdict = *claims::judge_revision(*before, claim);
  if (options_.on_relation) options_.on_relation(verdict.relation);
  if (options_.on_verdict) options_.on_verdict({fact, *before, claim, verdict});
  keep(fact, *before, claim, verdict);
  if (!corrected_.insert(claim.claim.measure + claim.claim.figure.surface).second) return;
  claims::Dispute none;
  none.fact_id = fact.id;
  alert({.type = alerts::AlertType::kCorrection,
         .fact = fact,
         .dispute = none,
         .claim = claim,
         .against = {{*before, verdict}}});
}

std::int64_t ClaimRecorder::silence_of(const alerts::Notice& notice) const {
  for (const storage::Silence& silence : store_.silences(now_))
    if (alerts::parse_match(silence.matching).matches(notice)) return silence.id;
  return 0;
}

void ClaimRecorder::alert(alerts::Cause cause) {
  cause.sources = web::told_articles(store_, cause);
  alerts::Alert alert = alerts::draft_alert(cause, now_);
  store_.reserve_alert(alert);
  alert.body = alerts::alert_body(alert, cause, options_.page);
  if (options_.on_alert && cause.claim && cause.claim->published)
    options_.on_alert(std::max(std::chrono::seconds(0), now_ - *cause.claim->published));
  const alerts::Notice notice = alerts::read_notice(alert);
  store_.put_alert(alert, plan_alert(store_, options_, notice, now_), silence_of(notice));
  alerts_.push_back(std::move(alert));
}

}  // namespace figured::daemon
