#include "web/claim_review.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "claims/claim_json.h"
#include "web/claim_shapes.h"
#include "web/dispute_shapes.h"

namespace figured::web {

namespace json = boost::json;

namespace {

json::object organization(const std::string& name) {
  return {{"@type", "Organization"}, {"name", name}};
}

std::string who_says(const claims::SourcedClaim& claim) {
  if (!claim.claim.origin.empty()) return claim.claim.origin;
  return claim.claim.speaker.empty() ? claim.outlet : claim.claim.speaker;
}

json::object appearance(const claims::SourcedClaim& claim) {
  json::object shape{{"@type", "NewsArticle"},
                     {"headline", claim.title},
                     {"publisher", organization(claim.outlet)},
                     {"datePublished", claims::format_time(told_at(claim))}};
  if (is_web_link(claim.url)) shape["url"] = claim.url;
  return shape;
}

std::string_view rating_of(claims::DisputeState state) {
  switch (state) {
    case claims::DisputeState::kSettled:
      return "No longer disputed";
    case claims::DisputeState::kDismissed:
      return "Not in contradiction";
    default:
      return "Disputed";
  }
}

}  // namespace

json::object format_claim_review(const storage::DisputeView& view, std::string_view url) {
  json::array graph;
  for (std::size_t at = 0; at < view.dispute.sides.size(); ++at) {
    std::vector<const claims::SourcedClaim*> members;
    for (const auto& claim : view.claims) {
      const auto& ids = view.dispute.sides[at].claim_ids;
      if (std::find(ids.begin(), ids.end(), claim.id) != ids.end()) members.push_back(&claim);
    }
    if (members.empty()) continue;
    std::stable_sort(members.begin(), members.end(),
                     [](auto* a, auto* b) { return told_at(*a) < told_at(*b); });
    const std::string link = dispute_link(url, view.dispute.id);
    json::array appearances;
    for (const auto* claim : members) appearances.push_back(appearance(*claim));
    graph.push_back(json::object{
        {"@type", "ClaimReview"},
        {"@id", link + "#side-" + std::to_string(at)},
        {"url", link},
        {"datePublished", claims::format_time(view.dispute.changed_at)},
        {"author", organization("figured")},
        {"claimReviewed",
         view.fact.label + ": " + side_words(view.dispute.sides[at], members).label},
        {"itemReviewed",
         json::object{{"@type", "Claim"},
                      {"author", organization(who_says(*members.front()))},
                      {"datePublished", claims::format_time(told_at(*members.front()))},
                      {"appearance", std::move(appearances)}}},
        {"reviewRating",
         json::object{{"@type", "Rating"}, {"alternateName", rating_of(view.dispute.state)}}}});
  }
  return {{"@context", "https://schema.org"}, {"@graph", std::move(graph)}};
}

}  // namespace figured::web
