// Notice: what an alert says, taken apart again.
//
// Sinks put it into the words and shapes of their services, and routing rules look
// at it.  It is read from the alert's body, which is kept: so an alert of last
// month is told, and judged by a rule, as if it were raised now.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "alerts/alert.h"

namespace figured::alerts {

// A figure with its evidence, as written.
struct NoticeClaim {
  std::string figure;  // "around 9,000"
  std::string outlet;
  std::string speaker;  // "" = the outlet itself
  std::string quote;
  std::string url;
  std::string title;
  std::string published;   // RFC 3339; "" = not known
  std::string language{};  // of its article, a tag of BCP 47; "" = not known
};

struct NoticeSide {
  std::string range;  // "11 to 13", "20 and more"
  std::vector<std::string> outlets;
  std::size_t voices = 0;                // independent origins (claims/verdicts/voices.h)
  std::vector<std::string> languages{};  // of its articles, as above
};

struct Notice {
  Alert alert;
  // Of the fact; "" where it has none, and in alerts that are of no fact.
  std::string label;
  std::string measure;
  std::string subject;
  std::string place;
  std::int64_t feed = 0;            // of alerts that tell of a feed: which; else 0
  std::string why;                  // of the worst verdict
  double score = 0;                 // 0..1, of that verdict
  std::vector<NoticeClaim> claims;  // the one that came first, then those against it
  std::vector<NoticeSide> sides;
  std::string link{};  // of the page that shows its dispute; "" = there is none
};

// Whatever the body lacks is empty: of one that is no JSON only the alert is left.
Notice read_notice(const Alert& alert);

// "low", "medium" or "high": below 0.4, below 0.75, from there on.
std::string_view severity_word(double severity);

// "Figures disagree", "Figure corrected" ...: what kind of news the alert is.
std::string_view news_of(AlertType type);

// A line of at most `max` bytes: the news and the fact, "Figures disagree: people
// killed, Zerafan".
std::string headline(const Notice& notice, std::size_t max);

// Who says it: "Corvane News Agency (ministry)".
std::string teller(const NoticeClaim& claim);

}  // namespace figured::alerts
