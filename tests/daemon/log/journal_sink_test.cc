#include "daemon/log/journal_sink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/logger.h>

#include <optional>
#include <system_error>

#include "tests/daemon/datagram_socket.h"

namespace figured::daemon {
namespace {

using testing::HasSubstr;

std::shared_ptr<spdlog::logger> journal_log(const std::string& path) {
  return std::make_shared<spdlog::logger>("test", std::make_shared<JournalSink>(path));
}

TEST(JournalSinkTest, AnEntryHasTheLineAndItsFields) {
  DatagramSocket journal(socket_path("journal"));
  journal_log(socket_path("journal"))
      ->warn(
          "feed failing event=feed-failing summary=\"Süd, twice\" feed=https://a.example/rss "
          "error=\"no \\\"answer\\\"\"");
  EXPECT_EQ(journal.receive(),
            "PRIORITY=4\n"
            "SYSLOG_IDENTIFIER=figured\n"
            "MESSAGE=feed failing: Süd, twice feed=https://a.example/rss "
            "error=\"no \\\"answer\\\"\"\n"
            "MESSAGE_ID=3eedd393e75846d2bedf4a0324a8f5b9\n"
            "EVENT=feed-failing\n"
            "SUMMARY=Süd, twice\n"
            "FEED=https://a.example/rss\n"
            "ERROR=no \"answer\"\n");
}

TEST(JournalSinkTest, AValueOfSeveralLinesIsGivenWithItsLength) {
  using std::string_literals::operator""s;
  EXPECT_EQ(format_journal_entry(6, "found error=\"a\\nb\""),
            "PRIORITY=6\nSYSLOG_IDENTIFIER=figured\nMESSAGE=found error=\"a\\nb\"\n"
            "ERROR\n\x03\0\0\0\0\0\0\0a\nb\n"s);
}

TEST(JournalSinkTest, AHugeValueStillFitsIntoADatagram) {
  DatagramSocket journal(socket_path("journal"));
  journal_log(socket_path("journal"))->error("failed error={}", std::string(1'000'000, 'x'));
  EXPECT_THAT(journal.receive(), HasSubstr("ERROR=xxx"));
}

TEST(JournalSinkTest, FindsAJournalThatWasStartedAnew) {
  std::optional<DatagramSocket> journal(socket_path("journal"));
  const auto log = journal_log(socket_path("journal"));
  journal.reset();
  journal.emplace(socket_path("journal"));
  log->info("still here");
  EXPECT_THAT(journal->receive(), HasSubstr("MESSAGE=still here\n"));
}

TEST(JournalSinkTest, WhileTheJournalIsAwayLinesGoToStandardError) {
  std::optional<DatagramSocket> journal(socket_path("journal"));
  const auto log = journal_log(socket_path("journal"));
  journal.reset();
  testing::internal::CaptureStderr();
  log->error("alone");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "<3>alone\n");
}

TEST(JournalSinkTest, WithoutAJournalItCannotBeMade) {
  EXPECT_THROW(JournalSink(socket_path("nobody")), std::system_error);
}

}  // namespace
}  // namespace figured::daemon
