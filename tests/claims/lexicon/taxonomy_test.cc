#include "claims/lexicon/taxonomy.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "claims/lexicon/lexicon.h"

namespace figured::claims {

void PrintTo(MeasureRelation relation, std::ostream* out) {
  static constexpr const char* kNames[] = {"equal", "ancestor", "sibling", "unrelated"};
  *out << kNames[static_cast<int>(relation)];
}

namespace {

using enum MeasureRelation;

struct RelationCase {
  std::string name;
  std::string a;
  std::string b;
  MeasureRelation relation;
};

class MeasureRelationTest : public testing::TestWithParam<RelationCase> {};

TEST_P(MeasureRelationTest, HoldsBothWays) {
  EXPECT_EQ(relate_measures(GetParam().a, GetParam().b), GetParam().relation);
  EXPECT_EQ(relate_measures(GetParam().b, GetParam().a), GetParam().relation);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, MeasureRelationTest,
    testing::Values(
        RelationCase{"Itself", "people.killed", "people.killed", kEqual},
        RelationCase{"DeadAndInjured", "people.killed", "people.injured", kSibling},
        RelationCase{"CasualtiesAndDead", "people.casualties", "people.killed", kAncestor},
        RelationCase{"KilledAndExecuted", "people.killed", "people.executed", kAncestor},
        RelationCase{"DeadAndRescued", "people.killed", "people.rescued", kSibling},
        RelationCase{"ExecutedAndRescued", "people.executed", "people.rescued", kSibling},
        RelationCase{"MissingAndRescued", "people.missing", "people.rescued", kSibling},
        RelationCase{"ArrestedAndConvicted", "people.arrested", "people.convicted", kSibling},
        RelationCase{"ArrestedAndKidnapped", "people.arrested", "people.kidnapped", kSibling},
        RelationCase{"ConvictedAndAcquitted", "people.convicted", "people.acquitted", kSibling},
        RelationCase{"Confirmed", "people.infected", "people.confirmed_cases", kAncestor},
        RelationCase{"ConfirmedAndSuspected", "people.confirmed_cases", "people.suspected_cases",
                     kSibling},
        RelationCase{"HospitalizedAndDischarged", "people.hospitalized", "people.discharged",
                     kSibling},
        RelationCase{"HospitalizedAndIntensive", "people.hospitalized", "people.intensive_care",
                     kAncestor},
        RelationCase{"ExportsAndImports", "money.exports", "money.imports", kSibling},
        RelationCase{"RevenueAndProfit", "money.revenue", "money.profit", kSibling},
        RelationCase{"RevenueAndSales", "money.revenue", "money.sales", kAncestor},
        RelationCase{"SalesAndProfit", "money.sales", "money.profit", kSibling},
        RelationCase{"ProfitAndNetIncome", "money.profit", "money.net_income", kAncestor},
        RelationCase{"NetAndOperating", "money.net_income", "money.operating_income", kSibling},
        RelationCase{"ProfitAndLoss", "money.profit", "money.loss", kSibling},
        RelationCase{"SoldAndBought", "share.sold", "share.bought", kSibling},
        RelationCase{"JobsAddedAndCut", "job.added", "job.eliminated", kSibling},
        RelationCase{"VotesForAndAgainst", "vote.voted_for", "vote.voted_against", kUnrelated},
        RelationCase{"VotesAndFor", "vote.voted", "vote.voted_for", kAncestor},
        RelationCase{"ApprovalAndDisapproval", "percent.approval", "percent.disapproval", kSibling},
        RelationCase{"SupportAndOpposition", "percent.support", "percent.opposition", kSibling},
        RelationCase{"WonAndLost", "game.won", "game.lost", kSibling},
        RelationCase{"RiseAndFall", "percent.rise", "percent.fall", kSibling},
        RelationCase{"InterestAndInflation", "percent.interest_rate", "percent.inflation",
                     kSibling},
        RelationCase{"RateAndInterestRate", "percent.rate", "percent.interest_rate", kAncestor},
        RelationCase{"UnemploymentAndEmployment", "percent.unemployment", "percent.employment",
                     kSibling},
        RelationCase{"DebtAndDeficit", "money.debt", "money.deficit", kSibling},
        RelationCase{"DeficitAndSurplus", "money.deficit", "money.surplus", kSibling},
        RelationCase{"PriceAndCost", "money.price", "money.cost", kAncestor},
        RelationCase{"OilAndGold", "money.oil_price", "money.gold_price", kSibling},
        RelationCase{"DeployedAndWithdrawn", "armed.deployed", "armed.withdrawn", kSibling},
        RelationCase{"DestroyedAndDamaged", "building.destroyed", "building.damaged", kSibling},
        RelationCase{"HousesAndShips", "building.destroyed", "ship.destroyed", kUnrelated},
        RelationCase{"OpenedAndClosed", "building.opened", "building.closed", kSibling},
        RelationCase{"DepthAndHeight", "length.depth", "length.height", kSibling},
        RelationCase{"TemperatureAndRain", "temperature.temperature", "length.rainfall",
                     kUnrelated},
        RelationCase{"CutOffAndDelayed", "flight.cancelled", "flight.delayed", kSibling},
        RelationCase{"FinesAndPayments", "money.fined", "money.paid", kAncestor},
        RelationCase{"FinesAndSettlements", "money.fined", "money.settled", kUnrelated},
        RelationCase{"AidAndPledge", "money.aid", "money.pledged", kUnrelated},
        RelationCase{"OtherKinds", "people.killed", "money.debt", kUnrelated},
        RelationCase{"Counts", "count.soldier", "count.fighter", kSibling},
        RelationCase{"MenAndWomen", "count.man", "count.woman", kSibling},
        RelationCase{"PeopleAndChildren", "count.person", "count.child", kAncestor},
        RelationCase{"CarsAndVehicles", "count.car", "count.vehicle", kAncestor},
        RelationCase{"CarsAndTrucks", "count.car", "count.truck", kSibling},
        RelationCase{"FarmersAndVoters", "count.farmer", "count.voter", kUnrelated},
        RelationCase{"SharesOfParties", "percent.of.republican", "percent.of.democrat", kSibling},
        RelationCase{"CountAndEvent", "count.child", "people.killed", kAncestor},
        RelationCase{"CountAndOtherEvent", "count.child", "building.destroyed", kUnrelated},
        RelationCase{"HousesAndBuildings", "count.house", "building.destroyed", kAncestor},
        RelationCase{"JobsAndJobsAdded", "count.job", "job.added", kAncestor},
        RelationCase{"SumAndFine", "money", "money.fined", kAncestor},
        RelationCase{"SumAndShare", "money", "percent.stake", kUnrelated},
        RelationCase{"TimeAndSentence", "duration", "duration.sentenced", kAncestor},
        RelationCase{"TimeAndTrial", "duration", "duration.trial", kAncestor},
        RelationCase{"AgeAndTime", "age", "duration", kUnrelated},
        RelationCase{"OwnWords", "money.bet", "money.deal", kUnrelated},
        RelationCase{"CapturedAndArrested", "people.captured", "people.arrested", kAncestor},
        RelationCase{"WindAndSpeed", "speed.wind_speed", "speed.speed", kUnrelated},
        RelationCase{"Unknown", "count.zyxgrf", "count.child", kUnrelated},
        RelationCase{"UnknownItself", "count.zyxgrf", "count.zyxgrf", kEqual},
        RelationCase{"Empty", "", "people.killed", kUnrelated}),
    [](const auto& test) { return test.param.name; });

TEST(Taxonomy, EveryClassLeadsToTheWidest) {
  const Lexicon& lexicon = Lexicon::english();
  const Event* widest = lexicon.event_named("measured");
  ASSERT_NE(widest, nullptr);
  int classes = 0;
  for (const char* name : {"killed", "net_income", "interest_rate", "downloads", "orbited"}) {
    const Event* at = lexicon.event_named(name);
    ASSERT_NE(at, nullptr) << name;
    for (int depth = 0; depth < 16 && at != widest; ++depth) at = &lexicon.event(at->parent);
    EXPECT_EQ(at, widest) << name;
    ++classes;
  }
  EXPECT_EQ(classes, 5);
}

TEST(Taxonomy, ClassesKnowHowTheyMove) {
  const Lexicon& lexicon = Lexicon::english();
  EXPECT_EQ(lexicon.event_named("killed")->dynamic, Dynamic::kCumulative);
  EXPECT_EQ(lexicon.event_named("missing")->dynamic, Dynamic::kLevel);
  EXPECT_EQ(lexicon.event_named("magnitude")->dynamic, Dynamic::kFixed);
  EXPECT_EQ(lexicon.event_named("paid")->noun, "payment");
}

TEST(Taxonomy, TwoWordsStandForAClass) {
  const Lexicon& lexicon = Lexicon::english();
  const Compound rate = lexicon.find_compound("interest", "rate");
  ASSERT_NE(rate.event, kNoIndex);
  EXPECT_EQ(lexicon.event(rate.event).name, "interest_rate");
  EXPECT_EQ(lexicon.event(lexicon.find_compound("laid", "off").event).name, "laid_off");
  EXPECT_EQ(lexicon.find_compound("laid", "on").event, kNoIndex);
}

TEST(Taxonomy, AWordIsOneClassOfCountsAndOneOfAmounts) {
  const Lexicon& lexicon = Lexicon::english();
  const Word& loss = lexicon.find("lost");
  EXPECT_EQ(lexicon.event(loss.event_as(kObjectVerb)).name, "lost");
  EXPECT_EQ(lexicon.event(loss.amount_as(kObjectVerb)).name, "lost_money");
}

}  // namespace
}  // namespace figured::claims
