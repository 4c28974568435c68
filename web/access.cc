#include "web/access.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/string.hpp>
#include <span>
#include <stdexcept>

#include "alerts/base64.h"

namespace figured::web {
namespace {

constexpr std::string_view kCookieName = "figured_session";
constexpr std::size_t kMostSessions = 256;
constexpr std::size_t kMostGuessers = 1024;
constexpr int kGuessesAllowed = 10;  // of one address, in kGuessWindow
constexpr int kGuessesAllowedOfAll = 100;
constexpr std::chrono::seconds kGuessWindow{60};
const std::string kEverybody;  // stands for all addresses together

std::string hex(std::span<const std::uint8_t> bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::string random_text() {
  std::array<std::uint8_t, 32> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw std::runtime_error("the system has no random numbers");
  return hex(bytes);
}

bool is_same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool iequals(std::string_view a, std::string_view b) {
  return boost::beast::iequals({a.data(), a.size()}, {b.data(), b.size()});
}

// A cookie's value; "" where there is none.
std::string_view cookie_of(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    std::string_view pair = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(header.size(), pair.size() + 1));
    pair.remove_prefix(std::min(pair.size(), pair.find_first_not_of(' ')));
    if (pair.starts_with(name) && pair.substr(name.size()).starts_with('='))
      return pair.substr(name.size() + 1);
  }
  return {};
}

// "http://a.example:80/x" -> "a.example:80"
std::string authority_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return {};
  url.remove_prefix(begin + 3);
  return std::string(url.substr(0, url.find('/')));
}

// Without the port, and without the brackets of IPv6.
std::string_view host_name(std::string_view authority) {
  if (authority.starts_with('[')) return authority.substr(1, authority.find(']') - 1);
  return authority.substr(0, authority.find(':'));
}

// A name that no foreign DNS server can make mean this machine.
bool is_safe_name(std::string_view name) {
  boost::system::error_code error;
  boost::asio::ip::make_address(std::string(name), error);
  return !error || iequals(name, "localhost");
}

bool is_loopback_name(std::string_view name) {
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(std::string(name), error);
  return error ? iequals(name, "localhost") : address.is_loopback();
}

// Behind "user:" of Basic credentials; feed readers know no other way.
std::string basic_password(std::string_view encoded) {
  const std::string plain = alerts::decode_base64(encoded).value_or("");
  const std::size_t colon = plain.find(':');
  return colon == std::string::npos ? std::string() : plain.substr(colon + 1);
}

struct Credentials {
  std::string token;
  bool may_write = false;  // a browser sends Basic by itself, so it proves no will
};

std::optional<Credentials> credentials_of(std::string_view header) {
  const std::string_view scheme = header.substr(0, header.find(' '));
  const std::string_view rest = header.substr(std::min(header.size(), scheme.size() + 1));
  if (iequals(scheme, "Bearer")) return Credentials{std::string(rest), true};
  if (iequals(scheme, "Basic")) return Credentials{basic_password(rest), false};
  return std::nullopt;
}

Refusal wrong_token() { return {401, "The token is not the one of this figured.", "Bearer"}; }

}  // namespace

TokenHash hash_token(std::string_view token) {
  TokenHash hash{};
  SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), hash.data());
  return hash;
}

Access::Access(PageOptions options)
    : options_(std::move(options)), own_host_(authority_of(options_.url)) {}

bool Access::secure() const { return options_.url.starts_with("https://"); }

std::optional<Refusal> Access::admit(const net::ServerRequest& request) const {
  const std::string_view host = request.header("Host");
  if (host.empty()) return Refusal{400, "The request names no Host."};
  if (!iequals(host, own_host_) && !is_safe_name(host_name(host)))
    return Refusal{421, "This server is not " + std::string(host) +
                            "; to be reached by that name, it must stand in page.url."};
  const std::string_view origin = request.header("Origin");
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if ((!origin.empty() && !is_own_origin(origin, host)) ||
      (!reads && request.header("Sec-Fetch-Site") == "cross-site"))
    return Refusal{403, "Pages of other sites may not ask this server."};
  return std::nullopt;
}

bool Access::is_own_origin(std::string_view origin, std::string_view host) const {
  const std::size_t scheme = origin.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::string_view named = origin.substr(scheme + 3);
  if (!own_host_.empty() && iequals(named, own_host_))
    return iequals(origin.substr(0, scheme), options_.url.substr(0, options_.url.find("://")));
  return iequals(named, host) && origin.substr(0, scheme) == "http";
}

bool Access::is_at_home(const net::ServerRequest& request) const {
  const bool published = !own_host_.empty() && !is_loopback_name(host_name(own_host_));
  return !published && request.from_loopback &&
         is_loopback_name(host_name(request.header("Host"))) &&
         request.header("X-Forwarded-For").empty() && request.header("Forwarded").empty();
}

