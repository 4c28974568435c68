#include "feeds/atom_parser.h"

#include "feeds/author_name.h"
#include "feeds/item_fields.h"
#include "feeds/media_rss.h"
#include "feeds/plain_text.h"
#include "feeds/text_construct.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

using pugi::xml_node;

bool is_page(const AtomLink& link) {
  return link.rel == "alternate" && (link.type.empty() || link.type == "text/html" ||
                                     link.type == "application/xhtml+xml" || link.type == "html");
}

// Of several alternates the last web page wins; it is better than any other kind.
void read_alternate(std::string& field, bool& has_page, const AtomLink& link) {
  if (link.rel != "alternate" || link.href.empty()) return;
  if (is_page(link) || !has_page) field = link.href;
  has_page |= is_page(link);
}

void read_link(Item& item, bool& has_page, const AtomLink& link) {
  if (link.rel == "enclosure" && !link.href.empty())
    item.enclosures.push_back({link.href, link.type, link.length});
  read_alternate(item.link, has_page, link);
}

std::string text(xml_node node) { return std::string(trim(text_of(node).view())); }

// The category's term, or what stands in it.
std::string category(xml_node node) {
  const auto term = attribute(node, "term");
  return plain_line(term.empty() ? text_of(node).view() : term);
}

// Atom 0.3 documents borrow RSS's element.
void read_enclosure(const FeedXml& xml, Item& item, xml_node node) {
  const auto url = attribute(node, "url");
  if (!url.empty())
    item.enclosures.push_back({xml.resolve(node, url), std::string(attribute(node, "type")),
                               std::string(attribute(node, "length"))});
}

void read_content(Item& item, xml_node node) {
  keep_first(item.content, read_text_construct(node));
  keep_first(item.language, std::string(attribute(node, "xml:lang")));
}

void read_entry(const FeedXml& xml, xml_node entry, Item& item) {
  bool has_page = false;
  item.language = attribute(entry, "xml:lang");
  std::optional<FeedDate> created;
  std::string contributor;
  for (xml_node node = entry.first_child(); node; node = node.next_sibling()) {
    const auto [ns, name] = xml.kind(node);
    if (name.empty()) continue;
    switch (ns) {
      case Ns::kCore:
        if (name == "id" || name == "guid")
          keep_first(item.id, text(node));
        else if (name == "title")
          keep_first(item.title, plain_line(read_text_construct(node)));
        else if (name == "link")
          read_link(item, has_page, read_atom_link(xml, node));
        else if (name == "summary")
          keep_first(item.summary, read_text_construct(node));
        else if (name == "content")
          read_content(item, node);
        else if (name == "enclosure")
          read_enclosure(xml, item, node);
        else if (name == "author")
          keep_first(item.author, read_atom_person(xml, node));
        else if (name == "contributor")
          keep_first(contributor, read_atom_person(xml, node));
        else if (name == "published" || name == "issued")
          keep_first_date(item.published, text_of(node).view());
        else if (name == "updated" || name == "modified")
          keep_first_date(item.updated, text_of(node).view());
        else if (name == "created")
          keep_first_date(created, text_of(node).view());
        else if (name == "category")
          item.categories.push_back(category(node));
        break;
      case Ns::kDc:
        if (name == "creator")
          keep_first(item.author, author_name(text_of(node).view()));
        else if (name == "subject")
          item.categories.push_back(plain_line(text_of(node).view()));
        else if (name == "date")
          keep_first_date(item.updated, text_of(node).view());
        else if (name == "language")
          keep_first(item.language, text(node));
        break;
      case Ns::kXhtml:
        if (name == "body" || name == "div") keep_first(item.content, inner_xml(node));
        break;
      case Ns::kMedia:
        read_media(xml, node, item);
        break;
      default:
        break;
    }
  }
  std::erase(item.categories, "");
  if (!item.published) item.published = created;
  // An id is to be an address; where there is no other, it is the best known.
  if (item.link.empty()) item.link = xml.resolve(entry, item.id);
}

