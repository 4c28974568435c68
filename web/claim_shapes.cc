#include "web/claim_shapes.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <utility>

#include "claims/claim_json.h"

namespace figured::web {

namespace json = boost::json;

namespace {

constexpr std::size_t kContext = 240;  // bytes on each side of a quote

bool begins_sign(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

json::array span(std::size_t start, std::size_t end) { return {start, end}; }

const std::string& field_of(const storage::ArticleView& revision, const claims::Claim& claim) {
  return claim.field == claims::Field::kTitle ? revision.title : revision.text;
}

// The bytes of the figure within the quote, as far as they stand there.
std::pair<std::size_t, std::size_t> figure_in_quote(const claims::Claim& claim) {
  const std::size_t size = claim.quote.size();
  const std::size_t start =
      claim.figure.span.start - std::min(claim.figure.span.start, claim.span.start);
  const std::size_t end = claim.figure.span.end - std::min(claim.figure.span.end, claim.span.start);
  return {std::min(start, size), std::min(std::max(start, end), size)};
}

// From a whole word on, where something is left out.
std::string_view last_part(std::string_view text) {
  if (text.size() <= kContext) return text;
  text.remove_prefix(text.size() - kContext);
  const std::size_t blank = text.find_first_of(" \n");
  if (blank != std::string_view::npos) return text.substr(blank);
  while (!text.empty() && !begins_sign(text.front())) text.remove_prefix(1);
  return text;
}

std::string_view first_part(std::string_view text) {
  if (text.size() <= kContext) return text;
  text = text.substr(0, kContext);
  const std::size_t blank = text.find_last_of(" \n");
  if (blank != std::string_view::npos) return text.substr(0, blank + 1);
  while (!text.empty() && !begins_sign(text.back())) text.remove_suffix(1);
  return text.substr(0, text.size() - std::min<std::size_t>(text.size(), 1));
}

// Null where the quote does not stand there any more.
void add_context(json::object& shape, const claims::Claim& claim,
                 const storage::ArticleView* revision) {
  shape["before"] = shape["after"] = nullptr;
  if (!revision) return;
  const std::string_view field = field_of(*revision, claim);
  if (field.size() < claim.span.end ||
      field.substr(claim.span.start, claim.quote.size()) != claim.quote)
    return;
  shape["before"] = last_part(field.substr(0, claim.span.start));
  shape["after"] = first_part(field.substr(claim.span.start + claim.quote.size()));
}

}  // namespace

std::size_t utf16_length(std::string_view utf8) {
  std::size_t units = 0;
  for (const char byte : utf8) {
    if (!begins_sign(byte)) continue;
    units += static_cast<unsigned char>(byte) >= 0xf0 ? 2 : 1;
  }
  return units;
}

bool is_web_link(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

ArticleShelf::Found ArticleShelf::find(const claims::SourcedClaim& claim) {
  auto known = read_.find(claim.article_id);
  if (known == read_.end()) {
    if (read_.size() >= most_) return {};
    known = read_.emplace(claim.article_id, store_.article_history(claim.article_id)).first;
  }
  if (!known->second) return {};
  for (const auto& revision : known->second->revisions)
    for (const storage::ClaimView& other : revision.claims)
      if (other.claim.id == claim.id) return {&revision.article, other.is_live};
  return {};
}

json::object format_claim_card(const claims::SourcedClaim& claim, bool is_live,
                               const storage::ArticleView* revision) {
  json::object shape = claims::format_claim(claim);
  if (!is_web_link(claim.url)) shape["url"] = nullptr;
  shape["article_id"] = claim.article_id;
  shape["revision"] = revision ? json::value(revision->revision) : json::value(nullptr);
  shape["fact"] = claim.fact_id;
  shape["seen"] = claims::format_time(claim.seen);
  shape["live"] = is_live;
  const auto [start, end] = figure_in_quote(claim.claim);
  const std::string_view quote = claim.claim.quote;
  shape["figure_in_quote"] =
      span(utf16_length(quote.substr(0, start)), utf16_length(quote.substr(0, end)));
  add_context(shape, claim.claim, revision);
  return shape;
}

json::object format_article_claim(const claims::SourcedClaim& claim, bool is_live,
                                  const storage::ArticleView& revision) {
  json::object shape = format_claim_card(claim, is_live, &revision);
  const std::string_view field = field_of(revision, claim.claim);
  const auto at = [field](std::size_t byte) {
    return utf16_length(field.substr(0, std::min(byte, field.size())));
  };
  shape["quote_in_field"] = span(at(claim.claim.span.start), at(claim.claim.span.end));
  shape["figure_in_field"] =
      span(at(claim.claim.figure.span.start), at(claim.claim.figure.span.end));
  return shape;
}

}  // namespace figured::web
