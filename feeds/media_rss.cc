#include "feeds/media_rss.h"

#include "feeds/item_fields.h"
#include "feeds/text_construct.h"

namespace figured::feeds {
namespace {

void read_description(pugi::xml_node node, Item& item) {
  keep_first(item.media_text, read_text_construct(node));
}

}  // namespace

void read_media(const FeedXml& xml, pugi::xml_node node, Item& item) {
  const LocalName name = xml.kind(node).name;
  if (name == "description") return read_description(node, item);
  if (name != "group" && name != "content") return;
  for (pugi::xml_node inner = node.first_child(); inner; inner = inner.next_sibling())
    if (xml.is(inner, Ns::kMedia, "description")) read_description(inner, item);
}

}  // namespace figured::feeds
