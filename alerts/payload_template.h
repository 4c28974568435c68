// PayloadTemplate: a body of one's own, filled with what an alert says.
//
//   {"text": "{{summary}}", "link": "{{url}}", "alert": {{body}}}
//
// A text is written so that it stays text where it stands: within JSON its quotes,
// backslashes and control characters are escaped; in a form it is percent-encoded.
// {{body}} is the alert's whole JSON and stands outside of quotes.
//
// A template that could give something else than JSON is refused when it is read,
// not when the first alert is to be sent.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "alerts/message.h"

namespace figured::alerts {

class PayloadTemplate {
 public:
  PayloadTemplate() = default;  // empty: gives ""

  // `content_type` says how texts are written: "application/json" and "+json" types,
  // "application/x-www-form-urlencoded", anything else as it is.  Throws
  // std::invalid_argument that says what is wrong and what is allowed.
  static PayloadTemplate parse(std::string_view text, std::string content_type);

  // Of a group: of its newest alert, but for {{summary}}, which tells all, and
  // {{body}}, which holds all.
  std::string fill(const Message& message) const;

  const std::string& content_type() const { return content_type_; }
  static std::vector<std::string_view> placeholders();

 private:
  struct Piece {
    std::string text;  // as it is
    int placeholder;   // what follows; -1 = nothing
  };
  std::vector<Piece> pieces_;
  std::string content_type_ = "application/json";
};

}  // namespace figured::alerts
