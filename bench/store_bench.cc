// What storing costs: articles of 3 KB with ten claims, a thousand in a transaction
// with synchronous=FULL, beside the limit of bare SQLite in the same run; again with
// claims by the million stored, and with readers beside it; bytes an article, search
// and all; and a start on what was stored.
//
// Measured is what the ledger's thread does in the daemon; what the workers do before it
// (making articles ready) is told beside it.
//
//     store_bench [CLAIMS]        1,000,000 unless said; FIGURED_BENCH_TEXT names texts
#include <zstd.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "bench/bare_store.h"
#include "bench/memory.h"
#include "bench/news_text.h"
#include "bench/store_file.h"
#include "claims/extractor.h"
#include "claims/text/names.h"
#include "feeds/article_alias.h"

namespace figured::bench {
namespace {

constexpr storage::Seconds kNow = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};
constexpr std::size_t kBatch = 1'000;
constexpr std::size_t kRounds = 9;  // batches a measurement: the median counts
constexpr std::size_t kClaims = 10;
constexpr std::size_t kTextBytes = 3'000;
constexpr std::size_t kMostTexts = 4'000;

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Wall time counts the neighbours and the disk, CPU time of this thread neither.
struct Spent {
  double wall = 0;
  double cpu = 0;
};

class Stopwatch {
 public:
  Spent read() const { return {seconds_since(start_), thread_cpu_seconds() - cpu_}; }

