#include "claims/verdicts/identity_doubt.h"

#include <gtest/gtest.h>

#include <sstream>

#include "claims/verdicts/matcher.h"
#include "tests/claims/figures/figure_words.h"
#include "tests/claims/made_claims.h"

namespace figured::claims {
namespace {

TimeSpan on(unsigned date) {
  return {day(2026, 11, date), day(2026, 11, date + 1) - std::chrono::seconds(1)};
}

// "subject=Velmont Inc;place=Lind;scope=part;day=18;days later=3;undated;other names=12"
void change(SourcedClaim& sourced, std::string_view words) {
  std::istringstream parts{std::string(words)};
  for (std::string part; std::getline(parts, part, ';');) {
    const std::size_t equals = part.find('=');
    const std::string key = part.substr(0, equals);
    const std::string value = equals == std::string::npos ? "" : part.substr(equals + 1);
    Claim& claim = sourced.claim;
    if (key == "subject")
      claim.subject = value;
    else if (key == "speaker")
      claim.speaker = value;
    else if (key == "place")
      claim.place = value;
    else if (key == "setting")
      claim.setting = value;
    else if (key == "noun")
      claim.noun = value;
    else if (key == "scope")
      claim.scope = {value};
    else if (key == "modality")
      claim.modality = parse_modality(value).value();
    else if (key == "confidence")
      claim.confidence = std::stod(value);
    else if (key == "beside")  // of the same kind each time
      claim.companions = {{1, told_range(made_figure(value)), value_range(made_figure(value))}};
    else if (key == "rivals")
      claim.rivals = made_rivals(value);
    else if (key == "day")
      claim.event_time = on(static_cast<unsigned>(std::stoul(value)));
    else if (key == "days")
      claim.event_time = {on(1).from, on(static_cast<unsigned>(std::stoul(value))).to};
    else if (key == "as of")
      claim.as_of = day(2026, 11, static_cast<unsigned>(std::stoul(value)));
    else if (key == "figure")
      claim.figure = made_figure(value);
    else if (key == "days later")
      *sourced.published += std::chrono::days(std::stoi(value));
    else if (key == "undated")
      sourced.published.reset();
    else if (key == "names")
      sourced.names.resize(std::stoul(value));
    else if (key == "other names") {
      for (std::size_t i = 0; i < std::stoul(value); ++i) sourced.names[19 - i] += 100;
    } else {
      FAIL() << part;
    }
  }
}

struct DoubtRow {
  std::string_view name;
  std::string measure;
  std::string_view a;
  std::string_view b;
  std::string_view doubt;
};

class IdentityDoubtTest : public testing::TestWithParam<DoubtRow> {};

TEST_P(IdentityDoubtTest, SaysWhatIsLeftOpen) {
  const DoubtRow& row = GetParam();
  SourcedClaim a = made_claim("Coast Daily", row.measure, "42");
  SourcedClaim b = made_claim("North Wire", row.measure, "31");
  change(a, row.a);
  change(b, row.b);
  EXPECT_EQ(doubt_identity(a, b, compare_claims(a, b).features, 0), row.doubt);
}

constexpr std::string_view kThings = "they may count different things";
constexpr std::string_view kPart = "one may be a part of the other";
constexpr std::string_view kTimes = "they may be of different times";
constexpr std::string_view kPeriod = "the words do not tell of which time each is";
constexpr std::string_view kStance = "one is no plain statement";
constexpr std::string_view kOwners = "they may be of different owners";
constexpr std::string_view kPlaces = "they may be of different places";
constexpr std::string_view kEvents = "the articles may tell of different events";

INSTANTIATE_TEST_SUITE_P(
    Tests, IdentityDoubtTest,
    testing::Values(
        DoubtRow{"None", "people.killed", "", "", ""},
        DoubtRow{"HardlyRead", "people.killed", "confidence=0.3", "",
                 "the words hardly tell what is counted"},
        DoubtRow{"OtherStuff", "mass.produced", "noun=zinc", "noun=fertilizer", kThings},
        DoubtRow{"FromNowhere", "length.distance", "scope=from:", "scope=from:", kThings},
        DoubtRow{"Part", "people.killed", "scope=part", "", kPart},
        DoubtRow{"SameRestriction", "people.killed", "scope=of:child", "scope=of:child", ""},
        DoubtRow{"OtherSite", "people.killed", "scope=at:airport", "scope=at:station", kPart},
        DoubtRow{"OtherRateInCompany", "people.arrested", "scope=per:day;beside=300", "beside=300",
                 kPart},
        DoubtRow{"ArrestsOfOtherNights", "people.arrested", "", "days later=2", kTimes},
        DoubtRow{"ArrestsOfOneNight", "people.arrested", "", "days later=1", ""},
        DoubtRow{"ArrestsOfANamedNight", "people.arrested", "day=17", "day=17;days later=2", ""},
        DoubtRow{"DeadOfOtherNights", "people.killed", "", "days later=2", ""},
        DoubtRow{"OtherDay", "people.killed", "day=17", "day=19", kTimes},
        DoubtRow{"OneDay", "people.killed", "day=17", "day=17", ""},
        DoubtRow{"LongAgo", "people.killed", "day=17;days later=90", "", kTimes},
        DoubtRow{"LongAgoOfOneMonth", "people.killed", "day=17;days later=90",
                 "day=17;days later=90", ""},
        DoubtRow{"LongAgoOfOtherStretches", "people.killed", "day=2;days later=90",
                 "days=18;days later=90", kTimes},
        DoubtRow{"LongAgoInOtherPlaces", "people.killed", "day=17;days later=90;scope=at:province",
                 "day=17;days later=90", kPart},
        DoubtRow{"InCompany", "people.killed", "scope=part;beside=300", "beside=300", ""},
        DoubtRow{"InOtherCompany", "people.killed", "scope=part;beside=300", "beside=301", kPart},
        DoubtRow{"InCompanyOfOtherDays", "people.killed", "scope=part;beside=300",
                 "beside=300;days later=3", kPart},
        DoubtRow{"RecordsInCompany", "game.won", "beside=47", "beside=47", ""},
        DoubtRow{"RecordsAlone", "game.won", "", "", kPeriod},
        DoubtRow{"LootIsOfTheEvent", "money.stolen_money", "", "", ""},
        DoubtRow{"AmountsNeedATime", "money.raised", "subject=Velmont", "subject=Velmont", kPeriod},
        DoubtRow{"AmountsOfOneTime", "money.raised", "subject=Velmont;day=17",
                 "subject=Velmont Inc;day=17", ""},
        DoubtRow{"AmountsOfLikeStretches", "money.raised", "subject=Velmont;days=18",
                 "subject=Velmont;days=14", ""},
        DoubtRow{"AmountsOfOtherStretches", "money.raised", "subject=Velmont;days=18",
                 "subject=Velmont;days=4", kPeriod},
        DoubtRow{"SharesNeedATime", "count.voter", "figure=0.25", "figure=0.5", kPeriod},
        DoubtRow{"PointsNeedATime", "count.point", "subject=Ruiz", "subject=Ruiz", kPeriod},
        DoubtRow{"WeaponsNeedNone", "weapon.fired", "", "", ""},
        DoubtRow{"ChangesNeedATime", "people.killed", "scope=change", "scope=change", kPeriod},
        DoubtRow{"Possible", "people.killed", "modality=possible", "", kStance},
        DoubtRow{"Estimates", "people.killed", "modality=estimate", "", ""},
        DoubtRow{"OtherOwner", "money.raised", "subject=Velmont;day=17", "subject=Harbour;day=17",
                 kOwners},
        DoubtRow{"NoOwner", "money.raised", "day=17", "day=17", kOwners},
        DoubtRow{"LegalFormsAreNoNames", "money.raised", "subject=Inc;day=17",
                 "subject=Velmont;day=17", kOwners},
        DoubtRow{"OwnersShareAWord", "money.raised", "subject=Velmont Motors;day=17",
                 "subject=Harbour Motors;day=17", kOwners},
        DoubtRow{"AgesNeedOnePerson", "age", "subject=Ruiz", "", kOwners},
        DoubtRow{"ChildrenNeedOneParent", "child.offspring", "subject=Ruiz", "", kOwners},
        DoubtRow{"ChildrenOfOneParent", "child.offspring", "subject=Ana Ruiz", "subject=Ana Ruiz",
                 ""},
        DoubtRow{"TheDeadAreNobodys", "people.killed", "subject=Army", "subject=Rebels", ""},
        DoubtRow{"DelegatesAreSomebodys", "people.delegates", "day=17", "day=17", kOwners},
        DoubtRow{"DelegatesNeeded", "people.needed", "noun=delegates;day=17",
                 "noun=delegates;day=17", kOwners},
        DoubtRow{"HelpIsNeededByAll", "people.needed", "noun=people", "noun=people", ""},
        DoubtRow{"YardsAreSomebodys", "length.rushed", "day=17", "day=17", kOwners},
        DoubtRow{"ThingsAreSomebodys", "count.page", "", "", kOwners},
        DoubtRow{"ThingsOfOne", "count.page", "subject=Velmont", "subject=Velmont", ""},
        DoubtRow{"UnknownThings", "count.takeaway", "", "", kOwners},
        DoubtRow{"FilmsNeedNoTime", "duration.video", "subject=Ruiz", "subject=Ruiz", ""},
        DoubtRow{"FilmsOfAnybody", "duration.video", "", "", kOwners},
        DoubtRow{"JourneysNeedATime", "duration.journey", "subject=Ruiz", "subject=Ruiz", kPeriod},
        DoubtRow{"CountriesAreNobodys", "count.country", "", "", ""},
        DoubtRow{"OtherPlace", "people.killed", "place=Lind", "", kPlaces},
        DoubtRow{"PlaceWithin", "people.killed", "place=Mosul", "place=Iraq", ""},
        DoubtRow{"CountsNeedOnePlace", "count.boat", "place=", "place=", kPlaces},
        DoubtRow{"CountsOfOnePlace", "count.boat", "", "", ""},
        DoubtRow{"ShocksNeedTheirPlace", "magnitude", "place=", "place=", kPlaces},
        DoubtRow{"FewNamesNoPlace", "people.killed", "place=;other names=18", "place=", kPlaces},
        DoubtRow{"FewNames", "people.killed", "other names=19", "", kEvents},
        DoubtRow{"TwoNamesOfOneDay", "people.killed", "names=2", "names=2", ""},
        DoubtRow{"OneNameDaysApart", "people.killed", "other names=19", "days later=5", kEvents},
        DoubtRow{"TwoNamesDaysApart", "people.killed", "names=2", "names=2;days later=5", ""},
        DoubtRow{"AmountsOfFewNames", "money.raised", "other names=17;subject=Velmont;day=17",
                 "subject=Velmont;day=17", kEvents},
        DoubtRow{"WeeksApartOfFewNames", "people.killed", "place=Lyon;days later=12;other names=17",
                 "place=Lyon", kEvents},
        DoubtRow{"WeeksApartInOneTown", "people.killed", "place=Lyon;days later=12", "place=Lyon",
                 ""},
        DoubtRow{"WeeksApartInACountry", "people.killed", "place=Peru;days later=12", "place=Peru",
                 kEvents},
        DoubtRow{"WeeksApartOfOneOwner", "times.married", "subject=Ruiz;days later=12",
                 "subject=Ruiz", ""},
        DoubtRow{"AgesWeeksApart", "age", "subject=Ruiz;days later=12", "subject=Ruiz", kEvents},
        DoubtRow{"DaysApart", "people.killed", "days later=8", "", ""},
        DoubtRow{"OneUndated", "people.killed", "undated;other names=15", "", kEvents},
        DoubtRow{"OneUndatedOfTheSameNames", "people.killed", "undated", "", ""},
        DoubtRow{"BothUndated", "people.killed", "undated;other names=16", "undated", kEvents},
        DoubtRow{"BothUndatedOfOneStory", "people.killed", "undated;other names=15", "undated", ""},
        DoubtRow{"UndatedAges", "age", "undated;subject=Ruiz", "undated;subject=Ruiz", kEvents},
        DoubtRow{"ToldApart", "people.killed", "rivals=31 31", "",
                 "an article gives both values, and tells them apart"},
        DoubtRow{"AnotherAccount", "people.killed", "rivals=40 40", "figure=40", ""},
        DoubtRow{"CasesToCome", "people.infected", "as of=28;modality=estimate", "", kStance},
        DoubtRow{"GuessedPlaces", "address.block_number", "place=;setting=Lyon;subject=Elm Street",
                 "place=;setting=Lille;subject=Elm Street", ""},
        DoubtRow{"GuessedPlacesOfFewNames", "address.block_number",
                 "place=;setting=Lyon;subject=Elm Street;other names=17",
                 "place=;setting=Lille;subject=Elm Street", kPlaces},
        DoubtRow{"CountsInGuessedPlaces", "count.boat", "place=;setting=Lyon",
                 "place=;setting=Lille", kPlaces}),
    [](const auto& test) { return std::string(test.param.name); });

// Reports of one day that name one town in much the same words need fewer names.
TEST(IdentityDoubt, OneTownMakesUpForAName) {
  SourcedClaim a = made_claim("Coast Daily", "people.killed", "42");
  SourcedClaim b = made_claim("North Wire", "people.killed", "31");
  change(a, "place=Lyon");
  change(b, "place=Lyon;other names=19");
  const PairFeatures features = compare_claims(a, b).features;
  EXPECT_EQ(doubt_identity(a, b, features, 0.2), kEvents);
  EXPECT_EQ(doubt_identity(a, b, features, 0.5), "");
  change(b, "days later=4");
  EXPECT_EQ(doubt_identity(a, b, compare_claims(a, b).features, 0.5), kEvents);
}

TEST(IdentityDoubt, LikelyClaimsMayDifferInOneWord) {
  SourcedClaim a = made_claim("Coast Daily", "people.killed", "42");
  SourcedClaim b = made_claim("North Wire", "people.killed", "31");
  a.claim.scope = {"part"};
  const PairFeatures features = compare_claims(a, b).features;
  EXPECT_EQ(doubt_identity(a, b, features, 0.05), kPart);
  EXPECT_EQ(doubt_identity(a, b, features, 0.5), "");
}

}  // namespace
}  // namespace figured::claims
