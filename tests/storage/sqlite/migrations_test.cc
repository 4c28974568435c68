#include "storage/sqlite/migrations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/support/temp_folder.h"

namespace figured::storage {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr Migration kOne{"one", "CREATE TABLE one (a INTEGER) STRICT"};
constexpr Migration kTwo{"two", "CREATE TABLE two (a INTEGER) STRICT; INSERT INTO one VALUES (7)"};
constexpr Migration kBroken{"broken", "CREATE TABLE three (a INTEGER) STRICT; SELECT nonsense"};

class MigrationsTest : public testing::Test {
 protected:
  static std::int64_t tables(Connection& db) {
    Statement row = db.statement("SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
    row.step();
    std::int64_t count = 0;
    row.read(count);
    return count;
  }
  static std::string error_of(const std::function<void()>& action) {
    try {
      action();
    } catch (const StoreError& error) {
      return error.what();
    }
    return "no error";
  }

  Connection db_{":memory:", OpenMode::kReadWrite};
};

TEST_F(MigrationsTest, StepsAreTakenInOrderAndCounted) {
  migrate(db_, std::vector{kOne, kTwo});
  EXPECT_EQ(db_.pragma("user_version"), 2);
  EXPECT_EQ(db_.pragma("application_id"), kApplicationId);
  EXPECT_EQ(tables(db_), 2);
}

TEST_F(MigrationsTest, OnlyWhatIsMissingIsTaken) {
  migrate(db_, std::vector{kOne});
  migrate(db_, std::vector{kOne, kTwo});
  migrate(db_, std::vector{kOne, kTwo});
  EXPECT_EQ(db_.pragma("user_version"), 2);
}

TEST_F(MigrationsTest, AStepThatFailsLeavesTheStateBeforeIt) {
  EXPECT_THAT(error_of([&] {
                migrate(db_, std::vector{kOne, kTwo, kBroken});
              }),
              AllOf(HasSubstr("migration 3 (broken)"), HasSubstr("nonsense")));
  EXPECT_EQ(db_.pragma("user_version"), 2);
  EXPECT_EQ(tables(db_), 2);
  EXPECT_FALSE(db_.in_transaction());
}

TEST_F(MigrationsTest, ANewerStoreIsRefusedAndNotTouched) {
  migrate(db_, std::vector{kOne, kTwo});
  const auto expected =
      AllOf(HasSubstr("has schema 2, this figured knows schemas up to 1"), HasSubstr("newer"));
  EXPECT_THAT(error_of([&] { migrate(db_, std::vector{kOne}); }), expected);
  EXPECT_THAT(error_of([&] { require_migrated(db_, std::vector{kOne}); }), expected);
  EXPECT_EQ(db_.pragma("user_version"), 2);
}

TEST_F(MigrationsTest, AReaderRefusesAnOlderStore) {
  migrate(db_, std::vector{kOne});
  EXPECT_THAT(error_of([&] {
                require_migrated(db_, std::vector{kOne, kTwo});
              }),
              HasSubstr("has schema 1 of 2"));
  EXPECT_EQ(error_of([&] { require_migrated(db_, std::vector{kOne}); }), "no error");
}

TEST_F(MigrationsTest, AnotherProgramsDatabaseIsRefused) {
  db_.execute("CREATE TABLE bookmarks (url TEXT)");
  EXPECT_THAT(error_of([&] { migrate(db_); }), HasSubstr("not a figured store"));
  EXPECT_THAT(error_of([&] { require_migrated(db_); }), HasSubstr("not a figured store"));
  EXPECT_EQ(tables(db_), 1);
}

TEST_F(MigrationsTest, AnotherProgramsFileKeepsItsJournalMode) {
  const tests::TempFolder folder;
  const std::string path = folder.path("bookmarks.db");
  Connection(path, OpenMode::kReadWrite).execute("CREATE TABLE bookmarks (url TEXT)");
  EXPECT_THAT(error_of([&] { open_sqlite_store(path); }), HasSubstr("not a figured store"));
  EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
}

TEST_F(MigrationsTest, ANewerFileIsRefusedByPath) {
  const tests::TempFolder folder;
  const std::string path = folder.path("figured.db");
  open_sqlite_store(path);
  Connection(path, OpenMode::kReadWrite).execute("PRAGMA user_version = 99");
  EXPECT_THAT(error_of([&] { open_sqlite_store(path); }),
              AllOf(HasSubstr(path), HasSubstr("has schema 99")));
  EXPECT_THAT(error_of([&] { open_sqlite_reader(path); }), HasSubstr("has schema 99"));
}

TEST_F(MigrationsTest, RetentionComesToAStoreThatHasNone) {
  migrate(db_, migrations().first(10));
  db_.execute(
      "INSERT INTO fact (label, measure, subject, place) VALUES ('hurt', 'people.injured', '', "
      "'')");
  migrate(db_, migrations().first(11));
  EXPECT_EQ(db_.pragma("user_version"), 11);
  Statement rows = db_.statement("SELECT count(*) FROM retention");
  EXPECT_TRUE(rows.step());
  Statement fact = db_.statement("SELECT label FROM fact");
  ASSERT_TRUE(fact.step());
  std::string label;
  fact.read(label);
  EXPECT_EQ(label, "hurt");
}

TEST_F(MigrationsTest, EveryTableIsStrict) {
  migrate(db_);
  Statement rows = db_.statement(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
      " AND strict = 0 AND name NOT LIKE 'sqlite_%'");
  std::string name;
  while (rows.step()) {
    rows.read(name);
    ADD_FAILURE() << name << " is not STRICT";
  }
}

TEST_F(MigrationsTest, TheFileKeepsWhatAPowerCutMustNotTake) {
  const tests::TempFolder folder;
  const std::string path = folder.path("figured.db");
  open_sqlite_store(path);
  Connection db(path, OpenMode::kReadOnly);
  EXPECT_EQ(db.pragma("page_size"), 16'384);
  Statement row = db.statement("SELECT journal_mode FROM pragma_journal_mode");
  ASSERT_TRUE(row.step());
  std::string mode;
  row.read(mode);
  EXPECT_EQ(mode, "wal");
}

}  // namespace
}  // namespace figured::storage
