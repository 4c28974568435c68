// robotstxt = *( group / emptyline )
// group     = 1*( "user-agent" ":" name ) *( ( "allow" / "disallow" ) ":" pattern )
// A "#" begins a comment; other lines are passed over and end no group.
#include "feeds/page/robots.h"

#include <algorithm>

#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

bool is_unreserved(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

void append_octet(std::string& text, unsigned char octet) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  text += {'%', kDigits[octet >> 4], kDigits[octet & 15]};
}

// One way of writing for each address: what need not be encoded is not, all else is
// (RFC 9309, 2.2.2).
std::string normal_path(std::string_view path) {
  std::string normal;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto octet = static_cast<unsigned char>(path[i]);
    if (octet >= 0x80) {
      append_octet(normal, octet);
      continue;
    }
    const int high = path[i] == '%' && i + 2 < path.size() ? hex_value(path[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(path[i + 2]) : -1;
    if (low < 0) {
      normal += path[i];
      continue;
    }
    const auto meant = static_cast<unsigned char>(high << 4 | low);
    is_unreserved(static_cast<char>(meant)) ? void(normal += static_cast<char>(meant))
                                            : append_octet(normal, meant);
    i += 2;
  }
  return normal;
}

// Path and query.
std::string_view path_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == url.npos) return {};
  const auto path = url.find_first_of("/?#", scheme + 3);
  return path == url.npos ? "/" : url.substr(path, url.find('#', path) - path);
}

// Patterns are of strangers: no step back but to the last "*".
bool fits(std::string_view pattern, std::string_view path) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  std::size_t p = 0, s = 0;
  std::size_t star = pattern.npos, after = 0;
  while (s < path.size()) {
    if (p == pattern.size() && !to_the_end) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      after = s;
    } else if (p < pattern.size() && pattern[p] == path[s]) {
      ++p;
      ++s;
    } else if (star != pattern.npos) {
      p = star + 1;
      s = ++after;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace

// The lines of a robots.txt, one after another.
class RobotsReader {
 public:
  explicit RobotsReader(std::string_view name) : name_(name) {}

  void take_line(std::string_view line) {
    line = line.substr(0, line.find('#'));
    const auto colon = line.find(':');
    if (colon == line.npos) return;
    const auto key = trim(line.substr(0, colon));
    const auto value = trim(line.substr(colon + 1));
    if (equal_ignoring_case(key, "user-agent"))
      take_agent(value);
    else if (equal_ignoring_case(key, "allow"))
      take_rule(value, true);
    else if (equal_ignoring_case(key, "disallow"))
      take_rule(value, false);
  }

  Robots finish() && {
    Robots robots;
    robots.rules_ = named_ ? std::move(ours_) : std::move(anybodys_);
    return robots;
  }

 private:
  // Names in a row begin a group together.
  void take_agent(std::string_view agent) {
    if (in_rules_) is_ours_ = is_anybodys_ = in_rules_ = false;
    if (agent == "*") is_anybodys_ = true;
    if (!equal_ignoring_case(product_token(agent), name_)) return;
    is_ours_ = named_ = true;
  }

  // An empty pattern is no rule.
  void take_rule(std::string_view pattern, bool allow) {
    in_rules_ = true;
    if (pattern.empty()) return;
    if (is_ours_) ours_.push_back({normal_path(pattern), allow});
    if (is_anybodys_) anybodys_.push_back({normal_path(pattern), allow});
  }

  const std::string_view name_;
  std::vector<Robots::Rule> ours_;
  std::vector<Robots::Rule> anybodys_;
  bool named_ = false;  // there is a group for us
  bool is_ours_ = false;
  bool is_anybodys_ = false;
  bool in_rules_ = false;
};

Robots Robots::refuse_all() {
  Robots robots;
  robots.rules_.push_back({"/", false});
  return robots;
}

Robots Robots::parse(std::string_view text, std::string_view name) {
  RobotsReader reader(name);
  text = text.substr(0, kMaxRobots);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    reader.take_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::move(reader).finish();
}

bool Robots::allows(std::string_view url) const {
  const std::string path = normal_path(path_of(url));
  const Rule* decisive = nullptr;
  for (const Rule& rule : rules_) {
    const bool shorter = decisive && rule.pattern.size() < decisive->pattern.size();
    const bool equal = decisive && rule.pattern.size() == decisive->pattern.size();
    if (shorter || (equal && !rule.allow) || !fits(rule.pattern, path)) continue;
    decisive = &rule;
  }
  return !decisive || decisive->allow;
}

std::string_view product_token(std::string_view user_agent) {
  const auto end = std::ranges::find_if(
      user_agent, [](char c) { return !is_letter(c) && c != '-' && c != '_'; });
  return user_agent.substr(0, static_cast<std::size_t>(end - user_agent.begin()));
}

std::string robots_url(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == url.npos) return {};
  const auto end = std::min(url.find_first_of("/?#", scheme + 3), url.size());
  return std::string(url.substr(0, end)) + "/robots.txt";
}

}  // namespace figured::feeds
