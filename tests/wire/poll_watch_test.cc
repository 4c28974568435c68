#include "wire/poll_watch.h"

#include <gtest/gtest.h>

namespace figured::wire {
namespace {

// A step is a character: 'a' and 'b' are versions sent, 'A' and 'B' conditional
// requests that name them.
struct WatchCase {
  std::string name;
  std::string steps;
  std::string kept;  // of "ab"
};

class PollWatchTest : public testing::TestWithParam<WatchCase> {};

TEST_P(PollWatchTest, KnowsWhatIsKept) {
  PollWatch watch;
  for (const char step : GetParam().steps) {
    const std::string version(1, static_cast<char>(std::tolower(step)));
    if (std::islower(step))
      watch.sent("feed", version);
    else
      watch.unchanged("feed", version);
  }
  std::string kept;
  for (const std::string version : {"a", "b"})
    if (watch.kept("feed", version)) kept += version;
  EXPECT_EQ(kept, GetParam().kept);
  EXPECT_FALSE(watch.kept("another feed", "a"));
}

INSTANTIATE_TEST_SUITE_P(Cases, PollWatchTest,
                         testing::Values(WatchCase{"NeverAsked", "", ""},
                                         WatchCase{"SentIsNotYetKept", "a", ""},
                                         WatchCase{"AskingAgainKeeps", "aa", "a"},
                                         WatchCase{"AConditionalRequestKeeps", "aA", "a"},
                                         WatchCase{"ANewerOneIsToBeKeptAgain", "aAb", "a"},
                                         WatchCase{"BothKeptNewestCounts", "aAbB", "b"},
                                         WatchCase{"KnownFromBeforeARestart", "B", "b"}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::wire
