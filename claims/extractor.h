// Extractor reads a document and tells every claim in it.
//
// Pure: the same document gives the same reading, and no clock, file or socket
// is touched.  Cost grows linearly with the length of the document.  One
// Extractor serves any number of threads.
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

#include "claims/claim.h"

namespace figured::claims {

// What is read.  `text` is plain UTF-8, paragraphs parted by line breaks;
// malformed UTF-8 is passed over, never rejected.
struct Document {
  std::string_view title;
  std::string_view text;
  std::string_view outlet;
  std::optional<std::chrono::sys_seconds> published;
};

struct Explanation;  // explanation.h

class Extractor {
 public:
  Reading read(const Document& document) const;

  // The same reading, with the reason of every decision.
  Reading explain(const Document& document, Explanation& explanation) const;

 private:
  Reading read(const Document& document, Explanation* explanation) const;
};

}  // namespace figured::claims
