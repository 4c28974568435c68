#include "claims/speakers/assertion_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct AssertionCase {
  std::string name;
  std::string text;
  std::string assertion;  // of the last figure; "not" behind it when negated
};

class AssertionReaderTest : public testing::TestWithParam<AssertionCase> {};

TEST_P(AssertionReaderTest, TellsHowSureTheWordsAre) {
  const Claim claim = claims_of(GetParam().text).back();
  EXPECT_EQ(std::string(format_modality(claim.modality)) + (claim.negated ? " not" : ""),
            GetParam().assertion);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AssertionReaderTest,
    testing::Values(
        AssertionCase{"Plain", "A bomb killed 42 people.", "asserted"},
        AssertionCase{"Perfect", "The fever has killed 42 people.", "asserted"},
        AssertionCase{"Report", "Police said 42 people were killed.", "asserted"},
        AssertionCase{"Will", "The bank will cut 200 jobs.", "planned"},
        AssertionCase{"PlansTo", "The bank plans to cut 200 jobs.", "planned"},
        AssertionCase{"WantsTo", "The bank wants to cut 200 jobs.", "planned"},
        AssertionCase{"WantedTo", "A mayor who wanted to send 200 guards left.", "planned"},
        AssertionCase{"IsPoisedTo", "The bank is poised to cut 200 jobs.", "planned"},
        AssertionCase{"OnTrackTo", "The port is on track to ship 200 cars.", "planned"},
        AssertionCase{"WantsToSellWhatIsThere", "Velmont wants to sell a hotel with 200 beds.",
                      "asserted"},
        AssertionCase{"WantsToBeatWhatWas", "The port is poised to beat a record of 200 cars.",
                      "asserted"},
        AssertionCase{"KeepsPace", "She set the pace to pass 200 runners.", "asserted"},
        AssertionCase{"WantsToKnow", "The mayor wants to know why 200 guards fled.", "asserted"},
        AssertionCase{"WantedToHelp", "She wanted to help 200 families hurt by it.", "asserted"},
        AssertionCase{"WantsForKnown", "The mayor wants to pay the 200 guards.", "asserted"},
        AssertionCase{"IsSetTo", "The force is set to lose 200 guards.", "planned"},
        AssertionCase{"BeenProposed", "Some 40 bills have been proposed in Orsk.", "asserted"},
        AssertionCase{"BeenProposedIn", "Bills have been proposed in 34 towns.", "asserted"},
        AssertionCase{"AreProposed", "Some 40 stops are proposed in Orsk.", "planned"},
        AssertionCase{"IsTo", "The bank is to cut 200 jobs.", "planned"},
        AssertionCase{"Proposed", "The mayor proposed a $5 million cut.", "planned"},
        AssertionCase{"ProposedNoun", "The proposed $5 million cut was rejected.", "planned"},
        AssertionCase{"Promised", "The mayor promised that 200 houses would be built.", "planned"},
        AssertionCase{"Hopes", "The firm hopes to sell 200 cars.", "planned"},
        AssertionCase{"Plan", "The cabinet backed a $5 million plan.", "planned"},
        AssertionCase{"Target", "It missed the 2 percent target.", "planned"},
        AssertionCase{"Goals", "The striker scored 30 goals.", "asserted"},
        AssertionCase{"Could", "The toll could climb above 900.", "possible"},
        AssertionCase{"PredictedCould", "Aides predict the toll could climb above 900.",
                      "possible"},
        AssertionCase{"ChanceOf", "The map gives a 60 percent chance of 900 floods.", "possible"},
        AssertionCase{"SubjectCould", "As many as 40 pilots could lose their jobs.", "possible"},
        AssertionCase{"May", "The bank may cut 200 jobs.", "possible"},
        AssertionCase{"MonthOfMay", "In May the bank cut 200 jobs.", "asserted"},
        AssertionCase{"DueMay", "The bank sold a 3 percent bond due May 11.", "asserted"},
        AssertionCase{"Likely", "The bank is likely to cut 200 jobs.", "possible"},
        AssertionCase{"Feared", "At least 42 people are feared dead.", "possible"},
        AssertionCase{"FearThat", "Officials fear that 42 people drowned.", "possible"},
        AssertionCase{"Believed", "About 42 people are believed to be missing.", "possible"},
        AssertionCase{"Threatened", "The firm threatened to cut 200 jobs.", "possible"},
        AssertionCase{"OpenTo", "The tycoon is open to spending $5 million.", "possible"},
        AssertionCase{"OpenPlant", "The firm opened 12 shops.", "asserted"},
        AssertionCase{"If", "If 12 members quit, the board falls.", "conditional"},
        AssertionCase{"IfWould", "If the dam broke, 3,000 people would drown.", "conditional"},
        AssertionCase{"Unless", "Unless 12 members agree, the board falls.", "conditional"},
        AssertionCase{"Would", "A strike would cost $5 million.", "conditional"},
        AssertionCase{"ReportedWould",
                      "The minister said on Monday that it would build 200 houses.", "planned"},
        AssertionCase{"Expected", "The bank is expected to cut 200 jobs.", "estimate"},
        AssertionCase{"Forecast", "Analysts forecast a loss of $5 million.", "estimate"},
        AssertionCase{"Estimated", "The estimated $5 million loss hurt the firm.", "estimate"},
        AssertionCase{"Estimates", "The agency estimates that 40 people fled.", "estimate"},
        AssertionCase{"EstimateNoun", "The broker put the estimate at $4 billion.", "estimate"},
        AssertionCase{"Projects", "The bank projects the rate will fall to 3 percent.", "estimate"},
        AssertionCase{"FromLevel", "The rate will fall from 5 percent to 3 percent.", "planned"},
        AssertionCase{"Demanded", "The union demanded a 5 percent raise.", "asked"},
        AssertionCase{"Asked", "The city asked for $5 million.", "asked"},
        AssertionCase{"DemandThat", "The union demanded that 200 workers be hired.", "asked"},
        AssertionCase{"Urged", "The mayor urged a cut of 5 percent.", "asked"},
        AssertionCase{"Offered", "The firm offered $40 a share.", "offer"},
        AssertionCase{"Bid", "The firm bid $40 a share.", "offer"},
        AssertionCase{"CanHold", "The stadium can hold 40,000 people.", "capacity"},
        AssertionCase{"Capacity", "The stadium has a capacity of 40,000.", "capacity"},
        AssertionCase{"Seats", "The hall could seat 400 people.", "capacity"},
        AssertionCase{"Denied", "The ministry denied that 42 people were killed.", "denied not"},
        AssertionCase{"NoEvidence", "There is no evidence that 42 people were killed.",
                      "denied not"},
        AssertionCase{"NoSign", "Police saw no sign that 42 people fled.", "denied not"},
        AssertionCase{"Not", "The bomb did not kill 42 people.", "asserted not"},
        AssertionCase{"NotOnly", "Not only 42 people fled.", "asserted"},
        AssertionCase{"NoFewer", "The bomb killed no fewer than 42 people.", "asserted"},
        AssertionCase{"NoneTaken", "Police have not arrested 12 men.", "asserted not"},
        AssertionCase{"AgeWould", "The 32-year-old pilot would not comment.", "asserted"},
        AssertionCase{"Participle", "The firm will open a new line, bringing output to 40 tons.",
                      "planned"},
        AssertionCase{"TimesProposed", "He proposed to her three times.", "asserted"},
        AssertionCase{"TwoClauses", "The bank may sell its shares, but it cut 200 jobs.",
                      "asserted"},
        AssertionCase{"WouldOfAnotherClause",
                      "A tunnel may do, the mayor said, while a bridge would need $5 million.",
                      "conditional"},
        AssertionCase{"WouldRequire", "A bridge would require as much as $5 million.",
                      "conditional"},
        AssertionCase{"WouldBehindAParticiple",
                      "A bridge aimed at drivers in the west would need $5 million.",
                      "conditional"},
        AssertionCase{"SaidWithin", "In the end, she said, the bank would cut 200 jobs.",
                      "planned"},
        AssertionCase{"PossibleThat", "It is possible that the bomb killed 42 people.", "possible"},
        AssertionCase{"TypographicApostrophe",
                      "It’s possible that the guard wouldn’t have stopped 42 looters.",
                      "possible not"},
        AssertionCase{"Entitlement", "Widows can receive $400 a month.", "asserted"},
        AssertionCase{"CanClaim", "Drivers can also claim $400.", "asserted"},
        AssertionCase{"CanLose", "Drivers can lose $400.", "possible"},
        AssertionCase{"BoundOfTheSubject", "Firms below 40 workers may close.", "asserted"},
        AssertionCase{"OverIsTheSubject", "Over 40 workers may leave.", "possible"},
        AssertionCase{"EstimateBeforeABound", "The bank projects as many as 42 sales.", "estimate"},
        AssertionCase{"AmountOfAYearToCome", "The share grows to 40 percent by 2060.", "estimate"},
        AssertionCase{"AmountOfADayToCome", "The fund pays $5 million next week.", "planned"},
        AssertionCase{"ToDoInAYearToCome", "The deal is a promise to build 40 ships by 2060.",
                      "planned"},
        AssertionCase{"DoneForATimeToCome", "The bank has paid $5 million for a fair next week.",
                      "asserted"},
        AssertionCase{"CountOfATimeToCome", "It has 40 envoys for the talks next week.",
                      "asserted"},
        AssertionCase{"AmountOfThePast", "The share grew to 40 percent in 2019.", "asserted"},
        AssertionCase{"Gapping", "The bomb could kill 42 people and injure 100.", "possible"}),
    [](const auto& test) { return test.param.name; });

TEST(AssertionReader, ShowsTheWordThatSaysSo) {
  const std::string text = "Officials fear that 42 people drowned.";
  const Tokens tokens = tokenize(text, Lexicon::english());
  const SentenceView view(tokens, tokens.sentences.at(0));
  const ReadFigure figure = read_figures(view).figures.at(0);
  const Assertion assertion = read_assertion(view, figure, read_measure(view, figure, nullptr));
  EXPECT_EQ(text.substr(assertion.words.start, assertion.words.end - assertion.words.start),
            "fear");
  EXPECT_EQ(assertion.rule, "feared that");
}

}  // namespace
}  // namespace figured::claims
