// balance_tags of xml_repair.h.
#include <algorithm>

#include "feeds/text_scan.h"
#include "feeds/xml_repair.h"

namespace figured::feeds {
namespace {

constexpr std::size_t kMaxDepth = 512;

std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

bool is_item(std::string_view name) {
  return equal_ignoring_case(local_name(name), "item") ||
         equal_ignoring_case(local_name(name), "entry");
}

class TagBalance {
 public:
  explicit TagBalance(std::string_view xml) : xml_(xml) { out_.reserve(xml.size() + 256); }

  // False where the tags nest too deep.
  bool run() {
    while (at_ < xml_.size() && open_.size() <= kMaxDepth) {
      const auto angle = std::min(xml_.find('<', at_), xml_.size());
      out_ += xml_.substr(at_, angle - at_);
      at_ = angle;
      if (at_ == xml_.size()) break;
      if (xml_.substr(at_).starts_with("<![CDATA[")) {
        copy_through("]]>");
      } else if (!take_tag()) {
        break;  // cut off within the tag
      }
    }
    if (open_.size() > kMaxDepth) return false;
    finish();
    return true;
  }

  std::string take_xml() { return std::move(out_); }
  bool truncated() const { return truncated_; }

 private:
  struct Element {
    std::string_view name;
    std::size_t start;  // of its start tag, in out_
  };

  void copy_through(std::string_view end) {
    const auto found = xml_.find(end, at_);
    const auto stop = found == xml_.npos ? xml_.size() : found + end.size();
    out_ += xml_.substr(at_, stop - at_);
    at_ = stop;
  }

  bool take_tag() {
    const bool end = xml_.substr(at_).starts_with("</");
    const std::size_t name_start = at_ + (end ? 2 : 1);
    const auto name_end = xml_.find_first_of(" \t\r\n/><", name_start);
    if (name_end == xml_.npos) return false;
    const std::string_view name = xml_.substr(name_start, name_end - name_start);
    at_ = name_end;
    if (!end) return open(name);
    const auto close_at = xml_.find_first_of("<>", at_);
    at_ = close_at == xml_.npos ? xml_.size() : close_at + (xml_[close_at] == '>');
    close(name);
    return true;
  }

  bool open(std::string_view name) {
    // An item within an item: the first lacks its end.
    if (is_item(name) && std::ranges::any_of(open_, is_item, &Element::name)) close_item();
    const std::size_t start = out_.size();
    out_ += '<';
    out_ += name;
    for (;;) {
      at_ = std::min(xml_.find_first_not_of(kAsciiSpace, at_), xml_.size());
      if (at_ == xml_.size() || xml_[at_] == '<') break;
      if (xml_[at_] == '>' || xml_.substr(at_).starts_with("/>")) {
        const bool empty = xml_[at_] == '/';
        at_ += empty ? 2 : 1;
        out_ += empty ? "/>" : ">";
        if (!empty) open_.push_back({name, start});
        return true;
      }
      take_attribute();
    }
    if (at_ < xml_.size()) {  // the '>' is missing
      out_ += '>';
      open_.push_back({name, start});
      return true;
    }
    out_.resize(start);
    return false;
  }

  // name="value", name='value', name=value, name; each once more with quotes.
  void take_attribute() {
    const auto name_end = std::min(xml_.find_first_of("= \t\r\n/><", at_), xml_.size());
    const std::string_view name = xml_.substr(at_, name_end - at_);
    at_ = name_end;
    if (name.empty()) {  // a stray '/' or '='
      ++at_;
      return;
    }
    std::string_view value;
    auto equals = std::min(xml_.find_first_not_of(kAsciiSpace, at_), xml_.size());
    if (equals < xml_.size() && xml_[equals] == '=') {
      at_ = std::min(xml_.find_first_not_of(kAsciiSpace, equals + 1), xml_.size());
      value = take_value();
    }
    const bool proper = is_letter(name[0]) || name[0] == '_' || name[0] == ':' || name[0] & 0x80;
    if (!proper || name.find_first_of("\"'") != name.npos) return;
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    for (const char c : value) out_ += c == '"' ? std::string("&quot;") : std::string(1, c);
    out_ += '"';
  }

  std::string_view take_value() {
    if (at_ == xml_.size()) return {};
    const char quote = xml_[at_];
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t start = at_ + quoted;
    auto end = quoted ? xml_.find(quote, start) : xml_.find_first_of(" \t\r\n><", start);
    end = std::min(end, xml_.size());
    at_ = std::min(end + quoted, xml_.size());
    return xml_.substr(start, end - start);
  }

  void close(std::string_view name) {
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Element& element) {
      return equal_ignoring_case(element.name, name);
    });
    if (found == open_.rend()) return;  // it ends nothing
    const auto depth = static_cast<std::size_t>(open_.rend() - found) - 1;
    while (open_.size() > depth) close_top();
  }

  void close_item() {
    while (!is_item(open_.back().name)) close_top();
    close_top();
  }

  void close_top() {
    out_ += "</";
    out_ += open_.back().name;
    out_ += '>';
    open_.pop_back();
  }

  // What is open at the end was cut off; an item that was is worth nothing.
  void finish() {
    truncated_ = !open_.empty();
    const auto item = std::ranges::find_if(open_, is_item, &Element::name);
    if (item != open_.end() && item != open_.begin()) {
      out_.resize(item->start);
      open_.erase(item, open_.end());
    }
    while (!open_.empty()) close_top();
  }

  const std::string_view xml_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<Element> open_;
  bool truncated_ = false;
};

}  // namespace

boost::system::result<RepairedXml, FeedError> balance_tags(RepairedXml document) {
  TagBalance balance(document.xml);
  if (!balance.run())
    return FeedError{FeedErrorKind::kTooDeep,
                     "The document's tags nest more than 512 deep and it is not read"};
  document.repairs.emplace_back(balance.truncated()
                                    ? "the document is cut off; its whole items were kept"
                                    : "tags that did not match were closed or dropped");
  // The views of the balance end here, before their text goes.
  std::string xml = balance.take_xml();
  document.xml = std::move(xml);
  return document;
}

}  // namespace figured::feeds
