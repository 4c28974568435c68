#include "feeds/rss_parser.h"

#include <charconv>

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
using Date = std::optional<FeedDate>;

std::string text(xml_node node) { return std::string(trim(text_of(node).view())); }

// HTML as RSS has it: escaped, in CDATA, or as elements.  A type is Atom's.
NodeText markup(xml_node node) {
  const bool typed = node.first_attribute() && (node.attribute("type") || node.attribute("mode"));
  return typed ? NodeText(read_text_construct(node)) : markup_of(node);
}

// Reads one <item>; the fields that several elements can fill are kept apart
// until all have been seen, so that their order does not matter.
class ItemReader {
 public:
  ItemReader(const FeedXml& xml, xml_node node, Item& item) : xml_(xml), node_(node), item_(item) {}

  void read() {
    for (xml_node node = node_.first_child(); node; node = node.next_sibling()) {
      const ElementKind kind = xml_.kind(node);
      if (kind.name.empty()) continue;
      name_ = kind.name;
      switch (kind.ns) {
        case Ns::kCore:
          read_core(node);
          break;
        case Ns::kDc:
          read_dc(node);
          break;
        case Ns::kDcTerms:
          read_dc_terms(node);
          break;
        case Ns::kContent:
          if (name_ == "encoded") keep_first(item_.content, markup(node).take());
          break;
        case Ns::kXhtml:
          if (name_ == "body" || name_ == "div") keep_first(item_.content, inner_xml(node));
          break;
        case Ns::kItunes:
          if (name_ == "author") keep_first(itunes_author_, text(node));
          if (name_ == "summary") keep_first(itunes_summary_, markup(node).take());
          break;
        case Ns::kMedia:
          read_media(xml_, node, item_);
          break;
        default:
          break;
      }
    }
    finish();
  }

 private:
  void read_core(xml_node node) {
    if (name_ == "title")
      keep_first(item_.title, plain_line(markup(node).view()));
    else if (name_ == "link")
      read_link(node);
    else if (name_ == "description" || name_ == "summary")
      read_summary(node);
    else if (name_ == "guid" || name_ == "id")
      read_guid(node);
    else if (name_ == "pubdate" || name_ == "published" || name_ == "issued")
      keep_date(item_.published, node);
    else if (name_ == "updated" || name_ == "modified")
      keep_date(item_.updated, node);
    else if (name_ == "category")
      read_category(node);
    else if (name_ == "author")
      keep_first(author_, person(node));
    else if (name_ == "enclosure")
      read_enclosure(node);
    else if (name_ == "content" || name_ == "encoded")
      keep_first(item_.content, read_text_construct(node));
    else if (name_ == "body" || name_ == "fullitem")
      keep_first(item_.content, markup(node).take());
    else if (name_ == "date")
      keep_date(dc_date_, node);
  }

  void read_dc(xml_node node) {
    if (name_ == "creator")
      keep_first(creator_, text(node));
    else if (name_ == "author")
      keep_first(author_, text(node));
    else if (name_ == "publisher")
      keep_first(publisher_, text(node));
    else if (name_ == "date")
      keep_date(dc_date_, node);
    else if (name_ == "subject")
      read_category(node);
    else if (name_ == "title")
      keep_first(item_.title, plain_line(markup(node).view()));
    else if (name_ == "description")
      keep_first(dc_description_, markup(node).take());
    else if (name_ == "identifier")
      keep_first(identifier_, text(node));
    else if (name_ == "language")
      keep_first(item_.language, text(node));
  }

  void read_dc_terms(xml_node node) {
    if (name_ == "issued" || name_ == "created")
      keep_date(dc_date_, node);
    else if (name_ == "modified")
      keep_date(item_.updated, node);
  }

  void keep_date(Date& field, xml_node node) { keep_first_date(field, text_of(node).view()); }

  void read_summary(xml_node node) {
    if (item_.summary.empty())
      item_.summary = markup(node).take();
    else
      keep_first(item_.content, markup(node).take());
  }

  void read_guid(xml_node node) {
    keep_first(item_.id, text(node));
    guid_is_link_ = !equal_ignoring_case(attribute(node, "isPermaLink"), "false") &&
                    !equal_ignoring_case(attribute(node, "ispermalink"), "false");
  }

  void read_link(xml_node node) {
    const AtomLink link = read_atom_link(xml_, node);
    if (link.rel == "enclosure") item_.enclosures.push_back({link.href, link.type, link.length});
    if (link.rel == "alternate" && !link.href.empty()) item_.link = link.href;
  }

  void read_category(xml_node node) {
    const auto term = attribute(node, "term");
    auto category = plain_line(term.empty() ? text_of(node).view() : term);
    if (!category.empty()) item_.categories.push_back(std::move(category));
  }

  void read_enclosure(xml_node node) {
    auto url = attribute(node, "url");
    if (url.empty()) url = attribute(node, "href");
    if (url.empty()) return;
    item_.enclosures.push_back({xml_.resolve(node, url), std::string(attribute(node, "type")),
                                std::string(attribute(node, "length"))});
  }

  std::string person(xml_node node) { return read_atom_person(xml_, node); }

