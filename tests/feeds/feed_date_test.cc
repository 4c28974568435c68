#include "feeds/feed_date.h"

#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

struct DateCase {
  std::string name;
  std::string text;
  std::string utc;  // "" = no date
};

class FeedDateTest : public testing::TestWithParam<DateCase> {};

TEST_P(FeedDateTest, Reads) {
  const auto date = parse_feed_date(GetParam().text);
  EXPECT_EQ(date ? format_feed_date(*date) : "", GetParam().utc) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Rfc822, FeedDateTest,
    testing::Values(
        DateCase{"Plain", "Sat, 07 Sep 2002 09:42:31 GMT", "2002-09-07T09:42:31Z"},
        DateCase{"Offset", "Sat, 07 Sep 2002 09:42:31 +0530", "2002-09-07T04:12:31Z"},
        DateCase{"WestOffset", "Sat, 07 Sep 2002 23:42:31 -0300", "2002-09-08T02:42:31Z"},
        DateCase{"ColonInOffset", "Sat, 07 Sep 2002 09:42:31 +02:00", "2002-09-07T07:42:31Z"},
        DateCase{"NoDayName", "7 Sep 2002 09:42 EST", "2002-09-07T14:42:00Z"},
        DateCase{"TwoDigitYear", "07 Sep 02 09:42:31 GMT", "2002-09-07T09:42:31Z"},
        DateCase{"OldTwoDigitYear", "07 Sep 99 09:42:31 GMT", "1999-09-07T09:42:31Z"},
        DateCase{"FullMonth", "7 September 2002 09:42:31 GMT", "2002-09-07T09:42:31Z"},
        DateCase{"WrongDayName", "Mon, 07 Sep 2002 09:42:31 GMT", "2002-09-07T09:42:31Z"},
        DateCase{"NoZone", "Sat, 07 Sep 2002 09:42:31", "2002-09-07T09:42:31Z"},
        DateCase{"NoTime", "Sat, 07 Sep 2002", "2002-09-07T00:00:00Z"},
        DateCase{"HalfOfTheDay", "Sat, 07 Sep 2002 09:42:31 PM", "2002-09-07T21:42:31Z"},
        DateCase{"OffsetAndName", "Sat, 07 Sep 2002 09:42:31 +0200 (CEST)", "2002-09-07T07:42:31Z"},
        DateCase{"MonthFirst", "September 7, 2002 9:42 PM EDT", "2002-09-08T01:42:00Z"},
        DateCase{"Midnight12AM", "7 Sep 2002 12:05 am GMT", "2002-09-07T00:05:00Z"},
        DateCase{"Asctime", "Sat Sep  7 09:42:31 2002", "2002-09-07T09:42:31Z"},
        DateCase{"AsctimeOfMarch", "Tue Mar  5 09:42:31 2002", "2002-03-05T09:42:31Z"},
        DateCase{"UnixDate", "Sat Sep 7 09:42:31 CEST 2002", "2002-09-07T07:42:31Z"},
        DateCase{"Dashes", "Saturday, 07-Sep-02 09:42:31 GMT", "2002-09-07T09:42:31Z"},
        DateCase{"Comment", "Sat (rain), 7 Sep (\\) still) 2002 09:42:31 +0000 (UTC)",
                 "2002-09-07T09:42:31Z"},
        DateCase{"Ordinal", "September 7th, 2002 09:42:31 GMT", "2002-09-07T09:42:31Z"},
        DateCase{"TSetOffByBlanks", "2002-09-07 T 09:42:31+02:00", "2002-09-07T07:42:31Z"},
        DateCase{"TAfterABlank", "2002-09-07 T09:42:31Z", "2002-09-07T09:42:31Z"},
        DateCase{"GmtPlus", "Sat, 07 Sep 2002 09:42:31 GMT+2", "2002-09-07T07:42:31Z"},
        DateCase{"MilitaryZoneMeansNothing", "Sat, 07 Sep 2002 09:42:31 K", "2002-09-07T09:42:31Z"},
        DateCase{"SummerTime", "Sat, 07 Sep 2002 09:42:31 BST", "2002-09-07T08:42:31Z"},
        DateCase{"India", "Sat, 07 Sep 2002 09:42:31 IST", "2002-09-07T04:12:31Z"},
        DateCase{"UnknownZone", "Sat, 07 Sep 2002 09:42:31 XYZT", ""},
        DateCase{"LeapSecond", "Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00Z"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Languages, FeedDateTest,
    testing::Values(
        DateCase{"German", "Do, 05 Dez 2019 10:00:00 +0100", "2019-12-05T09:00:00Z"},
        DateCase{"GermanLong", "5. März 2019 10:00", "2019-03-05T10:00:00Z"},
        DateCase{"French", "mar., 05 févr. 2019 10:00:00 GMT", "2019-02-05T10:00:00Z"},
        DateCase{"FrenchTuesdayInMarch", "mar. 5 mars 2019 10:00", "2019-03-05T10:00:00Z"},
        DateCase{"FrenchJuly", "5 juillet 2019 10:00", "2019-07-05T10:00:00Z"},
        DateCase{"FrenchJune", "5 juin 2019 10:00", "2019-06-05T10:00:00Z"},
        DateCase{"Portuguese", "Seg, 05 Set 2016 10:00:00 -0300", "2016-09-05T13:00:00Z"},
        DateCase{"Spanish", "5 de enero de 2019 10:00", "2019-01-05T10:00:00Z"},
        DateCase{"Polish", "5 listopada 2019 10:00", "2019-11-05T10:00:00Z"},
        DateCase{"Russian", "5 июня 2019 10:00", "2019-06-05T10:00:00Z"},
        DateCase{"Greek", "Κυρ, 11 Ιούλ 2004 10:00:00 EEST", "2004-07-11T07:00:00Z"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Iso8601, FeedDateTest,
    testing::Values(DateCase{"Zulu", "2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z"},
                    DateCase{"Offset", "2003-12-31T10:14:55+08:00", "2003-12-31T02:14:55Z"},
                    DateCase{"PackedOffset", "2003-12-31T10:14:55-0800", "2003-12-31T18:14:55Z"},
                    DateCase{"Fraction", "2003-12-31T10:14:55.999Z", "2003-12-31T10:14:55Z"},
                    DateCase{"NoSeconds", "2003-12-31T10:14+00:00", "2003-12-31T10:14:00Z"},
                    DateCase{"BlankForT", "2003-12-31 10:14:55", "2003-12-31T10:14:55Z"},
                    DateCase{"BlankBeforeZone", "2003-12-31 10:14:55 -0500",
                             "2003-12-31T15:14:55Z"},
                    DateCase{"NamedZone", "2003-12-31 10:14:55 UTC", "2003-12-31T10:14:55Z"},
                    DateCase{"DateOnly", "2003-12-31", "2003-12-31T00:00:00Z"},
                    DateCase{"MonthOnly", "2003-12", "2003-12-01T00:00:00Z"},
                    DateCase{"YearOnly", "2003", "2003-01-01T00:00:00Z"},
                    DateCase{"Packed", "20031231", "2003-12-31T00:00:00Z"},
                    DateCase{"PackedTime", "20031231T101455Z", "2003-12-31T10:14:55Z"},
                    DateCase{"PackedWithoutT", "20031231101455", "2003-12-31T10:14:55Z"},
                    DateCase{"DayOfYear", "2003-335", "2003-12-01T00:00:00Z"},
                    DateCase{"Slashes", "2003/1/5 10:14:55", "2003-01-05T10:14:55Z"},
                    DateCase{"EndOfDay24", "2003-12-31T24:00:00Z", "2004-01-01T00:00:00Z"},
                    DateCase{"LeapDay", "2004-02-29T00:00:00Z", "2004-02-29T00:00:00Z"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Others, FeedDateTest,
    testing::Values(DateCase{"UnixSeconds", "1072865695", "2003-12-31T10:14:55Z"},
                    DateCase{"UnixMilliseconds", "1072865695000", "2003-12-31T10:14:55Z"},
                    DateCase{"DayFirst", "31/12/2003 10:14:55", "2003-12-31T10:14:55Z"},
                    DateCase{"MonthFirst", "12/31/2003 10:14:55", "2003-12-31T10:14:55Z"},
                    DateCase{"GermanDots", "31.12.2003 10:14", "2003-12-31T10:14:00Z"},
                    DateCase{"BothTheSame", "05/05/2003", "2003-05-05T00:00:00Z"},
                    DateCase{"Surrounded", "  2003-12-31T10:14:55Z\n", "2003-12-31T10:14:55Z"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NoDates, FeedDateTest,
    testing::Values(DateCase{"Empty", "", ""}, DateCase{"Blank", "   ", ""},
                    DateCase{"Words", "just now", ""}, DateCase{"Ambiguous", "03/04/2021", ""},
                    DateCase{"YearIsShort", "18/01/30 00:00", ""},
                    DateCase{"NoSuchDay", "2003-02-30T00:00:00Z", ""},
                    DateCase{"NoLeapDay", "29 Feb 2003 00:00:00 GMT", ""},
                    DateCase{"NoSuchMonth", "2003-13-01", ""},
                    DateCase{"NoSuchHour", "2003-12-31T25:00:00Z", ""},
                    DateCase{"NoSuchMinute", "Sat, 07 Sep 2002 09:61:31 GMT", ""},
                    DateCase{"NoSuchOffset", "Sat, 07 Sep 2002 09:42:31 +9999", ""},
                    DateCase{"TwoYears", "7 Sep 2002 2003 09:42 GMT", ""},
                    DateCase{"NoYear", "7 Sep 09:42 GMT", ""},
                    DateCase{"Long", std::string(5000, '1'), ""}),
    [](const auto& test) { return test.param.name; });

struct ZoneCase {
  std::string name;
  std::string text;
  bool given;
};

class FeedDateZoneTest : public testing::TestWithParam<ZoneCase> {};

TEST_P(FeedDateZoneTest, IsToldFromAnAssumedOne) {
  const auto date = read_feed_date(GetParam().text);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->zone, GetParam().given ? DateZone::kGiven : DateZone::kAssumed);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, FeedDateZoneTest,
    testing::Values(ZoneCase{"Name", "Sat, 07 Sep 2002 09:42:31 GMT", true},
                    ZoneCase{"Offset", "Sat, 07 Sep 2002 09:42:31 +0000", true},
                    ZoneCase{"Zulu", "2003-12-31T10:14:55Z", true},
                    ZoneCase{"IsoOffset", "2003-12-31T10:14:55+02:00", true},
                    ZoneCase{"UnixSeconds", "1072865695", true},
                    ZoneCase{"WordsWithout", "Sat, 07 Sep 2002 09:42:31", false},
                    ZoneCase{"IsoWithout", "2003-12-31T10:14:55", false},
                    ZoneCase{"DayAlone", "2003-12-31", false},
                    ZoneCase{"SlashesWithout", "31/12/2003 10:14:55", false},
                    ZoneCase{"OddWordsWithout", "7 September 2002, 9:42 pm", false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
