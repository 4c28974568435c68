// figurectl top: how a figured that is at work is shown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/figurectl.h"
#include "cli/top_words.h"
#include "daemon/service/state_file.h"
#include "tests/support/temp_folder.h"

namespace figured::cli {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;
using namespace std::chrono_literals;

const std::chrono::sys_seconds kNow{1'790'000'000s};

daemon::DaemonState at_work() {
  daemon::DaemonState state{4711, "1.2", kNow - 3h - 12min, kNow - 3h - 12min, "", {}};
  daemon::Vitals& vitals = state.vitals;
  vitals.at = kNow - 1s;
  vitals.feeds = 1'204;
  vitals.feeds_failing = 17;
  vitals.polls_in_flight = 3;
  vitals.next_poll = kNow + 2s;
  vitals.polls_rate = 3.96;
  vitals.lateness = 0.32;
  vitals.articles = 120'331;
  vitals.articles_rate = 12.4;
  vitals.claims = 402'118;
  vitals.disputes_open = 12;
  vitals.outbox = 2;
  vitals.oldest_pending = kNow - 5min;
  vitals.memory = std::uint64_t{212} << 20;
  vitals.memory_limit = std::uint64_t{640} << 20;
  vitals.store = std::uint64_t{3} << 29;
  vitals.disk_free = std::uint64_t{80} << 30;
  return state;
}

TEST(TopLinesTest, TellWhatPeopleAskForFirst) {
  EXPECT_THAT(top_lines(at_work(), kNow, std::nullopt),
              ElementsAre("figured 1.2  process 4711  running for 3 h 12 min  "
                          "2026-09-21T14:13:20Z",
                          "", "feeds      1,204 polled    17 failing, 3 under way, next in 2 s",
                          "polls      4.0/s           0.3 s late on average",
                          "articles   12/s            120,331 stored",
                          "claims     0.0/s           402,118 stored",
                          "disputes   12 open         alerts 0.0/s",
                          "outbox     2 pending       the oldest for 5 min, 0 given up",
                          "queues     0 to read       0 to store, 0 B fetched and not stored yet",
                          "loops      all move on     ", "memory     212 MiB of 640 MiB",
                          "store      1.5 GiB         80.0 GiB free on its disk"));
}

TEST(TopLinesTest, TellWhatIsWrong) {
  daemon::DaemonState state = at_work();
  state.paused = "no room\x1b[2J";
  state.vitals.lag = 42;
  state.vitals.lagging = "ledger";
  state.vitals.next_poll = kNow - 10min;
  const auto lines = top_lines(state, kNow, std::nullopt);
  EXPECT_THAT(lines[1], AllOf(StartsWith("INTAKE PAUSED since 20"), HasSubstr(": no room [2J")));
  EXPECT_THAT(lines[3], HasSubstr("next due for 10 min"));
  EXPECT_THAT(lines[10], HasSubstr("the ledger has not moved on for 42 s"));
}

TEST(TopLinesTest, FitTheTerminal) {
  for (const std::string& line : top_lines(at_work(), kNow, 20))
    EXPECT_LE(line.size(), 20U + 2) << "the ellipsis is three bytes";
  EXPECT_EQ(top_lines(at_work(), kNow, 20)[2], "feeds      1,204 po…");
}

TEST(WordsOfTopTest, BytesAndSpans) {
  EXPECT_EQ(byte_words(0), "0 B");
  EXPECT_EQ(byte_words(1'536), "1.5 KiB");
  EXPECT_EQ(byte_words(std::uint64_t{3} << 40), "3.0 TiB");
  EXPECT_EQ(span_words(119s), "119 s");
  EXPECT_EQ(span_words(2min), "2 min");
  EXPECT_EQ(span_words(26h), "26 h 0 min");
  EXPECT_EQ(span_words(100h), "4 d 4 h");
}

class TopVerbTest : public testing::Test {
 protected:
  int top(std::vector<const char*> words) {
    words.insert(words.begin(), {"figurectl", "top"});
    words.insert(words.end(), {"--store", store_.c_str()});
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int status = run_figurectl(static_cast<int>(words.size()), words.data());
    out_ = testing::internal::GetCapturedStdout();
    err_ = testing::internal::GetCapturedStderr();
    return status;
  }
  const tests::TempFolder folder_;
  const std::string store_ = folder_.path("figured.db");
  std::string out_;
  std::string err_;
};

TEST_F(TopVerbTest, WithoutADaemonSaysSo) {
  EXPECT_EQ(top({"--once"}), 1);
  EXPECT_THAT(err_, HasSubstr("no figured answers for the store"));
  EXPECT_EQ(top({}), 1);
}

TEST_F(TopVerbTest, ShowsADaemonOnce) {
  daemon::StateFile file(store_);
  file.write(at_work());
  EXPECT_EQ(top({"--once"}), 0);
  EXPECT_THAT(out_, HasSubstr("1,204 polled"));
  EXPECT_EQ(top({"--once", "--json"}), 0);
  EXPECT_THAT(out_, AllOf(StartsWith("{\"daemon\":{\"pid\":4711"), HasSubstr("\"feeds\":1204")));
}

}  // namespace
}  // namespace figured::cli
