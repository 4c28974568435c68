#include "daemon/ledger/ledger_thread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <cerrno>
#include <deque>
#include <latch>

#include "storage/sqlite/sqlite_store.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/temp_folder.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using testing::ElementsAre;

storage::Seconds at(std::int64_t seconds) {
  return storage::Seconds(std::chrono::seconds(1'790'000'000 + seconds));
}

PollBatch batch_with(const feeds::Feed& feed, const std::string& guid) {
  feeds::Article article;
  article.identity = "guid:" + guid;
  article.guid = guid;
  article.title = "Title of " + guid;
  article.text = "Nothing is counted here.";
  article.outlet = feed.source.outlet;
  PollBatch batch{feed, at(0), {}, {claims::Reading()}};
  batch.reading.outcome = feeds::PollOutcome::kChanged;
  batch.reading.status = 200;
  batch.reading.articles = {article};
  return batch;
}

class LedgerThreadTest : public testing::Test {
 protected:
  LedgerThreadTest() {
    const std::vector<feeds::FeedSource> sources{
        {"https://a.example/rss", "A", "", std::chrono::minutes(5)},
        {"https://b.example/rss", "B", "", std::chrono::minutes(5)}};
    storage::Transaction transaction(*store_);
    feeds_ = store_->adopt_feeds(sources, at(0));
    transaction.commit();
  }

  asio::awaitable<CommittedPoll> record(LedgerThread& ledger, PollBatch batch) {
    co_return co_await net::await_reply<CommittedPoll>(
        [&](const net::Reply<CommittedPoll>& reply) { ledger.record(std::move(batch), reply); });
  }
  template <class T>
  std::future<T> start(asio::awaitable<T> task) {
    return asio::co_spawn(io_, std::move(task), asio::use_future);
  }
  void run() {
    io_.restart();
    io_.run();
  }
  // What the ledger is at work on until `release` is counted down: all else waits.
  struct Held {
    std::latch begun{1};
    std::latch release{1};
    std::future<bool> end;
  };
  std::unique_ptr<Held> hold(LedgerThread& ledger) {
    auto held = std::make_unique<Held>();
    held->end = start(ledger.ask([&held = *held](storage::Store&) {
      held.begun.count_down();
      held.release.wait();
      return true;
    }));
    io_.poll();
    held->begun.wait();
    return held;
  }
  // A feed that the store does not have: writing its poll must fail.
  PollBatch impossible_batch() {
    PollBatch batch = batch_with(feeds_[0], "lost");
    batch.feed.id = 99;
    batch.reading.articles.clear();
    batch.claims.clear();
    return batch;
  }

  asio::io_context io_;
  std::unique_ptr<storage::Store> store_ = storage::open_sqlite_store(":memory:");
  std::deque<feeds::Feed> feeds_;
};

TEST_F(LedgerThreadTest, APollIsCommittedBeforeItsReply) {
  LedgerThread ledger(*store_, {}, {});
  auto poll = start(record(ledger, batch_with(feeds_[0], "one")));
  auto articles = start(ledger.ask([](storage::Store& store) { return store.status().articles; }));
  run();
  const CommittedPoll committed = poll.get();
  EXPECT_EQ(committed.group->polls[committed.index].new_articles, 1U);
  EXPECT_EQ(committed.group->polls[committed.index].after.articles, 1);
  auto later = start(ledger.ask([](storage::Store& store) { return store.status().articles; }));
  run();
  EXPECT_EQ(later.get(), 1);
}

TEST_F(LedgerThreadTest, WhatWaitsIsCommittedAsOneGroup) {
  LedgerThread ledger(*store_, {}, {});
  const auto held = hold(ledger);
  std::vector<std::future<CommittedPoll>> polls;
  for (const char* guid : {"one", "two", "three"})
    polls.push_back(start(record(ledger, batch_with(feeds_[0], guid))));
  polls.push_back(start(record(ledger, batch_with(feeds_[1], "four"))));
  io_.poll();
  held->release.count_down();
  run();
  std::vector<std::size_t> indices;
  const auto group = polls.front().get().group;
  ASSERT_EQ(group->polls.size(), 4U);
  for (std::size_t i = 1; i < polls.size(); ++i) {
    const CommittedPoll poll = polls[i].get();
    EXPECT_EQ(poll.group, group);
    indices.push_back(poll.index);
  }
  EXPECT_THAT(indices, ElementsAre(1, 2, 3));
}

TEST_F(LedgerThreadTest, AGroupHasItsBound) {
  LedgerThread ledger(*store_, {}, {.waiting = 256, .group = 2});
  const auto held = hold(ledger);
  std::vector<std::future<CommittedPoll>> polls;
  for (const char* guid : {"one", "two", "three"})
    polls.push_back(start(record(ledger, batch_with(feeds_[0], guid))));
  io_.poll();
  held->release.count_down();
  run();
  EXPECT_EQ(polls[0].get().group->polls.size(), 2U);
  EXPECT_EQ(polls[2].get().group->polls.size(), 1U);
}

TEST_F(LedgerThreadTest, WhoMustNotWaitIsToldThatTheQueueIsFull) {
  LedgerThread ledger(*store_, {}, {.waiting = 1});
  const auto held = hold(ledger);
  std::vector<bool> taken;
  const auto try_record = [&](const net::Reply<CommittedPoll>& reply) {
    for (const char* guid : {"one", "two"})
      taken.push_back(ledger.try_record(batch_with(feeds_[0], guid), reply));
  };
  const auto recorded = [&]() -> asio::awaitable<CommittedPoll> {
    co_return co_await net::await_reply<CommittedPoll>(try_record);
  };
  auto poll = start(recorded());
  io_.poll();
  held->release.count_down();
  run();
  EXPECT_THAT(taken, ElementsAre(true, false));
  EXPECT_EQ(poll.get().group->polls.size(), 1U);
  EXPECT_EQ(store_->status().articles, 1);
}

TEST_F(LedgerThreadTest, AskWritesInATransaction) {
  LedgerThread ledger(*store_, {}, {});
  const std::vector<feeds::FeedSource> sources{
      {"https://c.example/rss", "C", "", std::chrono::minutes(5)}};
  auto adopted =
      start(ledger.ask([&](storage::Store& store) { return store.adopt_feeds(sources, at(1)); }));
  run();
  EXPECT_EQ(adopted.get().size(), 1U);
}

TEST_F(LedgerThreadTest, AFailureIsTheReplyToAllWhoAskFromThenOn) {
  LedgerThread ledger(*store_, {}, {});
  auto failed = start(record(ledger, impossible_batch()));
  run();
  EXPECT_THROW(failed.get(), storage::StoreError);
  auto poll = start(record(ledger, batch_with(feeds_[0], "one")));
  auto asked = start(ledger.ask([](storage::Store&) { return true; }));
  run();
  EXPECT_THROW(poll.get(), storage::StoreError);
  EXPECT_THROW(asked.get(), storage::StoreError);
}

TEST_F(LedgerThreadTest, WithoutRoomPollsAreRefusedAndAllElseGoesOn) {
  std::atomic<bool> is_full = true;
  LedgerThread::Limits limits;
  limits.lack_of_room = [&]() -> std::optional<std::string> {
    if (!is_full) return std::nullopt;
    return "no room";
  };
  LedgerThread ledger(*store_, {}, limits);
  const std::vector<feeds::FeedSource> sources{{"https://c.example/rss", "C", "", {}}};
  auto poll = start(record(ledger, batch_with(feeds_[0], "one")));
  auto adopted =
      start(ledger.ask([&](storage::Store& store) { return store.adopt_feeds(sources, at(1)); }));
  run();
  try {
    poll.get();
    ADD_FAILURE() << "stored";
  } catch (const storage::StoreError& error) {
    EXPECT_TRUE(error.passes());
    EXPECT_STREQ(error.what(), "no room");
  }
  EXPECT_EQ(adopted.get().size(), 1U);
  is_full = false;
  auto again = start(record(ledger, batch_with(feeds_[0], "one")));
  run();
  EXPECT_EQ(again.get().group->polls[0].new_articles, 1U);
}

// In a group, what only reads is not to suffer from what writes.
TEST_F(LedgerThreadTest, OnAFullDiskReadsGoOnAndWritesSucceedLater) {
  tests::FaultVfs disk;
  const tests::TempFolder folder;
  store_ = storage::open_sqlite_store(folder.path("figured.db"));
  LedgerThread ledger(*store_, {}, {});
  const std::vector<feeds::FeedSource> sources{{"https://c.example/rss", "C", "", {}}};
  const auto write = [&](storage::Store& store) { return store.adopt_feeds(sources, at(1)); };
  const auto read = [](storage::Store& store) { return store.status().feeds; };
  disk.fail({tests::DiskFile::kLog, tests::DiskCall::kWrite, SQLITE_FULL, ENOSPC});
  const auto held = hold(ledger);
  auto first_read = start(ledger.ask(read));
  auto failing_write = start(ledger.ask(write));
  auto second_read = start(ledger.ask(read));
  io_.poll();
  held->release.count_down();
  run();
  EXPECT_EQ(first_read.get(), 0);
  EXPECT_EQ(second_read.get(), 0);
  EXPECT_THROW(failing_write.get(), storage::StoreError);
  disk.heal();
  auto later = start(ledger.ask(write));
  run();
  EXPECT_EQ(later.get().size(), 1U);
}

TEST_F(LedgerThreadTest, NothingOfAFailedGroupIsStored) {
  {
    LedgerThread ledger(*store_, {}, {});
    const auto held = hold(ledger);
    auto good = start(record(ledger, batch_with(feeds_[0], "one")));
    auto bad = start(record(ledger, impossible_batch()));
    io_.poll();
    held->release.count_down();
    run();
    EXPECT_THROW(good.get(), storage::StoreError);
    EXPECT_THROW(bad.get(), storage::StoreError);
  }
  EXPECT_EQ(store_->status().articles, 0);
}

TEST_F(LedgerThreadTest, WhatWaitsAtTheEndIsStillWritten) {
  std::vector<std::future<CommittedPoll>> polls;
  {
    LedgerThread ledger(*store_, {}, {});
    for (const char* guid : {"one", "two", "three"})
      polls.push_back(start(record(ledger, batch_with(feeds_[0], guid))));
    io_.poll();
  }
  EXPECT_EQ(store_->status().articles, 3);
  run();
  for (auto& poll : polls) EXPECT_NO_THROW(poll.get());
}

}  // namespace
}  // namespace figured::daemon
