// NameStatistics counts in how many articles each word of a name stands: what
// lexicon/en/name_words.tsv is made of.
#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>

#include "claims/extractor.h"

namespace figured::claims {

class NameStatistics {
 public:
  void add(const Document& document);
  // From here on articles are of another collection.  A word is as usual as in the collection
  // where it is most usual: "Mayor" in news of a country, "Corp" in those of its markets.
  void end_collection();

  // The rows of name_words.tsv, the most usual words first.  Requires end_collection().
  std::string format() const;

 private:
  std::size_t articles_ = 0;  // of the collection
  boost::unordered_flat_map<std::string, std::size_t> counts_;
  boost::unordered_flat_map<std::string, double> shares_;  // of ten thousand articles
};

}  // namespace figured::claims
