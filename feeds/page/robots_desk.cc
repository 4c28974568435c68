#include "feeds/page/robots_desk.h"

#include "net/content_decoder.h"

namespace figured::feeds {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::hours kKept{24};
constexpr std::chrono::hours kKeptUnread{1};
constexpr std::chrono::minutes kKeptUnanswered{5};
constexpr std::chrono::milliseconds kTimeout{15'000};
constexpr int kRedirects = 5;  // RFC 9309, 2.3.1.2
constexpr std::size_t kManySites = 10'000;

}  // namespace

asio::awaitable<bool> RobotsDesk::allows(std::string url) {
  const std::string site = robots_url(url);
  if (site.empty()) co_return true;  // what it is, the fetch will say
  const auto found = sites_.find(site);
  if (found != sites_.end() && now_() < found->second.until)
    co_return found->second.robots.allows(url);
  Known known = co_await look(site);
  const bool allowed = known.robots.allows(url);
  make_room(now_());
  sites_.insert_or_assign(site, std::move(known));
  co_return allowed;
}

asio::awaitable<RobotsDesk::Known> RobotsDesk::look(std::string url) const {
  net::HttpRequest request;
  request.url = std::move(url);
  request.timeout = kTimeout;
  request.max_body = kMaxRobots;
  request.max_redirects = kRedirects;
  request.headers = {{"Accept", "text/plain, */*;q=0.1"},
                     {"Accept-Encoding", std::string(net::kAcceptEncoding)}};
  co_return read(co_await client_.send(std::move(request)));
}

// One that is too large to be had whole is not had at all.
RobotsDesk::Known RobotsDesk::read(const net::HttpResult& answer) const {
  const Known unread{Robots::refuse_all(), now_() + kKeptUnread};
  if (!answer) {
    // Where nobody may be asked at all, the page's own fetch is refused, and says why.
    const bool forbidden = answer.error().kind == net::HttpErrorKind::kForbiddenAddress;
    return {forbidden ? Robots::allow_all() : Robots::refuse_all(), now_() + kKeptUnanswered};
  }
  const int status = answer->status;
  if (status >= 400 && status < 500 && status != 429) return {Robots::allow_all(), now_() + kKept};
  if (status < 200 || status >= 300) return unread;
  const auto text = net::decode_content(answer->body, answer->header("Content-Encoding"),
                                        {.max_size = kMaxRobots});
  if (!text) return unread;
  return {Robots::parse(*text, name_), now_() + kKept};
}

void RobotsDesk::make_room(Time now) {
  if (sites_.size() < kManySites) return;
  std::erase_if(sites_, [now](const auto& site) { return site.second.until <= now; });
  if (sites_.size() >= kManySites) sites_.clear();
}

}  // namespace figured::feeds
