// PageFetcher fetches the pages that are wanted, each once.
//
// A few lanes take pages from a PageQueue.  What comes is handed to `deliver`, which
// reads and stores it, and may name another address of the same text (AMP), asked
// once.  What may pass (no answer, 429, 5xx) is asked for once more before the
// deadline; at the deadline a page is delivered as too late.
//
// Before the first page of a site its robots.txt is asked for.
//
// It does not read what it fetches.  All of it runs on one executor.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "feeds/page/page_answer.h"
#include "feeds/page/page_queue.h"
#include "feeds/page/robots_desk.h"
#include "net/http_client.h"

namespace figured::feeds {

struct PageOptions {
  std::chrono::milliseconds timeout{20'000};
  std::size_t max_body = kMaxPage;  // as sent
  int max_redirects = 5;
  std::size_t lanes = 8;                     // pages in flight at a time
  std::chrono::milliseconds spacing{2'000};  // of one host
  std::chrono::seconds patience{300};        // from the summary on
  bool robots = true;                        // what a site's robots.txt asks is done
  std::string robot = "figured";             // the name by which it knows us
};

struct PageVisit {
  WantedPage page;
  // Empty: its turn did not come before the deadline, or it may not be asked for.
  std::optional<net::HttpResult> answer;
  bool instead = false;  // this is the other address already
  bool refused = false;  // by robots.txt
};

class PageFetcher {
 public:
  // Ends when what came is stored, or gives the other address.
  using Deliver = std::function<boost::asio::awaitable<std::string>(PageVisit)>;
  using Now = std::function<PageQueue::Time()>;

  // Requires options.lanes > 0, and that the client outlives the fetcher.
  PageFetcher(boost::asio::any_io_executor executor, net::HttpClient& client, Deliver deliver,
              PageOptions options = {}, Now now = read_clock);

  // Has no end of its own.  When cancelled, transfers are cancelled and unwind; what
  // was not delivered stays wanted.  An exception of `deliver` ends it likewise.
  boost::asio::awaitable<void> run();

  void want(const std::vector<WantedPage>& pages);

  const PageQueue& queue() const { return queue_; }

  static PageQueue::Time read_clock();

 private:
  boost::asio::awaitable<void> lane();
  boost::asio::awaitable<void> fetch(PageJob job);
  boost::asio::awaitable<PageJob> next_job();
  void ring();
  net::HttpRequest request(const PageJob& job) const;
  std::optional<std::chrono::milliseconds> rest_before_retry(const PageJob& job,
                                                             const net::HttpResult& answer) const;

  const boost::asio::any_io_executor executor_;
  net::HttpClient& client_;
  const Deliver deliver_;
  const PageOptions options_;
  const Now now_;
  PageQueue queue_;
  RobotsDesk robots_;
  std::set<boost::asio::steady_timer*> idle_;  // of the lanes that wait for a page
};

}  // namespace figured::feeds
