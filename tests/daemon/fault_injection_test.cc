// The program itself where writes and memory fail at random, the clock is set, and its
// store is copied while it reads as fast as it can.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "storage/sqlite/sqlite_store.h"
#include "storage/store_backup.h"
#include "tests/daemon/wire_run.h"

namespace figured::daemon {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::IsEmpty;

constexpr auto kEvery = 50ms;

void finish(WireRun& wire) {
  ChildProcess figured({FIGURED_BINARY, "--config", wire.config()});
  figured.wait_for("polling");  // all may be there already
  wire.serve_until(figured, [&] { return wire.all_is_read_and_told(); });
  figured.signal(SIGTERM);
  wire.serve_until(figured, [&] { return figured.has_ended(); });
  EXPECT_EQ(figured.wait_for_end(), 0) << figured.said();
  wire.expect_nothing_lost_and_nothing_doubled();
  EXPECT_THAT(storage::check_sqlite_store(wire.store()), IsEmpty());
}

constexpr char kFiu[] = "/usr/lib/fiu/fiu_run_preload.so";
constexpr char kFiuOfPosix[] = "/usr/lib/fiu/fiu_posix_preload.so";

struct RandomFault {
  std::string name;
  std::string calls;  // as libfiu names them, with a probability
};

class RandomFaultTest : public testing::TestWithParam<RandomFault> {};

// How it ends is open: it may end itself, be ended, or wait for room.  What is stored and
// told afterwards is not.
TEST_P(RandomFaultTest, CostsNothingThatWasRead) {
  if (!fs::exists(kFiuOfPosix)) GTEST_SKIP() << "libfiu's preload library is not there";
  WireRun wire(kEvery);
  for (int start = 0; start < 3; ++start) {
    ChildProcess figured({FIGURED_BINARY, "--config", wire.config()},
                         {std::string("LD_PRELOAD=") + kFiu + " " + kFiuOfPosix,
                          "FIU_ENABLE=enable_random name=" + GetParam().calls});
    const int until = wire.requests() + 60;
    wire.serve_until(figured, [&] { return figured.has_ended() || wire.requests() >= until; });
    figured.signal(SIGKILL);
    figured.wait_for_end();
  }
  finish(wire);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RandomFaultTest,
    testing::Values(RandomFault{"Writes", "posix/io/rw/pwrite,probability=0.004"},
                    RandomFault{"Syncs", "posix/io/sync/*,probability=0.03"},
                    RandomFault{"Memory", "libc/mm/malloc,probability=0.000005"}),
    [](const auto& test) { return test.param.name; });

constexpr char kFakeTime[] = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";
constexpr auto kInterval = 1s;  // of the wire's feeds
constexpr int kFeeds = 8;

// The program looks at its clock every ten seconds.
TEST(ClockJump, ByADayNeitherStopsPollsNorMakesAStormOfThem) {
  if (!fs::exists(kFakeTime)) GTEST_SKIP() << "libfaketime is not there";
  const tests::TempFolder folder;
  const std::string clock = folder.path("clock");
  const auto set = [&](const std::string& by) {
    std::ofstream(clock + ".new") << by << '\n';
    fs::rename(clock + ".new", clock);
  };
  set("+0");
  WireRun wire(kEvery);
  ChildProcess figured(
      {FIGURED_BINARY, "--config", wire.config()},
      {std::string("LD_PRELOAD=") + kFakeTime, "FAKETIME_TIMESTAMP_FILE=" + clock,
       "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1", "DONT_FAKE_MONOTONIC=1"});
  wire.serve_until_said(figured, "feed read");
  for (const char* by : {"+1d", "+0"}) {
    SCOPED_TRACE(by);
    set(by);
    wire.serve_until_said(figured, "the clock was set");
    const auto begin = std::chrono::steady_clock::now();
    const int before = wire.requests();
    wire.serve_requests(figured, 2 * kFeeds);
    // A feed is asked no more often than it would have been, but for once at the jump; a
    // page or an alert of its own now and then.
    const auto rests = (std::chrono::steady_clock::now() - begin) / kInterval;
    EXPECT_LE(wire.requests() - before, 4 * kFeeds * (rests + 2));
  }
  figured.signal(SIGTERM);
  wire.serve_until(figured, [&] { return figured.has_ended(); });
  EXPECT_EQ(figured.wait_for_end(), 0) << figured.said();
  EXPECT_THAT(storage::check_sqlite_store(wire.store()), IsEmpty());
}

TEST(BackupWhileReading, IsWholeEachTime) {
  const tests::TempFolder folder;
  WireRun wire(5ms);
  std::vector<std::string> backups;
  {
    ChildProcess figured({FIGURED_BINARY, "--config", wire.config()});
    wire.serve_until_said(figured, "feed read");
    for (int copy = 0; copy < 4; ++copy) {
      backups.push_back(folder.path("backup-" + std::to_string(copy) + ".db"));
      storage::back_up_store(wire.store(), backups.back());
      wire.serve_requests(figured, kFeeds);
    }
    figured.signal(SIGTERM);
    wire.serve_until(figured, [&] { return figured.has_ended(); });
  }
  std::int64_t articles = 0;
  for (const std::string& backup : backups) {
    EXPECT_THAT(storage::check_sqlite_store(backup), IsEmpty());
    const auto stored = storage::open_sqlite_reader(backup)->status().articles;
    EXPECT_GE(stored, articles);
    articles = stored;
  }
  EXPECT_GT(articles, 0);
}

}  // namespace
}  // namespace figured::daemon
