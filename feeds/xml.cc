#include "feeds/xml.h"

#include <algorithm>
#include <cstring>

#include "feeds/text_scan.h"
#include "feeds/url_resolve.h"

namespace figured::feeds {
namespace {

struct Vocabulary {
  std::string_view uri;  // lower case
  Ns ns;
};
constexpr Vocabulary kVocabularies[] = {
    {"http://www.w3.org/2005/atom", Ns::kCore},
    {"http://purl.org/atom/ns#", Ns::kCore},
    {"http://purl.org/rss/1.0/", Ns::kCore},
    {"http://my.netscape.com/rdf/simple/0.9/", Ns::kCore},
    {"http://channel.netscape.com/rdf/simple/0.9/", Ns::kCore},
    {"http://backend.userland.com/rss", Ns::kCore},
    {"http://backend.userland.com/rss2", Ns::kCore},
    {"http://blogs.law.harvard.edu/tech/rss", Ns::kCore},
    {"http://cyber.law.harvard.edu/rss", Ns::kCore},
    {"http://purl.org/rss/1.0/modules/rss091#", Ns::kCore},
    {"http://example.com/newformat#", Ns::kCore},
    {"http://purl.org/pie/", Ns::kCore},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", Ns::kRdf},
    {"http://purl.org/dc/elements/1.1/", Ns::kDc},
    {"http://purl.org/dc/elements/1.0/", Ns::kDc},
    {"http://purl.org/dc/terms/", Ns::kDcTerms},
    {"http://purl.org/rss/1.0/modules/content/", Ns::kContent},
    {"http://www.w3.org/1999/xhtml", Ns::kXhtml},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", Ns::kItunes},
    {"http://example.com/dtds/podcast-1.0.dtd", Ns::kItunes},
    {"http://search.yahoo.com/mrss", Ns::kMedia},
    {"http://search.yahoo.com/mrss/", Ns::kMedia},
    {"http://tools.search.yahoo.com/mrss/", Ns::kMedia},
    {"http://video.search.yahoo.com/mrss", Ns::kMedia},
    {"http://video.search.yahoo.com/mrss/", Ns::kMedia},
    {"http://purl.org/rss/1.0/modules/syndication/", Ns::kSy},
    {"http://www.w3.org/xml/1998/namespace", Ns::kXml},
};
constexpr Vocabulary kUsualPrefixes[] = {
    {"rss", Ns::kCore},    {"atom", Ns::kCore},       {"atom10", Ns::kCore},
    {"a10", Ns::kCore},    {"a", Ns::kCore},          {"rdf", Ns::kRdf},
    {"dc", Ns::kDc},       {"dcterms", Ns::kDcTerms}, {"content", Ns::kContent},
    {"xhtml", Ns::kXhtml}, {"html", Ns::kXhtml},      {"itunes", Ns::kItunes},
    {"media", Ns::kMedia}, {"sy", Ns::kSy},           {"xml", Ns::kXml}};

Ns meaning(std::string_view uri) {
  const std::string low = to_lower(trim(uri));
  const auto found = std::ranges::find(kVocabularies, low, &Vocabulary::uri);
  return found == std::end(kVocabularies) ? Ns::kOther : found->ns;
}

Ns usual_meaning(std::string_view prefix) {
  const auto found = std::ranges::find(kUsualPrefixes, prefix, &Vocabulary::uri);
  return found == std::end(kUsualPrefixes) ? Ns::kOther : found->ns;
}

std::string_view prefix_of(pugi::xml_node node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == name.npos ? std::string_view() : name.substr(0, colon);
}

struct StringWriter : pugi::xml_writer {
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
  std::string text;
};

bool has_elements(pugi::xml_node node) {
  return std::ranges::any_of(node.children(),
                             [](auto child) { return child.type() == pugi::node_element; });
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

boost::system::result<std::unique_ptr<FeedXml>, FeedError> FeedXml::parse(std::string xml,
                                                                          std::string base) {
  std::unique_ptr<FeedXml> feed(new FeedXml(std::move(xml), std::move(base)));
  std::string& text = feed->xml_;
  const auto root_end = text.find('>');
  for (auto at = text.find("xml"); at != text.npos; at = text.find("xml", at + 3)) {
    feed->has_bases_ |= text.compare(at + 3, 5, ":base") == 0;
    feed->has_inner_defaults_ |= at > root_end && text.compare(at + 3, 3, "ns=") == 0;
  }
  // White space between elements parts words where markup stands unescaped.
  const auto status = feed->document_.load_buffer_inplace(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!status)
    return FeedError{FeedErrorKind::kBadXml, "The XML cannot be repaired (" +
                                                 std::string(status.description()) + " at byte " +
                                                 std::to_string(status.offset) +
                                                 "); ask the publisher to mend it"};
  feed->root_ = feed->document_.document_element();
  return feed;
}

Ns FeedXml::ns(pugi::xml_node node) const {
  const std::string_view prefix = prefix_of(node);
  if (!prefix.empty()) return prefix_meaning(node, prefix);
  if (!has_inner_defaults_) return Ns::kCore;
  for (pugi::xml_node at = node; at && at != root_; at = at.parent())
    if (const auto uri = at.attribute("xmlns")) return meaning(uri.value());
  return Ns::kCore;
}

Ns FeedXml::prefix_meaning(pugi::xml_node node, std::string_view prefix) const {
  // Feeds do not change what a prefix means half-way.
  const auto known = std::ranges::find(prefixes_, prefix, &std::pair<std::string, Ns>::first);
  if (known != prefixes_.end()) return known->second;
  const std::string declaration = "xmlns:" + std::string(prefix);
  Ns found = usual_meaning(prefix);
  for (pugi::xml_node at = node; at; at = at.parent())
    if (const auto uri = at.attribute(declaration.c_str())) {
      found = meaning(uri.value());
      break;
    }
  prefixes_.emplace_back(prefix, found);
  return found;
}

std::string_view FeedXml::local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

bool FeedXml::is(pugi::xml_node node, Ns space, std::string_view name) const {
  return equal_ignoring_case(local_name(node), name) && ns(node) == space;
}

pugi::xml_node FeedXml::child(pugi::xml_node parent, Ns space, std::string_view name) const {
  for (const pugi::xml_node child : parent.children())
    if (is(child, space, name)) return child;
  return {};
}

std::string FeedXml::base_of(pugi::xml_node node) const {
  if (!has_bases_) return base_;
  std::vector<std::string_view> bases;  // innermost first
  for (pugi::xml_node at = node; at; at = at.parent())
    if (const auto base = at.attribute("xml:base")) bases.emplace_back(base.value());
  std::string base = base_;
  for (auto inner = bases.rbegin(); inner != bases.rend(); ++inner)
    base = resolve_url(base, *inner);
  return base;
}

std::string FeedXml::resolve(pugi::xml_node node, std::string_view url) const {
  url = trim(url);
  return url.empty() ? std::string() : resolve_url(base_of(node), url);
}

std::string_view FeedXml::root_uri() const {
  const auto prefix = prefix_of(root_);
  const std::string name = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  return root_.attribute(name.c_str()).value();
}

std::string text_of(pugi::xml_node node) {
  const pugi::xml_node first = node.first_child();
  if (is_text(first) && !first.next_sibling()) return first.value();
  std::string text;
  // Depth first without recursion: documents nest as deep as they like.
  for (pugi::xml_node at = node.first_child(); at;) {
    if (is_text(at)) text += at.value();
    pugi::xml_node next = at.first_child() ? at.first_child() : at.next_sibling();
    for (pugi::xml_node up = at; !next && (up = up.parent()) && up != node;)
      next = up.next_sibling();
    at = next;
  }
  return text;
}

std::string inner_xml(pugi::xml_node node) {
  StringWriter writer;
  for (const pugi::xml_node child : node.children())
    child.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(writer.text);
}

std::string markup_of(pugi::xml_node node) {
  return has_elements(node) ? inner_xml(node) : text_of(node);
}

std::string_view attribute(pugi::xml_node node, const char* name) {
  return trim(node.attribute(name).value());
}

}  // namespace figured::feeds
