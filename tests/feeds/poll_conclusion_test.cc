#include "feeds/poll_conclusion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr char kNew[] = "https://b.example/rss";

// Reads like a feed's diary: what each poll brought, and what is held of the feed
// after it.  Polls are ten hours apart unless said otherwise.
class PollConclusionTest : public ::testing::Test {
 protected:
  PollConclusionTest() {
    feed_.id = 7;
    feed_.source = {.url = "https://a.example/rss", .outlet = "Quay", .group = {}};
    feed_.validators = {"\"1\"", ""};
  }

  // Told by the conclusion of each poll.
  std::vector<std::string> conclude(const FeedReading& reading, const PollStored& stored = {}) {
    now_ += rest_;
    Conclusion conclusion = conclude_poll(feed_, reading, now_, stored);
    feed_ = std::move(conclusion.feed);
    decision_ = std::move(conclusion.decision);
    std::vector<std::string> events;
    for (const FeedEvent event : conclusion.events) events.emplace_back(format_feed_event(event));
    return events;
  }

  static FeedReading failure(int status = 500) {
    FeedReading reading;
    reading.outcome = PollOutcome::kFailed;
    reading.status = status;
    reading.code = "http";
    reading.error = "The server has trouble";
    return reading;
  }
  static FeedReading unchanged(const std::string& moved_to = "") {
    FeedReading reading;
    reading.outcome = PollOutcome::kUnchanged;
    reading.status = 304;
    reading.moved_to = moved_to;
    return reading;
  }
  static FeedReading same_body() {
    FeedReading reading;
    reading.outcome = PollOutcome::kUnchanged;
    reading.status = 200;
    reading.body_hash = 11;
    return reading;
  }
  static FeedReading document(std::size_t articles = 5, const std::string& moved_to = "") {
    FeedReading reading;
    reading.outcome = PollOutcome::kChanged;
    reading.status = 200;
    reading.articles.resize(articles);
    reading.body_hash = 11;
    reading.moved_to = moved_to;
    return reading;
  }
  static FeedReading page(const std::string& older) {
    FeedReading reading = document();
    reading.older_page = older;
    return reading;
  }
  std::vector<std::string> sight(const std::string& to, int times) {
    std::vector<std::string> events;
    for (int i = 0; i < times; ++i) events = conclude(unchanged(to));
    return events;
  }

