#include "feeds/poll_hints.h"

#include <gtest/gtest.h>

#include "feeds/parser.h"

namespace figured::feeds {
namespace {

using namespace std::chrono_literals;

PollHints hints_of(const std::string& channel) {
  const std::string rss =
      "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
      "<title>Quay</title>" +
      channel + "</channel></rss>";
  return poll_hints(parse_feed(rss, {}).value());
}

struct HintsCase {
  std::string name;
  std::string channel;
  PollHints hints;
};

class PollHintsTest : public testing::TestWithParam<HintsCase> {};

TEST_P(PollHintsTest, Reads) {
  const PollHints hints = hints_of(GetParam().channel);
  EXPECT_EQ(hints.ttl, GetParam().hints.ttl);
  EXPECT_EQ(hints.update_period, GetParam().hints.update_period);
  EXPECT_EQ(hints.skip_hours, GetParam().hints.skip_hours);
  EXPECT_EQ(hints.skip_days, GetParam().hints.skip_days);
}

std::string hours(int first, int last) {
  std::string text = "<skipHours>";
  for (int hour = first; hour <= last; ++hour) text += "<hour>" + std::to_string(hour) + "</hour>";
  return text + "</skipHours>";
}

constexpr char kWeek[] =
    "<skipDays><day>Monday</day><day>Tuesday</day><day>Wednesday</day><day>Thursday</day>"
    "<day>Friday</day><day>Saturday</day><day>Sunday</day></skipDays>";

INSTANTIATE_TEST_SUITE_P(
    Cases, PollHintsTest,
    testing::Values(
        HintsCase{"Nothing", "", {}}, HintsCase{"Ttl", "<ttl> 90 </ttl>", {.ttl = 90min}},
        HintsCase{"TtlIsNoNumber", "<ttl>soon</ttl>", {}},
        HintsCase{"TtlOfAgesIsCut", "<ttl>99999999</ttl>", {.ttl = 24h * 31}},
        HintsCase{"Hourly", "<sy:updatePeriod>hourly</sy:updatePeriod>", {.update_period = 1h}},
        HintsCase{"FourADay",
                  "<sy:updatePeriod>\n daily </sy:updatePeriod>"
                  "<sy:updateFrequency>4</sy:updateFrequency>",
                  {.update_period = 6h}},
        HintsCase{
            "FrequencyAlone", "<sy:updateFrequency>2</sy:updateFrequency>", {.update_period = 12h}},
        HintsCase{"FrequencyOfNone",
                  "<sy:updatePeriod>hourly</sy:updatePeriod>"
                  "<sy:updateFrequency>0</sy:updateFrequency>",
                  {.update_period = 1h}},
        HintsCase{"UnknownPeriod", "<sy:updatePeriod>often</sy:updatePeriod>", {}},
        HintsCase{"SkipHours", hours(1, 3), {.skip_hours = 0b1110}},
        HintsCase{"MidnightAs24", hours(24, 24), {.skip_hours = 1}},
        HintsCase{"NoSuchHour", hours(25, 31), {}},
        HintsCase{"EveryHourIsAMistake", hours(0, 23), {}},
        HintsCase{"SkipDays",
                  "<skipDays><day>Saturday</day><day> sunday</day></skipDays>",
                  {.skip_days = 0b1000001}},
        HintsCase{"EveryDayIsAMistake", kWeek, {}}),
    [](const auto& test) { return test.param.name; });

struct PageCase {
  std::string name;
  std::string document;
  std::string older_page;
};

class OlderPageTest : public testing::TestWithParam<PageCase> {};

TEST_P(OlderPageTest, IsFound) {
  const HttpMeta meta{.url = "https://a.example/feed"};
  EXPECT_EQ(parse_feed(GetParam().document, meta).value().older_page, GetParam().older_page);
}

const std::string kAtom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Quay</title>";

INSTANTIATE_TEST_SUITE_P(
    Cases, OlderPageTest,
    testing::Values(
        PageCase{"None", kAtom + "</feed>", ""},
        PageCase{"Next", kAtom + "<link rel='next' href='?page=2'/></feed>",
                 "https://a.example/feed?page=2"},
        PageCase{
            "ArchiveGoesBeforeNext",
            kAtom + "<link rel='prev-archive' href='/2026/02'/><link rel='next' href='/x'/></feed>",
            "https://a.example/2026/02"},
        PageCase{"InRss",
                 "<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel>"
                 "<atom:link rel='next' href='/p2'/></channel></rss>",
                 "https://a.example/p2"},
        PageCase{"InJson",
                 R"({"version":"https://jsonfeed.org/version/1.1","items":[],"next_url":"/p2"})",
                 "https://a.example/p2"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
