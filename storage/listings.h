// Listings: what is stored, a page at a time, for those who look around.
//
// Each list has an order that does not change for what stands in it, and goes on behind
// the last one given; so whoever pages meets nothing twice, whatever comes meanwhile.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "alerts/alert.h"
#include "claims/dispute.h"

namespace figured::storage {

// Where a page of disputes begins: behind this one.
struct DisputeMark {
  std::chrono::sys_seconds changed_at = std::chrono::sys_seconds::max();
  std::int64_t id = 0;
};

// What tells a dispute from others, without its claims.
struct DisputeWords {
  std::string label, measure, subject, place;  // of its fact
  std::vector<std::string> outlets;            // of the claims on its sides, each once
};

struct AlertChoice {
  std::int64_t dispute_id = 0;  // 0 = any
  std::optional<alerts::DeliveryState> state{};
  std::string endpoint{};   // "" = any
  std::int64_t before = 0;  // sequences below it; 0 = all
};

class Listings {
 public:
  virtual ~Listings() = default;

  // Without their sides, newest change first; of one second, highest id first.
  virtual std::vector<claims::Dispute> disputes_behind(const DisputeMark& mark,
                                                       std::size_t limit) const = 0;
  // The same of those that are neither settled nor dismissed.
  virtual std::vector<claims::Dispute> standing_disputes_behind(const DisputeMark& mark,
                                                                std::size_t limit) const = 0;
  virtual std::size_t standing_disputes() const = 0;
  // Empty where there is no such dispute.
  virtual std::optional<DisputeWords> words_of_dispute(std::int64_t id) const = 0;

  // Stamps: numbers that are others where what they stand for has changed since, whoever
  // changed it, so that what was made of it need not be made again.  They are read much
  // faster than what they stand for; 0 = there is no such dispute.
  //
  // Of what a list shows: state, sides, words of the fact, last alert and decision.
  virtual std::uint64_t dispute_stamp(std::int64_t id) const = 0;
  // Of all that belongs to it: also its fact's claims, verdicts, alerts, deliveries.
  virtual std::uint64_t whole_dispute_stamp(std::int64_t id) const = 0;
  // Those changed at `from` or later, in no order.
  virtual std::vector<claims::Dispute> disputes_changed(std::chrono::sys_seconds from) const = 0;
  // Disputes on a side of which a claim beyond `after` stands.
  virtual std::vector<std::int64_t> disputes_joined(std::int64_t after) const = 0;
  // Without its sides, as all of these.
  virtual std::optional<claims::Dispute> dispute_head(std::int64_t id) const = 0;
  virtual std::optional<claims::Dispute> dispute_of_fact(std::int64_t fact_id) const = 0;
  // The newest on a side of which the claim stands.
  virtual std::optional<std::int64_t> dispute_of_claim(std::int64_t claim_id) const = 0;
  // The newest claim that stands on a side; 0 = none does.
  virtual std::int64_t last_disputed_claim() const = 0;

  // Newest first, without their bodies.
  virtual std::vector<alerts::Alert> alerts_behind(const AlertChoice& choice,
                                                   std::size_t limit) const = 0;
  // Articles with ids below `before` (0: all), newest first.
  virtual std::vector<std::int64_t> articles_behind(std::int64_t before,
                                                    std::size_t limit) const = 0;
};

}  // namespace figured::storage
