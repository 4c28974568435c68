// figurectl reload, config and feeds poll, against the real figured over its real socket.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "cli/figurectl.h"
#include "tests/daemon/child_process.h"
#include "tests/support/temp_folder.h"

namespace figured::cli {
namespace {

using daemon::ChildProcess;
using testing::AllOf;
using testing::HasSubstr;

struct Ended {
  int status = 0;
  std::string out;
  std::string err;
};

class ControlVerbsTest : public testing::Test {
 protected:
  ControlVerbsTest() {
    ::unsetenv("RUNTIME_DIRECTORY");
    write(good());
  }
  // A feed that nobody serves: to be refused at once is an everyday failure.
  std::string good() const {
    return "[store]\npath = '" + store_ +
           "'\n[network]\nallow_private = ['127.0.0.1:1']\n"
           "[[feed]]\nurl = 'http://127.0.0.1:1/rss'\noutlet = 'Nobody'\n";
  }
  void write(const std::string& text) const { std::ofstream(config_) << text; }
  ChildProcess start() const { return ChildProcess({FIGURED_BINARY, "--config", config_}); }

  Ended run(std::vector<std::string> words) const {
    words.insert(words.begin(), "figurectl");
    words.insert(words.end(), {"--config", config_});
    std::vector<const char*> argv;
    for (const std::string& word : words) argv.push_back(word.c_str());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Ended ended;
    ended.status = run_figurectl(static_cast<int>(argv.size()), argv.data());
    ended.out = testing::internal::GetCapturedStdout();
    ended.err = testing::internal::GetCapturedStderr();
    return ended;
  }

