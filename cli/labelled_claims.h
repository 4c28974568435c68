// LabelledClaims finds the claims that people have labelled among those that are
// read, so that a SamenessModel can be fitted to what figured itself makes of texts.
//
// A file of labels tells of one event which claims are of one fact:
//   {"facts": [{"claims": [{"article", "quote", "start", "field", "value"}]}]}
// `start` is the quote's first Unicode code point in the article's "text" or
// "title" ("field", by default the text); without it the quote is looked for.  An
// interval has "low" and "high" instead of "value".
#pragma once
#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "claims/extractor.h"
#include "claims/sameness/logistic.h"
#include "feeds/article.h"

namespace figured::cli {

class LabelledClaims {
 public:
  // Reads its claims.  Articles are told apart by their guids.
  void add_article(const feeds::Article& article);

  // Every two labelled claims of the event that a claim was read for, and that one
  // unit can measure.  Throws std::invalid_argument when the labels are not as above.
  std::vector<claims::LabelledPair> pairs_of(const boost::json::object& event,
                                             std::uint32_t number);

  // Of all labels so far.
  std::size_t labels() const { return labels_; }
  std::size_t found() const { return found_; }

 private:
  struct ReadArticle {
    std::string title;
    std::string text;
    std::vector<claims::SourcedClaim> claims;
  };

  const claims::SourcedClaim* find(const boost::json::object& label);

  claims::Extractor extractor_;
  std::unordered_map<std::string, ReadArticle> articles_;  // by guid
  std::int64_t claims_ = 0;
  std::size_t labels_ = 0;
  std::size_t found_ = 0;
};

}  // namespace figured::cli
