#include "net/curl_mail_client.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <cstring>

#include "net/address_guard.h"
#include "net/curl_engine.h"

namespace figured::net {

namespace asio = boost::asio;
using std::chrono::steady_clock;

namespace {

constexpr long kMaxConnections = 4;

using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

List list_of(const std::vector<std::string>& addresses) {
  List list(nullptr, &curl_slist_free_all);
  for (const std::string& address : addresses) {
    curl_slist* grown = curl_slist_append(list.get(), ("<" + address + ">").c_str());
    if (!grown) throw std::bad_alloc();
    list.release();
    list.reset(grown);
  }
  return list;
}

std::string part_of(const std::string& address, CURLUPart part) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), &curl_url_cleanup);
  char* text = nullptr;
  if (curl_url_set(url.get(), CURLUPART_URL, address.c_str(), CURLU_NON_SUPPORT_SCHEME) ||
      curl_url_get(url.get(), part, &text, CURLU_DEFAULT_PORT))
    return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

HttpErrorKind kind_of(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return HttpErrorKind::kResolve;
    case CURLE_COULDNT_CONNECT:
      return HttpErrorKind::kConnect;
    case CURLE_OPERATION_TIMEDOUT:
      return HttpErrorKind::kTimeout;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
      return HttpErrorKind::kTls;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return HttpErrorKind::kBadUrl;
    default:
      return HttpErrorKind::kProtocol;
  }
}

}  // namespace

class CurlMailClient::Engine : public CurlEngine {
 public:
  Engine(asio::any_io_executor executor, HttpClientOptions settings)
      : CurlEngine(std::move(executor), kMaxConnections, kMaxConnections, settings.dns_lifetime),
        options(std::move(settings)),
        guard(options.allowed_private_hosts) {}

  const HttpClientOptions options;
  const AddressGuard guard;
};

// One mail on its way.  Owns an easy handle of the pool while it lasts.
struct CurlMailClient::Transfer {
  Transfer(std::shared_ptr<Engine> with, const Mail& what)
      : engine(std::move(with)),
        mail(what),
        host(part_of(mail.url, CURLUPART_HOST)),
        port(static_cast<std::uint16_t>(std::atoi(part_of(mail.url, CURLUPART_PORT).c_str()))),
        recipients(list_of(mail.to)),
        sender("<" + mail.from + ">"),
        names(engine->name_cache()),
        easy(engine->take_easy()),
        done(engine->executor(), steady_clock::time_point::max()) {
    configure();
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

  void configure() {
    set(CURLOPT_URL, mail.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_USE_SSL, static_cast<long>(mail.starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    set(CURLOPT_CAINFO, engine->options.ca_bundle.c_str());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, std::max<long>(1, mail.timeout.count()));
    set(CURLOPT_ERRORBUFFER, words.data());
    set(CURLOPT_DNS_CACHE_TIMEOUT, -1L);
    set(CURLOPT_SHARE, names.get());
    set(CURLOPT_QUICK_EXIT, 1L);
    set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
    if (!mail.user.empty()) {
      set(CURLOPT_USERNAME, mail.user.c_str());
      set(CURLOPT_PASSWORD, mail.password.c_str());
    }
    set(CURLOPT_MAIL_FROM, sender.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &on_read);
    set(CURLOPT_READDATA, this);
  }

  static curl_socket_t open_socket(void* transfer, curlsocktype, curl_sockaddr* address) {
    auto& self = *static_cast<Transfer*>(transfer);
    if (!self.engine->guard.allows(self.host, self.port, address->addr)) {
      self.forbidden = true;
      return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  static size_t on_read(char* into, size_t size, size_t count, void* transfer) {
    auto& self = *static_cast<Transfer*>(transfer);
    const std::size_t taken = std::min(size * count, self.mail.text.size() - self.sent);
    std::memcpy(into, self.mail.text.data() + self.sent, taken);
    self.sent += taken;
    return taken;
  }

  MailResult result() const {
    if (code == CURLE_OK) return {};
    if (forbidden)
      return error(HttpErrorKind::kForbiddenAddress,
                   "the host leads to a private address; if that is wanted, name it among "
                   "the allowed private hosts");
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    std::string what = words[0] ? words.data() : curl_easy_strerror(code);
    if (status >= 400) what += " (the server says " + std::to_string(status) + ")";
    return error(kind_of(code), what);
  }

  HttpError error(HttpErrorKind kind, const std::string& what) const {
    return {kind, "mail to " + redact_path(mail.url) + ": " + what};
  }

  const std::shared_ptr<Engine> engine;
  const Mail& mail;
  const std::string host;
  const std::uint16_t port;
  const List recipients;
  const std::string sender;
  const CurlEngine::NameCache names;
  CURL* const easy;
  std::array<char, CURL_ERROR_SIZE> words{};
  std::size_t sent = 0;
  CURLcode code = CURLE_OK;
  bool forbidden = false;
  bool ended = false;
  asio::steady_timer done;  // never expires; cancelled when curl is done
};

CurlMailClient::CurlMailClient(asio::any_io_executor executor, HttpClientOptions options) {
  start_libcurl();
  engine_ = std::make_shared<Engine>(std::move(executor), std::move(options));
}

CurlMailClient::~CurlMailClient() = default;

asio::awaitable<MailResult> CurlMailClient::send(Mail mail) {
  Transfer transfer(engine_, mail);
  engine_->start(transfer.easy, [&transfer](CURLcode code) {
    transfer.code = code;
    transfer.ended = true;
    transfer.done.cancel();
  });
  boost::system::error_code error;
  co_await transfer.done.async_wait(asio::redirect_error(asio::use_awaitable, error));
  if (!transfer.ended) throw boost::system::system_error(asio::error::operation_aborted);
  co_return transfer.result();
}

}  // namespace figured::net
