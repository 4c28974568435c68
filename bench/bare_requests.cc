#include "bench/bare_requests.h"

#include <curl/curl.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace figured::bench {
namespace {

class Loop {
 public:
  Loop() : multi_(curl_multi_init()), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, &on_socket);
    curl_multi_setopt(multi_, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, &on_timer);
    curl_multi_setopt(multi_, CURLMOPT_TIMERDATA, this);
  }
  ~Loop() {
    curl_multi_cleanup(multi_);
    ::close(epoll_);
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  CURLM* multi() { return multi_; }

  void step() {
    epoll_event events[256];
    constexpr long kLongest = 100;
    const long wait = wait_ < 0 ? kLongest : std::min(wait_, kLongest);
    const int ready = ::epoll_wait(epoll_, events, 256, static_cast<int>(wait));
    int running = 0;
    for (int i = 0; i < ready; ++i)
      curl_multi_socket_action(multi_, events[i].data.fd, actions(events[i].events), &running);
    if (ready == 0 || wait_ == 0)
      curl_multi_socket_action(multi_, CURL_SOCKET_TIMEOUT, 0, &running);
  }

 private:
  static int actions(std::uint32_t events) {
    return (events & (EPOLLIN | EPOLLHUP | EPOLLERR) ? CURL_CSELECT_IN : 0) |
           (events & EPOLLOUT ? CURL_CSELECT_OUT : 0);
  }
  static int on_socket(CURL*, curl_socket_t socket, int what, void* loop, void* known) {
    auto& self = *static_cast<Loop*>(loop);
    epoll_event event{};
    event.data.fd = socket;
    event.events = (what & CURL_POLL_IN ? std::uint32_t{EPOLLIN} : 0u) |
                   (what & CURL_POLL_OUT ? std::uint32_t{EPOLLOUT} : 0u);
    if (what == CURL_POLL_REMOVE)
      ::epoll_ctl(self.epoll_, EPOLL_CTL_DEL, socket, nullptr);
    else
      ::epoll_ctl(self.epoll_, known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &event);
    curl_multi_assign(self.multi_, socket, what == CURL_POLL_REMOVE ? nullptr : loop);
    return 0;
  }
  static int on_timer(CURLM*, long milliseconds, void* loop) {
    static_cast<Loop*>(loop)->wait_ = milliseconds;
    return 0;
  }

  CURLM* const multi_;
  const int epoll_;
  long wait_ = -1;
};

size_t drop(char*, size_t size, size_t count, void*) { return size * count; }

CURL* make_easy(const net::HttpRequest& request, curl_slist* headers, const std::string& ca) {
  CURL* easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &drop);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
  curl_easy_setopt(easy, CURLOPT_DNS_CACHE_TIMEOUT, -1L);
  curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);  // else the bundle is parsed each time
  curl_easy_setopt(easy, CURLOPT_CAINFO, ca.c_str());
  return easy;
}

}  // namespace

std::size_t send_bare(const net::HttpRequest& request, const std::string& ca_bundle,
                      std::size_t times, std::size_t at_once) {
  Loop loop;
  curl_slist* headers = nullptr;
  for (const net::HttpHeader& header : request.headers)
    headers = curl_slist_append(headers, (header.name + ": " + header.value).c_str());
  std::vector<CURL*> all;
  std::size_t begun = 0, ended = 0, unchanged = 0;
  for (; begun < std::min(at_once, times); ++begun) {
    all.push_back(make_easy(request, headers, ca_bundle));
    curl_multi_add_handle(loop.multi(), all.back());
  }
  while (ended < times) {
    loop.step();
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(loop.multi(), &left)) {
      CURL* easy = message->easy_handle;
      long status = 0;
      curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
      unchanged += message->data.result == CURLE_OK && status == 304;
      ++ended;
      curl_multi_remove_handle(loop.multi(), easy);
      if (begun < times) {
        ++begun;
        curl_multi_add_handle(loop.multi(), easy);
      }
    }
  }
  for (CURL* easy : all) curl_easy_cleanup(easy);
  curl_slist_free_all(headers);
  return unchanged;
}

}  // namespace figured::bench
