#include "bench/made_news.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

namespace figured::bench {
namespace {

constexpr std::uint64_t kArticlesADay = 5'000;
constexpr std::size_t kArticlesToCome = 6'000;  // an event is in the news for a good day
constexpr std::size_t kNamesOfEvent = 60;
constexpr std::size_t kNamesOfArticle = 25;  // of its event
constexpr std::size_t kOtherNames = 10;      // of all the world's
constexpr std::uint64_t kNamesOfWorld = 100'000;
constexpr std::size_t kQuantities = 30;
constexpr std::size_t kShared = 5;  // claims of an article that others make too
constexpr std::size_t kOwn = 10;
constexpr std::uint64_t kStems = 50'000;

struct Measure {
  std::string_view name;
  std::string_view noun;
  std::string_view unit;
};

// Half of what news counts; of the other half each is told once in a while.
constexpr Measure kMeasures[] = {
    {"percent", "", "percent"},
    {"count.person", "people", ""},
    {"people.killed", "people", ""},
    {"age", "", "year"},
    {"duration", "", "year"},
    {"money", "", "usd"},
    {"people.injured", "people", ""},
    {"count.state", "states", ""},
    {"vote.voted", "votes", ""},
    {"job.added", "jobs", ""},
    {"money.spent", "", "usd"},
    {"length.distance", "", "km"},
    {"length.distance", "", "mile"},
    {"seat.seats", "seats", ""},
    {"money.cost", "", "usd"},
    {"money.raised", "", "eur"},
    {"people.attended", "people", ""},
    {"count.child", "children", ""},
    {"percent.of.voter", "voters", "percent"},
    {"people.infected", "people", ""},
    {"count.worker", "workers", ""},
    {"count.country", "countries", ""},
    {"people.arrested", "men", ""},
    {"money.income", "", "usd"},
    {"money.profit", "", "usd"},
    {"count.soldier", "soldiers", ""},
    {"armed.deployed", "troops", ""},
    {"building.destroyed", "houses", ""},
    {"magnitude", "", "magnitude"},
};

constexpr std::string_view kPlaces[] = {
    "Kabul",   "Washington", "London", "Baghdad", "Paris",      "Jakarta", "Kyiv",    "Lagos",
    "Mumbai",  "Berlin",     "Cairo",  "Tokyo",   "Nairobi",    "Madrid",  "Chicago", "Karachi",
    "Beijing", "Istanbul",   "Lima",   "Bogota",  "Manila",     "Dhaka",   "Hanoi",   "Warsaw",
    "Texas",   "Syria",      "Gaza",   "Iran",    "California", "Ukraine", "Florida", "Chile"};

std::string numbered(std::string_view word, std::uint64_t number) {
  return std::string(word) + std::to_string(number);
}

double grain_of(double value) {
  double grain = 1;
  while (value >= 10 * grain && std::fmod(value, 10 * grain) == 0) grain *= 10;
  return grain;
}

}  // namespace

std::uint64_t MadeNews::below(std::uint64_t end) { return random_() % end; }

// Log-uniform: half of the draws fall below the root of `end`.
std::uint64_t MadeNews::rank(std::uint64_t end) {
  const double part = static_cast<double>(below(1'000'000)) / 1e6;
  return static_cast<std::uint64_t>(std::pow(static_cast<double>(end), part)) - 1;
}

// The best known stand in one article of five, no more.
claims::NameKey MadeNews::name_of_world() {
  constexpr std::uint64_t kWellKnown = 20;
  const std::uint64_t drawn = rank(kNamesOfWorld / kWellKnown) * kWellKnown + below(kWellKnown);
  return drawn * 0x9e3779b97f4a7c15U;
}

MadeNews::Quantity MadeNews::make_quantity() {
  Quantity quantity;
  if (chance(50)) {
    const Measure& measure = kMeasures[below(std::size(kMeasures))];
    quantity.measure = measure.name;
    quantity.noun = measure.noun;
    quantity.unit = measure.unit;
  } else {
    quantity.noun = numbered("thing", rank(3'000));
    if (!chance(15)) quantity.measure = "count." + quantity.noun;
  }
  quantity.value = static_cast<double>(1 + rank(1'000'000));
  for (std::uint32_t& stem : quantity.stems) stem = static_cast<std::uint32_t>(rank(kStems));
  return quantity;
}

void MadeNews::begin_event() {
  Event event;
  for (std::size_t i = 0; i < kNamesOfEvent; ++i)
    event.names.push_back(chance(50) ? name_of_world() : random_());
  for (int i = 0; i < 4; ++i) event.owners.push_back(numbered("Owner ", rank(50'000)));
  event.place = chance(50) ? std::string(kPlaces[rank(std::size(kPlaces) + 1)])
                           : numbered("Hamlet", below(20'000));
  for (std::size_t i = 0; i < kQuantities; ++i) {
    event.quantities.push_back(make_quantity());
    event.quantities.back().number = ++quantities_;
  }
  const std::uint64_t articles = chance(1) ? 100 + below(900) : 1 + below(50);
  std::size_t at = events_.size();
  if (free_.empty()) {
    events_.emplace_back();
    left_.emplace_back();
  } else {
    at = free_.back();
    free_.pop_back();
  }
  events_[at] = std::move(event);
  left_[at] = articles;
  untold_.insert(untold_.end(), articles, at);
}

std::vector<claims::NameKey> MadeNews::names_of(const Event& event) {
  std::vector<claims::NameKey> names;
  for (std::size_t i = 0; i < kNamesOfArticle; ++i)
    names.push_back(event.names[rank(event.names.size() + 1)]);
  for (std::size_t i = 0; i < kOtherNames; ++i) names.push_back(name_of_world());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

claims::Claim MadeNews::tell(const Event& event, const Quantity& quantity, double value) {
  claims::Claim claim;
  claim.quote = "As many as they say there were of them, at the place of the event";
  claim.figure.low = value;
  if (chance(90)) claim.figure.high = value;
  claim.figure.bound = claim.figure.high ? claims::Bound::kExact : claims::Bound::kAtLeast;
  claim.figure.unit = quantity.unit;
  claim.figure.grain = grain_of(value);
  claim.figure.span = {static_cast<std::uint32_t>(below(3'000)), 3'010};
  claim.figure.surface = std::to_string(static_cast<std::int64_t>(value));
  claim.noun = quantity.noun;
  claim.measure = quantity.measure;
  if (chance(30)) claim.subject = event.owners[below(event.owners.size())];
  (chance(60) ? claim.place : claim.setting) = event.place;
  if (chance(30)) claim.speaker = claim.origin = event.owners[below(event.owners.size())];
  if (chance(20)) claim.event_time = claims::TimeSpan{now_ - std::chrono::days(1), now_};
  if (chance(10)) claim.scope = {"part"};
  claim.confidence = 0.8;
  for (const std::uint32_t stem : quantity.stems) {
    if (chance(70)) claim.context.push_back({stem, static_cast<std::uint8_t>(below(12))});
  }
  for (int i = 0; i < 8; ++i) {
    claim.context.push_back(
        {static_cast<std::uint32_t>(rank(kStems)), static_cast<std::uint8_t>(below(16))});
  }
  const auto stem_of = [](const claims::ContextWord& word) { return word.stem; };
  std::ranges::sort(claim.context, {}, stem_of);
  const auto twice = std::ranges::unique(claim.context, {}, stem_of);
  claim.context.erase(twice.begin(), twice.end());
  return claim;
}

MadeArticle MadeNews::next() {
  while (untold_.size() < kArticlesToCome) begin_event();
  now_ += std::chrono::seconds(86'400 / kArticlesADay);
  std::swap(untold_[below(untold_.size())], untold_.back());
  const std::size_t at = untold_.back();
  untold_.pop_back();
  Event& event = events_[at];

  MadeArticle made;
  ++told_;
  made.article.identity = numbered("guid:", told_);
  made.article.guid = numbered("made-", told_);
  made.article.url = numbered("https://outlet.example/news/2026/", told_);
  made.article.outlet = numbered("Outlet ", rank(200));
  made.article.title = numbered("What is told of the event, as told by article ", told_);
  made.article.text = made.article.title;
  made.article.published = now_;
  made.article.content_hash = told_;
  made.reading.names = names_of(event);
  for (std::size_t i = 0; i < kShared; ++i) {
    Quantity& quantity = event.quantities[rank(event.quantities.size() + 1)];
    if (chance(5)) quantity.value += 1 + static_cast<double>(below(9));
    made.reading.claims.push_back(
        tell(event, quantity, chance(95) ? quantity.value : quantity.value + 3));
    made.quantities.push_back(quantity.number);
  }
  for (std::size_t i = 0; i < kOwn; ++i) {
    const Quantity quantity = make_quantity();
    made.reading.claims.push_back(tell(event, quantity, quantity.value));
    made.quantities.push_back(0);
  }
  if (--left_[at] == 0) free_.push_back(at);
  return made;
}

}  // namespace figured::bench
