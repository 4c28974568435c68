// Makes a store of the size of a year's news, for what reads one: fill_store STORE [ARTICLES
// [DISPUTES]], 1,000,000 and 20,000 unless said.
//
// Most articles tell of a place of their own, with three claims that nobody else makes.
// Each dispute is one fire, of whose dead three outlets give two numbers.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "claims/extractor.h"
#include "claims/verdicts/judge.h"
#include "claims/verdicts/matcher.h"
#include "storage/sqlite/sqlite_store.h"

namespace figured::bench {
namespace {

constexpr storage::Seconds kFirst = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1};
constexpr std::size_t kBatch = 2'000;
constexpr std::size_t kOutlets = 50;
constexpr std::size_t kTellers = 3;  // of a fire

std::string town(std::size_t number) {
  constexpr std::string_view kParts[] = {"bel", "kar", "mon", "tir", "vos", "lan", "der", "gal",
                                         "rim", "nos", "ket", "pul", "sar", "ven", "dol", "hin"};
  std::string name;
  for (std::size_t left = number + 1; left > 0 || name.size() < 6; left /= std::size(kParts))
    name += kParts[left % std::size(kParts)];
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

feeds::Article told(std::size_t number, std::string title, std::string text) {
  feeds::Article article;
  article.guid = "https://outlet.example/news/" + std::to_string(number);
  article.identity = "guid:" + article.guid;
  article.url = article.guid;
  article.outlet = "Outlet " + std::to_string(number % kOutlets);
  article.title = std::move(title);
  article.text = std::move(text);
  article.published = kFirst + std::chrono::seconds(20 * number);
  article.content_hash = number + 1;
  return article;
}

feeds::Article usual(std::size_t number) {
  const std::string place = town(number);
  return told(number, place + " hears of a plan",
              "The council of " + place + " heard on Tuesday that " +
                  std::to_string(1'000 + number % 89'000) +
                  " houses had been built in the last year. Officials said the work would cost $" +
                  std::to_string(2 + number % 900) + " million. The school of " + place + " has " +
                  std::to_string(3 + number % 37) + " teachers, and more are looked for.");
}

feeds::Article fire(std::size_t number, std::size_t of, std::size_t teller) {
  const std::string place = town(1'000'000 + of);
  const std::size_t toll = 20 + of % 60 + (teller == 0 ? 9 : 0);
  return told(number, "Fire at " + place + " refinery",
              "The fire at the " + place + " refinery killed " + std::to_string(toll) +
                  " people on Monday, " +
                  (teller == 0 ? "the fire service" : "the ministry of health") + " said.");
}

class Filler {
 public:
  explicit Filler(storage::Store& store) : store_(store) {
    for (std::size_t i = 0; i < kOutlets; ++i) {
      const std::string number = std::to_string(i);
      sources_.push_back(
          {"http://outlet.example/feed/" + number, "Outlet " + number, "", std::chrono::hours(24)});
    }
    storage::Transaction transaction(store_);
    feed_ = store_.adopt_feeds(sources_, kFirst).front().id;
    transaction.commit();
  }

  void usual_article() {
    const auto ready = put(usual(next_));
    for (std::size_t place = 0; place < ready->claims.size(); ++place)
      store_.put_claim(0, 1, *ready, place);
  }

  void disputed_fire(std::size_t number) {
    claims::Dispute dispute;
    std::vector<claims::SourcedClaim> tolls;
    for (std::size_t teller = 0; teller < kTellers; ++teller) {
      const auto ready = put(fire(next_, number, teller));
      if (ready->claims.empty()) return;
      store_.put_claim(dispute.fact_id, 1, *ready, 0);
      tolls.push_back(ready->claims.front());
      dispute.fact_id = tolls.front().fact_id;
      if (teller > 0) judge(tolls.front(), tolls.back(), dispute);
    }
    store_.put_dispute(dispute);
  }

  std::size_t articles() const { return next_; }

 private:
  // The article, with claims that are yet to be put.
  std::shared_ptr<storage::ReadyArticle> put(const feeds::Article& article) {
    ++next_;
    const auto seen = std::chrono::floor<std::chrono::seconds>(*article.published);
    auto ready = store_.preparer().prepare(
        article, extractor_.read({article.title, article.text, article.outlet, article.published}));
    const storage::StoredArticle stored = store_.put_article(feed_, article, ready, seen);
    for (claims::SourcedClaim& claim : ready->claims) {
      claim.article_id = stored.id;
      claim.seen = seen;
    }
    return ready;
  }

  void judge(const claims::SourcedClaim& earlier, const claims::SourcedClaim& later,
             claims::Dispute& dispute) {
    const claims::Verdict verdict =
        claims::judge(earlier, later, claims::compare_claims(earlier, later));
    const storage::Seconds at = later.seen;
    store_.put_verdict({dispute.fact_id, earlier.id, later.id, verdict, at});
    claims::take_sides(dispute, later, {&earlier}, verdict.severity, at);
  }

  storage::Store& store_;
  claims::Extractor extractor_;
  std::vector<feeds::FeedSource> sources_;
  std::int64_t feed_ = 0;
  std::size_t next_ = 0;
};

void fill(storage::Store& store, std::size_t articles, std::size_t disputes) {
  store.await_facts();
  Filler filler(store);
  const std::size_t gap = std::max<std::size_t>(1, articles / std::max<std::size_t>(1, disputes));
  std::size_t disputed = 0;
  while (filler.articles() < articles) {
    storage::Transaction transaction(store);
    for (std::size_t i = 0; i < kBatch && filler.articles() < articles; ++i) {
      if (disputed < disputes && filler.articles() >= disputed * gap)
        filler.disputed_fire(disputed++);
      else
        filler.usual_article();
    }
    transaction.commit();
  }
  store.await_search();
  std::printf("%zu articles, %zu disputes\n", filler.articles(), disputed);
}

}  // namespace
}  // namespace figured::bench

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "Usage: fill_store STORE [ARTICLES [DISPUTES]]\n");
    return 2;
  }
  const auto store = figured::storage::open_sqlite_store(argv[1]);
  figured::bench::fill(*store, argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1'000'000,
                       argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 20'000);
}
