// Articles with their claims through storage::Store, so many in a transaction.
// The store is on a real file with synchronous=FULL.
#include <benchmark/benchmark.h>

#include "bench/news_text.h"
#include "bench/store_file.h"
#include "claims/extractor.h"
#include "claims/matcher.h"

namespace figured::bench {
namespace {

constexpr storage::Seconds kNow = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};

// An article that is ready to be stored, so that only storing is measured.
struct Entry {
  feeds::Article article;
  claims::Reading reading;
};

Entry make_entry(const wire::WireArticle& made) {
  Entry entry;
  entry.article.title = made.title;
  entry.article.text = plain_text(made);
  entry.article.outlet = "Bench";
  entry.article.published = made.published;
  entry.reading = claims::Extractor().read(
      {entry.article.title, entry.article.text, entry.article.outlet, entry.article.published});
  return entry;
}

const std::vector<Entry>& entries() {
  static const std::vector<Entry> made = [] {
    std::vector<Entry> list;
    for (const wire::WireArticle& article : make_articles(200)) list.push_back(make_entry(article));
    return list;
  }();
  return made;
}

// Stores the n-th article with its claims, each as a fact of its own.
std::size_t put(storage::Store& store, std::int64_t feed, std::size_t n) {
  Entry entry = entries()[n % entries().size()];
  entry.article.identity = "guid:" + std::to_string(n);
  entry.article.url = "http://bench.example/" + std::to_string(n);
  entry.article.content_hash = n;
  const storage::StoredArticle stored =
      store.put_article(feed, entry.article, entry.reading.names, kNow);
  for (claims::Claim& claim : entry.reading.claims) {
    claims::SourcedClaim sourced;
    sourced.article_id = stored.id;
    sourced.names = entry.reading.names;
    sourced.claim = std::move(claim);
    sourced.seen = kNow;
    const std::int64_t fact = store.put_fact(claims::make_fact(sourced));
    store.put_claim(fact, stored.revision, sourced, claims::fact_keys(sourced));
  }
  return entry.reading.claims.size();
}

void store_articles(benchmark::State& state) {
  StoreFile store;
  storage::Transaction first(*store);
  const feeds::FeedSource source{"http://bench.example/feed", "Bench", "", std::chrono::minutes(5)};
  const std::int64_t feed = store->adopt_feeds(std::span(&source, 1), kNow).front().id;
  first.commit();

  entries();
  std::size_t next = 0;
  std::size_t claims = 0;
  for (auto _ : state) {
    storage::Transaction transaction(*store);
    for (std::int64_t i = 0; i < state.range(0); ++i) claims += put(*store, feed, next++);
    transaction.commit();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(next));
  state.counters["claims/s"] =
      benchmark::Counter(static_cast<double>(claims), benchmark::Counter::kIsRate);
}
BENCHMARK(store_articles)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace figured::bench
