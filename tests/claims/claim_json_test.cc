#include "claims/claim_json.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

TEST(ClaimJson, OpenEndsAndUnknownsAreNull) {
  const auto json = format_claim(told("Coast Daily", "More than 6,000 people were killed."));
  const auto& figure = json.at("figure").as_object();
  EXPECT_EQ(figure.at("low").as_int64(), 6000);
  EXPECT_TRUE(figure.at("high").is_null());
  EXPECT_EQ(figure.at("bound").as_string(), ">");
  EXPECT_EQ(figure.at("surface").as_string(), "More than 6,000");
  EXPECT_TRUE(json.at("speaker").is_null());
  EXPECT_TRUE(json.at("place").is_null());
  EXPECT_EQ(json.at("measure").as_string(), "people.killed");
  EXPECT_EQ(json.at("outlet").as_string(), "Coast Daily");
  EXPECT_EQ(json.at("published").as_string(), "2026-11-20T00:00:00Z");
  EXPECT_EQ(json.at("field").as_string(), "text");
}

TEST(ClaimJson, FractionsKeepTheirPoint) {
  EXPECT_EQ(
      boost::json::serialize(format_figure(read_quantities("3.5 tonnes").at(0).figure)),
      R"({"low":3.5E0,"high":3.5E0,"bound":"=","unit":"tonne","grain":1E-1,"surface":"3.5 tonnes"})");
}

TEST(ClaimJson, TimesAreUtc) { EXPECT_EQ(format_time(day(2026, 11, 22)), "2026-11-22T00:00:00Z"); }

}  // namespace
}  // namespace figured::claims
