#include "net/curl_http_client.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <stdexcept>

#include "net/address_guard.h"
#include "net/curl_engine.h"

namespace figured::net {

namespace asio = boost::asio;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

// What comes from a server or a file must not add lines of its own.
std::string one_line(std::string text) {
  std::erase_if(text, [](unsigned char c) { return c < 0x20 && c != '\t'; });
  return text;
}

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void append(HeaderList& list, const std::string& line) {
  curl_slist* grown = curl_slist_append(list.get(), line.c_str());
  if (!grown) throw std::bad_alloc();
  list.release();
  list.reset(grown);
}

HeaderList header_list(const HttpRequest& request) {
  HeaderList list(nullptr, &curl_slist_free_all);
  for (const HttpHeader& header : request.headers) {
    // A name with ';' is curl's way of sending a header without a value.
    const bool empty = header.value.empty();
    append(list, one_line(header.name) + (empty ? ";" : ": " + one_line(header.value)));
  }
  append(list, "Expect:");  // no waiting for 100-continue
  return list;
}

std::string url_part(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

struct Origin {
  std::string scheme;
  std::string host;
  std::uint16_t port = 0;
  friend bool operator==(const Origin&, const Origin&) = default;
};

// Port 0 where the URL cannot be read; curl will then say so itself.
Origin origin_of(const std::string& address) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), &curl_url_cleanup);
  if (curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK) return {};
  const int port = std::atoi(url_part(url.get(), CURLUPART_PORT).c_str());
  return {url_part(url.get(), CURLUPART_SCHEME), url_part(url.get(), CURLUPART_HOST),
          static_cast<std::uint16_t>(port)};
}

HttpErrorKind kind_of(CURLcode code) {
  switch (code) {
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return HttpErrorKind::kBadUrl;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return HttpErrorKind::kResolve;
    case CURLE_COULDNT_CONNECT:
      return HttpErrorKind::kConnect;
    case CURLE_OPERATION_TIMEDOUT:
      return HttpErrorKind::kTimeout;
    case CURLE_FILESIZE_EXCEEDED:
      return HttpErrorKind::kTooLarge;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_PEER_FAILED_VERIFICATION:
      return HttpErrorKind::kTls;
    default:
      return HttpErrorKind::kProtocol;
  }
}

HttpError http_error(HttpErrorKind kind, const HttpRequest& request, std::string_view what) {
  const std::string url = request.secret_url ? redact_path(request.url) : redact_url(request.url);
  return {kind, request.method + " " + url + ": " + std::string(what)};
}

HttpError forbidden_address(const HttpRequest& request) {
  return http_error(HttpErrorKind::kForbiddenAddress, request,
                    "the host leads to a private address; if that is wanted, name it among "
                    "the allowed private hosts");
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_permanent(int status) { return status == 301 || status == 308; }

// Turns the request into the one that the redirect asks for.
void follow(HttpRequest& request, int status, std::string url) {
  const bool becomes_get = status == 303 || (status < 303 && request.method == "POST");
  if (becomes_get && request.method != "HEAD") {
    request.method = "GET";
    request.body.clear();
  }
  // Secrets are for the server they were meant for.
  if (origin_of(url) != origin_of(request.url))
    std::erase_if(request.headers, [](const HttpHeader& header) {
      return header.secret || curl_strequal(header.name.c_str(), "Authorization") ||
             curl_strequal(header.name.c_str(), "Cookie");
    });
  request.url = std::move(url);
}

}  // namespace

class CurlHttpClient::Engine : public CurlEngine {
 public:
  Engine(asio::any_io_executor executor, HttpClientOptions settings)
      : CurlEngine(std::move(executor), settings.max_connections, settings.max_connections_per_host,
                   settings.dns_lifetime),
        options(std::move(settings)),
        guard(options.allowed_private_hosts) {}

  const HttpClientOptions options;
  const AddressGuard guard;
};

