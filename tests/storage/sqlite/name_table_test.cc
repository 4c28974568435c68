#include "storage/sqlite/name_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/store_error.h"

namespace figured::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Names = std::vector<NumberedName>;

class NameTableTest : public testing::Test {
 protected:
  void SetUp() override { migrate(db_); }

  std::vector<std::int64_t> find(std::int64_t number) {
    std::vector<std::int64_t> found;
    table_.find(number, found);
    return found;
  }
  Names all() {
    Names names;
    table_.each([&](const NumberedName& named) { return names.push_back(named), true; });
    return names;
  }

  Connection db_{":memory:", OpenMode::kReadWrite};
  NameTable table_{db_};
};

TEST_F(NameTableTest, AnEmptyOneHoldsNothing) {
  EXPECT_THAT(find(0), IsEmpty());
  EXPECT_THAT(all(), IsEmpty());
  table_.remove({7, 1});
}

// Beside a plain set, through many parted rows, some of which are emptied again.
TEST_F(NameTableTest, HoldsWhatASetHolds) {
  std::mt19937_64 random(9);
  std::set<NumberedName> expected;
  const auto draw = [&](std::uint64_t numbers) {
    return NumberedName{static_cast<std::int64_t>(random() % numbers << 40),
                        static_cast<std::int64_t>(1 + random() % 6)};
  };
  for (int round = 0; round < 30; ++round) {
    Names names;
    for (int i = 0; i < 700; ++i) names.push_back(draw(round % 3 == 0 ? 100 : 1U << 22));
    std::ranges::sort(names);
    table_.put(names);
    expected.insert(names.begin(), names.end());
    for (int i = 0; i < 40 && round % 2 == 1; ++i) {
      const auto gone = expected.lower_bound(draw(1U << 22));
      if (gone == expected.end()) continue;
      table_.remove(*gone);
      expected.erase(gone);
    }
    // Not as a matcher, which would take seconds to tell thousands apart.
    ASSERT_EQ(all(), Names(expected.begin(), expected.end())) << round;
  }
  const auto some = *std::next(expected.begin(), static_cast<std::ptrdiff_t>(expected.size() / 2));
  EXPECT_THAT(find(some.number), testing::Contains(some.article_id));
  for (const NumberedName& named : Names(expected.begin(), expected.end())) table_.remove(named);
  EXPECT_THAT(all(), IsEmpty());
  table_.put(Names{{3, 1}});
  EXPECT_THAT(find(3), ElementsAre(1));
}

TEST_F(NameTableTest, ADamagedRowIsTold) {
  table_.put(Names{{3, 1}, {4, 2}});
  db_.execute("UPDATE article_names SET names = substr(names, 1, 9)");
  try {
    find(3);
    ADD_FAILURE() << "it was read";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.kind(), StoreErrorKind::kDamaged) << error.what();
  }
}

// From the version before it.
TEST(ArticleNamesMigrationTest, NamesOfTheTreesAreFoundAgain) {
  Connection db(":memory:", OpenMode::kReadWrite);
  const auto steps = migrations();
  const auto until = std::ranges::find(steps, std::string_view("packed names of articles"),
                                       [](const Migration& step) { return step.name; });
  ASSERT_NE(until, steps.end());
  migrate(db, steps.first(static_cast<std::size_t>(until - steps.begin())));
  db.execute(R"sql(
    PRAGMA foreign_keys = OFF;
    INSERT INTO article_key VALUES (1, 4711, 2), (1, 4711, 3), (2, 4711, 9), (1, -5, 4);
    INSERT INTO article_alias VALUES (1, 4711, 2), (1, 8, 0);
  )sql");
  migrate(db);
  NameTable table(db);
  const auto find = [&](const ArticleName& name) {
    std::vector<std::int64_t> found;
    table.find(name_number(name), found);
    return found;
  };
  EXPECT_THAT(find({NameKind::kKey, 1, 4711}), ElementsAre(2, 3));
  EXPECT_THAT(find({NameKind::kKey, 2, 4711}), ElementsAre(9));
  EXPECT_THAT(find({NameKind::kKey, 1, static_cast<std::uint64_t>(-5)}), ElementsAre(4));
  EXPECT_THAT(find({NameKind::kAlias, 1, 4711}), ElementsAre(2));
  EXPECT_THAT(find({NameKind::kAlias, 1, 8}), ElementsAre(0));
  EXPECT_THAT(find({NameKind::kKey, 1, 8}), IsEmpty());
}

}  // namespace
}  // namespace figured::storage
