#include "claims/places/place_reader.h"

#include <gtest/gtest.h>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

// Located places as they are, others in brackets, unlocated demonyms in round ones.
std::string places_in(std::string_view text) {
  const Tokens tokens = tokenize(text, Lexicon::english());
  const ArticleSides sides(tokens);
  std::string out;
  std::vector<PlaceMention> mentions;
  for (const Sentence& sentence : tokens.sentences)
    read_places(SentenceView(tokens, sentence), sides, mentions);
  for (const PlaceMention& mention : mentions) {
    if (!out.empty()) out += "; ";
    const bool located = mention.role == PlaceRole::kLocated;
    out += located ? mention.name : '[' + mention.name + ']';
  }
  return out;
}

struct MentionCase {
  std::string name;
  std::string text;
  std::string places;
};

class PlaceMentionTest : public testing::TestWithParam<MentionCase> {};

TEST_P(PlaceMentionTest, AreFound) { EXPECT_EQ(places_in(GetParam().text), GetParam().places); }

INSTANTIATE_TEST_SUITE_P(
    Places, PlaceMentionTest,
    testing::Values(
        MentionCase{"City", "A bridge fell in Lima.", "Lima"},
        MentionCase{"Country", "A bridge fell in Peru.", "Peru"},
        MentionCase{"SeveralWords", "A bridge fell in New South Wales.", "New South Wales"},
        MentionCase{"Hyphens", "A bridge fell in Port-au-Prince.", "Port-au-Prince"},
        MentionCase{"Saint", "A bridge fell near St. Louis.", "St. Louis"},
        MentionCase{"CityAndCountry", "A bridge fell in Toledo, Spain.", "Toledo"},
        MentionCase{"CityAndState", "A bridge fell in Reading, Pennsylvania.", "Reading"},
        MentionCase{"ShortState", "A bridge fell in Mobile, Ala., on Monday.", "Mobile"},
        MentionCase{"Postal", "A bridge fell in Orange, CA on Monday.", "Orange"},
        MentionCase{"Dateline", "NAIROBI - A bridge fell.", "Nairobi"},
        MentionCase{"OldName", "A bridge fell in Bombay.", "Mumbai"},
        MentionCase{"Named", "Japan asked for help.", "[Japan]"},
        MentionCase{"Owner", "Japan's bridges are old.", "[Japan]"},
        MentionCase{"Demonym", "The Peruvian army came.", "[Peru]"},
        MentionCase{"Adjective", "The Texas governor came.", "[Texas]"},
        MentionCase{"Target", "They fled to Uganda.", "[Uganda]"},
        MentionCase{"Direction", "A bridge fell in northern Ghana.", "Ghana"},
        MentionCase{"Hit", "A quake rocked Cusco.", "Cusco"},
        MentionCase{"SweptThrough", "A fire swept through Cusco.", "Cusco"},
        MentionCase{"HitWith", "They hit Peru with tariffs.", "[Peru]"},
        MentionCase{"StolenFrom", "Coins were stolen from a Lima bank.", "Lima"},
        MentionCase{"SetOutFrom", "They set out on foot from Lima.", "Lima"},
        MentionCase{"MarchedFrom", "They marched from Lima to Cusco.", "Lima; [Cusco]"},
        MentionCase{"UnknownSetOutFrom", "They set out from Orskel, Peru, at dawn.",
                    "Orskel; [Peru]"},
        MentionCase{"UnknownCameFrom", "They came from Orskel, Peru, at dawn.", "[Orskel]; [Peru]"},
        MentionCase{"CameFrom", "They came from Lima.", "[Lima]"},
        MentionCase{"InTheWar", "They fell in the Peruvian civil war.", "Peru"},
        MentionCase{"InTheTalks", "They spoke in the Peru deal.", "[Peru]"},
        MentionCase{"Streets", "They took to the streets of Lima.", "Lima"},
        MentionCase{"TheCapital", "They met in the capital, Lima.", "Lima"},
        MentionCase{"Site", "The Lahore airport was shut.", "Lahore"},
        MentionCase{"SiteOwner", "The Lahore airport's owner came.", "[Lahore]"},
        MentionCase{"Heading", "CUSCO, PERU\nThe bridge fell.", "Cusco"},
        MentionCase{"TitleBeforeCue", "Roofs fell, said Sheriff Ana Ruiz of Orskel County.",
                    "[Orskel]"},
        MentionCase{"Language", "They sang in Arabic.", ""},
        MentionCase{"CommonNounInCapitals", "THEY MET IN THE CAPITAL.", ""},
        MentionCase{"UnknownBehindIn", "A bridge fell in Orskel.", "Orskel"},
        MentionCase{"UnknownWithCue", "A bridge fell in the Orskel Valley.", "Orskel"},
        MentionCase{"UnknownLake", "A boat sank on Lake Orskel.", "[Orskel]"},
        MentionCase{"CityOf", "Roofs fell in the city of Lomé.", "Lomé"},
        MentionCase{"Body", "Republicans came.", "[Republicans]"},
        MentionCase{"BodyBehindIn", "They met in the Bundestag.", "[Bundestag]"},
        MentionCase{"BodyAbroad", "The Peruvian Congress met.", "[Peru]"},
        MentionCase{"BodyOfAPlace", "Peru's Senate met.", "[Peru]"},
        MentionCase{"AirportOfACity", "They met at the Lima airport.", "Lima"},
        MentionCase{"RaceOfAState", "They met in a Texas school.", "Texas"},
        MentionCase{"TalksOnACountry", "They spoke in the Iran debate.", "[Iran]"},
        MentionCase{"LessBehindACity", "They were in Lima less than a year.", "Lima"},
        MentionCase{"BasedIn", "The firm, based in Lima, grew.", "[Lima]"},
        MentionCase{"BornIn", "She was born in Lima.", "[Lima]"},
        MentionCase{"CityOverProvince", "Police closed Pyongyang.", "[Pyongyang]"},
        MentionCase{"BareBigCity", "Police closed Shanghai for a day.", "[Shanghai]"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    NoPlaces, PlaceMentionTest,
    testing::Values(MentionCase{"CommonWord", "Most of the bridges are old.", ""},
                    MentionCase{"WordInLowerCase", "He ate turkey of the best china.", ""},
                    MentionCase{"Pronoun", "Us they will never catch.", ""},
                    MentionCase{"LastName", "Senator Abraham Lincoln voted.", ""},
                    MentionCase{"FirstName", "Chelsea Moran voted.", ""},
                    MentionCase{"PersonSpokenOf", "Edna Houston rose. Then Houston spoke.", ""},
                    MentionCase{"Outlet", "They told the New York Times.", ""},
                    MentionCase{"OutletBehindIn", "They read it in the London Herald.", ""},
                    MentionCase{"Faith", "They believe in Christian values.", ""},
                    MentionCase{"Stake", "He holds a stake in Orskel.", ""},
                    MentionCase{"Company", "He works at Velmont Inc.", ""},
                    MentionCase{"Month", "It fell in March.", ""},
                    MentionCase{"Headline", "Bridge Falls In Shocking Event", ""},
                    MentionCase{"CurrencyPrefix", "He paid US $500.", ""}),
    [](const auto& test) { return test.param.name; });

struct WhereCase {
  std::string name;
  std::string text;
  std::string place;  // of the last figure
};

class FigurePlaceTest : public testing::TestWithParam<WhereCase> {};

TEST_P(FigurePlaceTest, IsWhereItHappens) {
  EXPECT_EQ(claims_of(GetParam().text).back().place, GetParam().place);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, FigurePlaceTest,
    testing::Values(
        WhereCase{"Behind", "The blast killed 42 people in Lima.", "Lima"},
        WhereCase{"Before", "In Lima the blast killed 42 people.", "Lima"},
        WhereCase{"HeadOverSpeech", "In Lima, officials said that 42 people died.", "Lima"},
        WhereCase{
            "AndAnother",
            "LIMA - Sirens wailed.\nIt hit a gate, where 11 died, and another at a stop in Cusco.",
            "Lima"},
        WhereCase{"OtherClause",
                  "In Lima crews dug.\nThe blast killed 42 people, police said in Oslo.", "Lima"},
        WhereCase{"FromTheLead", "Crews worked all night in Lima.\nThe blast killed 42 people.",
                  "Lima"},
        WhereCase{"Dateline", "LIMA - A blast shook the city.\nIt killed 42 people.", "Lima"},
        WhereCase{"Moving", "The army sent 300 soldiers to Uganda.", "Uganda"},
        WhereCase{"LocalAuthorities", "Kenyan police said 12 people died.", "Kenya"},
        WhereCase{"CountedPlaces", "The flood hit 12 Kenyan towns.", "Kenya"},
        WhereCase{"OwnerIsPlace", "Peru owes $40 million.", "Peru"},
        WhereCase{"CentralBank", "The Bank of Japan holds $40 million.", "Japan"},
        WhereCase{"Age", "In Lima the mayor, Ana Ruiz, 44, spoke.", ""},
        WhereCase{"CompanyMoney",
                  "Velmont Inc, which has a shop in Lima, grew.\nIt earned $40 million.", ""},
        WhereCase{"PersonMoney", "Ana Ruiz came to Lima.\nRuiz earned $40 million.", ""}),
    [](const auto& test) { return test.param.name; });

TEST(PlaceTally, PrefersAPlaceWithinTheCountry) {
  const auto claims = claims_of(
      "Peru mourns. Peru weeps. In Lima crews searched. In Lima they dug.\nAll 42 tents fell.");
  EXPECT_EQ(claims.at(0).where(), "Lima");
}

TEST(FigurePlace, KeepsTheSettingOnlyWhenTheSentenceNamesNoPlace) {
  const auto claims = claims_of("In Lima 42 people died.\nVelmont Inc earned $40 million.");
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].setting, "");
  EXPECT_EQ(claims[1].place, "");
  EXPECT_EQ(claims[1].setting, "Lima");
  EXPECT_EQ(claims[1].where(), "Lima");
}

TEST(FigurePlace, IsTheNearestOfAnEndlessSentence) {
  std::string text = "Tents fell";
  for (int i = 0; i < 300; ++i) text += " in Lima, Peru, and";
  const auto claims = claims_of(text + " in Cusco 42 people died.");
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].place, "Cusco");
}

TEST(PlaceReader, ReadsAnEndlessSentence) {
  std::string text = "42 people";
  for (int i = 0; i < 50'000; ++i) text += " in Lima, Peru";
  EXPECT_FALSE(claims_of(text).empty());
}

}  // namespace
}  // namespace figured::claims
