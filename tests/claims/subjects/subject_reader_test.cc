#include "claims/subjects/subject_reader.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct SubjectCase {
  std::string name;
  std::string text;
  std::string subject;  // of the last figure
};

class SubjectTest : public testing::TestWithParam<SubjectCase> {};

TEST_P(SubjectTest, IsWhoseFigureItIs) {
  EXPECT_EQ(claims_of(GetParam().text).back().subject, GetParam().subject);
}

INSTANTIATE_TEST_SUITE_P(
    Clauses, SubjectTest,
    testing::Values(
        SubjectCase{"ParentBehindAnAge", "Ana Ruiz, 34, a mother of four, spoke.", "Ana Ruiz"},
        SubjectCase{"ParentBeforeTheName", "They freed mother of four Ana Ruiz.", "Ana Ruiz"},
        SubjectCase{"ParentSaidOf", "Ana Ruiz was the mother of four children.", "Ana Ruiz"},
        SubjectCase{"ParentOfNobody", "Tom Berg shot the mother of four.", ""},
        SubjectCase{"StreetOfABlock", "It began in the 1200 block of East 23rd Street.",
                    "23rd Street"},
        SubjectCase{"AgeOfWhoDoes", "The tape showed the 18-year-old embrace Ana Ruiz.", ""},
        SubjectCase{"RecordInBrackets", "He met Tom Berg (38-6-1, 20 KOs).", "Tom Berg"},
        SubjectCase{"RecordBehindAComma", "He lost to Tom Berg, 38-6-1, 20 KO's, in Orsk.",
                    "Tom Berg"},
        SubjectCase{"RecordOfAnOwner", "It took Berg's record to 38-6.", "Berg"},
        SubjectCase{"Name", "On Monday Velmont Inc sold 300 buses.", "Velmont Inc"},
        SubjectCase{"NameWithOf", "On Monday the Bank of Velma sold 300 buses.", "Bank of Velma"},
        SubjectCase{"Auxiliaries", "On Monday Velmont Inc could have sold 300 buses.",
                    "Velmont Inc"},
        SubjectCase{"PeopleOfAParty", "Velmont Inc shut, and Liberals seek 31 seats.", "Liberals"},
        SubjectCase{"PeopleBehindAPreposition",
                    "Velmont Inc said cuts for many Democrats cover 24 towns.", "Velmont Inc"},
        SubjectCase{"HolderOfTheOffice",
                    "Governor Ana Ruiz met Leo Berg. Berg left. The governor vetoed 12 bills.",
                    "Ana Ruiz"},
        SubjectCase{"HolderByAbbreviation",
                    "Gov. Ana Ruiz met Leo Berg. Berg left. The governor vetoed 12 bills.",
                    "Ana Ruiz"},
        SubjectCase{"HolderOfALongerOffice",
                    "Vice President Ana Ruiz met President Leo Berg. The vice president vetoed 12 "
                    "bills.",
                    "Ana Ruiz"},
        SubjectCase{"HolderInPassing",
                    "President Ana Ruiz spoke. Ruiz met Tom Orr. Ruiz met President Leo Berg. The "
                    "president vetoed 12 bills.",
                    "Ana Ruiz"},
        SubjectCase{"FormerHolder",
                    "Governor Ana Ruiz met former Governor Leo Berg. The governor vetoed 12 bills.",
                    "Ana Ruiz"},
        SubjectCase{"FormerHolderOfALongerOffice",
                    "Prime Minister Ana Ruiz met former prime minister Leo Berg. The prime "
                    "minister vetoed 12 bills.",
                    "Ana Ruiz"},
        SubjectCase{"ActingHolder",
                    "Acting Governor Leo Berg met Ana Ruiz. Ruiz left. The governor vetoed 12 "
                    "bills.",
                    "Leo Berg"},
        SubjectCase{"NobodyOfAQuotation",
                    "Leo Berg spoke. \"Tom Orr left us,\" he said. He bought 12 boats.",
                    "Leo Berg"},
        SubjectCase{"OwnerSpokenOf",
                    "Tom Orr left Orsk. Leo Berg's papers show a gap. He bought 12 boats.",
                    "Leo Berg"},
        SubjectCase{"NounThatItTakesUp",
                    "Velmont Inc sued the Labour Ministry. By the firm's count 12 percent of its "
                    "clerks are men.",
                    "Velmont Inc"},
        SubjectCase{"NounBehindAPreposition",
                    "The Velma Trust, run by the church, gave 12 percent of its rents.",
                    "Velma Trust"},
        SubjectCase{"Present", "The maker Velmont sells 300 buses.", "Velmont"},
        SubjectCase{"SaidIt", "Velmont Inc said it will buy 300 buses.", "Velmont Inc"},
        SubjectCase{"InnerClause", "Ana Ruiz said Velmont Inc had bought 300 buses.",
                    "Velmont Inc"},
        SubjectCase{"ObjectIsNot", "Velmont Inc sued Harbour Corp for $300 million.",
                    "Velmont Inc"},
        SubjectCase{"BehindPreposition", "After talks with Ana Ruiz, Velmont Inc bought 300 buses.",
                    "Velmont Inc"},
        SubjectCase{"Relative", "It is part of Velmont Inc, which has 300 buses.", "Velmont Inc"},
        SubjectCase{"Who", "They met Ana Ruiz, who bought 300 buses.", "Ana Ruiz"},
        SubjectCase{"TellsOfItself", "Velmont Inc said sales rose 12 percent.", "Velmont Inc"},
        SubjectCase{"OwnerOfTheSubject", "Velmont's profits rose 12 percent.", "Velmont"},
        SubjectCase{"OfTheSubject", "Profits of Velmont Inc rose 12 percent.", "Velmont Inc"},
        SubjectCase{"HeadOfAnOffice", "The Secretary of Home Security sold 300 buses.",
                    "Secretary of Home Security"},
        SubjectCase{"HeadOf", "The leader of Velmont Inc sold 300 buses.", ""},
        SubjectCase{"Agent", "In all, 300 buses were built by Velmont Inc.", "Velmont Inc"},
        SubjectCase{"BehindTheOpening", "For five years, Ana Ruiz has run the port.", "Ana Ruiz"},
        SubjectCase{"People", "On Monday Russian troops captured 12 villages.", "Russian troops"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Phrases, SubjectTest,
    testing::Values(
        SubjectCase{"Possessive", "They met Velmont's 300 drivers.", "Velmont"},
        SubjectCase{"PossessivePronoun", "The maker Velmont Inc sent its 300 drivers.",
                    "Velmont Inc"},
        SubjectCase{"OfBehindNoun", "They met 300 drivers of Velmont Inc.", "Velmont Inc"},
        SubjectCase{"OfOfBehind", "They took $300 million of the debt of Velmont Inc.",
                    "Velmont Inc"},
        SubjectCase{"MembersKilled", "In all, 12 members of the Velma Front were killed.",
                    "Velma Front"},
        SubjectCase{"WithinThePhrase", "They met 300 NVK drivers.", "NVK"},
        SubjectCase{"Apposition", "They joined the Velma Pact, a 12-country treaty.", "Velma Pact"},
        SubjectCase{"AppositionOf", "They joined the Velma Union, an alliance of 50 groups.",
                    "Velma Union"},
        SubjectCase{"OfAPersonOfIt", "They met one friend of the former Velmont director.", ""},
        SubjectCase{"OfSupporters", "They met 300 members of Velmont fans.", ""},
        SubjectCase{"Deeds", "They counted 14 U.S. airstrikes.", "United States"},
        SubjectCase{"Costs", "The storm cost Velmont Inc $40 million.", "Velmont Inc"},
        SubjectCase{"Earned", "The speech earned Ana Ruiz a $40,000 fee.", "Ana Ruiz"},
        SubjectCase{"Fined", "The court fined Velmont Inc $40 million.", "Velmont Inc"},
        SubjectCase{"LevelOf", "Ana Ruiz raised the price of Velmont to $40.", "Velmont"},
        SubjectCase{"Gapped", "Leo Ruiz sold 300 buses and Ana Moran 200 buses.", "Ana Moran"},
        SubjectCase{"GappedOfThree", "Leo Ruiz sold 300 buses, Ana Moran 200 buses.", "Ana Moran"},
        SubjectCase{"Beside", "A poll showed Ruiz ahead, followed by Moran at 17%.", "Moran"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    References, SubjectTest,
    testing::Values(
        SubjectCase{"TheCompany", "They met Velmont Inc. The company sold 300 buses.",
                    "Velmont Inc"},
        SubjectCase{"TheNewFirm", "They met Velmont Inc. The new firm sold 300 buses.",
                    "Velmont Inc"},
        SubjectCase{"TheGang", "They met the Velma Front. The gang seized 12 villages.",
                    "Velma Front"},
        SubjectCase{"TheMinistry", "They met the Finance Ministry. The ministry spent $12 million.",
                    "Finance Ministry"},
        SubjectCase{"ByItsWord", "They met Bank Velma and Orsk Oil Inc. The bank owes $12 million.",
                    "Bank Velma"},
        SubjectCase{"KindsAreKept", "Velmont Inc met the Velma Front. The company sold 300 buses.",
                    "Velmont Inc"},
        SubjectCase{"He", "Leo Moran runs Velmont Inc. He bought 300 buses.", "Leo Moran"},
        SubjectCase{"It", "Leo Moran runs Velmont Inc. It bought 300 buses.", "Velmont Inc"},
        SubjectCase{"LastName", "Leo Moran came. Later Moran bought 300 buses.", "Leo Moran"},
        SubjectCase{"HeadOfSentence", "Leo Moran came.\nMoran bought 300 buses.", "Leo Moran"},
        SubjectCase{"Acronym", "The Velma Front (VF) came. The VF seized 12 villages.",
                    "Velma Front"},
        SubjectCase{"We", "\"We have 300 boats,\" Ana Ruiz said.", "Ana Ruiz"},
        SubjectCase{"NamedAhead", "Leo Moran came. As his 12-year term ended, Moran wept.",
                    "Leo Moran"},
        SubjectCase{"HeIsNoWoman", "Leo Moran came. Ana Ruiz rose. He bought 300 buses.",
                    "Leo Moran"},
        SubjectCase{"SheIsNoMan", "Ana Ruiz came. Peter Moran rose. She bought 300 buses.",
                    "Ana Ruiz"},
        SubjectCase{"HerIsNoMans", "Mrs. Ruiz came. Mr. Moran rose. They met her 300 drivers.",
                    "Ruiz"},
        SubjectCase{"SheByHerTitle", "Queen Velma came. Mr. Moran rose. She bought 300 buses.",
                    "Velma"},
        SubjectCase{"NobodyKnowsTheGender", "Orskel Ruiz came. She bought 300 buses.",
                    "Orskel Ruiz"},
        SubjectCase{"GivenName", "Peter Moran came. Later Peter bought 300 buses.", "Peter Moran"},
        SubjectCase{"NamedBehindTitle",
                    "Leo Moran came. In his 300-page letter, Judge Peter Ruiz wept.", "Peter Ruiz"},
        SubjectCase{"OwnerAtTheHead", "Leo Moran came. His plans, including 40 shops, grew.",
                    "Leo Moran"},
        SubjectCase{"ACompanyIsAnother", "They met Velmont Inc. In Lima a firm sold 300 buses.",
                    ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Ages, SubjectTest,
    testing::Values(
        SubjectCase{"Behind", "They met the 32-year-old Ana Ruiz.", "Ana Ruiz"},
        SubjectCase{"BehindTitle", "They met 51-year-old Trooper Leo Moran.", "Leo Moran"},
        SubjectCase{"Commas", "They met Ana Ruiz, 44, at noon.", "Ana Ruiz"},
        SubjectCase{"CommaArticle", "They met Ana Ruiz, a 44-year-old baker.", "Ana Ruiz"},
        SubjectCase{"Predicate", "They met Ana Ruiz. She is 44 years old.", "Ana Ruiz"},
        SubjectCase{"TheOne", "They met Ana Ruiz. They feared the 44-year-old.", "Ana Ruiz"},
        SubjectCase{"Daughter", "They met Ana Ruiz. She brought her daughter, 12, along.",
                    "Ana Ruiz's daughter"},
        SubjectCase{"NowOfAge", "They met Ana Ruiz. She brought her son, now 12 years old, along.",
                    "Ana Ruiz's son"},
        SubjectCase{"SonOfAName", "They met Ruiz's son, 12, at noon.", "Ruiz's son"},
        SubjectCase{"TheOneNamedBefore", "Ana Ruiz was seen. Ana Ruiz shot the 44-year-old.", ""},
        SubjectCase{"TheWomanOfTheClause",
                    "Leo Moran threw the stone that struck the 34-year-old man.", ""},
        SubjectCase{"HerSon", "They met Ana Ruiz and her 12-year-old son.", ""},
        SubjectCase{"HerSonByName", "They met Ana Ruiz and her 12-year-old son, Leo Moran, there.",
                    "Leo Moran"},
        SubjectCase{"NoTownIsHerSon", "They met a 44-year-old woman, Lima, Peru, said.", ""},
        SubjectCase{"MadeOld", "They met Ana Ruiz. New papers came, making her 52.", "Ana Ruiz"},
        SubjectCase{"SomeGirl", "They met Ana Ruiz. Later a 12-year-old girl came.", ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Nobodys, SubjectTest,
    testing::Values(
        SubjectCase{"Killed", "The army said the blast killed 42 people.", ""},
        SubjectCase{"KilledBy", "Velmont Inc said the blast killed 42 people.", ""},
        SubjectCase{"Arrested", "On Monday Orsk Police arrested 12 people.", ""},
        SubjectCase{"Source", "Ana Ruiz had fled, according to two officials.", ""},
        SubjectCase{"WhichIsAThing", "Ana Ruiz saw the bridge, which had cost $40 million.", ""},
        SubjectCase{"Shares", "Ana Ruiz asked: 41 percent say it is so.", ""},
        SubjectCase{"SharesOfVoters", "Ana Ruiz knew that 41 percent of voters support it.", ""},
        SubjectCase{"AreIsNoDeed", "At noon 300 bakers were in the hall.", ""},
        SubjectCase{"There", "Ana Ruiz came. There were 12 boats.", ""},
        SubjectCase{"Themselves", "Ana Ruiz said 12 boats were ready.", ""},
        SubjectCase{"SpeakerIsNot", "Ana Ruiz said prices rose 12 percent.", ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Articles, SubjectTest,
    testing::Values(
        SubjectCase{"NewsOfACompany",
                    "Velmont Inc will issue bonds.\nThe coupon will be 4 percent.", "Velmont Inc"},
        SubjectCase{"ThoseWhoAct", "At least 300 bakers could lose their jobs.", "bakers"},
        SubjectCase{"Nation", "The U.S. will sell 300 buses.", "United States"},
        SubjectCase{"People", "Russians bought 300 buses.", "Russians"},
        SubjectCase{"ShareOfOthers", "Peru grew.\nIn Ghana 40 percent of the buses are new.", ""},
        SubjectCase{"Economy", "In Peru shops closed.\nUnemployment rose to 12 percent.", "Peru"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Appositions, SubjectTest,
    testing::Values(
        SubjectCase{"Appointee", "Ana Ruiz, a Moran appointee, issued 12 permits.", "Ana Ruiz"},
        SubjectCase{"Office", "Ana Ruiz, the mayor of Lima, bought 300 buses.", "Ana Ruiz"},
        SubjectCase{"Trade", "On Monday, Velmont Inc, the maker of buses, sold 300 trucks.",
                    "Velmont Inc"},
        SubjectCase{"Participle", "Velmont Inc, based in Lima, sold 300 trucks.", "Velmont Inc"},
        SubjectCase{"LikeAnother", "Velmont Inc, like Harbour Corp, sold 300 trucks.",
                    "Velmont Inc"},
        SubjectCase{"HomeAndState", "Leo Berg of Selwick, Ohio, bought 300 trucks.", "Leo Berg"},
        SubjectCase{"HomeBehindComma", "Leo Berg, of Selwick, Ohio, bought 300 trucks.",
                    "Leo Berg"},
        SubjectCase{"Home", "On Monday Leo Berg of Selwick bought 300 trucks.", "Leo Berg"},
        SubjectCase{"StateOfATown", "The rally at Selma, Alabama, drew 1,200 people.", ""},
        SubjectCase{"InTwoTowns", "Offices in Lima and Cusco had 300 desks.", ""},
        SubjectCase{"PhraseBeforeTheVerb",
                    "The Moran administration in its first two years issued 73 rules.", "Moran"},
        SubjectCase{"ThingBeforeAPhrase", "The price of tea in Orskel rose 12 percent.", ""},
        SubjectCase{"RuleOfAPerson",
                    "They met Leo Moran. The Moran administration adopted 106 rules.",
                    "Moran administration"},
        SubjectCase{"RoomOfAHouse", "They met in the Velmont Hall's Blue Room, flanked by 12 men.",
                    ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Told, SubjectTest,
    testing::Values(
        SubjectCase{"FoundThat", "Orskel Ruiz found that 31 percent of drivers were late.", ""},
        SubjectCase{"FoundShare", "Orskel Ruiz found 31 percent of voters were late.", ""},
        SubjectCase{"SaidOnADay", "Leo Berg said Monday that 12 towns were hit.", ""},
        SubjectCase{"EstimatedThat", "The Velma Institute estimates that 12 towns were hit.", ""},
        SubjectCase{"SaidThatItSold", "Velmont Inc said that it sold 300 buses.", "Velmont Inc"},
        SubjectCase{"OpposeThePlan", "In all, 55 percent of Peruvian voters oppose the Moran plan.",
                    ""},
        SubjectCase{"LikeTheOwner", "In all, 55 percent of drivers like the Velmont bus.", ""},
        SubjectCase{"ComparedWith",
                    "Ana Ruiz knew that 31 percent of men were ill from Orskel-19, compared with "
                    "18 percent of women.",
                    ""},
        SubjectCase{"ComparedWithWho",
                    "Leo Berg came ahead, compared with 18 percent who liked Ana Ruiz.", ""},
        SubjectCase{"Saying", "Leo Berg lost, with 18 percent saying he lied.", ""},
        SubjectCase{"Adviser", "\"She is tired,\" said 12 advisers to Ana Ruiz.", ""},
        SubjectCase{"Sources", "Ana Ruiz is tired, said 12 friends of the house.", ""},
        SubjectCase{"TheWhole", "Leo Berg was paid 12 percent of the FPL.", "Leo Berg"},
        SubjectCase{"WholeOfAPeople", "In all, 12 percent of Latinos came.", "Latinos"},
        SubjectCase{"WholeOfAnOwner", "In all, 12 percent of Velmont's drivers came.", "Velmont"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Pronouns, SubjectTest,
    testing::Values(
        SubjectCase{"NotClearHowMany",
                    "They met Velmont Inc. It is not clear how many of the 300 buses are late.",
                    ""},
        SubjectCase{"LikelyThat", "They met Velmont Inc. It is likely that 300 buses are late.",
                    ""},
        SubjectCase{"PossibleThat",
                    "They met Velmont Inc. It's certainly possible that 300 buses are late.", ""},
        SubjectCase{"ItSold", "Velmont Inc grew. It has sold 300 buses.", "Velmont Inc"},
        SubjectCase{"HeIsNotTheSpeaker",
                    "Paul Moran came. \"They met,\" Leo Berg said, \"and he sold 12 trucks.\"",
                    "Paul Moran"},
        SubjectCase{"NobodyElse", "\"They met,\" Leo Berg said, \"and he sold 12 trucks.\"", ""},
        SubjectCase{"NamedInTheQuotation", "\"Leo Berg says he sold 12 trucks,\" said Ana Ruiz.",
                    "Leo Berg"},
        SubjectCase{"HeAgain",
                    "Leo Berg bought trucks. He met Paul Moran in Lima. He also met Ian Ruiz. He "
                    "sold 12 trucks.",
                    "Leo Berg"},
        SubjectCase{"ObjectIsNotHe", "Leo Berg met Paul Moran. He sold 12 trucks.", "Leo Berg"},
        SubjectCase{"LedToSell", "Leo Berg led Paul Moran to say he sold 12 trucks.", "Paul Moran"},
        SubjectCase{"Couple", "Ana Ruiz came. The couple has three cars.", "Ana Ruiz"},
        SubjectCase{"ThatBloc", "They met the Velma Front. That bloc of 36 men helped.",
                    "Velma Front"},
        SubjectCase{"ABloc", "They met the Velma Front. A bloc of 36 men helped.", ""},
        SubjectCase{"TheyAreDrivers", "Drivers will strike if they lose 12 percent of their pay.",
                    "drivers"},
        SubjectCase{"TheyOfTheSentenceBefore",
                    "They met the Senate. The new senators rose. They got 12 questions.",
                    "senators"},
        SubjectCase{"TheyGoOn",
                    "The new senators rose. They spoke to Velmont Inc. They got 12 questions.",
                    "senators"},
        SubjectCase{"TheyArePeople", "Latinos voted. They cast 12 ballots.", "Latinos"},
        SubjectCase{"TheyOfACompany", "Velmont Inc grew. They sold 12 trucks.", "Velmont Inc"},
        SubjectCase{"TheyAreNoHouse",
                    "Leo Berg came to the White House. Talks went on. They took 12 hours.", ""},
        SubjectCase{"TheyOfLongAgo",
                    "The Democrats met. Rain fell. Fog came. Then they took 12 boats.", ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    BehindTheNoun, SubjectTest,
    testing::Values(
        SubjectCase{"Contact", "Leo Berg saw the 12 trucks Velmont Inc had built.", "Velmont Inc"},
        SubjectCase{"ContactWithModal", "There were 12 towns the Velma Front could reach.",
                    "Velma Front"},
        SubjectCase{"NoContact", "There were 12 towns police said were lost.", ""},
        SubjectCase{"Plus",
                    "The 300 members of the Velma League plus 26 guests of the Moran Union met.",
                    "Moran Union"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    AgesOfTheDead, SubjectTest,
    testing::Values(
        SubjectCase{"AtTheAge", "Ana Ruiz died on Monday at the age of 66.", "Ana Ruiz"},
        SubjectCase{"AtAge", "Ana Ruiz died at age 66.", "Ana Ruiz"},
        SubjectCase{"Aged", "Ana Ruiz died aged 66.", "Ana Ruiz"},
        SubjectCase{"SheDied", "They met Ana Ruiz. She died at the age of 66.", "Ana Ruiz"}),
    [](const auto& test) { return test.param.name; });

TEST(SubjectReader, TellsWhichWordsAndRuleGaveIt) {
  const std::string text = "They met Velmont's 300 drivers.";
  const Tokens tokens = tokenize(text, Lexicon::english());
  const SentenceView s(tokens, tokens.sentences.at(0));
  const ReadFigure figure = read_figures(s).figures.at(0);
  const ReadSubject subject =
      read_subject(s, figure, read_measure(s, figure, nullptr), ArticleSides(tokens), "", "", true);
  EXPECT_EQ(text.substr(subject.words.start, subject.words.end - subject.words.start), "Velmont");
  EXPECT_EQ(subject.rule, "possessive");
}

TEST(SubjectReader, ReadsAnEndlessSentenceOfCommas) {
  std::string text = "Ana Ruiz";
  for (int i = 0; i < 20'000; ++i)
    text += ", a Moran man in the Hall's Room and he, they said, had 300 boats";
  EXPECT_FALSE(claims_of(text).empty());
}

TEST(SubjectReader, ReadsAnEndlessSentence) {
  std::string text = "Ana Ruiz";
  for (int i = 0; i < 20'000; ++i) text += " had 300 boats of the debt of the loss of";
  EXPECT_FALSE(claims_of(text).empty());
}

}  // namespace
}  // namespace figured::claims
