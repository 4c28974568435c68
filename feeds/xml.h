// The XML of a feed as its parsers see it: pugixml, with namespaces and bases.
//
// The one door to pugixml; only the parsers of XML formats include this.
#pragma once
#include <array>
#include <boost/system/result.hpp>
#include <cstdint>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feeds/feed_error.h"
#include "feeds/text_scan.h"

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

// An element's name without its prefix, in lower case, for feeds write names as they like.
// What is longer than any name of theirs is cut and so equals none.
class LocalName {
 public:
  LocalName() = default;
  // Of a name that ends with a zero.
  explicit LocalName(const char* name) {
    while (*name != '\0' && size_ < letters_.size()) letters_[size_++] = lower(*name++);
  }
  bool empty() const { return size_ == 0; }
  bool operator==(std::string_view name) const {
    return std::string_view(letters_.data(), size_) == name;
  }

 private:
  std::array<char, 31> letters_{};  // the first size_ of them
  std::uint8_t size_ = 0;
};

// What an element is.
struct ElementKind {
  Ns ns = Ns::kCore;
  LocalName name;
};

class FeedXml {
 public:
  // `xml` begins with the root element.  Fails where it is not well-formed
  // enough; the error's message says where.
  static boost::system::result<std::unique_ptr<FeedXml>, FeedError> parse(std::string xml,
                                                                          std::string base);

  pugi::xml_node root() const { return root_; }

  // A prefix that is not declared means what it usually means.  A node that is no
  // element has no name.
  ElementKind kind(pugi::xml_node node) const;
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
  Ns ns(pugi::xml_node node, std::string_view prefix) const;
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

// What a node holds; a view into the tree where it stands there in one piece, as it mostly does.
class NodeText {
 public:
  explicit NodeText(std::string_view piece) : piece_(piece) {}
  explicit NodeText(std::string joined) : joined_(std::move(joined)) {}

  std::string_view view() const { return joined_.empty() ? piece_ : joined_; }
  std::string take() && { return joined_.empty() ? std::string(piece_) : std::move(joined_); }

 private:
  std::string_view piece_{};
  std::string joined_{};
};

// All character data of the node and of the elements in it.
NodeText text_of(pugi::xml_node node);

// What is in the node as HTML: its text, or its elements written out.
NodeText markup_of(pugi::xml_node node);

// The elements in the node written out, for XHTML.
std::string inner_xml(pugi::xml_node node);

// Value of the attribute, trimmed; "" = none.
std::string_view attribute(pugi::xml_node node, const char* name);

}  // namespace figured::feeds
