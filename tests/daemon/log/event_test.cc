// The events of the log, and their catalog, which a service's journal explains them by.
#include "daemon/log/event.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/daemon/child_process.h"
#include "tests/support/temp_folder.h"

namespace figured::daemon {
namespace {

std::string catalog() {
  std::ifstream file(FIGURED_CATALOG);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The entries by their ids.
std::map<std::string, std::string> entries() {
  std::map<std::string, std::string> found;
  std::istringstream lines(catalog());
  std::string id;
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("-- "))
      id = line.substr(3);
    else if (!id.empty())
      found[id] += line + "\n";
  return found;
}

TEST(EventTest, EachHasANameAndAnIdOfItsOwn) {
  std::set<std::string_view> names;
  std::set<std::string_view> ids;
  const std::regex id_form("[0-9a-f]{32}");
  for (const EventKind& kind : event_kinds()) {
    EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
    EXPECT_TRUE(ids.insert(kind.message_id).second) << kind.name;
    EXPECT_TRUE(std::regex_match(std::string(kind.message_id), id_form)) << kind.name;
    EXPECT_EQ(kind.words.find('='), kind.words.npos) << kind.name;
    EXPECT_EQ(find_event(kind.name), &kind);
    EXPECT_EQ(&kind_of(kind.event), &kind);
  }
  EXPECT_EQ(find_event("no-such-event"), nullptr);
}

// Who selects by it in the journal must find the same ones after an upgrade.
TEST(EventTest, AnIdOnceGivenStays) {
  EXPECT_EQ(find_event("dispute-opened")->message_id, "24f329850e4b48d18f25d9404a92301a");
  EXPECT_EQ(find_event("intake-paused")->message_id, "f19432a5ec3d48898be354ab96648c5c");
}

TEST(CatalogTest, HasAnEntryForEachEventAndNoOther) {
  const auto found = entries();
  EXPECT_EQ(found.size(), event_kinds().size());
  for (const EventKind& kind : event_kinds()) {
    const auto entry = found.find(std::string(kind.message_id));
    ASSERT_NE(entry, found.end()) << kind.name;
    EXPECT_THAT(entry->second, testing::StartsWith("Subject: ")) << kind.name;
    EXPECT_THAT(entry->second, testing::HasSubstr("\n\n")) << kind.name;
  }
}

TEST(CatalogTest, IsTakenByTheJournal) {
  if (!std::filesystem::exists("/usr/bin/journalctl")) GTEST_SKIP() << "there is no journalctl";
  const tests::TempFolder root;
  std::filesystem::create_directories(root.path("usr/lib/systemd/catalog"));
  std::filesystem::create_directories(root.path("var/lib/systemd/catalog"));
  std::filesystem::copy(FIGURED_CATALOG, root.path("usr/lib/systemd/catalog/figured.catalog"));
  ChildProcess update({"/usr/bin/journalctl", "--root=" + root.path(""), "--update-catalog"});
  EXPECT_EQ(update.wait_for_end(), 0) << update.said();
  EXPECT_TRUE(std::filesystem::exists(root.path("var/lib/systemd/catalog/database")));
}

}  // namespace
}  // namespace figured::daemon
