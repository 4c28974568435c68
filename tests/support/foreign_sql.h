// What another program does to a store a daemon has open.
#pragma once
#include <string>

namespace figured::tests {

// Runs SQL on a connection of its own; waits while the file is locked, fails the test at any error.
void run_foreign_sql(const std::string& store, const std::string& sql);

// The first column of the first row that a query gives, as text; "" = none.
std::string query_foreign_sql(const std::string& store, const std::string& sql);

}  // namespace figured::tests
