#include "feeds/page/page_fetcher.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <cassert>

#include "feeds/server_wish.h"
#include "net/content_decoder.h"

namespace figured::feeds {

namespace asio = boost::asio;

namespace {

// The clock may jump, so it is looked at now and then.
constexpr std::chrono::seconds kLongestNap{30};
constexpr std::chrono::milliseconds kRestAfterFailure{30'000};

bool may_pass(const net::HttpResult& answer) {
  if (!answer) {
    const net::HttpErrorKind kind = answer.error().kind;
    return kind == net::HttpErrorKind::kTimeout || kind == net::HttpErrorKind::kConnect ||
           kind == net::HttpErrorKind::kResolve || kind == net::HttpErrorKind::kProtocol;
  }
  return answer->status == 429 || answer->status >= 500;
}

}  // namespace

PageFetcher::PageFetcher(asio::any_io_executor executor, net::HttpClient& client, Deliver deliver,
                         PageOptions options, Now now)
    : executor_(executor),
      client_(client),
      deliver_(std::move(deliver)),
      options_(std::move(options)),
      now_(std::move(now)),
      queue_(options_.spacing),
      robots_(client, options_.robot, now_) {
  assert(options_.lanes > 0);
}

PageQueue::Time PageFetcher::read_clock() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

asio::awaitable<void> PageFetcher::run() {
  using Task = decltype(asio::co_spawn(executor_, lane(), asio::deferred));
  std::vector<Task> tasks;
  for (std::size_t i = 0; i < options_.lanes; ++i)
    tasks.push_back(asio::co_spawn(executor_, lane(), asio::deferred));
  auto group = asio::experimental::make_parallel_group(std::move(tasks));
  // None ends but by an exception or by our own cancellation.
  const auto [order, failures] =
      co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
  std::rethrow_exception(failures[order[0]]);
}

void PageFetcher::want(const std::vector<WantedPage>& pages) {
  for (const WantedPage& page : pages) queue_.add({page, page.url});
  if (!pages.empty()) ring();
}

asio::awaitable<void> PageFetcher::lane() {
  for (;;) {
    PageJob job = co_await next_job();
    co_await fetch(std::move(job));
  }
}

// A page may have become due.
void PageFetcher::ring() {
  for (asio::steady_timer* lane : idle_) lane->cancel();
}

asio::awaitable<PageJob> PageFetcher::next_job() {
  struct Idle {
    std::set<asio::steady_timer*>& all;
    asio::steady_timer timer;
    ~Idle() { all.erase(&timer); }
  } idle{idle_, asio::steady_timer(executor_)};
  for (;;) {
    const PageQueue::Time now = now_();
    if (auto job = queue_.take(now)) co_return *std::move(job);
    const auto due = queue_.next_due();
    const auto nap = due ? std::min<std::chrono::milliseconds>(*due - now, kLongestNap)
                         : std::chrono::milliseconds(kLongestNap);
    idle.timer.expires_after(nap);
    idle_.insert(&idle.timer);
    // An error means that something changed; a cancellation of the whole is thrown
    // by the next await.
    co_await idle.timer.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

net::HttpRequest PageFetcher::request(const PageJob& job) const {
  const std::chrono::milliseconds left = job.page.deadline - now_();
  net::HttpRequest request;
  request.url = job.url;
  request.timeout = std::max(std::chrono::milliseconds(1'000), std::min(options_.timeout, left));
  request.max_body = options_.max_body;
  request.max_redirects = options_.max_redirects;
  request.headers = {{"Accept", "text/html, application/xhtml+xml, */*;q=0.1"},
                     {"Accept-Encoding", std::string(net::kAcceptEncoding)}};
  return request;
}

std::optional<std::chrono::milliseconds> PageFetcher::rest_before_retry(
    const PageJob& job, const net::HttpResult& answer) const {
  if (!may_pass(answer)) return std::nullopt;
  const PageQueue::Time now = now_();
  std::chrono::milliseconds rest = kRestAfterFailure;
  if (answer)
    rest = std::max<std::chrono::milliseconds>(
        rest,
        asked_wait(answer->header("Retry-After"), std::chrono::floor<std::chrono::seconds>(now)));
  return job.attempt == 1 && now + rest < job.page.deadline ? std::optional(rest) : std::nullopt;
}

asio::awaitable<void> PageFetcher::fetch(PageJob job) {
  PageVisit visit{job.page, std::nullopt, job.url != job.page.url};
  visit.refused = !job.expired && options_.robots && !co_await robots_.allows(job.url);
  if (visit.refused) {
    queue_.release(job, now_());
    ring();
  } else if (!job.expired) {
    net::HttpResult answer = co_await client_.send(request(job));
    if (const auto rest = rest_before_retry(job, answer)) {
      ++job.attempt;
      queue_.retry(std::move(job), now_(), *rest);
      ring();
      co_return;
    }
    queue_.release(job, now_());
    ring();
    visit.answer = std::move(answer);
  }
  const bool first = !visit.instead && !job.expired;
  std::string instead = co_await deliver_(std::move(visit));
  if (instead.empty() || !first) co_return;
  queue_.add({job.page, std::move(instead)});
  ring();
}

}  // namespace figured::feeds
