// HttpClient sends HTTP requests from the I/O thread.
//
// CurlHttpClient (curl_http_client.h) is the real one; tests use a fake.  What
// the network does every day is a value, HttpError; an exception means a bug.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/system/result.hpp>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace figured::net {

enum class HttpErrorKind : std::uint8_t {
  kBadUrl,
  kResolve,
  kForbiddenAddress,  // the name leads to an address that may not be asked
  kConnect,
  kTls,
  kTimeout,
  kTooLarge,  // the body passed max_body
  kTooManyRedirects,
  kProtocol,  // what came is no HTTP, or ended in the middle
};

struct HttpError {
  HttpErrorKind kind = HttpErrorKind::kProtocol;
  std::string message;  // a sentence; secrets in the URL are taken out
};

// Lets result<T, HttpError>::value() compile.
[[noreturn]] void throw_exception_from_error(const HttpError& error,
                                             const boost::source_location& location);

struct HttpHeader {
  std::string name;
  std::string value;
  // Of a request: for the origin it was made for, and no redirect takes it to another.
  bool secret = false;
  friend bool operator==(const HttpHeader&, const HttpHeader&) = default;
};

struct HttpRequest {
  std::string method = "GET";
  std::string url{};
  std::vector<HttpHeader> headers{};
  std::string body{};
  std::chrono::milliseconds timeout{30'000};  // for the whole exchange
  std::size_t max_body = 16 * 1024 * 1024;    // of the answer, as sent
  int max_redirects = 5;                      // 0: a 3xx is the answer
  bool secret_url = false;                    // errors name its host only
  std::string client_certificate{};           // PEM files; "" = none
  std::string client_key{};
  std::string user_agent{};                   // "" = the client's
  // "http://host:3128", "https://...", "socks5h://..."; "" = none.  It is named by
  // the operator and may stand anywhere; what it connects to, nobody here can see,
  // but for literal addresses, which the guard is asked about.
  std::string proxy{};
};

struct HttpResponse {
  int status = 0;
  std::vector<HttpHeader> headers;  // of the last hop
  std::string body;                 // as sent: still Content-Encoded
  std::string url;                  // of the last hop
  // Where permanent redirects (301, 308) led before any other hop; "" = nowhere.
  std::string moved_to{};

  // The first header of that name, case ignored; "" when there is none.
  std::string_view header(std::string_view name) const;
};

using HttpResult = boost::system::result<HttpResponse, HttpError>;

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  // Cancelling the awaiting coroutine ends the transfer with
  // boost::system::system_error(operation_aborted).
  virtual boost::asio::awaitable<HttpResult> send(HttpRequest request) = 0;
};

std::string_view format_http_error_kind(HttpErrorKind kind);

// The URL with user, password and the values of its query taken out; for logs.
std::string redact_url(std::string_view url);

// Scheme, host and port only: of URLs that are secrets themselves, as chat services
// give them to their webhooks.
std::string redact_path(std::string_view url);

}  // namespace figured::net