 private:
  const Clock::time_point start_ = Clock::now();
  const double cpu_ = thread_cpu_seconds();
};

// Articles a second, of each time.
struct Rates {
  double wall = 0;
  double cpu = 0;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// The medians of so many rounds of `count` articles.
template <class Round>
Rates median_rates(std::size_t rounds, std::size_t count, const Round& round) {
  std::vector<double> wall, cpu;
  for (std::size_t i = 0; i < rounds; ++i) {
    const Spent spent = round();
    wall.push_back(static_cast<double>(count) / spent.wall);
    cpu.push_back(static_cast<double>(count) / spent.cpu);
  }
  return {median(wall), median(cpu)};
}

struct Told {
  std::string title;
  std::string text;
  std::string packed;  // for the limit
};

std::string pack(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

// Texts with as many claims as are measured with; longer ones are cut.
std::vector<Told> read_texts() {
  std::vector<Told> list;
  const claims::Extractor extractor;
  each_text_to_read([&](std::string_view whole) {
    Told told;
    told.text = whole.substr(0, kTextBytes);
    told.title = whole.substr(0, std::min(whole.find('\n'), std::size_t{70}));
    if (told.text.size() < kTextBytes) return true;
    const claims::Reading reading = extractor.read({told.title, told.text, "Bench", kNow});
    if (reading.claims.size() < kClaims) return true;
    told.packed = pack(told.text);
    list.push_back(std::move(told));
    return list.size() < kMostTexts;
  });
  return list;
}

// Articles of the texts, each with names of its own, as every article of the world
// has those: words of names are replaced by words of other texts' names.
class Press {
 public:
  explicit Press(const std::vector<Told>& texts) : texts_(texts) {
    std::set<std::string, std::less<>> words;
    for (const Told& told : texts) {
      const claims::Reading reading = extractor_.read({told.title, told.text, "Bench", kNow});
      each_name(told.text, reading.names, [&](std::string_view word) { words.emplace(word); });
    }
    words_.assign(words.begin(), words.end());
  }

  feeds::Article next() {
    const Told& told = texts_[number_ % texts_.size()];
    const std::string number = std::to_string(++number_);
    feeds::Article article;
    article.guid = "https://www.bench.example/news/2026/world/article-" + number;
    article.identity = "guid:" + article.guid;
    article.url = article.guid;
    article.title = told.title + " (" + number + ")";  // of its own, as its other names
    article.text = number_ <= texts_.size() ? told.text : renamed(told);
    article.outlet = "Bench";
    article.published = kNow;
    article.published_zone = feeds::DateZone::kGiven;
    article.language = "en-US";
    article.content_hash = number_;
    article.aliases = feeds::article_aliases(article);
    return article;
  }
  claims::Reading read(const feeds::Article& article) const {
    claims::Reading reading =
        extractor_.read({article.title, article.text, article.outlet, article.published});
    if (reading.claims.size() > kClaims) reading.claims.resize(kClaims);
    return reading;
  }

 private:
  template <class Take>
  static void each_name(std::string_view text, const std::vector<claims::NameKey>& names,
                        const Take& take) {
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      while (at < text.size() && is_letter(text[at])) ++at;
      const std::string_view word = text.substr(begin, at - begin);
      if (word.size() > 2 && std::isupper(static_cast<unsigned char>(word.front())) != 0 &&
          std::ranges::binary_search(names, claims::name_key(word)))
        take(word);
      if (at == begin) ++at;
    }
  }

  std::string renamed(const Told& told) const {
    const claims::Reading reading = extractor_.read({told.title, told.text, "Bench", kNow});
    std::string text;
    const char* done = told.text.data();
    each_name(told.text, reading.names, [&](std::string_view word) {
      text.append(done, word.data());
      text += words_[(claims::name_key(word) + number_ * 7'919) % words_.size()];
      done = word.data() + word.size();
    });
    return text.append(done, told.text.data() + told.text.size());
  }

  const std::vector<Told>& texts_;
  const claims::Extractor extractor_{};
  std::vector<std::string> words_;
  std::size_t number_ = 0;
};

class Ingest {
 public:
  Ingest(storage::Store& store, const std::vector<Told>& texts) : store_(store), press_(texts) {
    const feeds::FeedSource source{"http://bench.example/feed", "Bench", "",
                                   std::chrono::minutes(5)};
    storage::Transaction first(store_);
    feed_ = store_.adopt_feeds(std::span(&source, 1), kNow).front().id;
    first.commit();
  }

  std::size_t articles() const { return articles_; }
  std::size_t claims() const { return claims_; }
  // That a worker makes ready in a second of its own time.
  double made_ready() const { return static_cast<double>(articles_) / worker_seconds_; }

  // What of the last batch took how long, in seconds of the thread's time.
  struct Parts {
    double articles = 0;
    double claims = 0;
    double commit = 0;
  };
  const Parts& parts() const { return spent_; }

  // What storing the batch took.
  Spent batch(std::size_t count) {
    std::vector<Ready> ready;
    for (std::size_t i = 0; i < count; ++i) ready.push_back(make_ready());
    spent_ = {};
    const Stopwatch watch;
    storage::Transaction transaction(store_);
    for (Ready& one : ready) put(one);
    const double before = watch.read().cpu;
    transaction.commit();
    const Spent whole = watch.read();
    spent_.commit = whole.cpu - before;
    return whole;
  }

 private:
  struct Ready {
    feeds::Article article;
    std::shared_ptr<storage::ReadyArticle> ready;
  };

  // What a worker does, but for reading.
  Ready make_ready() {
    Ready made{press_.next(), nullptr};
    const claims::Reading reading = press_.read(made.article);
    const double before = thread_cpu_seconds();
    made.ready = store_.preparer().prepare(made.article, reading);
    worker_seconds_ += thread_cpu_seconds() - before;
    ++articles_;
    claims_ += reading.claims.size();
    return made;
  }

  // As the ledger does where each claim is of a fact of its own.
  void put(Ready& one) {
    const double begun = thread_cpu_seconds();
    const storage::StoredArticle stored =
        store_.put_article(feed_, one.article, one.ready, kNow);
    const double put = thread_cpu_seconds();
    spent_.articles += put - begun;
    for (std::size_t place = 0; place < one.ready->claims.size(); ++place) {
      claims::SourcedClaim& claim = one.ready->claims[place];
      claim.article_id = stored.id;
      claim.seen = kNow;
      store_.put_claim(0, stored.revision, *one.ready, place);
    }
    spent_.claims += thread_cpu_seconds() - put;
  }

  storage::Store& store_;
  Press press_;
  std::int64_t feed_ = 0;
  std::size_t articles_ = 0;
  std::size_t claims_ = 0;
  double worker_seconds_ = 0;
  Parts spent_;
};

Rates measure(Ingest& ingest, std::size_t batch = kBatch) {
  return median_rates(kRounds, batch, [&] { return ingest.batch(batch); });
}

struct Limit {
  Rates rates;
  double bytes;  // an article
};

// What a batch of kBatch took, the median of some, in microseconds an article.
void print_parts(Ingest& ingest) {
  std::vector<double> articles, claims, commit;
  for (std::size_t i = 0; i < kRounds; ++i) {
    ingest.batch(kBatch);
    const auto add = [](std::vector<double>& to, double seconds) {
      to.push_back(seconds * 1e6 / static_cast<double>(kBatch));
    };
    add(articles, ingest.parts().articles);
    add(claims, ingest.parts().claims);
    add(commit, ingest.parts().commit);
  }
  std::printf("  of its time an article takes %.1f us, its claims %.1f, the commit %.1f\n",
              median(articles), median(claims), median(commit));
}

Limit measure_limit(const std::vector<Told>& texts) {
  const std::string path =
      (std::filesystem::temp_directory_path() / ("figured-limit." + std::to_string(getpid())))
          .string();
  Limit limit{};
  std::size_t next = 0;
  {
    BareStore bare(path);
    limit.rates = median_rates(2 * kRounds, kBatch, [&] {
      const Stopwatch watch;
      bare.begin();
      for (std::size_t i = 0; i < kBatch; ++i) {
        const Told& told = texts[next++ % texts.size()];
        bare.put(told.title, told.packed, kClaims);
      }
      bare.commit();
      return watch.read();
    });
    bare.checkpoint();
  }
  limit.bytes = static_cast<double>(std::filesystem::file_size(path)) / static_cast<double>(next);
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end);
  return limit;
}

void print(const char* name, const Rates& rates, const Rates& limit) {
  std::printf("%-28s %8.0f articles/s, %.2f of the limit; %8.0f a CPU second, %.2f\n", name,
              rates.wall, rates.wall / limit.wall, rates.cpu, rates.cpu / limit.cpu);
  std::fflush(stdout);
}

// People and programs who ask once a second, each on a connection of its own.
class Readers {
 public:
  Readers(const std::string& path, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
      threads_.emplace_back([&, path, i](const std::stop_token& stop) { ask(path, i, stop); });
  }
  ~Readers() {
    for (std::jthread& thread : threads_) thread.request_stop();
  }
  std::size_t answers() const { return answers_; }

 private:
  void ask(const std::string& path, std::size_t number, const std::stop_token& stop) {
    const auto store = storage::open_sqlite_reader(path);
    const std::vector<std::string> words = {number % 2 == 0 ? "people" : "government", "percent"};
    // Not all at once.
    std::this_thread::sleep_for(std::chrono::milliseconds(20 * number));
    while (!stop.stop_requested()) {
      const auto next = Clock::now() + std::chrono::seconds(1);
      store->disputes(50);
      store->search(words, 20);
      answers_ += 2;
      std::this_thread::sleep_until(next);
    }
  }

  std::atomic<std::size_t> answers_ = 0;
  std::vector<std::jthread> threads_;
};

constexpr std::size_t kReaders = 50;

void measure_beside_readers(StoreFile& file, Ingest& ingest, const Rates& limit) {
  file->await_search();
  print("without readers", measure(ingest), limit);
  Readers readers(file.path(), kReaders);
  print("beside 50 readers", measure(ingest), limit);
  std::printf("  %zu answers meanwhile\n", readers.answers());
}

void start_again(StoreFile& file) {
  file.close();
  const double before = resident_mb();
  const auto start = Clock::now();
  file.reopen();
  std::printf("start: open after %.3f s", seconds_since(start));
  file->await_facts();
  std::printf(", facts can be found after %.2f s; memory %+.0f MB\n", seconds_since(start),
              resident_mb() - before);
}

int run(std::size_t most) {
  const std::vector<Told> texts = read_texts();
  if (texts.empty()) {
    std::fprintf(stderr, "store_bench: no text has ten claims in its first 3,000 bytes\n");
    return 1;
  }
  std::printf("%zu texts of %zu bytes with %zu claims\n", texts.size(), kTextBytes, kClaims);
  StoreFile file;
  Ingest ingest(*file, texts);
  for (std::size_t i = 0; i < 5; ++i) ingest.batch(kBatch);  // its dictionaries are made
  const Limit limit = measure_limit(texts);
  print("limit: bare SQLite", limit.rates, limit.rates);
  const Rates empty = measure(ingest);
  print_parts(ingest);
  std::printf("made ready before that: %.0f articles a CPU second of a worker\n",
              ingest.made_ready());
  print("store, nearly empty", empty, limit.rates);
  for (const std::size_t batch : {std::size_t{1}, std::size_t{10}, std::size_t{100}}) {
    const std::string name = "  " + std::to_string(batch) + " in a transaction";
    print(name.c_str(), measure(ingest, batch), limit.rates);
  }
  for (std::size_t size = 1'000'000; size <= most; size *= 10) {
    while (ingest.claims() < size) ingest.batch(kBatch);
    const Rates full = measure(ingest);
    print((std::to_string(size) + " claims stored").c_str(), full, limit.rates);
    std::printf("  %.2f of empty, %.2f by CPU time; %.0f MB resident\n", full.wall / empty.wall,
                full.cpu / empty.cpu, resident_mb());
  }
  measure_beside_readers(file, ingest, limit.rates);
  const auto behind = Clock::now();
  file->await_search();
  std::printf("search: all can be found %.1f s later\n", seconds_since(behind));
  start_again(file);
  const double articles = static_cast<double>(ingest.articles());
  file.close();
  std::printf(
      "an article with %.1f claims takes %.0f bytes of the file, beside %.0f of the limit's\n",
      static_cast<double>(ingest.claims()) / articles, file.megabytes() * 1e6 / articles,
      limit.bytes);
  return 0;
}

}  // namespace
}  // namespace figured::bench

int main(int count, char** words) {
  return figured::bench::run(count > 1 ? std::strtoull(words[1], nullptr, 10) : 1'000'000);
}
