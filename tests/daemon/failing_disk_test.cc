// The program itself on a disk that is full, or fails.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "daemon/intake/disk_room.h"
#include "daemon/service/state_file.h"
#include "storage/suspicion.h"
#include "tests/daemon/datagram_socket.h"
#include "tests/daemon/wire_run.h"

namespace figured::daemon {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;

constexpr auto kEvery = 50ms;

// A disk of its own, of a few megabytes: the store's log takes 16 of them before it is
// first moved into the file.
class SmallDisk {
 public:
  SmallDisk() : mounted_(::mount("tmpfs", path().c_str(), "tmpfs", 0, "size=32m") == 0) {
    reason_ = mounted_ ? "" : std::strerror(errno);
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(path().c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  const std::string& reason() const { return reason_; }
  std::string path() const { return fs::path(folder_.path("x")).parent_path().string(); }

  // Leaves just so many bytes.
  void fill(std::uint64_t left) const {
    std::ofstream filler(path() + "/filler", std::ios::binary | std::ios::app);
    const std::string block(4'096, 'f');
    while (free_bytes(path() + "/filler").value_or(0) > left) filler << block << std::flush;
  }
  void free() const { fs::remove(path() + "/filler"); }

 private:
  const tests::TempFolder folder_;
  const bool mounted_;
  std::string reason_;
};

void finish(WireRun& wire, ChildProcess& figured) {
  wire.serve_until(figured, [&] { return wire.all_is_read_and_told(); });
  figured.signal(SIGTERM);
  wire.serve_until(figured, [&] { return figured.has_ended(); });
  EXPECT_EQ(figured.wait_for_end(), 0) << figured.said();
  wire.expect_nothing_lost_and_nothing_doubled();
}

std::string wait_for_status(DatagramSocket& manager, const std::string& words) {
  for (;;) {
    const std::string message = manager.wait();
    if (message.empty() || message.find(words) != std::string::npos) return message;
  }
}

class FullDiskTest : public testing::TestWithParam<std::string> {};

TEST_P(FullDiskTest, IntakePausesSaysSoAndGoesOnByItself) {
  const SmallDisk disk;
  if (!disk.mounted()) GTEST_SKIP() << "no tmpfs can be mounted here: " << disk.reason();
  WireRun wire(kEvery, disk.path());
  wire.set_min_free(GetParam());
  DatagramSocket manager(socket_path("full-disk"));
  ChildProcess figured({FIGURED_BINARY, "--config", wire.config()},
                       {"NOTIFY_SOCKET=" + socket_path("full-disk")});
  wire.serve_until_said(figured, "feed read");
  disk.fill(64 << 10);
  wire.serve_until_said(figured, "intake paused");
  EXPECT_THAT(wait_for_status(manager, "paused"), HasSubstr("STATUS=intake paused: store '"));
  // With nothing kept free the log's room may suffice for a small commit between two that
  // do not fit, so figured may have gone on and paused again meanwhile.
  std::optional<DaemonState> state;
  wire.serve_until(figured, [&] {
    state = read_state(wire.store());
    return state && !state->paused.empty();
  });
  EXPECT_THAT(state->paused, HasSubstr(wire.store()));
  if (GetParam() != "0B") {
    EXPECT_EQ(figured.said().find("intake paused"), figured.said().rfind("intake paused"));
  }
  disk.free();
  wire.serve_until_said(figured, "intake resumed");
  EXPECT_THAT(wait_for_status(manager, "STATUS=polling"), HasSubstr("polling"));
  wire.serve_until(figured, [&] { return read_state(wire.store())->paused.empty(); });
  finish(wire, figured);
}

INSTANTIATE_TEST_SUITE_P(Cases, FullDiskTest, testing::Values("0B", "4MiB"), [](const auto& test) {
  return test.param == "0B" ? "ToTheLastByte" : "WithSomeKeptFree";
});

TEST(FullDisk, AtTheStartIsWaitedFor) {
  const SmallDisk disk;
  if (!disk.mounted()) GTEST_SKIP() << "no tmpfs can be mounted here: " << disk.reason();
  WireRun wire(kEvery, disk.path());
  wire.set_min_free("0B");
  disk.fill(0);
  ChildProcess figured({FIGURED_BINARY, "--config", wire.config()});
  wire.serve_until_said(figured, "intake paused");
  disk.free();
  wire.serve_until_said(figured, "intake resumed");
  finish(wire, figured);
}

TEST(FullDisk, DoesNotHoldUpTheEnd) {
  const SmallDisk disk;
  if (!disk.mounted()) GTEST_SKIP() << "no tmpfs can be mounted here: " << disk.reason();
  WireRun wire(kEvery, disk.path());
  wire.set_min_free("0B");
  ChildProcess figured({FIGURED_BINARY, "--config", wire.config()});
  wire.serve_until_said(figured, "feed read");
  disk.fill(0);
  wire.serve_until_said(figured, "intake paused");
  figured.signal(SIGTERM);
  wire.serve_until(figured, [&] { return figured.has_ended(); });
  EXPECT_EQ(figured.wait_for_end(), 0) << figured.said();
}

// strace lets the Nth sync of the program fail.
bool strace_works() {
  ChildProcess strace({"/usr/bin/strace", "-o", "/dev/null", "/bin/true"});
  return strace.wait_for_end() == 0;
}

TEST(FailingDisk, AFailedSyncEndsItAndTheNextStartVerifiesTheStore) {
  if (!fs::exists("/usr/bin/strace") || !strace_works())
    GTEST_SKIP() << "strace is not there, or may trace nothing";
  WireRun wire(kEvery);
  for (const std::string nth : {"1", "4", "9"}) {
    ChildProcess figured({"/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e",
                          "trace=fdatasync,fsync", "-e",
                          "inject=fdatasync,fsync:error=EIO:when=" + nth, FIGURED_BINARY,
                          "--config", wire.config()});
    wire.serve_until(figured, [&] { return figured.has_ended(); });
    EXPECT_EQ(figured.wait_for_end(), 1) << figured.said();
    EXPECT_THAT(figured.said(), AllOf(HasSubstr("figured cannot go on"), HasSubstr("I/O error")));
    EXPECT_TRUE(storage::suspicion(wire.store())) << figured.said();
  }
  ChildProcess figured({FIGURED_BINARY, "--config", wire.config()});
  figured.wait_for("polling");
  EXPECT_FALSE(storage::suspicion(wire.store()));
  finish(wire, figured);
}

}  // namespace
}  // namespace figured::daemon
