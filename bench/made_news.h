// A stream of claims as the extractor would read them from a day's news, made
// without any text, so that millions of them are had in minutes.
//
// Events begin all the time; each is told by some thirty articles, a few by
// hundreds, in the order of chance.  An article shares names with the others of its
// event, repeats a third of what they count, with other values now and then, and
// counts things that nobody else does.  The same seed gives the same stream.
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "feeds/article.h"

namespace figured::bench {

struct MadeArticle {
  feeds::Article article;
  claims::Reading reading;
  // Of each claim what it counts, by number; 0 = something that nobody else counts.
  std::vector<std::uint64_t> quantities;
};

class MadeNews {
 public:
  explicit MadeNews(std::uint64_t seed = 1) : random_(seed) {}

  MadeArticle next();
  std::chrono::sys_seconds now() const { return now_; }

 private:
  static constexpr std::size_t kStemsOfFact = 12;

  // A quantity that the articles of an event give.
  struct Quantity {
    std::string measure;
    std::string noun;
    std::string unit;
    double value = 0;
    std::uint64_t number = 0;
    std::array<std::uint32_t, kStemsOfFact> stems{};
  };
  struct Event {
    std::vector<claims::NameKey> names;
    std::vector<std::string> owners;
    std::vector<Quantity> quantities;
    std::string place;
  };

  std::uint64_t below(std::uint64_t end);
  std::uint64_t rank(std::uint64_t end);  // the lower, the likelier
  bool chance(int percent) { return below(100) < static_cast<std::uint64_t>(percent); }

  void begin_event();
  claims::NameKey name_of_world();
  Quantity make_quantity();
  std::vector<claims::NameKey> names_of(const Event& event);
  claims::Claim tell(const Event& event, const Quantity& quantity, double value);

  std::mt19937_64 random_;
  std::vector<Event> events_;
  std::vector<std::size_t> free_;    // of events_
  std::vector<std::size_t> untold_;  // the event of each article to come
  std::vector<std::size_t> left_;    // articles to come, by event
  std::chrono::sys_seconds now_ = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};
  std::uint64_t told_ = 0;
  std::uint64_t quantities_ = 0;  // of events
};

}  // namespace figured::bench