  Feed feed_;
  PollDecision decision_;
  std::chrono::sys_seconds now_{1'770'000'000s};
  seconds rest_ = 10h;
};

// --- health

TEST_F(PollConclusionTest, FailingIsToldOnceAndSoIsRecovery) {
  EXPECT_THAT(conclude(failure()), IsEmpty());
  EXPECT_THAT(conclude(failure()), IsEmpty());
  EXPECT_THAT(conclude(failure()), IsEmpty());
  EXPECT_THAT(conclude(failure()), ElementsAre("failing"));
  EXPECT_THAT(conclude(failure()), IsEmpty());
  EXPECT_EQ(feed_.failures, 5);
  EXPECT_EQ(feed_.last_error, "The server has trouble");
  EXPECT_EQ(feed_.last_success, std::nullopt);
  EXPECT_THAT(conclude(unchanged()), ElementsAre("recovered"));
  EXPECT_EQ(feed_.failures, 0);
  EXPECT_EQ(feed_.last_error, "");
  EXPECT_EQ(feed_.last_success, now_);
}

TEST_F(PollConclusionTest, AShortTroubleIsNotTold) {
  conclude(failure());
  EXPECT_THAT(conclude(unchanged()), IsEmpty());
}

TEST_F(PollConclusionTest, KeepsTheBooks) {
  FeedReading first = document();
  first.validators = Validators{"\"2\"", "Mon"};
  first.feed_title = "Quay";
  first.hints = PollHints{.ttl = 15min};
  conclude(first, {.added = 5});
  conclude(unchanged());
  EXPECT_EQ(feed_.polls, 2);
  EXPECT_EQ(feed_.unchanged, 1);
  EXPECT_EQ(feed_.articles, 5);
  EXPECT_EQ(feed_.title, "Quay");
  EXPECT_EQ(feed_.validators, (Validators{"\"2\"", "Mon"}));
  EXPECT_EQ(feed_.memory.hints.ttl, 15min)
      << "a 304 has no document, and the last one's hints stand";
  EXPECT_EQ(feed_.last_poll, now_);
  EXPECT_EQ(feed_.next_poll, decision_.next_poll);
}

TEST_F(PollConclusionTest, GoneIsBelievedWhenSaidTwice) {
  EXPECT_THAT(conclude(failure(410)), IsEmpty());
  EXPECT_EQ(feed_.state, FeedState::kPolled);
  EXPECT_THAT(conclude(failure(410)), ElementsAre("gone"));
  EXPECT_EQ(feed_.state, FeedState::kGone);
  EXPECT_EQ(decision_.rule, PollRule::kGone);
}

TEST_F(PollConclusionTest, GoneNowAndThenIsNot) {
  conclude(failure(410));
  conclude(failure(500));
  conclude(failure(410));
  EXPECT_EQ(feed_.state, FeedState::kPolled);
}

// --- redirects

TEST_F(PollConclusionTest, ARedirectIsAdoptedWhenSeenOftenEnough) {
  EXPECT_THAT(sight(kNew, 4), IsEmpty());
  EXPECT_EQ(feed_.memory.address, "");
  EXPECT_THAT(sight(kNew, 1), ElementsAre("moved"));
  EXPECT_EQ(feed_.memory.address, kNew);
  EXPECT_EQ(feed_.source.url, "https://a.example/rss") << "it is still the feed that was wanted";
  EXPECT_EQ(feed_.validators.etag, "\"1\"") << "the same document";
}

TEST_F(PollConclusionTest, ButNotWithinADay) {
  rest_ = 1h;
  EXPECT_THAT(sight(kNew, 24), IsEmpty());
  EXPECT_THAT(sight(kNew, 1), ElementsAre("moved"));
}

TEST_F(PollConclusionTest, OnlyTheSamePlaceInARowCounts) {
  sight(kNew, 4);
  sight("https://c.example/rss", 1);
  sight(kNew, 4);
  EXPECT_EQ(feed_.memory.address, "");
  conclude(unchanged());
  sight(kNew, 4);
  EXPECT_EQ(feed_.memory.address, "");
}

TEST_F(PollConclusionTest, FailuresAreNoSightings) {
  FeedReading lost = failure(404);
  lost.moved_to = kNew;
  for (int i = 0; i < 10; ++i) conclude(lost);
  EXPECT_EQ(feed_.memory.move, Move{});
}

TEST_F(PollConclusionTest, OtherContentIsAnotherFeed) {
  conclude(document(), {.added = 5});
  for (int i = 0; i < 10; ++i) conclude(document(5, kNew), {.added = 5});
  EXPECT_EQ(feed_.memory.address, "");
  for (int i = 0; i < 5; ++i) conclude(document(5, kNew), {.added = 1, .known = 4});
  EXPECT_EQ(feed_.memory.address, kNew);
}

TEST_F(PollConclusionTest, AnAdoptedAddressThatFailsIsGivenUp) {
  sight(kNew, 5);
  conclude(failure());
  EXPECT_THAT(conclude(failure()), IsEmpty());
  EXPECT_THAT(conclude(failure()), Contains("moved-back"));
  EXPECT_EQ(feed_.memory.address, "");
  EXPECT_EQ(feed_.validators, Validators{});
}

TEST_F(PollConclusionTest, OneThatIsGoneAtOnce) {
  sight(kNew, 5);
  EXPECT_THAT(conclude(failure(410)), Contains("moved-back"));
  EXPECT_EQ(feed_.state, FeedState::kPolled);
}

TEST_F(PollConclusionTest, ARedirectBackEndsTheMove) {
  sight(kNew, 5);
  sight(feed_.source.url, 5);
  EXPECT_EQ(feed_.memory.address, "");
}

// --- articles that were missed

TEST_F(PollConclusionTest, AWindowWithoutAnyKnownArticleIsAGap) {
  conclude(document(), {.added = 5});
  EXPECT_THAT(conclude(document(), {.added = 5}), ElementsAre("missed"));
  EXPECT_EQ(decision_.rule, PollRule::kGap);
  EXPECT_THAT(conclude(document(), {.added = 2, .known = 3}), IsEmpty());
}

TEST_F(PollConclusionTest, TheFirstReadingIsNone) {
  EXPECT_THAT(conclude(document(), {.added = 5}), IsEmpty());
}

TEST_F(PollConclusionTest, NeitherIsAFeedOfOneOrTwo) {
  conclude(document(2), {.added = 2});
  EXPECT_THAT(conclude(document(2), {.added = 2}), IsEmpty());
}

TEST_F(PollConclusionTest, OlderPagesAreReadUntilAnArticleIsKnown) {
  conclude(document(), {.added = 5});
  conclude(page("https://a.example/2"), {.added = 5});
  EXPECT_EQ(feed_.memory.older_page, "https://a.example/2");
  EXPECT_EQ(decision_.rule, PollRule::kOlderPage);
  EXPECT_EQ(decision_.next_poll, now_);
  const Validators own = feed_.validators;
  FeedReading second = page("https://a.example/3");
  second.validators = Validators{"\"of the page\"", ""};
  conclude(second, {.added = 5});
  EXPECT_EQ(feed_.memory.older_page, "https://a.example/3");
  EXPECT_EQ(feed_.validators, own);
  conclude(page("https://a.example/4"), {.added = 1, .known = 4});
  EXPECT_EQ(feed_.memory.older_page, "");
  EXPECT_GT(decision_.next_poll, now_);
  EXPECT_EQ(feed_.articles, 16);
}

TEST_F(PollConclusionTest, TheWalkEnds) {
  conclude(document(), {.added = 5});
  conclude(page("https://a.example/1"), {.added = 5});
  for (int i = 2; i < 100; ++i) {
    if (feed_.memory.older_page.empty()) break;
    conclude(page("https://a.example/" + std::to_string(i)), {.added = 5});
  }
  EXPECT_EQ(feed_.polls, 2 + kMaxPages);
  EXPECT_EQ(feed_.memory.older_page, "");
}

TEST_F(PollConclusionTest, APageThatFailsOrLeadsToItselfEndsTheWalk) {
  conclude(document(), {.added = 5});
  conclude(page("https://a.example/2"), {.added = 5});
  EXPECT_THAT(conclude(failure(404)), IsEmpty());
  EXPECT_EQ(feed_.memory.older_page, "");
  EXPECT_EQ(feed_.failures, 0) << "the feed itself has not failed";
  conclude(page("https://a.example/2"), {.added = 5});
  conclude(page("https://a.example/2"), {.added = 5});
  EXPECT_EQ(feed_.memory.older_page, "");
}

// --- rhythm

TEST_F(PollConclusionTest, TheFirstRhythmIsThatOfTheDates) {
  FeedReading reading = document(3);
  reading.articles[0].published = now_;
  reading.articles[1].published = now_ - 2h;
  reading.articles[2].published = now_ - 4h;
  conclude(reading, {.added = 3});
  EXPECT_EQ(feed_.memory.rhythm.gap, 2h);
  EXPECT_EQ(feed_.memory.rhythm.last, now_ - rest_);
}

TEST_F(PollConclusionTest, ThenThatOfTheArrivals) {
  conclude(document(), {.added = 5});
  EXPECT_EQ(feed_.memory.rhythm.gap, 0s) << "no dates";
  conclude(document(), {.added = 1, .known = 4});
  EXPECT_EQ(feed_.memory.rhythm.gap, 10h);
  for (int i = 0; i < 100; ++i) conclude(document(), {.added = 2, .known = 3});
  EXPECT_NEAR(static_cast<double>(feed_.memory.rhythm.gap.count()), 5 * 3600, 60);
  const Rhythm before = feed_.memory.rhythm;
  conclude(document(), {.known = 5});
  conclude(unchanged());
  EXPECT_EQ(feed_.memory.rhythm, before);
}

// --- conditional answers that cannot be trusted

TEST_F(PollConclusionTest, AServerThatIgnoresValidatorsShows) {
  conclude(document(), {.added = 5});
  for (int i = 0; i < 3; ++i) conclude(same_body());
  EXPECT_EQ(feed_.memory.conditional.same_bodies, 3);
  conclude(unchanged());
  EXPECT_EQ(feed_.memory.conditional.same_bodies, 0);
}

TEST_F(PollConclusionTest, NowAndThenABodyIsAskedFor) {
  for (int i = 0; i < kCheckAfter; ++i) {
    EXPECT_FALSE(distrusts_validators(feed_.memory.conditional));
    conclude(unchanged());
  }
  EXPECT_TRUE(distrusts_validators(feed_.memory.conditional));
  conclude(document(), {.known = 5});
  EXPECT_FALSE(distrusts_validators(feed_.memory.conditional));
}

TEST_F(PollConclusionTest, A304ThatHidNewsTwiceIsBelievedNoMore) {
  conclude(document(), {.added = 5});
  for (int times = 0; times < kHiddenNews; ++times) {
    EXPECT_FALSE(distrusts_validators(feed_.memory.conditional));
    for (int i = 0; i < kCheckAfter; ++i) conclude(unchanged());
    conclude(document(), {.added = 1, .known = 4, .oldest_added = now_ - 50h});
  }
  EXPECT_EQ(feed_.memory.conditional.hidden_news, kHiddenNews);
  EXPECT_TRUE(distrusts_validators(feed_.memory.conditional)) << "for good";
}

TEST_F(PollConclusionTest, NewsSinceTheLast304WasNotHidden) {
  conclude(document(), {.added = 5});
  for (int i = 0; i < kCheckAfter; ++i) conclude(unchanged());
  conclude(document(), {.added = 1, .known = 4, .oldest_added = now_ + 1h});
  EXPECT_EQ(feed_.memory.conditional.hidden_news, 0);
}

// --- pushes

FeedReading pushed(FeedReading reading) {
  reading.pushed = true;
  return reading;
}

TEST_F(PollConclusionTest, APushSaysNothingOfTheServer) {
  conclude(failure());
  const Feed before = feed_;
  FeedReading reading = pushed(document());
  reading.validators = {"\"2\"", ""};
  EXPECT_THAT(conclude(reading, {.added = 2}), IsEmpty());
  EXPECT_EQ(feed_.failures, before.failures);
  EXPECT_EQ(feed_.last_error, before.last_error);
  EXPECT_EQ(feed_.last_poll, before.last_poll);
  EXPECT_EQ(feed_.validators, before.validators);
  EXPECT_EQ(feed_.articles, before.articles + 2);
}

TEST_F(PollConclusionTest, WhatAPushLacksIsNotMissed) {
  conclude(document(), {.added = 5});
  EXPECT_THAT(conclude(pushed(document()), {.added = 5}), IsEmpty());
  EXPECT_EQ(feed_.memory.older_page, "");
}

TEST_F(PollConclusionTest, APushThatCannotBeReadIsPolledFor) {
  EXPECT_THAT(conclude(pushed(failure())), IsEmpty());
  EXPECT_EQ(feed_.failures, 0);
  EXPECT_EQ(feed_.next_poll, now_);
}

TEST_F(PollConclusionTest, APollThatFindsNewsTrustsPushesNoMore) {
  conclude(document(), {.added = 5});
  FeedReading reading = document();
  reading.pushing = {now_ + 100h, 4};
  conclude(reading, {.known = 5});
  EXPECT_EQ(format_poll_rule(decision_.rule), "pushed");
  reading.pushing = {now_ + 100h, 4};
  conclude(reading, {.added = 1, .known = 4});
  EXPECT_NE(format_poll_rule(decision_.rule), "pushed");
}

}  // namespace
}  // namespace figured::feeds