bool Access::is_token(std::string_view token) const {
  const TokenHash hash = hash_token(token);
  return options_.token && CRYPTO_memcmp(hash.data(), options_.token->data(), hash.size()) == 0;
}

Visitor Access::visitor(const net::ServerRequest& request, Time now,
                        std::optional<Refusal>& refusal) {
  Visitor visitor;
  visitor.may_read = options_.open_reading || is_at_home(request);
  if (const auto credentials = credentials_of(request.header("Authorization"))) {
    refusal = slow_down(request.peer, now);
    if (refusal) return visitor;
    if (is_token(credentials->token)) {
      visitor.may_read = true;
      visitor.may_write = credentials->may_write;
    } else {
      note_guess(request.peer, now);
      refusal = wrong_token();
    }
    return visitor;
  }
  const std::string_view cookie = cookie_of(request.header("Cookie"), kCookieName);
  const auto session = sessions_.find(cookie.empty() ? std::string() : hex(hash_token(cookie)));
  if (session == sessions_.end()) return visitor;
  if (session->second.until <= now) {
    sessions_.erase(session);
    return visitor;
  }
  visitor.may_read = visitor.may_write = visitor.signed_in = true;
  visitor.csrf = session->second.csrf;
  visitor.until = session->second.until;
  return visitor;
}

std::optional<Refusal> Access::check(const net::ServerRequest& request, const Visitor& visitor,
                                     Need need) const {
  if (need == Need::kNothing) return std::nullopt;
  if (need == Need::kRead) {
    if (visitor.may_read) return std::nullopt;
    return Refusal{401,
                   has_token() ? "Sign in, or send the token."
                               : "Only who is on its machine may read this figured: no token "
                                 "is configured.",
                   "Basic realm=\"figured\", charset=\"UTF-8\""};
  }
  if (!has_token())
    return Refusal{403, "This figured is read-only: its configuration names no token ([page])."};
  if (!visitor.may_write) return Refusal{401, "Sign in, or send the token.", "Bearer"};
  if (visitor.signed_in && !is_same_secret(request.header("X-Figured-CSRF"), visitor.csrf))
    return Refusal{403, "The header X-Figured-CSRF is missing or is not that of this session."};
  return std::nullopt;
}

std::variant<Access::SignedIn, Refusal> Access::sign_in(const net::ServerRequest& request,
                                                        std::string_view token, Time now) {
  if (!has_token())
    return Refusal{403, "Nobody can sign in: the configuration names no token ([page])."};
  if (auto refusal = slow_down(request.peer, now)) return *std::move(refusal);
  if (!is_token(token)) {
    note_guess(request.peer, now);
    Refusal refusal = wrong_token();
    refusal.challenge.clear();  // a browser would ask for a password
    return refusal;
  }
  std::erase_if(sessions_, [now](const auto& entry) { return entry.second.until <= now; });
  if (sessions_.size() >= kMostSessions) {
    const auto oldest = std::min_element(
        sessions_.begin(), sessions_.end(),
        [](const auto& a, const auto& b) { return a.second.until < b.second.until; });
    sessions_.erase(oldest);
  }
  const std::string value = random_text();
  const Session session{random_text(), now + kSessionLasts};
  sessions_[hex(hash_token(value))] = session;
  Visitor visitor{true, true, true, session.csrf, session.until};
  return SignedIn{cookie(value, kSessionLasts), std::move(visitor)};
}

std::string Access::sign_out(const net::ServerRequest& request) {
  sessions_.erase(hex(hash_token(cookie_of(request.header("Cookie"), kCookieName))));
  return cookie("", std::chrono::seconds(0));
}

std::string Access::cookie(const std::string& value, std::chrono::seconds lasts) const {
  return std::string(kCookieName) + "=" + value +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lasts.count()) +
         (secure() ? "; Secure" : "");
}

std::optional<Refusal> Access::slow_down(const std::string& peer, Time now) {
  std::erase_if(guesses_,
                [now](const auto& entry) { return now - entry.second.since >= kGuessWindow; });
  for (const auto& [who, allowed] :
       {std::pair(&peer, kGuessesAllowed), std::pair(&kEverybody, kGuessesAllowedOfAll)}) {
    const auto known = guesses_.find(*who);
    if (known == guesses_.end() || known->second.count < allowed) continue;
    const auto rest = kGuessWindow - (now - known->second.since);
    return Refusal{429, "Too many wrong tokens; wait.", "",
                   std::chrono::ceil<std::chrono::seconds>(rest)};
  }
  return std::nullopt;
}

void Access::note_guess(const std::string& peer, Time now) {
  for (const std::string* who : {&peer, &kEverybody}) {
    if (!guesses_.contains(*who) && guesses_.size() >= kMostGuessers) continue;
    Guesses& guesses = guesses_.try_emplace(*who, Guesses{0, now}).first->second;
    ++guesses.count;
  }
}

}  // namespace figured::web
