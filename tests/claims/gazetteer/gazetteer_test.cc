#include "claims/gazetteer/gazetteer.h"

#include <gtest/gtest.h>

#include "claims/gazetteer/place_key.h"

namespace figured::claims {
namespace {

struct KeyCase {
  std::string name;
  std::string written;
  std::string key;
};

class PlaceKeyTest : public testing::TestWithParam<KeyCase> {};

TEST_P(PlaceKeyTest, IsPlain) { EXPECT_EQ(place_key(GetParam().written), GetParam().key); }

INSTANTIATE_TEST_SUITE_P(Cases, PlaceKeyTest,
                         testing::Values(KeyCase{"Case", "Kabul", "kabul"},
                                         KeyCase{"FullStops", "U.S.", "us"},
                                         KeyCase{"Hyphens", "Port-au-Prince", "port au prince"},
                                         KeyCase{"Accents", "Bogotá", "bogota"},
                                         KeyCase{"Tilde", "São Paulo", "sao paulo"},
                                         KeyCase{"Macron", "Kandahār", "kandahar"},
                                         KeyCase{"TwoMarks", "Hà Nội", "ha noi"},
                                         KeyCase{"Apostrophe", "N'Djamena", "ndjamena"},
                                         KeyCase{"CurlyApostrophe", "N’Djamena", "ndjamena"},
                                         KeyCase{"OtherScript", "Киев", "Киев"},
                                         KeyCase{"CutOff", "S\xc3", "s\xc3"}),
                         [](const auto& test) { return test.param.name; });

struct CanonicalCase {
  std::string name;
  std::string written;
  std::string canonical;
};

class CanonicalTest : public testing::TestWithParam<CanonicalCase> {};

TEST_P(CanonicalTest, IsOneName) {
  EXPECT_EQ(Gazetteer::world().canonical(GetParam().written), GetParam().canonical);
}

INSTANTIATE_TEST_SUITE_P(Cases, CanonicalTest,
                         testing::Values(CanonicalCase{"Initials", "U.S.", "United States"},
                                         CanonicalCase{"ShortName", "UK", "Britain"},
                                         CanonicalCase{"LongName", "United Kingdom", "Britain"},
                                         CanonicalCase{"Official", "Islamic Republic of Pakistan",
                                                       "Pakistan"},
                                         CanonicalCase{"OldName", "Burma", "Myanmar"},
                                         CanonicalCase{"Demonym", "Burmese", "Myanmar"},
                                         CanonicalCase{"PluralDemonym", "Filipinos", "Philippines"},
                                         CanonicalCase{"Territory", "Bermudian", "Bermuda"},
                                         CanonicalCase{"OtherSpelling", "Kiev", "Kyiv"},
                                         CanonicalCase{"OldCity", "Bombay", "Mumbai"},
                                         CanonicalCase{"WithoutAccent", "Bogota", "Bogotá"},
                                         CanonicalCase{"State", "Calif.", "California"},
                                         CanonicalCase{"Capital", "Kabul", "Kabul"},
                                         CanonicalCase{"CapitalAsItsProvince", "Kābul", "Kabul"},
                                         CanonicalCase{"OtherCapital", "Pyongyang", "Pyongyang"},
                                         CanonicalCase{"Party", "GOP", "Republicans"},
                                         CanonicalCase{"Unknown", "Orsk Hollow", "Orsk Hollow"}),
                         [](const auto& test) { return test.param.name; });

struct ContainsCase {
  std::string name;
  std::string wide;
  std::string narrow;
  bool contains;
};

class ContainsTest : public testing::TestWithParam<ContainsCase> {};

TEST_P(ContainsTest, FollowsTheChain) {
  EXPECT_EQ(Gazetteer::world().contains(GetParam().wide, GetParam().narrow), GetParam().contains);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, ContainsTest,
    testing::Values(ContainsCase{"CityOfCountry", "Iraq", "Mosul", true},
                    ContainsCase{"CityOfState", "Texas", "Dallas", true},
                    ContainsCase{"CityOfCountryOverState", "United States", "Dallas", true},
                    ContainsCase{"CityOfContinent", "Asia", "Kabul", true},
                    ContainsCase{"CountryOfRegion", "Middle East", "Iraq", true},
                    ContainsCase{"Itself", "Peru", "Peru", true},
                    ContainsCase{"ByAlias", "U.S.", "Calif.", true},
                    ContainsCase{"LandOfTwo", "India", "Kashmir", true},
                    ContainsCase{"LandOfTheOther", "Pakistan", "Kashmir", true},
                    ContainsCase{"NationOfKingdom", "Britain", "Scotland", true},
                    ContainsCase{"Territory", "United States", "Puerto Rico", true},
                    ContainsCase{"SeatOfPower", "Russia", "Kremlin", true},
                    ContainsCase{"Parliament", "Germany", "Bundestag", true},
                    ContainsCase{"PartyOfACountry", "United States", "GOP", true},
                    ContainsCase{"PartyOfAnother", "Germany", "GOP", false},
                    ContainsCase{"NotUpwards", "Mosul", "Iraq", false},
                    ContainsCase{"OtherCountry", "Iran", "Mosul", false},
                    ContainsCase{"Unknown", "Iraq", "Orsk Hollow", false}),
    [](const auto& test) { return test.param.name; });

TEST(Gazetteer, TellsCountries) {
  const Gazetteer& world = Gazetteer::world();
  EXPECT_EQ(world.country_of(world.best("Mosul")), world.best("Iraq"));
  EXPECT_EQ(world.country_of(world.best("Iraq")), world.best("Iraq"));
  EXPECT_EQ(world.country_of(world.best("Red Sea")), kNoPlace);
  EXPECT_EQ(world.country_of(kNoPlace), kNoPlace);
}

TEST(Gazetteer, KnowsHowLongANameMayBe) {
  EXPECT_GE(Gazetteer::world().find("new").longest, 3);  // New South Wales
  EXPECT_TRUE(Gazetteer::world().find("zzz").names.empty());
}

TEST(Gazetteer, DoubtsNamesThatMeanSomethingElse) {
  const auto traits = [](std::string_view key) {
    return Gazetteer::world().find(key).names.front().traits;
  };
  EXPECT_TRUE(traits("most") & kCommonWord);
  EXPECT_TRUE(traits("lincoln") & kPersonName);
  EXPECT_TRUE(traits("tx") & kAbbreviation);
  EXPECT_TRUE(traits("afghan") & kDemonym);
  EXPECT_EQ(traits("kabul"), 0);
}

}  // namespace
}  // namespace figured::claims
