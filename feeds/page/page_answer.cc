#include "feeds/page/page_answer.h"

#include "feeds/page/page_reader.h"
#include "net/content_decoder.h"

namespace figured::feeds {
namespace {

PageError refused(PageErrorKind kind, std::string message) { return {kind, std::move(message)}; }

}  // namespace

PageResult read_page_answer(const net::HttpResult& answer, const Article& known) {
  if (!answer) {
    const bool large = answer.error().kind == net::HttpErrorKind::kTooLarge;
    return refused(large ? PageErrorKind::kTooLarge : PageErrorKind::kNoAnswer,
                   answer.error().message);
  }
  if (answer->status < 200 || answer->status >= 300)
    return refused(PageErrorKind::kStatus,
                   "The server answers " + std::to_string(answer->status) + " to its address");
  auto body = net::decode_content(answer->body, answer->header("Content-Encoding"),
                                  {.max_size = kMaxDecodedPage});
  if (!body) {
    const bool large = body.error().kind == net::DecodeErrorKind::kTooLarge ||
                       body.error().kind == net::DecodeErrorKind::kBomb;
    return refused(large ? PageErrorKind::kTooLarge : PageErrorKind::kUnreadable,
                   body.error().message);
  }
  return read_page(*body, answer->header("Content-Type"), answer->url, known);
}

}  // namespace figured::feeds