FeedFormat format_of(const FeedXml& xml) {
  const auto version = attribute(xml.root(), "version");
  const bool old = version.starts_with("0.") || xml.root_uri() == "http://purl.org/atom/ns#";
  return old ? FeedFormat::kAtom03 : FeedFormat::kAtom10;
}

void read_feed_link(FeedDocument& feed, bool& has_page, const AtomLink& link) {
  if (link.rel == "self") keep_first(feed.self, link.href);
  if (link.rel == "hub") feed.hubs.push_back(link.href);
  if (is_older_page(link, feed)) feed.older_page = link.href;
  read_alternate(feed.link, has_page, link);
}

void read_feed_element(const FeedXml& xml, FeedDocument& feed, bool& has_page, xml_node node) {
  const auto [ns, name] = xml.kind(node);
  if (name.empty()) return;
  if (ns == Ns::kCore) {
    if (name == "title")
      keep_first(feed.title, plain_line(read_text_construct(node)));
    else if (name == "subtitle" || name == "tagline")
      keep_first(feed.subtitle, plain_line(read_text_construct(node)));
    else if (name == "link")
      read_feed_link(feed, has_page, read_atom_link(xml, node));
    else if (name == "language")
      keep_first(feed.language, text(node));
    else if (name == "entry" || name == "item")
      read_entry(xml, node, feed.items.emplace_back());
  } else if (ns == Ns::kDc && name == "language") {
    keep_first(feed.language, text(node));
  } else if (ns == Ns::kSy && name == "updateperiod") {
    feed.update_period = text(node);
  } else if (ns == Ns::kSy && name == "updatefrequency") {
    feed.update_frequency = text(node);
  }
}

}  // namespace

AtomLink read_atom_link(const FeedXml& xml, xml_node node) {
  AtomLink link;
  std::string_view href;
  for (auto given = node.first_attribute(); given; given = given.next_attribute()) {
    const std::string_view name = given.name();
    const std::string_view value = trim(given.value());
    if (name == "rel")
      link.rel = to_lower(value);
    else if (name == "type")
      link.type = to_lower(value);
    else if (name == "href")
      href = value;
    else if (name == "length")
      link.length = value;
  }
  constexpr std::string_view kRegistry = "http://www.iana.org/assignments/relation/";
  if (link.rel.starts_with(kRegistry)) link.rel.erase(0, kRegistry.size());
  if (link.rel.empty()) link.rel = "alternate";
  link.href = xml.resolve(node, href.empty() ? text_of(node).view() : href);
  return link;
}

bool is_older_page(const AtomLink& link, const FeedDocument& feed) {
  if (link.href.empty()) return false;
  return link.rel == "prev-archive" || (link.rel == "next" && feed.older_page.empty());
}

std::string read_atom_person(const FeedXml& xml, xml_node node) {
  for (const char* part : {"name", "email", "uri"}) {
    std::string text = collapse_space(text_of(xml.child(node, Ns::kCore, part)).view());
    if (!text.empty()) return text;
  }
  return author_name(text_of(node).view());
}

FeedDocument parse_atom(const FeedXml& xml) {
  FeedDocument feed;
  feed.format = format_of(xml);
  feed.language = attribute(xml.root(), "xml:lang");
  bool has_page = false;
  if (equal_ignoring_case(FeedXml::local_name(xml.root()), "entry")) {
    read_entry(xml, xml.root(), feed.items.emplace_back());
    return feed;
  }
  for (xml_node node = xml.root().first_child(); node; node = node.next_sibling())
    read_feed_element(xml, feed, has_page, node);
  if (feed.link.empty())
    feed.link = xml.resolve(xml.root(), text_of(xml.child(xml.root(), Ns::kCore, "id")).view());
  return feed;
}

}  // namespace figured::feeds
