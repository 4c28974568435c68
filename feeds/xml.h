// The XML of a feed as its parsers see it: pugixml, with namespaces and bases.
//
// The one door to pugixml; only the parsers of XML formats include this.
#pragma once
#include <boost/system/result.hpp>
#include <cstdint>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feeds/feed_error.h"

namespace figured::feeds {

// The vocabularies of feeds.  RSS and Atom are one: documents mix them, and no
// name means two things.
enum class Ns : std::uint8_t {
  kCore,
  kRdf,
  kDc,
  kDcTerms,
  kContent,
  kXhtml,
  kItunes,
  kMedia,
  kSy,
  kXml,
  kOther,
};

class FeedXml {
 public:
  // `xml` begins with the root element.  Fails where it is not well-formed
  // enough; the error's message says where.
  static boost::system::result<std::unique_ptr<FeedXml>, FeedError> parse(std::string xml,
                                                                          std::string base);

  pugi::xml_node root() const { return root_; }

  // The namespace of an element, and its name without prefix.  A prefix that is
  // not declared means what it usually means.
  Ns ns(pugi::xml_node node) const;
  static std::string_view local_name(pugi::xml_node node);
  bool is(pugi::xml_node node, Ns space, std::string_view name) const;

  // The first child of that name; a null node where there is none.
  pugi::xml_node child(pugi::xml_node parent, Ns space, std::string_view name) const;

  // An address in the node, resolved against xml:base and the document's own.
  std::string resolve(pugi::xml_node node, std::string_view url) const;

  // The URI of the namespace that the root element is in; "" = none.
  std::string_view root_uri() const;

 private:
  FeedXml(std::string xml, std::string base) : xml_(std::move(xml)), base_(std::move(base)) {}
  Ns prefix_meaning(pugi::xml_node node, std::string_view prefix) const;
  std::string base_of(pugi::xml_node node) const;

  std::string xml_;
  std::string base_;
  pugi::xml_document document_;
  pugi::xml_node root_;
  bool has_bases_ = false;                                    // xml:base occurs
  bool has_inner_defaults_ = false;                           // xmlns= occurs below the root
  mutable std::vector<std::pair<std::string, Ns>> prefixes_;  // looked up so far
};

// All character data of the node and of the elements in it.
std::string text_of(pugi::xml_node node);

// What is in the node as HTML: its text, or its elements written out.
std::string markup_of(pugi::xml_node node);

// The elements in the node written out, for XHTML.
std::string inner_xml(pugi::xml_node node);

// Value of the attribute, trimmed; "" = none.
std::string_view attribute(pugi::xml_node node, const char* name);

}  // namespace figured::feeds