// One exchange with one server, without its redirects.  Owns an easy handle of
// the pool while it lasts; destroying it ends it.
struct CurlHttpClient::Transfer {
  Transfer(std::shared_ptr<Engine> with, const HttpRequest& asked, milliseconds left)
      : engine(std::move(with)),
        request(asked),
        headers(header_list(asked)),
        names(engine->name_cache()),
        easy(engine->take_easy()),
        done(engine->executor(), steady_clock::time_point::max()) {
    configure(left);
  }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  ~Transfer() {
    engine->stop(easy);
    curl_easy_setopt(easy, CURLOPT_SHARE, nullptr);
    engine->give_back(easy);
  }

  template <typename Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(easy, option, value);
  }

  void configure(milliseconds left) {
    const HttpClientOptions& options = engine->options;
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    // Also what the environment has of no_proxy must not count: the guard could not
    // tell the proxy's address from the server's.
    set(CURLOPT_PROXY, request.proxy.c_str());
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_USERAGENT,
        request.user_agent.empty() ? options.user_agent.c_str() : request.user_agent.c_str());
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, std::max<long>(1, left.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
    set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.max_body));
    set(CURLOPT_ERRORBUFFER, words.data());
    // With a CAPATH, Debian's default, every connection parses the bundle anew: 27x slower.
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    set(CURLOPT_CAINFO, options.ca_bundle.c_str());
    set(CURLOPT_DNS_CACHE_TIMEOUT, -1L);
    set(CURLOPT_SHARE, names.get());
    // A transfer that ends must not wait for its resolver thread: it would stop us all.
    set(CURLOPT_QUICK_EXIT, 1L);
    set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_HEADERFUNCTION, &on_header);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &on_body);
    set(CURLOPT_WRITEDATA, this);
    if (!request.client_certificate.empty()) {
      set(CURLOPT_SSLCERT, request.client_certificate.c_str());
      set(CURLOPT_SSLKEY, request.client_key.empty() ? request.client_certificate.c_str()
                                                     : request.client_key.c_str());
    }
    configure_method();
  }

  void configure_method() {
    if (request.method == "HEAD") {
      set(CURLOPT_NOBODY, 1L);
    } else if (request.method != "GET") {
      set(CURLOPT_POST, 1L);
      set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
      set(CURLOPT_POSTFIELDS, request.body.c_str());
      set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
  }

  bool allows(const sockaddr& address) const {
    const Origin origin = origin_of(request.url);
    return engine->guard.allows(origin.host, origin.port, address);
  }

  static curl_socket_t open_socket(void* transfer, curlsocktype, curl_sockaddr* address) {
    auto& self = *static_cast<Transfer*>(transfer);
    // The proxy is the operator's; what is asked of it has been put to the guard.
    if (self.request.proxy.empty() && !self.allows(address->addr)) {
      self.forbidden = true;
      return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  static size_t on_header(char* data, size_t, size_t size, void* transfer) {
    auto& response = static_cast<Transfer*>(transfer)->response;
    const std::string_view line(data, size);
    if (line.starts_with("HTTP/")) response.headers.clear();  // after a 1xx
    const auto colon = line.find(':');
    if (colon == line.npos) return size;
    const auto first = line.find_first_not_of(" \t", colon + 1);
    const auto last = line.find_last_not_of(" \t\r\n");
    const bool empty = first == line.npos || last < first;
    response.headers.push_back(
        {std::string(line.substr(0, colon)),
         empty ? std::string() : std::string(line.substr(first, last - first + 1))});
    return size;
  }

  static size_t on_body(char* data, size_t, size_t size, void* transfer) {
    auto& self = *static_cast<Transfer*>(transfer);
    if (self.response.body.size() + size > self.request.max_body) {
      self.too_large = true;
      return 0;
    }
    self.response.body.append(data, size);
    return size;
  }

  HttpResult result() {
    if (forbidden && code == CURLE_COULDNT_CONNECT) return forbidden_address(request);
    if (too_large || code == CURLE_FILESIZE_EXCEEDED)
      return http_error(HttpErrorKind::kTooLarge, request,
                        "the answer passes " + std::to_string(request.max_body) + " bytes");
    // curl says the same of ftp:// and of a server that does not speak HTTP.
    if (code == CURLE_UNSUPPORTED_PROTOCOL && origin_of(request.url).scheme.starts_with("http"))
      return http_error(HttpErrorKind::kProtocol, request, "what came is no HTTP");
    if (code != CURLE_OK)
      return http_error(kind_of(code), request, words[0] ? words.data() : curl_easy_strerror(code));
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    response.status = static_cast<int>(status);
    response.url = request.url;
    return std::move(response);
  }

  // Where the answer sends us, absolute; "" where it does not.
  std::string redirect() const {
    char* url = nullptr;
    curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &url);
    return url ? url : "";
  }

  const std::shared_ptr<Engine> engine;
  const HttpRequest& request;
  const HeaderList headers;
  const CurlEngine::NameCache names;
  CURL* const easy;
  std::array<char, CURL_ERROR_SIZE> words{};
  HttpResponse response;
  CURLcode code = CURLE_OK;
  bool forbidden = false;
  bool too_large = false;
  bool ended = false;
  asio::steady_timer done;  // never expires; cancelled when curl is done
};

struct CurlHttpClient::Hop {
  HttpResult result;
  std::string redirect;
};

CurlHttpClient::CurlHttpClient(asio::any_io_executor executor, HttpClientOptions options) {
  start_libcurl();
  engine_ = std::make_shared<Engine>(std::move(executor), std::move(options));
}

CurlHttpClient::~CurlHttpClient() = default;

asio::awaitable<CurlHttpClient::Hop> CurlHttpClient::send_hop(const HttpRequest& request,
                                                              milliseconds left) {
  // A connection to the proxy may be an old one, for which no address is asked about.
  if (!request.proxy.empty()) {
    const Origin origin = origin_of(request.url);
    if (!engine_->guard.allows_by_proxy(origin.host, origin.port))
      co_return Hop{forbidden_address(request), {}};
  }
  Transfer transfer(engine_, request, left);
  engine_->start(transfer.easy, [&transfer](CURLcode code) {
    transfer.code = code;
    transfer.ended = true;
    transfer.done.cancel();
  });
  boost::system::error_code error;
  co_await transfer.done.async_wait(asio::redirect_error(asio::use_awaitable, error));
  if (!transfer.ended) throw boost::system::system_error(asio::error::operation_aborted);
  Hop hop{transfer.result(), {}};
  if (hop.result && is_redirect(hop.result->status)) hop.redirect = transfer.redirect();
  co_return hop;
}

asio::awaitable<HttpResult> CurlHttpClient::send(HttpRequest request) {
  const auto deadline = steady_clock::now() + request.timeout;
  std::string moved_to;
  bool only_permanent = true;
  for (int followed = 0;; ++followed) {
    const auto left = std::chrono::duration_cast<milliseconds>(deadline - steady_clock::now());
    if (left <= milliseconds(0))
      co_return http_error(HttpErrorKind::kTimeout, request, "timed out on the way");
    Hop hop = co_await send_hop(request, left);
    if (hop.redirect.empty() || request.max_redirects == 0) {
      if (hop.result) hop.result->moved_to = std::move(moved_to);
      co_return std::move(hop.result);
    }
    if (followed == request.max_redirects)
      co_return http_error(HttpErrorKind::kTooManyRedirects, request, "too many redirects");
    only_permanent = only_permanent && is_permanent(hop.result->status);
    if (only_permanent) moved_to = hop.redirect;
    follow(request, hop.result->status, std::move(hop.redirect));
  }
}

}  // namespace figured::net
