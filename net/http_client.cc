#include "net/http_client.h"

#include <algorithm>
#include <boost/system/errc.hpp>
#include <boost/system/system_error.hpp>

namespace figured::net {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace

void throw_exception_from_error(const HttpError& error, const boost::source_location&) {
  throw boost::system::system_error(make_error_code(boost::system::errc::io_error), error.message);
}

std::string_view HttpResponse::header(std::string_view name) const {
  const auto found =
      std::ranges::find_if(headers, [&](const HttpHeader& h) { return same_name(h.name, name); });
  return found == headers.end() ? std::string_view() : std::string_view(found->value);
}

std::string_view format_http_error_kind(HttpErrorKind kind) {
  switch (kind) {
    case HttpErrorKind::kBadUrl:
      return "bad-url";
    case HttpErrorKind::kResolve:
      return "resolve";
    case HttpErrorKind::kForbiddenAddress:
      return "forbidden-address";
    case HttpErrorKind::kConnect:
      return "connect";
    case HttpErrorKind::kTls:
      return "tls";
    case HttpErrorKind::kTimeout:
      return "timeout";
    case HttpErrorKind::kTooLarge:
      return "too-large";
    case HttpErrorKind::kTooManyRedirects:
      return "too-many-redirects";
    case HttpErrorKind::kProtocol:
      return "protocol";
  }
  return "unknown";
}

std::string redact_url(std::string_view url) {
  url = url.substr(0, url.find('#'));
  std::string redacted;
  const auto query = url.find('?');
  std::string_view rest = url.substr(0, query);
  if (const auto scheme = rest.find("://"); scheme != rest.npos) {
    redacted = rest.substr(0, scheme + 3);
    rest.remove_prefix(scheme + 3);
    const auto at = rest.substr(0, rest.find('/')).rfind('@');
    if (at != rest.npos) rest.remove_prefix(at + 1);
  }
  redacted += rest;
  if (query == url.npos) return redacted;
  // Names of parameters help to tell two feeds apart; only the values are secret.
  char separator = '?';
  for (std::string_view left = url.substr(query + 1); !left.empty();) {
    const std::string_view pair = left.substr(0, left.find('&'));
    left.remove_prefix(std::min(left.size(), pair.size() + 1));
    const auto equals = pair.find('=');
    redacted += separator;
    // A parameter without a name may be a bare token.
    redacted += equals == pair.npos ? "*" : std::string(pair.substr(0, equals)) + "=*";
    separator = '&';
  }
  return redacted;
}

std::string redact_path(std::string_view url) {
  const std::string redacted = redact_url(url.substr(0, url.find('?')));
  const auto scheme = redacted.find("://");
  return redacted.substr(0, redacted.find('/', scheme == redacted.npos ? 0 : scheme + 3));
}

}  // namespace figured::net
