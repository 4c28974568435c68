// FactIndex finds facts by their keys, in memory.
//
// Keys are hashes: on disk every one of a claim's would be another page to write.
// It also knows of which articles the live claims of a fact are, so that facts of
// other events need not be read.  What it holds is what the store holds: whoever
// writes there tells it here, and it is filled again from there.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "claims/fact.h"
#include "claims/verdicts/article_sketch.h"
#include "storage/facts/key_table.h"

namespace figured::storage {

class FactIndex {
 public:
  // Of the article's last revision; the names are sketch_names().
  void put_article(std::int64_t id, std::optional<std::chrono::sys_seconds> published,
                   std::span<const claims::NameSketch> names);
  // Claims come in the order of their ids.  Throws std::length_error when there are
  // more than four thousand million.
  void put_claim(std::int64_t id, std::int64_t fact_id, std::int64_t article_id,
                 std::span<const claims::FactKey> keys);
  // The claim is live no more; its keys stay those of its fact.
  void retire(std::int64_t claim_id);
  // It was not retired after all.
  void revive(std::int64_t claim_id, std::int64_t article_id);
  // Claims with this id and higher ones were never stored: they are live no more,
  // and come again under other ids.
  void forget_from(std::int64_t claim_id);

  // Facts of which a filter is asked.
  static constexpr std::size_t kMostTried = 64;

  // The facts with one of the keys: those with most of them first, of two with as many the
  // one spoken of last; `limit` at most.  Where there is a filter, of the first kMostTried
  // those that have a live claim of an article that it lets pass.
  std::vector<std::int64_t> find(std::span<const claims::FactKey> keys, std::size_t limit,
                                 const claims::ArticleFilter& filter) const;

 private:
  struct KnownClaim {
    std::uint32_t article = 0;   // 0 = retired
    std::uint32_t previous = 0;  // of the fact; 0 = none
  };
  struct KnownArticle {
    std::int64_t published = 0;
    std::uint64_t names = 0;  // the first one's place in names_
    std::uint16_t count = 0;
    bool known = false;
    bool dated = false;
  };

  void call_back(std::span<const claims::FactKey> keys) const;
  void call_back(std::span<const std::uint32_t> facts) const;
  bool is_worth_reading(std::uint32_t fact, const claims::ArticleFilter& filter) const;
  claims::ArticleSketch sketch(const KnownArticle& article) const;

  KeyTable keys_;
  std::vector<KnownClaim> claims_;      // by id
  std::vector<std::uint32_t> facts_;    // the last claim of each, by id
  std::vector<KnownArticle> articles_;  // by id
  std::vector<claims::NameSketch> names_;
};

}  // namespace figured::storage
