// What it costs to find and judge one claim while claims are stored, with 100,000,
// a million and ten million of them there; beside it, as the limit, bare look-ups
// of rows by their number in the same file, as many as a claim has keys.
//
// The last 100,000 before each size are found and judged as in service, so that memory
// holds what it holds there.  Those before them are stored under the facts that they are
// of by the made news' own account, which nobody has to look for.
//
//     lookup_bench [CLAIMS [MIB]]    10,000,000 unless said; the file is about 3 GB.
//                                    MIB of memory for facts (store.facts_memory), 128 unless said
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bench/made_news.h"
#include "bench/memory.h"
#include "bench/store_file.h"
#include "claims/verdicts/judge.h"
#include "claims/verdicts/matcher.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::bench {
namespace {

constexpr std::size_t kMeasured = 30'000;          // claims at each size
constexpr std::size_t kArticlesATransaction = 20;  // a poll brings so many
constexpr std::size_t kArticlesToFill = 200;
constexpr std::size_t kLookedUp = 100'000;  // before each size

using Clock = std::chrono::steady_clock;

double micros(Clock::duration time) {
  return std::chrono::duration<double, std::micro>(time).count();
}

// Of this thread: what a neighbour takes of the core does not count, nor does waiting
// for the disk.
double cpu_micros() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

struct Times {
  std::vector<double> found;   // looked up and judged, µs a claim
  std::vector<double> cpu;     // the same, of CPU time
  std::vector<double> stored;  // that, and put into the store
  std::size_t candidates = 0;
  std::size_t live = 0;
  std::size_t verdicts = 0;
};

struct Summary {
  double mean, half, most, longest;  // µs; `most` = of 99 in 100
};

Summary summary(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  double sum = 0;
  for (const double time : times) sum += time;
  const auto at = [&](double part) {
    return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
  };
  return {sum / static_cast<double>(times.size()), at(0.5), at(0.99), times.back()};
}

class Ingest {
 public:
  explicit Ingest(StoreFile& store) : store_(store) {
    const feeds::FeedSource source{"http://bench.example/feed", "Bench", "",
                                   std::chrono::minutes(5)};
    storage::Transaction first(*store_);
    feed_ = store_->adopt_feeds(std::span(&source, 1), news_.now()).front().id;
    first.commit();
  }

  std::size_t claims() const { return claims_; }

  void fill(std::size_t claims) {
    const auto put_told = [this](const MadeArticle& made) { put_as_told(made); };
    while (claims_ + kLookedUp < claims) transaction(kArticlesToFill, put_told);
    const auto put_found = [this](const MadeArticle& made) { put(made, nullptr); };
    while (claims_ < claims) transaction(kArticlesToFill, put_found);
  }

  Times measure() {
    Times times;
    const auto put_timed = [&](const MadeArticle& made) { put(made, &times); };
    while (times.found.size() < kMeasured) transaction(kArticlesATransaction, put_timed);
    return times;
  }

 private:
  template <class Put>
  void transaction(std::size_t articles, const Put& put) {
    storage::Transaction transaction(*store_);
    for (std::size_t i = 0; i < articles; ++i) put(news_.next());
    transaction.commit();
  }

  // An article whose claims are yet to be put.
  struct PutArticle {
    std::shared_ptr<storage::ReadyArticle> ready;
    std::int64_t revision;
  };
  PutArticle put_article(const MadeArticle& made) {
    auto ready = store_->preparer().prepare(made.article, made.reading);
    const storage::StoredArticle stored =
        store_->put_article(feed_, made.article, ready, news_.now());
    for (claims::SourcedClaim& claim : ready->claims) {
      claim.article_id = stored.id;
      claim.seen = news_.now();
    }
    claims_ += ready->claims.size();
    return {std::move(ready), stored.revision};
  }

  void put_as_told(const MadeArticle& made) {
    const PutArticle article = put_article(made);
    for (std::size_t place = 0; place < made.quantities.size(); ++place) {
      const std::uint64_t quantity = made.quantities[place];
      const std::int64_t fact = quantity == 0 ? 0 : facts_[quantity];
      store_->put_claim(fact, article.revision, *article.ready, place);
      if (quantity != 0) facts_[quantity] = article.ready->claims[place].fact_id;
    }
  }

  void put(const MadeArticle& made, Times* times) {
    const PutArticle article = put_article(made);
    claims::Matcher matcher(claims::SamenessModel::builtin(), claims::Matcher::Names::kDiffering);
    for (std::size_t place = 0; place < article.ready->claims.size(); ++place) {
      record(*article.ready, place, article.revision, matcher, times);
      const std::uint64_t quantity = made.quantities[place];
      if (quantity != 0) facts_[quantity] = article.ready->claims[place].fact_id;
    }
  }

