// What an article costs the ledger's thread: ledger_bench FILE
//
// Takes articles as the JSON lines that `figurectl check` takes, oldest first.  What workers do,
// reading them and making them ready, comes before and is told beside it.  Each is a poll of its
// outlet's feed that brings one article; sixteen polls are a transaction on a store on a real file.
#include <time.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "bench/store_file.h"
#include "daemon/intake/pipeline.h"
#include "daemon/ledger/ledger.h"
#include "feeds/feed_date.h"

namespace figured::bench {
namespace {

constexpr std::size_t kPollsATransaction = 16;
constexpr std::size_t kTransactionsATurn = 125;  // of which one line tells
constexpr storage::Seconds kNow = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};

// Of this thread: neighbours do not count, nor does waiting for the disk.
double cpu_micros() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

feeds::Article read_line(const std::string& line) {
  const boost::json::object row = boost::json::parse(line).as_object();
  const auto text = [&](const char* name) {
    const boost::json::value* const value = row.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
  };
  feeds::Article article;
  article.guid = article.identity = text("id");
  article.outlet = text("outlet");
  article.title = text("title");
  article.text = text("text");
  article.url = text("url");
  article.published = feeds::parse_feed_date(text("published"));
  return article;
}

class Desk {
 public:
  explicit Desk(StoreFile& store)
      : store_(store),
        ledger_(*store, {.on_relation = [this](claims::Relation) { ++verdicts_; }}) {}

  void adopt(const std::vector<feeds::Article>& articles) {
    std::vector<feeds::FeedSource> sources;
    for (const feeds::Article& article : articles) {
      if (!feeds_.try_emplace(article.outlet).second) continue;
      sources.push_back({"http://bench.example/" + std::to_string(feeds_.size()), article.outlet,
                         article.group, std::chrono::minutes(5)});
    }
    storage::Transaction transaction(*store_);
    for (feeds::Feed& feed : store_->adopt_feeds(sources, kNow))
      feeds_[feed.source.outlet] = std::move(feed);
    transaction.commit();
  }

  void poll(feeds::Article article) {
    daemon::PollBatch batch;
    batch.feed = feeds_.at(article.outlet);
    batch.at = kNow;
    batch.reading.outcome = feeds::PollOutcome::kChanged;
    const double began = cpu_micros();
    batch.claims.push_back(daemon::read_article(article, extractor_));
    batch.reading.articles.push_back(std::move(article));
    daemon::make_ready(batch, store_->preparer());
    worker_ += cpu_micros() - began;
    polls_.push_back(std::move(batch));
    if (polls_.size() == kPollsATransaction) record();
  }

  void record() {
    if (polls_.empty()) return;
    const double began = cpu_micros();
    alerts_ += ledger_.record(polls_, kNow).alerts.size();
    turns_.push_back(cpu_micros() - began);
    articles_ += polls_.size();
    polls_.clear();
    if (turns_.size() == kTransactionsATurn) tell();
  }

  void tell() {
    if (turns_.empty()) return;
    double sum = 0;
    for (const double turn : turns_) sum += turn;
    const auto articles = static_cast<double>(articles_);
    std::printf(
        "%8.0f us an article (the longest transaction %.1f ms); worker %.0f us; "
        "%.1f verdicts, %.3f alerts an article\n",
        sum / articles, *std::max_element(turns_.begin(), turns_.end()) / 1e3, worker_ / articles,
        static_cast<double>(verdicts_) / articles, static_cast<double>(alerts_) / articles);
    std::fflush(stdout);
    turns_.clear();
    worker_ = 0;
    articles_ = verdicts_ = alerts_ = 0;
  }

 private:
  StoreFile& store_;
  daemon::Ledger ledger_;
  const claims::Extractor extractor_{};
  std::map<std::string, feeds::Feed> feeds_;  // by outlet
  std::vector<daemon::PollBatch> polls_;
  // Since tell():
  std::vector<double> turns_;
  double worker_ = 0;
  std::size_t articles_ = 0;
  std::size_t verdicts_ = 0;
  std::size_t alerts_ = 0;
};

int run(const char* path) {
  std::vector<feeds::Article> articles;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) articles.push_back(read_line(line));
  StoreFile store;
  Desk desk(store);
  desk.adopt(articles);
  for (feeds::Article& article : articles) desk.poll(std::move(article));
  desk.record();
  desk.tell();
  return articles.empty() ? 1 : 0;
}

}  // namespace
}  // namespace figured::bench

int main(int count, char** words) {
  if (count == 2) return figured::bench::run(words[1]);
  std::fprintf(stderr, "usage: ledger_bench FILE\n");
  return 2;
}
