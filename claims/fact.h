// Fact: one real-world quantity that claims speak of.
//
// "Fighters of the resistance in Panjshir, August 2021" is a fact; every claim
// about it is one of its live claims.  A fact is found again by its keys: hashes
// of those parts of a claim that two claims of one fact are likely to share.
// Having a key in common makes a fact a candidate, no more.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "claims/claim.h"

namespace figured::claims {

using FactKey = std::uint64_t;

// Claims that many copies of a list share: copying one costs little, whatever its
// claims hold.  A claim in a list does not change.
class LiveClaims {
 public:
  // A claim beside what tells whether it is worth calling back.
  struct Entry {
    std::shared_ptr<const SourcedClaim> claim;
    std::uint64_t article;  // article_key()
    std::uint64_t value;    // value_key() of its figure
  };

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = SourcedClaim;
    using difference_type = std::ptrdiff_t;
    using pointer = const SourcedClaim*;
    using reference = const SourcedClaim&;

    Iterator() = default;
    explicit Iterator(std::vector<Entry>::const_iterator at) : at_(at) {}
    reference operator*() const { return *at_->claim; }
    pointer operator->() const { return at_->claim.get(); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return Iterator(at_++); }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    std::vector<Entry>::const_iterator at_;
  };
  using value_type = SourcedClaim;
  using const_iterator = Iterator;
  using iterator = Iterator;

  LiveClaims() = default;
  LiveClaims(std::initializer_list<SourcedClaim> claims) {
    for (const SourcedClaim& claim : claims) push_back(claim);
  }

  Iterator begin() const { return Iterator(claims_.begin()); }
  Iterator end() const { return Iterator(claims_.end()); }
  std::size_t size() const { return claims_.size(); }
  bool empty() const { return claims_.empty(); }
  const SourcedClaim& operator[](std::size_t at) const { return *claims_[at].claim; }
  const SourcedClaim& at(std::size_t at) const { return *claims_.at(at).claim; }
  const SourcedClaim& front() const { return *claims_.front().claim; }
  const SourcedClaim& back() const { return *claims_.back().claim; }
  // Oldest first.
  const std::vector<Entry>& entries() const { return claims_; }

  void push_back(SourcedClaim claim) {
    const std::uint64_t article = article_key(claim), value = value_key(claim.claim.figure);
    claims_.push_back({std::make_shared<const SourcedClaim>(std::move(claim)), article, value});
  }
  void pop_front() { claims_.erase(claims_.begin()); }
  void reverse() { std::reverse(claims_.begin(), claims_.end()); }

 private:
  std::vector<Entry> claims_;
};

struct Fact {
  std::int64_t id = 0;  // 0 until stored
  std::string label;    // in words, for people
  std::string measure;
  std::string subject;
  std::string place;
  // The newest claims, oldest first; superseded ones are not among them.
  LiveClaims live;
};

// A fact as it was when it was asked for; copied by nobody who only reads it.
using SharedFact = std::shared_ptr<const Fact>;

// More than this many live claims add nothing to a judgement; the oldest leave.
inline constexpr std::size_t kMaxLiveClaims = 64;

}  // namespace figured::claims
