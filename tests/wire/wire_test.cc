#include "wire/wire.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::wire {
namespace {
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Wire::Time kOpens{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

WireArticle article(std::string slug, std::string outlet, std::string title,
                    std::chrono::minutes ago) {
  const auto time = std::chrono::floor<std::chrono::seconds>(kOpens) - ago;
  return {std::move(slug), std::move(outlet), std::move(title), "", {"Text."}, time, time};
}

// Given out of order: the wire goes by their dates.
Wire two_outlets() {
  return {{{"post", "Post", FeedFormat::kRss}, {"herald", "Herald", FeedFormat::kAtom}},
          {article("quake", "post", "Quake, revised", 10min),
           article("flood", "herald", "Flood", 30min), article("quake", "post", "Quake", 40min),
           article("fire", "post", "Fire", 20min)},
          kOpens,
          100ms};
}

std::vector<std::string> titles(const Wire& wire, std::string_view outlet, Wire::Rest after) {
  std::vector<std::string> found;
  for (const WireArticle& each : wire.published(outlet, kOpens + after))
    found.push_back(each.title);
  return found;
}

struct FeedCase {
  std::string name;
  Wire::Rest after;
  std::string outlet;
  std::vector<std::string> titles;
  bool complete;
};

class WireFeedAtTest : public testing::TestWithParam<FeedCase> {};

TEST_P(WireFeedAtTest, HoldsWhatIsOut) {
  const Wire wire = two_outlets();
  const FeedCase& given = GetParam();
  EXPECT_EQ(titles(wire, given.outlet, given.after), given.titles);
  EXPECT_EQ(wire.complete(given.outlet, kOpens + given.after), given.complete);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, WireFeedAtTest,
    testing::Values(FeedCase{"NothingBeforeItOpens", -1ms, "post", {}, false},
                    FeedCase{"TheOldestFirst", 0ms, "post", {"Quake"}, false},
                    FeedCase{"TheOtherOutletWaits", 99ms, "herald", {}, false},
                    FeedCase{"UntilItsTurn", 100ms, "herald", {"Flood"}, true},
                    FeedCase{"NewestInFront", 200ms, "post", {"Fire", "Quake"}, false},
                    FeedCase{"ARevisionReplaces", 300ms, "post", {"Quake, revised", "Fire"}, true},
                    FeedCase{
                        "NothingComesAfterTheLast", 1h, "post", {"Quake, revised", "Fire"}, true},
                    FeedCase{"UnknownOutlet", 1h, "gazette", {}, true}),
    [](const auto& test) { return test.param.name; });

TEST(WireTest, AFeedChangesWhenItsOwnArticlesGoOut) {
  const Wire wire = two_outlets();
  EXPECT_EQ(wire.changed("herald", kOpens), std::nullopt);
  EXPECT_EQ(wire.changed("herald", kOpens + 1h), kOpens + 100ms);
  EXPECT_EQ(wire.changed("post", kOpens + 250ms), kOpens + 200ms);
  EXPECT_EQ(wire.changed("post", kOpens + 1h), wire.ends());
}

TEST(WireTest, CountsWhatIsOut) {
  const Wire wire = two_outlets();
  EXPECT_EQ(wire.size(), 4u);
  EXPECT_EQ(wire.released(kOpens - 1ms), 0u);
  EXPECT_EQ(wire.released(kOpens), 1u);
  EXPECT_EQ(wire.released(wire.ends()), 4u);
  EXPECT_EQ(wire.ends(), kOpens + 300ms);
}

TEST(WireTest, FindsTheNewestRevisionThatIsOut) {
  const Wire wire = two_outlets();
  EXPECT_EQ(wire.find_article("quake", kOpens)->title, "Quake");
  EXPECT_EQ(wire.find_article("quake", kOpens + 1h)->title, "Quake, revised");
  EXPECT_FALSE(wire.find_article("fire", kOpens));
}

}  // namespace
}  // namespace figured::wire
