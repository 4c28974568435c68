// ReadyArticle: an article with its claims, made ready to be stored.
//
// One thread writes to a store, so what need not be done there is done before, by any
// other: claims get what tells of their article and the keys of their facts, texts and
// claims are packed and compressed.  How that is done is the store's, which gives out a
// Preparer for it; nobody else looks at what is packed.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "claims/fact.h"
#include "claims/verdicts/article_sketch.h"
#include "feeds/article.h"

namespace figured::storage {

struct RevisionSource;

struct ReadyArticle {
  // As they will be stored, but for `seen` and their ids.
  std::vector<claims::SourcedClaim> claims;
  std::vector<std::vector<claims::FactKey>> keys;  // of each claim
  std::vector<claims::NameSketch> sketch;          // of the article's names

  // What stands in the store for them.
  std::uint64_t identity_key = 0;
  std::uint64_t url_key = 0;
  // The same: whoever stores it gives it what it lacks.
  std::shared_ptr<RevisionSource> revision;
  std::string packed_text;
  std::string packed_claims;
};

class Preparer {
 public:
  virtual ~Preparer() = default;

  // Pure but for what the store has learned of texts; called by any thread.
  virtual std::shared_ptr<ReadyArticle> prepare(const feeds::Article& article,
                                                const claims::Reading& reading) const = 0;
};

}  // namespace figured::storage
