// How figurectl tells people why an article was read as it was: each sentence
// with a number once, under it every claim with the decisions that made it, and
// every number that is no figure with the reason.
#pragma once
#include <boost/json/object.hpp>
#include <iosfwd>

#include "claims/explanation.h"
#include "feeds/article.h"

namespace figured::cli {

// What Extractor::explain told of one article.
struct ExplainedArticle {
  const feeds::Article& article;
  claims::Reading reading;
  claims::Explanation explanation;

  const std::string& text_of(claims::Field field) const {
    return field == claims::Field::kTitle ? article.title : article.text;
  }
};

// The headline first, then the text in its order.
void print_explanation(std::ostream& out, const ExplainedArticle& explained);

// {"article","claims":[{claim fields, "why"}],"rejects"}, as docs/json.md gives it.
boost::json::object format_explanation(const ExplainedArticle& explained);

}  // namespace figured::cli
