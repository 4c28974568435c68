// Media RSS, as RSS and Atom documents borrow it: what is said of a film or a picture.
//
// Films of news channels have no other text: YouTube's feeds carry it in <media:group>.
#pragma once
#include "feeds/article.h"
#include "feeds/xml.h"

namespace figured::feeds {

// Requires an element of Ns::kMedia within an item.
void read_media(const FeedXml& xml, pugi::xml_node node, Item& item);

}  // namespace figured::feeds
