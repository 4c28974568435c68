// Atom 0.3 and 1.0.
#pragma once
#include "feeds/feed_document.h"
#include "feeds/xml.h"

namespace figured::feeds {

// Requires an element <feed> or <entry> at the root.
FeedDocument parse_atom(const FeedXml& xml);

// What RSS documents borrow of Atom.
struct AtomLink {
  std::string rel;   // lower case; "alternate" where none is given
  std::string type;  // lower case
  std::string href;  // resolved
  std::string length;
};
AtomLink read_atom_link(const FeedXml& xml, pugi::xml_node node);
// Whether the link leads to the page of older items (RFC 5005, 3 and 4), better
// than what `feed` has for it.
bool is_older_page(const AtomLink& link, const FeedDocument& feed);
std::string read_atom_person(const FeedXml& xml, pugi::xml_node node);

}  // namespace figured::feeds
