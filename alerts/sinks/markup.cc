#include "alerts/sinks/markup.h"

#include <algorithm>
#include <cstdio>

#include "alerts/excerpt.h"

namespace figured::alerts {
namespace {

constexpr std::size_t kMaxQuote = 240;
constexpr std::size_t kMaxName = 120;
constexpr std::size_t kMaxHeadline = 200;
constexpr std::size_t kMaxWhy = 400;
constexpr std::size_t kMaxClaims = 6;

// Lines, as long as there is room.
class Lines {
 public:
  explicit Lines(std::size_t max) : left_(max) {}

  bool add(const std::string& line) {
    const std::size_t size = line.size() + (text_.empty() ? 0 : 1);
    if (line.empty() || size > left_) return line.empty();
    if (!text_.empty()) text_ += '\n';
    text_ += line;
    left_ -= size;
    return true;
  }
  std::size_t left() const { return left_; }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::size_t left_;
};

std::string claim_line(const NoticeClaim& claim, const Markup& markup) {
  std::string line(markup.bullet);
  const std::string who = markup.escape(one_line(teller(claim), kMaxName));
  const std::string url = safe_url(claim.url);
  line += url.empty() ? who : markup.link(url, who);
  line += ": " + markup.bold(markup.escape(one_line(claim.figure, kMaxName)));
  if (!claim.quote.empty())
    line += " \u2013 \u201c" + markup.escape(one_line(claim.quote, kMaxQuote)) + "\u201d";
  return line;
}

std::string more_line(std::size_t more, std::string_view of_what) {
  return more == 0 ? "" : "and " + std::to_string(more) + " more " + std::string(of_what);
}

// "" where there is no link, or links stand elsewhere.
std::string link_line(const Notice& notice, const Markup& markup) {
  constexpr std::string_view kWords = "The whole dispute";
  const std::string url = safe_url(notice.link);
  if (url.empty()) return "";
  const std::string line = markup.link(url, std::string(kWords));
  return line == kWords ? "" : line;
}

std::string same(std::string_view text) { return std::string(text); }
std::string same_bold(const std::string& text) { return text; }
std::string link_behind(const std::string& url, const std::string& text) {
  return text + " <" + url + ">";
}

}  // namespace

const Markup kPlainText{same, same_bold, link_behind, "- "};

std::string told(const Notice& notice, const Markup& markup, std::size_t max) {
  const std::string link = link_line(notice, markup);
  const std::size_t kept = link.empty() ? 0 : link.size() + 1;
  Lines lines(max - std::min(max, kept));
  if (notice.claims.empty()) lines.add(markup.escape(one_line(notice.alert.summary, kMaxWhy)));
  std::size_t told = 0;
  for (const NoticeClaim& claim : notice.claims) {
    if (told == kMaxClaims || !lines.add(claim_line(claim, markup))) break;
    ++told;
  }
  lines.add(more_line(notice.claims.size() - told, "figures"));
  lines.add(markup.escape(one_line(notice.why, kMaxWhy)));
  std::string text = lines.take();
  if (link.empty() || kept > max) return text;
  return text.empty() ? link : text + '\n' + link;
}

std::string safe_link(const Notice& notice) {
  const std::string link = safe_url(notice.link);
  if (!link.empty() || notice.claims.empty()) return link;
  return safe_url(notice.claims.front().url);
}

std::string told(const Message& message, const Markup& markup, std::size_t max) {
  constexpr std::size_t kLastLine = 32;
  Lines lines(max);
  std::size_t done = 0;
  for (const Notice& notice : message.notices) {
    const std::string head = markup.bold(markup.escape(headline(notice, kMaxHeadline)));
    const std::size_t kept = message.is_group() ? head.size() + kLastLine + 2 : head.size() + 1;
    if (lines.left() < kept || !lines.add(head)) break;
    lines.add(told(notice, markup, lines.left() - (message.is_group() ? kLastLine : 1)));
    ++done;
  }
  lines.add(more_line(message.notices.size() - done, "alerts"));
  return lines.take();
}

std::string safe_url(std::string_view url) {
  constexpr std::size_t kMaxUrl = 1'000;
  if (!url.starts_with("http://") && !url.starts_with("https://")) return "";
  std::string safe;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7f &&
        std::string_view("<>|\"'`()[]{}\\*_~").find(c) == std::string_view::npos) {
      safe += c;
    } else {
      char code[4];
      std::snprintf(code, sizeof code, "%%%02X", byte);
      safe += code;
    }
  }
  return safe.size() > kMaxUrl ? "" : safe;
}

std::string with_backslashes(std::string_view text, std::string_view special) {
  std::string escaped;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

}  // namespace figured::alerts
