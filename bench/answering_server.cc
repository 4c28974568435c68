#include "bench/answering_server.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace figured::bench {
namespace {

constexpr std::string_view kAnswer =
    "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\nConnection: close\r\n\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

template <class T, void (*Free)(T*)>
using Held = std::unique_ptr<T, decltype([](T* held) { Free(held); })>;
using Context = Held<SSL_CTX, &SSL_CTX_free>;

void require(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(what);
}

// For 127.0.0.1, signed by itself.
void set_certificate(SSL_CTX* context, const std::string& path) {
  const Held<EVP_PKEY, &EVP_PKEY_free> key(EVP_EC_gen("P-256"));
  const Held<X509, &X509_free> certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3'600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86'400);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("bench"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  const Held<X509_EXTENSION, &X509_EXTENSION_free> names(
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1"));
  X509_add_ext(certificate.get(), names.get(), -1);
  require(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "no certificate");
  SSL_CTX_use_certificate(context, certificate.get());
  SSL_CTX_use_PrivateKey(context, key.get());
  std::FILE* file = std::fopen(path.c_str(), "w");
  require(file != nullptr, "the certificate cannot be written");
  PEM_write_X509(file, certificate.get());
  std::fclose(file);
}

// No tickets: each connection pays for a whole handshake, as those to other hosts do.
Context tls_context(const std::string& certificate) {
  if (certificate.empty()) return nullptr;
  Context context(SSL_CTX_new(TLS_server_method()));
  SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION);
  SSL_CTX_set_num_tickets(context.get(), 0);
  set_certificate(context.get(), certificate);
  return context;
}

int listen_on_loopback() {
  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  require(::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
              ::listen(listener, 1'024) == 0,
          "the server cannot listen");
  return listener;
}

std::uint16_t port_of(int listener) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin_port);
}

template <class Read>
bool read_head(Read read) {
  std::string head;
  char bytes[4'096];
  while (head.find(kHeadEnd) == std::string::npos) {
    const auto size = read(bytes, sizeof bytes);
    if (size <= 0) return false;
    head.append(bytes, static_cast<std::size_t>(size));
  }
  return true;
}

void answer(int client) {
  if (read_head([client](char* to, std::size_t size) { return ::read(client, to, size); }))
      [[maybe_unused]]
    const auto sent = ::write(client, kAnswer.data(), kAnswer.size());
}

void answer_by_tls(int client, SSL_CTX* context) {
  const Held<SSL, &SSL_free> tls(SSL_new(context));
  SSL_set_fd(tls.get(), client);
  if (SSL_accept(tls.get()) != 1) return;
  const auto read = [&tls](char* to, std::size_t size) {
    return SSL_read(tls.get(), to, static_cast<int>(size));
  };
  if (!read_head(read)) return;
  SSL_write(tls.get(), kAnswer.data(), static_cast<int>(kAnswer.size()));
  SSL_shutdown(tls.get());
}

[[noreturn]] void serve(int listener, SSL_CTX* context) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::signal(SIGPIPE, SIG_IGN);
  for (;;) {
    const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    const int on = 1;
    ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    context ? answer_by_tls(client, context) : answer(client);
    ::close(client);
  }
}

}  // namespace

AnsweringServer::AnsweringServer(const std::string& certificate) {
  const Context context = tls_context(certificate);
  const int listener = listen_on_loopback();
  url_ = std::string(context ? "https" : "http") +
         "://127.0.0.1:" + std::to_string(port_of(listener)) + "/feed";
  process_ = ::fork();
  if (process_ == 0) serve(listener, context.get());
  ::close(listener);
  require(process_ > 0, "no process for the server");
}

AnsweringServer::~AnsweringServer() {
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

}  // namespace figured::bench
