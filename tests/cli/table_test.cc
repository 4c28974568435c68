#include "cli/table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace figured::cli {
namespace {

struct TableCase {
  std::string name;
  std::optional<std::size_t> width;
  std::string printed;
};

class TableTest : public testing::TestWithParam<TableCase> {};

TEST_P(TableTest, FitsTheWidth) {
  Table table({"ID", "OUTLET", "TITLE"});
  table.add({"1", "Süd", "Bridge closed\x1b[2J after flood"});
  table.add({"12", "Harbour Post", "Two"});
  std::ostringstream out;
  table.print(out, GetParam().width);
  EXPECT_EQ(out.str(), GetParam().printed);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, TableTest,
    testing::Values(TableCase{"AsWideAsItGets",
                              {},
                              "ID  OUTLET        TITLE\n"
                              "1   Süd           Bridge closed [2J after flood\n"
                              "12  Harbour Post  Two\n"},
                    TableCase{"TheLastColumnIsCut", 30,
                              "ID  OUTLET        TITLE\n"
                              "1   Süd           Bridge clos…\n"
                              "12  Harbour Post  Two\n"},
                    TableCase{"TooNarrowToCut", 20,
                              "ID  OUTLET        TITLE\n"
                              "1   Süd           Bridge closed [2J after flood\n"
                              "12  Harbour Post  Two\n"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::cli
