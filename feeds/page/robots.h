// Robots: which addresses of a site programs are asked to leave alone (RFC 9309).
//
// Pure: the text of a robots.txt goes in.  Of several groups for our name the rules
// count together; where there is none, those for "*".  Among the rules that fit, the
// longest pattern decides, and of two as long the one that allows.  Crawl-delay is no part
// of the standard and is passed over: pages of a host come one at a time with a rest
// between, whatever it says.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace figured::feeds {

// What is read of a robots.txt; the rest is passed over (RFC 9309, 2.5).
inline constexpr std::size_t kMaxRobots = 512 * 1024;

class Robots {
 public:
  static Robots allow_all() { return Robots(); }
  static Robots refuse_all();

  // `name` is the product token of our user agent, "figured".
  static Robots parse(std::string_view text, std::string_view name);

  bool allows(std::string_view url) const;

 private:
  struct Rule {
    std::string pattern;  // "*" = anything, "$" at the end = the end
    bool allow = false;
  };
  friend class RobotsReader;

  std::vector<Rule> rules_;
};

// The name by which a site knows a program: the user agent up to its version or comment.
std::string_view product_token(std::string_view user_agent);

// "https://news.example/robots.txt" for any address there; "" where it is no address.
std::string robots_url(std::string_view url);

}  // namespace figured::feeds