  void finish() {
    if (item_.id.empty()) item_.id = attribute(node_, "rdf:about");
    if (item_.id.empty()) item_.id = identifier_;
    if (item_.language.empty()) item_.language = attribute(node_, "xml:lang");
    if (item_.link.empty() && guid_is_link_ && !item_.id.empty()) {
      item_.link = xml_.resolve(node_, item_.id);
      item_.link_is_guid = true;
    }
    if (item_.summary.empty()) item_.summary = std::move(dc_description_);
    keep_first(item_.summary.empty() ? item_.summary : item_.content, std::move(itunes_summary_));
    if (!item_.published) item_.published = dc_date_ ? dc_date_ : item_.updated;
    for (const std::string* author : {&author_, &creator_, &itunes_author_, &publisher_})
      if (item_.author.empty()) item_.author = author_name(*author);
  }

  const FeedXml& xml_;
  const xml_node node_;
  Item& item_;
  LocalName name_;
  bool guid_is_link_ = false;
  Date dc_date_;
  std::string author_;
  std::string creator_;
  std::string itunes_author_;
  std::string publisher_;
  std::string dc_description_;
  std::string itunes_summary_;
  std::string identifier_;
};

FeedFormat format_of(const FeedXml& xml) {
  if (equal_ignoring_case(FeedXml::local_name(xml.root()), "rdf")) {
    const std::string_view uri = xml.root().attribute("xmlns").value();
    return uri.find("/0.9") != uri.npos ? FeedFormat::kRss09 : FeedFormat::kRss10;
  }
  const auto version = attribute(xml.root(), "version");
  if (version.starts_with("0.9")) return FeedFormat::kRss09;
  return version.starts_with("1.") ? FeedFormat::kRss10 : FeedFormat::kRss20;
}

std::optional<std::chrono::minutes> minutes_of(std::string_view text) {
  text = trim(text);
  int number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end.ec != std::errc() || end.ptr != text.data() + text.size() || number < 0)
    return std::nullopt;
  return std::chrono::minutes(number);
}

void read_channel_link(const FeedXml& xml, FeedDocument& feed, xml_node node) {
  const AtomLink link = read_atom_link(xml, node);
  if (link.rel == "self")
    keep_first(feed.self, link.href);
  else if (link.rel == "hub")
    feed.hubs.push_back(link.href);
  else if (is_older_page(link, feed))
    feed.older_page = link.href;
  else if (link.rel == "alternate" && !link.href.empty())
    feed.link = link.href;
}

// 24 is what some take midnight for.
std::uint32_t read_skip_hours(xml_node node) {
  std::uint32_t hours = 0;
  for (const xml_node hour : node.children())
    if (const auto number = minutes_of(text_of(hour).view()); number && number->count() <= 24)
      hours |= 1u << number->count() % 24;
  return hours;
}

std::uint8_t read_skip_days(xml_node node) {
  constexpr std::string_view kDays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                        "thursday", "friday", "saturday"};
  unsigned days = 0;
  for (const xml_node day : node.children())
    for (unsigned i = 0; i < 7; ++i)
      if (equal_ignoring_case(trim(text_of(day).view()), kDays[i])) days |= 1u << i;
  return static_cast<std::uint8_t>(days);
}

void read_channel_element(const FeedXml& xml, FeedDocument& feed, xml_node node) {
  const auto [ns, name] = xml.kind(node);
  if (name.empty()) return;
  if (ns == Ns::kCore) {
    if (name == "item" || name == "entry")
      ItemReader(xml, node, feed.items.emplace_back()).read();
    else if (name == "title")
      keep_first(feed.title, plain_line(markup(node).view()));
    else if (name == "description" || name == "subtitle" || name == "tagline")
      keep_first(feed.subtitle, plain_line(markup(node).view()));
    else if (name == "link")
      read_channel_link(xml, feed, node);
    else if (name == "language")
      keep_first(feed.language, text(node));
    else if (name == "ttl")
      feed.ttl = minutes_of(text_of(node).view());
    else if (name == "skiphours")
      feed.skip_hours = read_skip_hours(node);
    else if (name == "skipdays")
      feed.skip_days = read_skip_days(node);
  } else if (ns == Ns::kDc) {
    if (name == "language")
      keep_first(feed.language, text(node));
    else if (name == "title")
      keep_first(feed.title, plain_line(markup(node).view()));
    else if (name == "description")
      keep_first(feed.subtitle, plain_line(markup(node).view()));
  } else if (ns == Ns::kSy) {
    if (name == "updateperiod")
      feed.update_period = text(node);
    else if (name == "updatefrequency")
      feed.update_frequency = text(node);
  }
}

void read_children(const FeedXml& xml, FeedDocument& feed, xml_node parent) {
  for (xml_node node = parent.first_child(); node; node = node.next_sibling()) {
    if (xml.is(node, Ns::kCore, "channel") || xml.is(node, Ns::kCore, "items"))
      for (xml_node inner = node.first_child(); inner; inner = inner.next_sibling())
        read_channel_element(xml, feed, inner);
    else
      read_channel_element(xml, feed, node);
  }
}

}  // namespace

FeedDocument parse_rss(const FeedXml& xml) {
  FeedDocument feed;
  feed.format = format_of(xml);
  read_children(xml, feed, xml.root());
  for (const auto node : {xml.child(xml.root(), Ns::kCore, "channel"), xml.root()})
    keep_first(feed.language, std::string(attribute(node, "xml:lang")));
  return feed;
}

}  // namespace figured::feeds
