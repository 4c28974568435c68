#include "daemon/service/state_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/temp_folder.h"

namespace figured::daemon {
namespace {

std::chrono::sys_seconds at(int seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(1'790'000'000 + seconds));
}

class StateFileTest : public testing::Test {
 protected:
  std::string store() const { return folder_.path("figured.db"); }
  const tests::TempFolder folder_;
};

TEST_F(StateFileTest, TellsWhatTheDaemonSaidLast) {
  StateFile file(store());
  file.write({17, "1.2", at(0), at(0), "", ""});
  file.write({17, "1.2", at(0), at(5), "no room on \"data\"", ""});
  const auto state = read_state(store());
  ASSERT_TRUE(state);
  EXPECT_EQ(state->pid, 17);
  EXPECT_EQ(state->version, "1.2");
  EXPECT_EQ(state->started, at(0));
  EXPECT_EQ(state->since, at(5));
  EXPECT_EQ(state->paused, "no room on \"data\"");
}

TEST_F(StateFileTest, TellsHowTheDaemonIs) {
  StateFile file(store());
  DaemonState state{17, "1.2", at(0), at(0), "", {}};
  state.vitals.at = at(9);
  state.vitals.feeds = 12;
  state.vitals.polls_rate = 1.5;
  state.vitals.oldest_pending = at(3);
  state.vitals.lagging = "ledger";
  state.vitals.memory = std::uint64_t{5} << 30;
  file.write(state);
  const Vitals vitals = read_state(store())->vitals;
  EXPECT_EQ(vitals.at, at(9));
  EXPECT_EQ(vitals.feeds, 12);
  EXPECT_EQ(vitals.polls_rate, 1.5);
  EXPECT_EQ(vitals.oldest_pending, at(3));
  EXPECT_FALSE(vitals.last_poll);
  EXPECT_EQ(vitals.lagging, "ledger");
  EXPECT_EQ(vitals.memory, std::uint64_t{5} << 30);
}

TEST_F(StateFileTest, TakesItsPlaceAtOnceAndNoMore) {
  StateFile file(store());
  const auto size = std::filesystem::file_size(store() + ".state");
  file.write({17, "1.2", at(0), at(0), std::string(5'000, 'w'), ""});
  EXPECT_EQ(std::filesystem::file_size(store() + ".state"), size);
  EXPECT_EQ(read_state(store())->paused, std::string(1'000, 'w'));
}

TEST_F(StateFileTest, WhatADaemonThatEndedLeftCountsForNothing) {
  { StateFile(store()).write({17, "1.2", at(0), at(0), "", ""}); }
  EXPECT_TRUE(std::filesystem::exists(store() + ".state"));
  EXPECT_FALSE(read_state(store()));
}

TEST_F(StateFileTest, WithoutADaemonThereIsNone) {
  EXPECT_FALSE(read_state(store()));
  EXPECT_FALSE(read_state("/no/such/folder/figured.db"));
  StateFile nowhere("/no/such/folder/figured.db");
  nowhere.write({});
}

TEST_F(StateFileTest, AFileThatIsNotYetWrittenTellsNothing) {
  const StateFile file(store());
  EXPECT_FALSE(read_state(store()));
}

}  // namespace
}  // namespace figured::daemon
