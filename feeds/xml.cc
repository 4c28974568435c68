#include "feeds/xml.h"

#include <algorithm>
#include <cstring>

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

struct NameParts {
  std::string_view prefix;  // "" = none
  std::string_view local;
};

NameParts name_parts(pugi::xml_node node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  if (colon == name.npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
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
  const auto type = node.type();
  return type == pugi::node_pcdata || type == pugi::node_cdata;
}

// The one piece of text that is all that the node holds; a null node where there is more.
pugi::xml_node only_text(pugi::xml_node node) {
  const pugi::xml_node first = node.first_child();
  return is_text(first) && !first.next_sibling() ? first : pugi::xml_node();
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

ElementKind FeedXml::kind(pugi::xml_node node) const {
  const char* const name = node.name();
  if (*name == '\0') return {};
  const char* colon = name;
  while (*colon != ':' && *colon != '\0') ++colon;
  if (*colon == '\0') return {ns(node, {}), LocalName(name)};
  return {ns(node, {name, colon}), LocalName(colon + 1)};
}

Ns FeedXml::ns(pugi::xml_node node, std::string_view prefix) const {
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

std::string_view FeedXml::local_name(pugi::xml_node node) { return name_parts(node).local; }

bool FeedXml::is(pugi::xml_node node, Ns space, std::string_view name) const {
  const NameParts parts = name_parts(node);
  return equal_ignoring_case(parts.local, name) && ns(node, parts.prefix) == space;
}

pugi::xml_node FeedXml::child(pugi::xml_node parent, Ns space, std::string_view name) const {
  for (pugi::xml_node child = parent.first_child(); child; child = child.next_sibling())
    if (is(child, space, name)) return child;
  return {};
}

std::string FeedXml::base_of(pugi::xml_node node) const {
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
  if (url.empty()) return {};
  return has_bases_ ? resolve_url(base_of(node), url) : resolve_url(base_, url);
}

std::string_view FeedXml::root_uri() const {
  const auto prefix = name_parts(root_).prefix;
  const std::string name = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  return root_.attribute(name.c_str()).value();
}

NodeText text_of(pugi::xml_node node) {
  if (const auto only = only_text(node)) return NodeText(std::string_view(only.value()));
  std::string text;
  // Depth first without recursion: documents nest as deep as they like.
  for (pugi::xml_node at = node.first_child(); at;) {
    if (is_text(at)) text += at.value();
    pugi::xml_node next = at.first_child() ? at.first_child() : at.next_sibling();
    for (pugi::xml_node up = at; !next && (up = up.parent()) && up != node;)
      next = up.next_sibling();
    at = next;
  }
  return NodeText(std::move(text));
}

std::string inner_xml(pugi::xml_node node) {
  StringWriter writer;
  for (const pugi::xml_node child : node.children())
    child.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(writer.text);
}

NodeText markup_of(pugi::xml_node node) {
  if (const auto only = only_text(node)) return NodeText(std::string_view(only.value()));
  return has_elements(node) ? NodeText(inner_xml(node)) : text_of(node);
}

std::string_view attribute(pugi::xml_node node, const char* name) {
  return trim(node.attribute(name).value());
}

}  // namespace figured::feeds