  const tests::TempFolder folder_;
  const std::string store_ = folder_.path("figured.db");
  const std::string config_ = folder_.path("figured.toml");
};

TEST_F(ControlVerbsTest, ReloadWaitsUntilItIsDone) {
  ChildProcess figured = start();
  figured.wait_for("feed failed");
  write(good() +
        "[[feed]]\nurl = 'http://127.0.0.1:1/atom'\noutlet = 'Other'\n[log]\nlevel = "
        "'debug'\n");
  const Ended ended = run({"reload", "--wait"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out,
              AllOf(HasSubstr("+ log.level  \"debug\"\n"), HasSubstr("polling 2 feeds")));
  figured.read_some();
  EXPECT_THAT(figured.said(), HasSubstr("configuration reloaded"));
  EXPECT_THAT(run({"reload", "--wait"}).out,
              testing::StartsWith("figured has reloaded: polling 2 "))
      << "and nothing was changed";
}

// As in the service: figurectl cannot read there where the socket is.
TEST_F(ControlVerbsTest, ARefusedReloadSaysAllThatIsWrong) {
  ::setenv("RUNTIME_DIRECTORY", folder_.path("").c_str(), 1);
  ChildProcess figured = start();
  figured.wait_for("feed failed");
  write(good() + "[poll]\nstretch = 0\nintervall = '1h'\n");
  const Ended ended = run({"reload", "--wait"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_EQ(ended.err,
            config_ + ":9:11: poll.stretch: 0 is out of range; a whole number from 1 to 1000\n" +
                config_ +
                ":10:1: poll.intervall: unknown key; did you mean poll.interval?\n"
                "figurectl: refused, the old configuration stays in force\n");
  write(good());
  EXPECT_EQ(run({"reload"}).status, 0) << "it goes on";
}

TEST_F(ControlVerbsTest, WhatNeedsARestartIsNamedAndStays) {
  ChildProcess figured = start();
  figured.wait_for("feed failed");
  std::string moved = good();
  moved.replace(moved.find(store_), store_.size(), folder_.path("other.db"));
  write(moved + "[store2]\n");
  EXPECT_EQ(run({"config", "diff"}).status, 1) << "it is another store's configuration";
  write(good() + "[log]\nformat = 'json'\n[poll]\nstretch = 2\n");
  EXPECT_EQ(run({"config", "diff"}).out,
            "+ log.format  \"json\"  (only with a restart)\n+ poll.stretch  2\n");
  EXPECT_EQ(run({"reload", "--wait"}).status, 0);
  figured.wait_for("a restart is needed for");
  EXPECT_EQ(run({"config", "diff"}).out, "+ log.format  \"json\"  (only with a restart)\n");
  EXPECT_EQ(run({"config", "diff", "--json"}).out,
            "{\"key\":\"log.format\",\"from\":null,\"to\":\"\\\"json\\\"\",\"restart\":true}\n");
  write(good());
  EXPECT_EQ(run({"reload", "--wait"}).status, 0);
  EXPECT_EQ(run({"config", "diff"}).out, "A reload would change nothing.\n");
}

TEST_F(ControlVerbsTest, WithoutADaemonItSaysSo) {
  const Ended ended = run({"reload", "--wait"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("no figured listens at " + store_ + ".control"));
  EXPECT_EQ(run({"config", "diff"}).status, 1);
}

TEST_F(ControlVerbsTest, TheDaemonOfAnotherStoreIsNotMeant) {
  write(good() + "[control]\npath = 'control'\n");
  ChildProcess figured = start();
  figured.wait_for("feed failed");
  write("[store]\npath = 'other.db'\n[control]\npath = 'control'\n");
  const Ended ended = run({"reload", "--wait"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("this figured keeps another store, " + store_));
}

TEST_F(ControlVerbsTest, TheSocketIsItsOwnAndGoesWithIt) {
  ChildProcess figured = start();
  figured.wait_for("feed failed");
  struct stat state {};
  ASSERT_EQ(::stat((store_ + ".control").c_str(), &state), 0);
  EXPECT_EQ(state.st_mode & 0777, 0600u);
  figured.signal(SIGTERM);
  EXPECT_EQ(figured.wait_for_end(), 0);
  EXPECT_FALSE(std::filesystem::exists(store_ + ".control"));
}

TEST_F(ControlVerbsTest, WhatAKilledDaemonLeftIsReplaced) {
  {
    ChildProcess figured = start();
    figured.wait_for("feed failed");
    figured.signal(SIGKILL);
    figured.wait_for_end();
  }
  EXPECT_TRUE(std::filesystem::exists(store_ + ".control"));
  EXPECT_EQ(run({"reload"}).status, 1);
  ChildProcess figured = start();
  figured.wait_for("polling");  // the feed rests
  EXPECT_EQ(run({"reload"}).status, 0);
}

TEST_F(ControlVerbsTest, AFileInItsPlaceIsLeftAlone) {
  std::ofstream(store_ + ".control") << "mine";
  ChildProcess figured = start();
  figured.wait_for("no control socket");
  figured.wait_for("feed failed");
  EXPECT_EQ(std::filesystem::file_size(store_ + ".control"), 4u);
}

// Clients that say nonsense, too much, or nothing, cost nobody else anything.
TEST_F(ControlVerbsTest, RudeClientsAreBorne) {
  ChildProcess figured = start();
  figured.wait_for("feed failed");
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = store_ + ".control";
  ASSERT_LT(path.size(), sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  std::vector<int> sockets;
  for (const std::string& text : {std::string("nonsense\n"), std::string("{}\n"), std::string(),
                                  std::string(1 << 17, 'x'), std::string("{\"ask\":\"reload\"")}) {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ASSERT_EQ(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    if (!text.empty()) ::send(socket, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    sockets.push_back(socket);
  }
  EXPECT_EQ(run({"reload", "--wait"}).status, 0);
  for (const int socket : sockets) ::close(socket);
}

// --- config check, config show

TEST_F(ControlVerbsTest, CheckSaysAllThatIsWrongOrThatItIsGood) {
  EXPECT_EQ(run({"config", "check"}).out, config_ + " is good: 1 feed, 0 endpoints, 0 routes\n");
  EXPECT_EQ(run({"config", "check", "--json"}).out,
            "{\"good\":true,\"feeds\":1,\"endpoints\":0,\"routes\":0}\n");
  write("[pol]\n[log]\nlevel = 3\n");
  const Ended ended = run({"config", "check"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, AllOf(HasSubstr(":1:2: pol: unknown key; did you mean poll?\n"),
                               HasSubstr("store.path: is missing"), HasSubstr(":3:9: log.level")));
  EXPECT_THAT(run({"config", "check", "--json"}).out, HasSubstr("{\"good\":false,\"errors\":[\""));
}

TEST_F(ControlVerbsTest, ShowSaysWhereEachValueStands) {
  std::filesystem::create_directory(folder_.path("conf.d"));
  std::ofstream(folder_.path("conf.d/10.toml")) << "[poll]\nstretch = 2\n";
  const std::string said = run({"config", "show"}).out;
  EXPECT_THAT(said, testing::ContainsRegex("\\[poll\\]\nstretch = 2 +# " +
                                           folder_.path("conf.d/10.toml") + ":2\n"));
  EXPECT_THAT(said, testing::Not(HasSubstr("default")));
  EXPECT_THAT(run({"config", "show", "--effective"}).out,
              HasSubstr("interval = \"5m\"                           # default\n"));
}

}  // namespace
}  // namespace figured::cli
