// Any bytes as a text: no crash, no hang, every claim, quantity and reason stands
// where it says, and an explanation explains the very reading that it comes with.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "claims/explanation.h"
#include "claims/extractor.h"
#include "claims/quantity_reader.h"
#include "claims/verdicts/matcher.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

using namespace figured::claims;

void check_span(Span span, std::string_view text) {
  check(span.start <= span.end && span.end <= text.size());
}

void check_figure(const Figure& figure, std::string_view text) {
  check_span(figure.span, text);
  check(text.substr(figure.span.start, figure.span.end - figure.span.start) == figure.surface);
  check(figure.low || figure.high);
}

void check_claim(const Claim& claim, std::string_view field) {
  check_figure(claim.figure, field);
  check(claim.span.start <= claim.figure.span.start && claim.figure.span.end <= claim.span.end);
  check(claim.span.end <= field.size());
  check(field.substr(claim.span.start, claim.span.end - claim.span.start) == claim.quote);
}

void check_explanation(const Document& document, const Reading& reading) {
  Explanation explanation;
  const Reading again = Extractor().explain(document, explanation);
  check(again.claims.size() == reading.claims.size());
  check(explanation.claims.size() == reading.claims.size());
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    const bool in_title = reading.claims[i].field == Field::kTitle;
    for (const Finding& finding : explanation.claims[i].findings)
      check_span(finding.words, in_title ? document.title : document.text);
  }
  for (const RejectedFigure& reject : explanation.rejects) {
    check(reject.reason != Reject::kNone && reject.span.start < reject.span.end);
    check_span(reject.span, reject.field == Field::kTitle ? document.title : document.text);
  }
}

}  // namespace

// The first line is the title.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(all.find('\n'), all.size());
  const std::string_view title = all.substr(0, line);
  const std::string_view text = all.substr(std::min(line + 1, all.size()));
  const Document document{title, text, "fuzz", std::chrono::sys_seconds{}};
  const Reading reading = Extractor().read(document);
  check(reading.names.size() <= 64);
  for (const Claim& claim : reading.claims) {
    check_claim(claim, claim.field == Field::kTitle ? title : text);
    SourcedClaim sourced;
    sourced.claim = claim;
    sourced.names = reading.names;
    check(fact_keys(sourced).size() <= kMaxFactKeys);
  }
  check_explanation(document, reading);
  for (const Quantity& quantity : read_quantities(all)) check_figure(quantity.figure, all);
  return 0;
}