  // As ClaimRecorder does it, but for disputes and alerts.
  void record(storage::ReadyArticle& ready, std::size_t place, std::int64_t revision,
              claims::Matcher& matcher, Times* times) {
    const claims::SourcedClaim& claim = ready.claims[place];
    const double cpu = cpu_micros();
    const auto start = Clock::now();
    const auto candidates =
        store_->facts_by_keys(ready.keys[place], claims::Matcher::kMostFacts,
                              [&](std::int64_t article_id, const claims::ArticleSketch& other) {
                                return matcher.may_be_same(claim, article_id, other);
                              });
    const claims::Match match = matcher.match(claim, candidates);
    for (const claims::LikelySame& same : match.same)
      claims::relation_of(*same.claim, claim, same.sameness);
    const auto found = Clock::now();
    const double cpu_found = cpu_micros();
    store_->put_claim(match.fact < 0 ? 0 : candidates[static_cast<std::size_t>(match.fact)]->id,
                      revision, ready, place);
    const auto stored = Clock::now();
    if (times == nullptr) return;
    times->found.push_back(micros(found - start));
    times->cpu.push_back(cpu_found - cpu);
    times->stored.push_back(micros(stored - start));
    times->candidates += candidates.size();
    for (const claims::SharedFact& known : candidates) times->live += known->live.size();
    times->verdicts += match.same.size();
  }

  StoreFile& store_;
  MadeNews news_;
  std::int64_t feed_ = 0;
  std::size_t claims_ = 0;
  // By number of the quantity.
  std::unordered_map<std::uint64_t, std::int64_t> facts_;
};

// The limit: a claim's keys as look-ups by number, in a connection of its own.
Summary bare_lookups(const std::string& path, std::size_t claims) {
  storage::Connection db(path, storage::OpenMode::kReadOnly);
  std::mt19937_64 random(7);
  std::vector<double> times;
  db.execute("BEGIN");
  for (std::size_t i = 0; i < kMeasured; ++i) {
    const auto start = Clock::now();
    for (std::size_t key = 0; key < claims::kMaxFactKeys; ++key) {
      storage::Statement row =
          db.statement("SELECT revision_id FROM reading WHERE first_claim >= ?1 LIMIT 1");
      row.bind(static_cast<std::int64_t>(1 + random() % claims)).step();
    }
    times.push_back(micros(Clock::now() - start));
  }
  db.execute("COMMIT");
  return summary(std::move(times));
}

void print(const char* name, const Summary& times) {
  std::printf("  %-28s mean %7.1f   p50 %7.1f   p99 %7.1f   max %9.1f us\n", name, times.mean,
              times.half, times.most, times.longest);
}

int run(std::size_t most, std::size_t facts_memory) {
  StoreFile store(facts_memory);
  Ingest ingest(store);
  double first = 0;
  for (std::size_t size = 100'000; size <= most; size *= 10) {
    const auto start = Clock::now();
    const std::size_t before = ingest.claims();
    ingest.fill(size);
    const double seconds = micros(Clock::now() - start) / 1e6;
    const Times times = ingest.measure();
    const Summary found = summary(times.cpu);
    if (first == 0) first = found.mean;
    const auto a_claim = [](std::size_t count) {
      return static_cast<double>(count) / static_cast<double>(kMeasured);
    };
    std::printf("%zu claims stored (%.0f a second)\n", ingest.claims(),
                static_cast<double>(size - before) / seconds);
    print("look-up and verdict", summary(times.found));
    print("the same, of CPU time", found);
    print("look-up, verdict and store", summary(times.stored));
    print("limit: bare look-ups", bare_lookups(store.path(), size));
    std::printf("  a claim: %.1f facts found, with %.1f claims, %.2f verdicts\n",
                a_claim(times.candidates), a_claim(times.live), a_claim(times.verdicts));
    std::printf("  CPU time beside 100,000 claims: %.2f   peak memory %.0f MB   file %.0f MB\n",
                found.mean / first, peak_mb(), store.megabytes());
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace figured::bench

int main(int count, char** words) {
  const auto number = [&](int at, std::size_t unsaid) {
    return count > at ? std::strtoull(words[at], nullptr, 10) : unsaid;
  };
  return figured::bench::run(number(1, 10'000'000), number(2, figured::storage::kFactsMemory >> 20)
                                                        << 20);
}
