#include "claims/sameness/name_statistics.h"

#include <gtest/gtest.h>

#include <string>

namespace figured::claims {
namespace {

void add(NameStatistics& statistics, int articles, const std::string& text) {
  for (int i = 0; i < articles; ++i)
    statistics.add({.title = "", .text = text, .outlet = "", .published = {}});
}

TEST(NameStatistics, CountsArticlesOfTenThousand) {
  NameStatistics statistics;
  add(statistics, 3, "The mayor met Ana Velmont twice; Velmont smiled.");
  add(statistics, 1, "The mayor met Jorv Velmont.");
  statistics.end_collection();
  EXPECT_EQ(statistics.format(), "10000\tvelmont\n7500\tana\n2500\tjorv\n");
}

TEST(NameStatistics, AWordIsAsUsualAsWhereItIsMostUsual) {
  NameStatistics statistics;
  add(statistics, 1, "The clerk met Velmont.");
  add(statistics, 3, "The clerk met Lindt.");
  statistics.end_collection();
  add(statistics, 1, "The broker met Velmont.");
  add(statistics, 1, "The broker met Lindt.");
  statistics.end_collection();
  EXPECT_EQ(statistics.format(), "7500\tlindt\n5000\tvelmont\n");
}

TEST(NameStatistics, APeopleIsItsCountry) {
  NameStatistics statistics;
  add(statistics, 1, "The clerk met a Russian.");
  add(statistics, 1, "The clerk went to the United States.");
  add(statistics, 1, "The clerk went to Russia as an American.");
  statistics.end_collection();
  EXPECT_EQ(statistics.format(), "6667\tRussia\n3333\tUnited_States states united\n");
}

TEST(NameStatistics, WhatIsRareOrHasDigitsIsLeftOut) {
  NameStatistics statistics;
  add(statistics, 1, "The clerk met Lindt on the Orsk5 road.");
  add(statistics, 999, "The clerk met Velmont.");
  statistics.end_collection();
  EXPECT_EQ(statistics.format(), "9990\tvelmont\n");
  NameStatistics nothing;
  nothing.end_collection();
  EXPECT_EQ(nothing.format(), "");
}

}  // namespace
}  // namespace figured::claims
