#include "bench/news_text.h"

#include <array>
#include <cctype>
#include <cstdlib>
#include <random>

#include "wire/wire_feed.h"

namespace figured::bench {
namespace {

constexpr std::size_t kMostText = 50'000'000;  // bytes

// Names are made of these, so that there are thousands of events and people.
constexpr std::array kSyllables{"bel", "kut", "dor", "van", "mir", "tas", "ol",
                                "ren", "gha", "zet", "lun", "par", "sev", "ira",
                                "nok", "fel", "cor", "ard", "wes", "hul"};
constexpr std::array kFirstNames{"Anna", "Bram",  "Carla", "Daud",
                                 "Edda", "Felix", "Greta", "Hadri"};
constexpr std::array kTemplates{
    "The storm that struck % on Friday killed # people, the governor, @, said.",
    "Doctors in % treated # people who were injured when the market hall fell in.",
    "About # residents of % were evacuated before the river rose, according to @.",
    "@ told reporters that # houses were destroyed in the district of %.",
    "The government promised $# million for new roads around %, a spokesman said.",
    "Nobody in % could say how the fire had begun, and the inquiry may take months.",
    "\"We have never seen water so high,\" said @, who has lived in % since childhood.",
    "More than # soldiers were sent to % to build bridges and to guard empty streets.",
    "Schools in % remain closed, and buses run only on the main road to the coast.",
    "The price of bread in % rose by # percent in a week, traders in the port said.",
    "@ said that talks would go on, but that patience in % was coming to an end.",
    "Trains between % and the capital were late, and many travellers slept in the station."};

// Tells articles; each is about one place.
class Teller {
 public:
  explicit Teller(unsigned seed) : random_(seed) {}

  wire::WireArticle article(std::string slug, std::chrono::sys_seconds time) {
    place_ = name();
    speaker_ = std::string(pick(kFirstNames)) + " " + name();
    wire::WireArticle told{std::move(slug), "bench", sentence(), "", {}, time, time};
    for (int i = 0; i < 8; ++i) told.paragraphs.push_back(paragraph());
    return told;
  }

 private:
  std::string sentence() {
    std::string out;
    for (const char c : std::string(pick(kTemplates))) {
      if (c == '%')
        out += place_;
      else if (c == '@')
        out += speaker_;
      else if (c == '#')
        out += std::to_string(2 + random_() % 900);
      else
        out += c;
    }
    return out;
  }

  std::string paragraph() {
    std::string text = sentence();
    for (int i = 0; i < 4; ++i) text += " " + sentence();
    return text;
  }

  std::string name() {
    std::string made = std::string(pick(kSyllables)) + pick(kSyllables) + pick(kSyllables);
    made[0] = static_cast<char>(std::toupper(made[0]));
    return made;
  }

  template <std::size_t N>
  const char* pick(const std::array<const char*, N>& from) {
    return from[random_() % N];
  }

  std::mt19937 random_;
  std::string place_;
  std::string speaker_;
};

}  // namespace

std::vector<wire::WireArticle> make_articles(std::size_t count, unsigned seed) {
  Teller teller(seed);
  const std::chrono::sys_seconds start = std::chrono::sys_days{std::chrono::year{2026} / 3 / 1};
  std::vector<wire::WireArticle> articles;
  for (std::size_t i = 0; i < count; ++i)
    articles.push_back(teller.article("a" + std::to_string(seed) + "-" + std::to_string(i),
                                      start + std::chrono::minutes(i)));
  return articles;
}

std::string plain_text(const wire::WireArticle& article) {
  std::string text;
  for (const std::string& paragraph : article.paragraphs) text += paragraph + "\n";
  return text;
}

std::string make_feed(const std::vector<wire::WireArticle>& articles) {
  return wire::render_feed({"bench", "Bench", wire::FeedFormat::kRss}, articles,
                           "http://bench.example", articles.front().updated);
}

void each_text_to_read(const TakeText& take) {
  if (const char* path = std::getenv("FIGURED_BENCH_TEXT")) return each_text(path, take);
  for (const wire::WireArticle& article : make_articles(200)) {
    if (!take(plain_text(article))) return;
  }
}

std::vector<std::string> texts_to_read() {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  each_text_to_read([&](std::string_view text) {
    texts.emplace_back(text);
    bytes += text.size();
    return bytes < kMostText;
  });
  return texts;
}

}  // namespace figured::bench
