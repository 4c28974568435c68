// The log in a journal as it is: systemd's own journald, in namespaces where /run is the
// test's and from which no process outlives it, takes the lines of the program and finds them
// by their fields.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "daemon/log/event.h"
#include "tests/daemon/child_process.h"
#include "tests/support/temp_folder.h"

namespace figured::daemon {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr char kJournald[] = "/lib/systemd/systemd-journald";

// $1 is the folder of the test, $2 the program, $3 the catalog, $4 a MESSAGE_ID.
constexpr char kScript[] = R"sh(
set -e
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/journal /run/log/journal/$(cat /etc/machine-id) "$1/catalog" "$1/state"
cp "$3" "$1/catalog/"
mount --bind "$1/catalog" /usr/lib/systemd/catalog
mkdir -p /var/lib/systemd/catalog
mount --bind "$1/state" /var/lib/systemd/catalog
journalctl --update-catalog
)sh"
                           "/lib/systemd/systemd-journald 2>/dev/null & journald=$!\n"
                           R"sh(
until [ -S /run/systemd/journal/socket ] && [ -S /run/systemd/journal/io.systemd.journal ]; do :; done
"$2" --config "$1/figured.toml" & figured=$!
until journalctl -q EVENT=polling | grep -q polling; do :; done
kill $figured; wait $figured
journalctl --sync
echo "by id:"; journalctl -q -o cat "MESSAGE_ID=$4"
echo "by priority:"; journalctl -q -o cat -t figured -p notice
echo "explained:"; journalctl -q -x -t figured EVENT=stopped
kill $journald
)sh";

TEST(JournalTest, FindsLinesByIdAndPriorityAndExplainsThem) {
  if (::getuid() != 0) GTEST_SKIP() << "only root may mount a /run of its own";
  if (!std::filesystem::exists(kJournald)) GTEST_SKIP() << "there is no systemd-journald";
  if (!std::filesystem::exists("/etc/machine-id")) GTEST_SKIP() << "this machine has no id";
  if (ChildProcess({"/usr/bin/unshare", "-m", "/bin/mount", "-t", "tmpfs", "tmpfs", "/run"})
          .wait_for_end() != 0)
    GTEST_SKIP() << "no mount namespace may be made here";
  const tests::TempFolder folder;
  std::ofstream(folder.path("figured.toml"))
      << "[store]\npath = '" << folder.path("figured.db") << "'\n[log]\nformat = 'journal'\n"
      << "[page]\nenabled = false\n";
  ChildProcess run({"/usr/bin/unshare", "--mount", "--pid", "--fork", "--kill-child",
                    "--mount-proc", "/bin/sh", "-c", kScript, "sh", folder.path(""), FIGURED_BINARY,
                    FIGURED_CATALOG, std::string(kind_of(Event::kStarted).message_id)});
  ASSERT_EQ(run.wait_for_end(), 0) << run.said();
  EXPECT_THAT(run.said(), AllOf(HasSubstr("by id:\nstarted version="),
                                HasSubstr("by priority:\nstarted version="),
                                HasSubstr("Subject: figured has ended")));
  EXPECT_THAT(run.said(), testing::Not(HasSubstr("stopping"))) << "that is info";
}

}  // namespace
}  // namespace figured::daemon
