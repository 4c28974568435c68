// Feeds, articles, claims and alerts for the store's tests.
#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

// Seconds after an arbitrary Monday morning.
Seconds at(std::int64_t seconds);

feeds::FeedSource source(const std::string& url,
                         std::chrono::seconds interval = std::chrono::minutes(5));

// The content hash follows from title, text and url.
feeds::Article article(const std::string& identity, const std::string& text = "Forty were hurt.",
                       const std::string& url = "");

// A text that nothing can make shorter by much.
std::string noise(std::size_t bytes, std::uint32_t seed = 1);

// A claim with every field set, to be put under the article.
claims::SourcedClaim claim_in(const StoredArticle& stored, const feeds::Article& article,
                              const std::string& surface = "around 9,000");

// Every field in words, so that two can be compared and differences are seen.
std::string describe(const claims::SourcedClaim& claim);
std::string describe(const VerdictRecord& record);
std::string describe(const claims::Dispute& dispute);
std::string describe(const claims::Decision& decision);
std::string describe(const PairLabel& label);
std::string describe(const alerts::Alert& alert);

std::vector<std::string> labels(const std::vector<claims::Fact>& facts);
// Of a list of claims of any kind.
std::vector<std::string> surfaces(const auto& claims) {
  std::vector<std::string> surfaces;
  for (const claims::SourcedClaim& claim : claims) surfaces.push_back(claim.claim.figure.surface);
  return surfaces;
}

}  // namespace figured::storage
