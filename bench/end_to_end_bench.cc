// The whole way of a poll but the network: bytes → read_fetch → extract → ledger,
// on a store file.  Every poll brings articles that are new.
#include <benchmark/benchmark.h>

#include <deque>

#include "bench/news_text.h"
#include "bench/store_file.h"
#include "daemon/intake/pipeline.h"
#include "daemon/ledger/ledger.h"

namespace figured::bench {
namespace {

constexpr storage::Seconds kNow = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};

std::deque<feeds::Feed> adopt(storage::Store& store, std::size_t count) {
  std::vector<feeds::FeedSource> sources;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    sources.push_back(
        {"http://bench.example/" + number, "Outlet " + number, "", std::chrono::minutes(5)});
  }
  storage::Transaction transaction(store);
  std::deque<feeds::Feed> feeds = store.adopt_feeds(sources, kNow);
  transaction.commit();
  return feeds;
}

feeds::Fetch answer(const feeds::Feed& feed, std::string body) {
  net::HttpResponse response;
  response.status = 200;
  response.headers = {{"Content-Type", "application/rss+xml; charset=utf-8"}};
  response.body = std::move(body);
  response.url = feed.source.url;
  return {feed, std::move(response), kNow};
}

// range(0) polls of 20 articles each are recorded in one transaction.
void end_to_end(benchmark::State& state) {
  StoreFile store;
  const std::deque<feeds::Feed> feeds = adopt(*store, static_cast<std::size_t>(state.range(0)));
  daemon::Ledger ledger(*store, {});
  const claims::Extractor extractor;
  unsigned seed = 0;
  std::size_t bytes = 0;
  std::size_t articles = 0;
  std::size_t claims = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<feeds::Fetch> fetches;
    for (const feeds::Feed& feed : feeds)
      fetches.push_back(answer(feed, make_feed(make_articles(20, ++seed))));
    state.ResumeTiming();

    std::vector<daemon::PollBatch> batches;
    for (const feeds::Fetch& fetch : fetches) {
      bytes += fetch.answer->body.size();
      batches.push_back(daemon::read_poll(fetch, extractor, daemon::ArticleMarks()));
    }
    for (const daemon::PollReport& report : ledger.record(batches, kNow).polls) {
      articles += report.new_articles;
      claims += report.claims;
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(articles));
  state.counters["claims/s"] =
      benchmark::Counter(static_cast<double>(claims), benchmark::Counter::kIsRate);
}
BENCHMARK(end_to_end)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace figured::bench
