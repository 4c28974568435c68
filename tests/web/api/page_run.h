// PageRun: a page over a small store, on a thread of its own, and a client of it.
//
// The store holds two feeds, two articles that disagree on how many were hurt in a fire,
// their dispute and an alert to the endpoint "desk".
#pragma once
#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "storage/store.h"
#include "tests/support/temp_folder.h"
#include "web/page.h"

namespace figured::web {

inline constexpr char kToken[] = "correct-horse-battery-staple";

struct Reply {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
  boost::json::value json() const;
};

class PageRun : public testing::Test {
 protected:
  PageRun();
  ~PageRun() override;

  using Headers = std::map<std::string, std::string>;

  // Requires that the store is made; `options` but for the port.
  void serve(PageOptions options = with_token());
  static PageOptions with_token();
  // Ends what is served, as the daemon does.
  void stop();

  Reply ask(const std::string& method, const std::string& target, Headers headers = {},
            const std::string& body = {});
  Reply get(const std::string& target, Headers headers = {}) {
    return ask("GET", target, std::move(headers));
  }
  // With the token.
  Reply post(const std::string& target, const std::string& body = {},
             const std::string& method = "POST");
  // Reads a stream until `until` stands in it.
  std::string listen(const std::string& target, Headers headers, const std::string& until,
                     const std::function<void()>& meanwhile);

  // News comes in that tells no figure.
  void put_more_news();
  // An article that gives these whole numbers of the fact, a claim each; returns the claims.
  std::vector<std::int64_t> put_figures(const std::vector<int>& values);

  std::string path() const { return folder_.path("figured.db"); }

  const tests::TempFolder folder_;
  std::unique_ptr<storage::Store> store_;
  std::int64_t fact_ = 0, dispute_ = 0, feed_ = 0;
  std::vector<std::int64_t> articles_, claims_;
  std::string alert_;
  std::string hostile_ = "<img src=x onerror=alert(1)>&\"'";
  std::vector<std::string> written_, failed_;
  alerts::Answer tried_{204, "", {}};
  // What comes back where a feed is to be added, and what was asked.
  net::HttpResult came_ =
      net::HttpResponse{200,
                        {{"Content-Type", "application/rss+xml"}},
                        "<rss version=\"2.0\"><channel><title>New News</title></channel></rss>",
                        ""};
  std::vector<std::string> asked_;
  std::atomic<std::chrono::sys_seconds> now_{
      std::chrono::sys_seconds(std::chrono::seconds(1'786'000'000))};
  std::unique_ptr<Page> page_;

 private:
  void fill();
  storage::StoredArticle put(const feeds::Article& article, std::int64_t feed);
  std::int64_t put_claim(const feeds::Article& article, const storage::StoredArticle& stored,
                         const std::string& quote, const std::string& surface, double value);

  boost::asio::io_context io_{1};
  boost::asio::cancellation_signal stop_;
  std::thread thread_;
};

}  // namespace figured::web
