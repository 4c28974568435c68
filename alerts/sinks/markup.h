// Markup: how a service writes bold words and links, and how a message is told in it.
//
// Headlines and quotes are written by strangers.  Every text of theirs goes through
// `escape`, which leaves nothing in it that the service would read as markup or as
// a mention ("<!channel>", "@everyone"); a link is written only to http and https.
#pragma once
#include <string>
#include <string_view>

#include "alerts/message.h"

namespace figured::alerts {

struct Markup {
  std::string (*escape)(std::string_view text);
  std::string (*bold)(const std::string& escaped);
  std::string (*link)(const std::string& url, const std::string& escaped);
  std::string_view bullet;
};

// What the alert says, without its headline: the figures, each with its teller and
// quote, why they do not agree, and the way to the dispute.  Whole lines only, at most
// `max` bytes.
std::string told(const Notice& notice, const Markup& markup, std::size_t max);

// The message: a headline before each alert.  At most `max` bytes; a last line
// counts the alerts that found no room.
std::string told(const Message& message, const Markup& markup, std::size_t max);

// Without any markup: for mail, ntfy and terminals.
extern const Markup kPlainText;

// Where the alert leads, fit for any markup: to its dispute on figured's page, else to the
// article of its first claim; "" = nowhere.
std::string safe_link(const Notice& notice);

// The url, fit to stand in any markup's link: "" where it is not http or https, else
// with what could end the link percent-encoded.
std::string safe_url(std::string_view url);

// The text with `escapes` before each of the `special` signs.
std::string with_backslashes(std::string_view text, std::string_view special);

}  // namespace figured::alerts
