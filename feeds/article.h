// Item: an entry of a feed document, as the document gives it.
// Article: an item made ready to store: identified, plain text, one outlet.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "feeds/feed_date.h"

namespace figured::feeds {

struct Enclosure {
  std::string url;
  std::string type;
  std::string length;  // as written
};

struct Item {
  std::string id;     // guid, atom:id, rdf:about; "" when there is none
  std::string title;  // plain text
  std::string link;   // absolute
  // The link is only the guid, resolved: it may lead nowhere.
  bool link_is_guid = false;
  std::string summary;  // markup as given (HTML)
  std::string content;  // markup as given (HTML)
  std::string author;
  std::optional<FeedDate> published;
  std::optional<FeedDate> updated;
  std::string language;    // as written; the document's where it has none of its own
  std::string media_text;  // what Media RSS says of its film or picture (HTML)
  std::vector<std::string> categories;
  std::vector<Enclosure> enclosures;
};

struct Article {
  // What makes it this article within its feed: "guid:…", else "link:…", else
  // "hash:…".
  std::string identity;
  std::string guid;  // as given; may be empty
  // Hashes of the weaker names by which it may be known again, the strongest first
  // (article_alias.h); none that another article of the document has too.
  std::vector<std::uint64_t> aliases;
  std::string url;
  std::string title;  // plain text, white space collapsed
  std::string text;   // plain text, paragraphs parted by "\n"
  std::string outlet;
  std::string group;
  std::optional<std::chrono::sys_seconds> published;
  DateZone published_zone = DateZone::kUnknown;  // what made `published` this moment
  std::string language;                          // feeds/language_tag.h; "" = not known
  // Of title, text, url and published as the feed gave them: unequal means a new
  // revision.
  std::uint64_t content_hash = 0;
  // The feed carries a summary of it; its web page is to be read before its figures.
  bool wants_page = false;
};

}  // namespace figured::feeds
