#include "net/curl_mail_client.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <cstring>
#include <optional>

#include "net/curl_engine.h"

namespace figured::net {

namespace asio = boost::asio;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t kThreads = 2;  // mails on the way at a time

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

// One mail on its way, on a thread of its own; shared by that thread and who waits.
struct CurlMailClient::Transfer {
  Transfer(const asio::any_io_executor& executor, Mail what, std::string bundle,
           const AddressGuard& addresses)
      : mail(std::move(what)),
        ca_bundle(std::move(bundle)),
        guard(addresses),
        host(part_of(mail.url, CURLUPART_HOST)),
        port(static_cast<std::uint16_t>(std::atoi(part_of(mail.url, CURLUPART_PORT).c_str()))),
        recipients(list_of(mail.to)),
        sender("<" + mail.from + ">"),
        done(executor, steady_clock::time_point::max()) {}

  template <typename Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(easy.get(), option, value);
  }

  void configure() {
    set(CURLOPT_URL, mail.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_USE_SSL, static_cast<long>(mail.starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    set(CURLOPT_CAINFO, ca_bundle.c_str());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, std::max<long>(1, mail.timeout.count()));
    set(CURLOPT_ERRORBUFFER, words.data());
    set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &on_progress);
    set(CURLOPT_XFERINFODATA, this);
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

  // Of the mail's thread.
  void perform() {
    configure();
    const CURLcode code = curl_easy_perform(easy.get());
    if (code != CURLE_OK) failure = error(code);
    easy.reset();  // takes its leave of the server, and waits for the answer
  }

  static curl_socket_t open_socket(void* transfer, curlsocktype, curl_sockaddr* address) {
    auto& self = *static_cast<Transfer*>(transfer);
    if (!self.guard.allows(self.host, self.port, address->addr)) {
      self.forbidden = true;
      return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  static int on_progress(void* transfer, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Transfer*>(transfer)->cancelled ? 1 : 0;
  }

  static size_t on_read(char* into, size_t size, size_t count, void* transfer) {
    auto& self = *static_cast<Transfer*>(transfer);
    const std::size_t taken = std::min(size * count, self.mail.text.size() - self.sent);
    std::memcpy(into, self.mail.text.data() + self.sent, taken);
    self.sent += taken;
    return taken;
  }

  HttpError error(CURLcode code) const {
    const std::string prefix = "mail to " + redact_path(mail.url) + ": ";
    if (forbidden)
      return {HttpErrorKind::kForbiddenAddress,
              prefix +
                  "the host leads to a private address; if that is wanted, name it among "
                  "the allowed private hosts"};
    long status = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    std::string what = words[0] ? words.data() : curl_easy_strerror(code);
    if (status >= 400) what += " (the server says " + std::to_string(status) + ")";
    return {kind_of(code), prefix + what};
  }

  const Mail mail;
  const std::string ca_bundle;
  const AddressGuard guard;
  const std::string host;
  const std::uint16_t port;
  const List recipients;
  const std::string sender;
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy{curl_easy_init(), &curl_easy_cleanup};
  std::array<char, CURL_ERROR_SIZE> words{};
  std::size_t sent = 0;
  bool forbidden = false;
  std::optional<HttpError> failure;
  std::atomic<bool> cancelled = false;
  // Of the I/O thread:
  bool ended = false;
  asio::steady_timer done;  // never expires; cancelled when the mail's thread is done
};

CurlMailClient::CurlMailClient(asio::any_io_executor executor, HttpClientOptions options)
    : executor_(std::move(executor)),
      ca_bundle_(std::move(options.ca_bundle)),
      guard_(options.allowed_private_hosts),
      threads_(kThreads) {
  start_libcurl();
}

CurlMailClient::~CurlMailClient() { threads_.join(); }

asio::awaitable<MailResult> CurlMailClient::send(Mail mail) {
  const auto transfer = std::make_shared<Transfer>(executor_, std::move(mail), ca_bundle_, guard_);
  asio::post(threads_, [transfer, executor = executor_] {
    transfer->perform();
    asio::post(executor, [transfer] {
      transfer->ended = true;
      transfer->done.cancel();
    });
  });
  boost::system::error_code error;
  co_await transfer->done.async_wait(asio::redirect_error(asio::use_awaitable, error));
  if (!transfer->ended) {
    transfer->cancelled = true;
    throw boost::system::system_error(asio::error::operation_aborted);
  }
  if (transfer->failure) co_return *transfer->failure;
  co_return MailResult();
}

}  // namespace figured::net
