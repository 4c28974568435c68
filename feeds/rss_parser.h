// RSS 0.9x, 1.0 (RDF) and 2.0, with the modules that news feeds use.
#pragma once
#include "feeds/feed_document.h"
#include "feeds/xml.h"

namespace figured::feeds {

// Requires an element <rss>, <rdf:RDF> or <channel> at the root.
FeedDocument parse_rss(const FeedXml& xml);

}  // namespace figured::feeds
