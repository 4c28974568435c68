#include "net/curl_engine.h"

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <stdexcept>
#include <utility>

namespace figured::net {

namespace asio = boost::asio;
using boost::system::error_code;

void start_libcurl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  const auto* version = curl_version_info(CURLVERSION_NOW);
  if (started != CURLE_OK || !(version->features & CURL_VERSION_SSL))
    throw std::runtime_error("libcurl cannot start, or was built without TLS");
}

// One of curl's sockets, as long as curl wants to hear of it.
struct CurlEngine::Socket : std::enable_shared_from_this<Socket> {
  Socket(CurlEngine& owner, curl_socket_t fd) : engine(&owner), descriptor(owner.executor_, fd) {}

  // curl closes its own sockets, so the descriptor is let go, never closed.
  ~Socket() { forget(); }

  void forget() {
    engine = nullptr;
    if (descriptor.is_open()) descriptor.release();
  }

  void watch() {
    if (wanted & CURL_POLL_IN)
      wait(reading, asio::posix::stream_descriptor::wait_read, CURL_CSELECT_IN);
    if (engine && wanted & CURL_POLL_OUT)
      wait(writing, asio::posix::stream_descriptor::wait_write, CURL_CSELECT_OUT);
  }

  void wait(bool& waiting, asio::posix::stream_descriptor::wait_type type, int event) {
    if (std::exchange(waiting, true)) return;
    descriptor.async_wait(type, [self = shared_from_this(), &waiting, event](error_code error) {
      waiting = false;
      if (!self->engine || error == asio::error::operation_aborted) return;
      const auto alive = self->engine->shared_from_this();
      alive->act(self->descriptor.native_handle(), error ? CURL_CSELECT_ERR : event);
      if (self->engine) self->watch();
    });
  }

  CurlEngine* engine;  // null once curl has lost interest
  asio::posix::stream_descriptor descriptor;
  int wanted = CURL_POLL_NONE;
  bool reading = false;
  bool writing = false;
};

CurlEngine::CurlEngine(asio::any_io_executor executor, long max_connections,
                       long max_connections_per_host, std::chrono::seconds dns_lifetime)
    : executor_(std::move(executor)),
      timer_(executor_),
      multi_(curl_multi_init()),
      dns_lifetime_(dns_lifetime) {
  if (!multi_) throw std::runtime_error("libcurl cannot start");
  curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, &on_socket);
  curl_multi_setopt(multi_, CURLMOPT_SOCKETDATA, this);
  curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, &on_timer);
  curl_multi_setopt(multi_, CURLMOPT_TIMERDATA, this);
  curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, max_connections);
  curl_multi_setopt(multi_, CURLMOPT_MAX_HOST_CONNECTIONS, max_connections_per_host);
}

CurlEngine::~CurlEngine() {
  // No timer and no socket may call back while curl takes leave of its connections.
  curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, nullptr);
  curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, nullptr);
  for (auto& [fd, socket] : sockets_) socket->forget();
  for (auto& [easy, done] : running_) {
    curl_multi_remove_handle(multi_, easy);
    curl_easy_cleanup(easy);
  }
  for (CURL* easy : idle_) curl_easy_cleanup(easy);
  curl_multi_cleanup(multi_);
}

CURL* CurlEngine::take_easy() {
  if (idle_.empty()) {
    CURL* fresh = curl_easy_init();
    if (!fresh) throw std::bad_alloc();
    return fresh;
  }
  CURL* easy = idle_.back();
  idle_.pop_back();
  return easy;
}

void CurlEngine::give_back(CURL* easy) {
  curl_easy_reset(easy);
  idle_.push_back(easy);
}

void CurlEngine::start(CURL* easy, Done done) {
  running_[easy] = std::move(done);
  curl_multi_add_handle(multi_, easy);
}

void CurlEngine::stop(CURL* easy) noexcept {
  running_.erase(easy);
  curl_multi_remove_handle(multi_, easy);
}

CurlEngine::NameCache CurlEngine::name_cache() {
  const auto now = std::chrono::steady_clock::now();
  if (!name_cache_ || now - name_cache_born_ >= dns_lifetime_) {
    name_cache_ = NameCache(curl_share_init(), &curl_share_cleanup);
    curl_share_setopt(name_cache_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS);
    name_cache_born_ = now;
  }
  return name_cache_;
}

int CurlEngine::on_socket(CURL*, curl_socket_t fd, int what, void* engine, void*) {
  auto& self = *static_cast<CurlEngine*>(engine);
  const auto known = self.sockets_.find(fd);
  if (what == CURL_POLL_REMOVE) {
    if (known == self.sockets_.end()) return 0;
    known->second->forget();
    self.sockets_.erase(known);
    return 0;
  }
  auto& socket = known != self.sockets_.end()
                     ? known->second
                     : self.sockets_[fd] = std::make_shared<Socket>(self, fd);
  socket->wanted = what;
  socket->watch();
  return 0;
}

int CurlEngine::on_timer(CURLM*, long milliseconds, void* engine) {
  auto& self = *static_cast<CurlEngine*>(engine);
  if (milliseconds == 0) {
    self.due_ = Time::max();
    self.act_soon();
  } else if (milliseconds < 0) {
    self.due_ = Time::max();
  } else {
    self.act_at(std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds));
  }
  return 0;
}

void CurlEngine::act_soon() {
  if (std::exchange(soon_, true)) return;
  asio::post(executor_, [weak = weak_from_this()] {
    const auto alive = weak.lock();
    if (!alive) return;
    alive->soon_ = false;
    alive->act(CURL_SOCKET_TIMEOUT, 0);
  });
}

void CurlEngine::act_at(Time due) {
  due_ = due;
  if (rings_ <= due) return;
  rings_ = due;
  timer_.expires_at(due);
  timer_.async_wait([weak = weak_from_this()](error_code error) {
    const auto alive = weak.lock();
    if (!alive || error) return;
    alive->rings_ = Time::max();
    if (alive->due_ == Time::max()) return;
    if (alive->due_ > std::chrono::steady_clock::now()) return alive->act_at(alive->due_);
    alive->due_ = Time::max();
    alive->act(CURL_SOCKET_TIMEOUT, 0);
  });
}

void CurlEngine::act(curl_socket_t fd, int events) {
  int still_running = 0;
  curl_multi_socket_action(multi_, fd, events, &still_running);
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
    const auto found = running_.find(message->easy_handle);
    if (message->msg != CURLMSG_DONE || found == running_.end()) continue;
    const CURLcode code = message->data.result;
    const Done done = std::move(found->second);
    running_.erase(found);
    done(code);
  }
}

}  // namespace figured::net
