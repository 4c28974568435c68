#include "daemon/log/log.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon/log/log_line.h"
#include "daemon/log/log_priority.h"

namespace figured::daemon {
namespace {

using testing::MatchesRegex;

struct LineCase {
  std::string name;
  LogLine line;
  std::string text;
};

class LogLineTest : public testing::TestWithParam<LineCase> {};

TEST_P(LogLineTest, IsFormatted) { EXPECT_EQ(format_log_line(GetParam().line), GetParam().text); }

TEST_P(LogLineTest, IsParsedBack) { EXPECT_EQ(parse_log_line(GetParam().text), GetParam().line); }

INSTANTIATE_TEST_SUITE_P(
    Cases, LogLineTest,
    testing::Values(
        LineCase{"WordsOnly", {"polling goes on", {}}, "polling goes on"},
        LineCase{"BareValues",
                 {"feed read", {{"feed", "https://a.example/rss"}, {"new", "3"}}},
                 "feed read feed=https://a.example/rss new=3"},
        LineCase{"Spaces",
                 {"said", {{"quote", "at least 40 dead"}}},
                 R"(said quote="at least 40 dead")"},
        LineCase{"EqualsSign",
                 {"said", {{"url", "https://a.example/?id=3"}}},
                 R"(said url="https://a.example/?id=3")"},
        LineCase{"Quotes",
                 {"said", {{"quote", R"(he "saw\heard" it)"}}},
                 R"(said quote="he \"saw\\heard\" it")"},
        LineCase{"LineBreaks",
                 {"said", {{"error", "one\ntwo\tthree"}}},
                 R"(said error="one\ntwo\tthree")"},
        LineCase{"Escape", {"said", {{"error", "\x1b[31mred"}}}, R"(said error="\x1b[31mred")"},
        LineCase{"NotAscii", {"said", {{"outlet", "Süd"}}}, "said outlet=Süd"},
        LineCase{"ForgedPair",
                 {"said", {{"error", "x\" level=\"y"}, {"n", "1"}}},
                 R"(said error="x\" level=\"y" n=1)"}),
    [](const auto& test) { return test.param.name; });

TEST(LogLineTest, LeavesEmptyValuesOut) {
  EXPECT_EQ(format_log_line({"feed failed", {{"error", ""}, {"status", "503"}}}),
            "feed failed status=503");
}

TEST(LogLineTest, TextThatIsNoLineIsAllWords) {
  for (const char* text : {"a = b", "x=1", "broken a=\"b", "trailing a=b c", "a=b=c"})
    EXPECT_EQ(parse_log_line(text), (LogLine{text, {}})) << text;
}

std::string logged(LogFormat format, LogLevel level, const auto& say) {
  testing::internal::CaptureStderr();
  say(*open_log(format, level));
  return testing::internal::GetCapturedStderr();
}

TEST(LogTest, TheConsoleHasTimeLevelAndLine) {
  EXPECT_THAT(logged(LogFormat::kConsole, LogLevel::kInfo,
                     [](spdlog::logger& log) { log.warn("feed failed feed=a"); }),
              MatchesRegex("....-..-..T..:..:..Z warning  feed failed feed=a\n"));
}

TEST(LogTest, JsonHasTheFieldsAsMembers) {
  EXPECT_THAT(
      logged(LogFormat::kJson, LogLevel::kInfo,
             [](spdlog::logger& log) {
               log.error("feed failed event=feed-failed feed=a error=\"no answer\"");
             }),
      MatchesRegex(
          R"(\{"time":"....-..-..T..:..:..\....Z","level":"error",)"
          R"("message":"feed failed","event":"feed-failed","feed":"a","error":"no answer"\})"
          "\n"));
}

TEST(LogTest, WhereNobodyLooksOnItIsJson) {
  EXPECT_THAT(logged(LogFormat::kAuto, LogLevel::kInfo,
                     [](spdlog::logger& log) { log.warn("feed failed feed=a"); }),
              testing::StartsWith("{\"time\":"));
}

TEST(LogTest, OnATerminalItIsForPeople) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_GE(terminal, 0);
  ASSERT_EQ(::grantpt(terminal), 0);
  ASSERT_EQ(::unlockpt(terminal), 0);
  const int screen = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY);
  const int before = ::dup(STDERR_FILENO);
  ::dup2(screen, STDERR_FILENO);
  open_log(LogFormat::kAuto, LogLevel::kInfo)->warn("feed failed feed=a");
  ::dup2(before, STDERR_FILENO);
  char text[256];
  const auto size = ::read(terminal, text, sizeof text);
  for (const int file : {terminal, screen, before}) ::close(file);
  ASSERT_GT(size, 0);
  const std::string seen(text, static_cast<std::size_t>(size));
  EXPECT_THAT(seen, testing::HasSubstr("feed failed"));
  EXPECT_THAT(seen, testing::Not(testing::StartsWith("{")));
}

TEST(LogTest, WhatIsBelowTheLevelIsNotSaid) {
  EXPECT_EQ(logged(LogFormat::kConsole, LogLevel::kWarning,
                   [](spdlog::logger& log) { log.info("a notice"); }),
            "");
}

TEST(LogTest, TheLevelCanBeChanged) {
  EXPECT_NE(logged(LogFormat::kConsole, LogLevel::kError,
                   [](spdlog::logger& log) {
                     set_log_level(log, LogLevel::kDebug);
                     log.trace("now");
                   }),
            "");
}

TEST(LogTest, NoticeIsAboveInfo) {
  const std::string text = logged(LogFormat::kConsole, LogLevel::kNotice, [](spdlog::logger& log) {
    log.log(spdlog_level(Priority::kInfo), "feed read");
    log.log(spdlog_level(Priority::kNotice), "figures disagree");
  });
  EXPECT_THAT(text, MatchesRegex("....-..-..T..:..:..Z notice   figures disagree\n"));
}

TEST(LogLineTest, ForPeopleTheSummaryIsASentenceAndTheEventIsLeftOut) {
  const LogLine line = parse_log_line(
      R"(figures disagree event=dispute-opened summary="Lowport: 40 = 12?\n" dispute=7)");
  EXPECT_EQ(format_for_people(line), R"(figures disagree: Lowport: 40 = 12?\n dispute=7)");
  EXPECT_EQ(format_for_people(line, true),
            "\x1b[1mfigures disagree\x1b[0m: Lowport: 40 = 12?\\n "
            "\x1b[2mdispute=\x1b[0m7");
}

TEST(LogTest, KnowsWhetherStandardErrorLeadsToTheJournal) {
  struct stat stream {};
  ASSERT_EQ(::fstat(STDERR_FILENO, &stream), 0);
  const std::string here = std::to_string(stream.st_dev) + ":" + std::to_string(stream.st_ino);
  EXPECT_TRUE(stderr_is_journal(here));
  EXPECT_FALSE(stderr_is_journal("0:0"));
  EXPECT_FALSE(stderr_is_journal(""));
}

}  // namespace
}  // namespace figured::daemon
