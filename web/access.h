// Access: who may read and who may write.
//
// Who comes from this machine, to a name of this machine, is at home and may read; a
// stranger needs the token, and so does everybody who writes.  The token comes in the
// Authorization header, or was traded for a session, whose cookie no script sees; a
// session writes only with the token against forgery that it was given.  A foreign Host
// (DNS rebinding) and a foreign Origin are refused.  Who guesses is slowed down.
//
// It reads no clock and no store, and knows no routes.
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "net/http_server.h"
#include "web/options.h"

namespace figured::web {

TokenHash hash_token(std::string_view token);

// What a request needs.
enum class Need : std::uint8_t {
  kNothing,  // what holds no news: files of the page, the sign-in
  kRead,
  kWrite,
};

// What its sender is.
struct Visitor {
  bool may_read = false;
  bool may_write = false;
  bool signed_in = false;  // by a session
  std::string csrf{};      // of the session
  std::optional<std::chrono::steady_clock::time_point> until{};
};

struct Refusal {
  int status = 403;
  std::string why{};        // a sentence
  std::string challenge{};  // WWW-Authenticate; "" = none
  std::chrono::seconds retry_after{0};
};

class Access {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit Access(PageOptions options);

  // Whether the request is meant for this server; looked at first.
  std::optional<Refusal> admit(const net::ServerRequest& request) const;

  // Takes note of a wrong token.  `refusal` is set where nothing more is looked at.
  Visitor visitor(const net::ServerRequest& request, Time now, std::optional<Refusal>& refusal);

  std::optional<Refusal> check(const net::ServerRequest& request, const Visitor& visitor,
                               Need need) const;

  // Trades the token for a session; the value of its Set-Cookie header, and the visitor
  // that now comes with it.
  struct SignedIn {
    std::string cookie;
    Visitor visitor;
  };
  std::variant<SignedIn, Refusal> sign_in(const net::ServerRequest& request, std::string_view token,
                                          Time now);
  // Ends the request's session.  Returns the Set-Cookie header that takes it away.
  std::string sign_out(const net::ServerRequest& request);

  bool has_token() const { return options_.token.has_value(); }
  bool secure() const;  // people come by https

  static constexpr std::chrono::hours kSessionLasts{12};

 private:
  struct Session {
    std::string csrf;
    Time until;
  };
  struct Guesses {
    int count = 0;
    Time since;
  };

  bool is_at_home(const net::ServerRequest& request) const;
  bool is_own_origin(std::string_view origin, std::string_view host) const;
  bool is_token(std::string_view token) const;
  std::optional<Refusal> slow_down(const std::string& peer, Time now);
  void note_guess(const std::string& peer, Time now);
  std::string cookie(const std::string& value, std::chrono::seconds lasts) const;

  const PageOptions options_;
  const std::string own_host_;               // of options_.url, with its port; "" = none
  std::map<std::string, Session> sessions_;  // by the hash of the cookie
  std::map<std::string, Guesses> guesses_;   // by address
};

}  // namespace figured::web
