// Names on both sides of the move: in the rows of the latest articles, and in the table.
#include "storage/sqlite/sqlite_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kGathered = 12;  // names, of four articles of three

ArticleName key(std::uint64_t hash) { return {NameKind::kKey, 1, hash}; }
ArticleName alias(std::uint64_t hash) { return {NameKind::kAlias, 1, hash}; }

class SqliteNamesTest : public testing::Test {
 protected:
  void SetUp() override {
    migrate(db_);
    names_.emplace(db_, kGathered);
  }

  // A transaction that brings an article with an identity, a URL and an alias.
  void put(std::int64_t id, std::uint64_t identity, std::uint64_t url, std::uint64_t named) {
    db_.execute("BEGIN");
    names_->put_new(id, 1, std::vector{identity, url}, std::vector{named});
    commit();
  }
  void commit() {
    names_->move_some();
    db_.execute("COMMIT");
  }
  // Articles with these ids, and names that nobody else has.
  void put_strangers(std::int64_t first, std::int64_t last) {
    for (std::int64_t id = first; id <= last; ++id) {
      const auto hash = static_cast<std::uint64_t>(id) * 1'000'003;
      put(id, hash, hash + 1, hash + 2);
    }
  }
  std::vector<std::int64_t> find(const ArticleName& name) {
    const auto found = names_->find(name);
    return {found.begin(), found.end()};
  }
  std::int64_t count(const char* table) {
    const auto prepared = db_.prepare((std::string("SELECT count(*) FROM ") + table).c_str());
    Statement row(prepared.get());
    row.step();
    std::int64_t count = 0;
    row.read(count);
    return count;
  }

  std::size_t moved() {
    std::size_t moved = 0;
    NameTable(db_).each([&](const NumberedName&) { return ++moved, true; });
    return moved;
  }

  Connection db_{":memory:", OpenMode::kReadWrite};
  std::optional<SqliteNames> names_;
};

TEST_F(SqliteNamesTest, NamesGatherBeforeTheyAreMoved) {
  put_strangers(1, 3);
  EXPECT_EQ(count("latest_names"), 3);
  EXPECT_EQ(moved(), 0U);
  put_strangers(4, 6);
  EXPECT_EQ(moved(), kGathered);
  EXPECT_EQ(count("latest_names"), 2);
}

// A move takes three transactions here: before it, in each state of it and after it.
TEST_F(SqliteNamesTest, ANameIsFoundWhereverItStands) {
  put(1, 10, 11, 12);
  for (std::int64_t id = 2; id < 30; ++id) {
    put_strangers(id, id);
    SCOPED_TRACE(id);
    EXPECT_THAT(find(key(10)), ElementsAre(1));
    EXPECT_THAT(find(key(11)), ElementsAre(1));
    EXPECT_THAT(find(alias(12)), ElementsAre(1));
    EXPECT_THAT(find(key(12)), IsEmpty());
    EXPECT_THAT(find(alias(10)), IsEmpty());
    EXPECT_THAT(find(key(static_cast<std::uint64_t>(id) * 1'000'003)), ElementsAre(id));
  }
}

TEST_F(SqliteNamesTest, AnAliasOfTwoIsNobodysWhereverTheyStand) {
  put(1, 10, 11, 12);
  for (std::int64_t id = 2; id < 30; ++id) {
    if (id == 15)
      put(id, 20, 21, 12);
    else
      put_strangers(id, id);
    const auto found = find(alias(12));
    SCOPED_TRACE(id);
    EXPECT_EQ(found.size() == 1 && found.front() != 0, id < 15);
  }
  EXPECT_THAT(find(alias(12)), ElementsAre(1, 15));
}

TEST_F(SqliteNamesTest, AUrlThatTwoHaveIsFoundAsBothOfThem) {
  put(1, 10, 11, 12);
  put_strangers(2, 9);
  put(10, 20, 11, 22);
  EXPECT_THAT(find(key(11)), ElementsAre(1, 10));
  put_strangers(11, 20);
  EXPECT_THAT(find(key(11)), ElementsAre(1, 10));
}

TEST_F(SqliteNamesTest, WhatIsRemovedStaysSoWhereverItStands) {
  for (std::int64_t id = 1; id < 30; ++id) {
    put_strangers(id, id);
    const std::int64_t other = id / 2 + 1;  // the latest, and such as were moved
    const NamedArticle url{key(static_cast<std::uint64_t>(other) * 1'000'003 + 1), other};
    db_.execute("BEGIN");
    names_->remove(url);
    commit();
    SCOPED_TRACE(id);
    EXPECT_THAT(find(url.name), IsEmpty());
  }
  put_strangers(30, 40);
  names_.emplace(db_, kGathered);
  for (std::int64_t id = 1; id < 15; ++id) {
    EXPECT_THAT(find(key(static_cast<std::uint64_t>(id) * 1'000'003 + 1)), IsEmpty());
    EXPECT_THAT(find(key(static_cast<std::uint64_t>(id) * 1'000'003)), ElementsAre(id));
  }
}

TEST_F(SqliteNamesTest, AnArticleGetsFurtherNames) {
  put(1, 10, 11, 12);
  db_.execute("BEGIN");
  names_->put({key(13), 1});
  names_->put({alias(12), 1});
  names_->put({alias(14), 1});
  commit();
  EXPECT_THAT(find(key(13)), ElementsAre(1));
  EXPECT_THAT(find(alias(12)), ElementsAre(1));
  EXPECT_THAT(find(alias(14)), ElementsAre(1));
  EXPECT_EQ(moved(), 2U);  // the others were known
}

// In the midst of a move, and before and after one.
TEST_F(SqliteNamesTest, WhatIsRolledBackIsForgotten) {
  for (std::int64_t id = 1; id < 30; ++id) {
    db_.execute("BEGIN");
    const auto hash = static_cast<std::uint64_t>(id) * 1'000'003;
    names_->put_new(id, 1, std::vector{hash + 500}, std::vector{hash + 501});
    names_->move_some();
    db_.execute("ROLLBACK");
    names_->forget();
    SCOPED_TRACE(id);
    EXPECT_THAT(find(key(hash + 500)), IsEmpty());
    put_strangers(id, id);
  }
  for (std::int64_t id = 1; id < 30; ++id)
    EXPECT_THAT(find(key(static_cast<std::uint64_t>(id) * 1'000'003)), ElementsAre(id));
}

TEST_F(SqliteNamesTest, AllAreThereAfterAStartInTheMidstOfAMove) {
  for (std::int64_t id = 1; id < 30; ++id) {
    put_strangers(id, id);
    names_.emplace(db_, kGathered);
    SCOPED_TRACE(id);
    for (std::int64_t other = 1; other <= id; ++other)
      ASSERT_THAT(find(key(static_cast<std::uint64_t>(other) * 1'000'003)), ElementsAre(other));
  }
}

}  // namespace
}  // namespace figured::storage
