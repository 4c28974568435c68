#include "daemon/service/sd_notify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "tests/daemon/datagram_socket.h"

namespace figured::daemon {
namespace {

using testing::MatchesRegex;

TEST(ServiceNotifierTest, TellsEachStateInADatagram) {
  DatagramSocket manager(socket_path("notify"));
  const ServiceNotifier notifier(socket_path("notify"));
  notifier.ready("12 feeds");
  EXPECT_EQ(manager.receive(), "READY=1\nSTATUS=12 feeds");
  notifier.status("polling");
  EXPECT_EQ(manager.receive(), "STATUS=polling");
  notifier.reloading();
  EXPECT_THAT(manager.receive(), MatchesRegex("RELOADING=1\nMONOTONIC_USEC=[0-9]+"));
  notifier.stopping("bye");
  EXPECT_EQ(manager.receive(), "STOPPING=1\nSTATUS=bye");
  notifier.alive();
  EXPECT_EQ(manager.receive(), "WATCHDOG=1");
  EXPECT_EQ(manager.receive(), "");
}

TEST(ServiceNotifierTest, AStatusCannotForgeAnotherAssignment) {
  DatagramSocket manager(socket_path("notify"));
  ServiceNotifier(socket_path("notify")).status("bad file\nREADY=1");
  EXPECT_EQ(manager.receive(), "STATUS=bad file READY=1");
}

TEST(ServiceNotifierTest, FindsAnAbstractSocketInTheEnvironment) {
  const std::string name = "@figured-test-" + std::to_string(::getpid());
  DatagramSocket manager(name);
  ::setenv("NOTIFY_SOCKET", name.c_str(), 1);
  ServiceNotifier::from_environment().alive();
  ::unsetenv("NOTIFY_SOCKET");
  EXPECT_EQ(manager.receive(), "WATCHDOG=1");
}

TEST(ServiceNotifierTest, WithoutASocketOrWithADeadOneItGoesOn) {
  ServiceNotifier().ready("nobody listens");
  ServiceNotifier(socket_path("nobody")).ready("nobody listens");
}

TEST(ServiceNotifierTest, RefusesWhatIsNoAddress) {
  EXPECT_THROW(ServiceNotifier("relative/path"), std::invalid_argument);
  EXPECT_THROW(ServiceNotifier("/" + std::string(200, 'x')), std::invalid_argument);
}

struct WatchdogCase {
  std::string name;
  std::string usec;
  std::string pid;
  std::optional<std::chrono::microseconds> timeout;
};

class WatchdogTimeoutTest : public testing::TestWithParam<WatchdogCase> {
 protected:
  ~WatchdogTimeoutTest() override {
    ::unsetenv("WATCHDOG_USEC");
    ::unsetenv("WATCHDOG_PID");
  }
};

TEST_P(WatchdogTimeoutTest, IsReadFromTheEnvironment) {
  if (!GetParam().usec.empty()) ::setenv("WATCHDOG_USEC", GetParam().usec.c_str(), 1);
  if (!GetParam().pid.empty()) ::setenv("WATCHDOG_PID", GetParam().pid.c_str(), 1);
  EXPECT_EQ(watchdog_timeout(), GetParam().timeout);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, WatchdogTimeoutTest,
    testing::Values(WatchdogCase{"Absent", "", "", {}},
                    WatchdogCase{"ForThisProcess", "30000000", std::to_string(::getpid()),
                                 std::chrono::seconds(30)},
                    WatchdogCase{"ForAnyProcess", "5", "", std::chrono::microseconds(5)},
                    WatchdogCase{"ForAnotherProcess", "30000000", "1", {}},
                    WatchdogCase{"Zero", "0", "", {}}, WatchdogCase{"NoNumber", "soon", "", {}}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::daemon
