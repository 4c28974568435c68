#include "claims/speakers/speaker_reader.h"

#include <gtest/gtest.h>

#include <vector>

namespace figured::claims {
namespace {

// Who says each number of the text, joined by " | "; "-" is the article itself.
// `kind` picks what is told of them.
std::string told_of_numbers(std::string_view text, std::string ReadSpeaker::*kind) {
  const Tokens tokens = tokenize(text, Lexicon::english());
  const SpeakerReader reader(tokens);
  std::string told;
  for (std::size_t i = 0; i < tokens.sentences.size(); ++i) {
    for (auto at = tokens.sentences[i].first; at < tokens.sentences[i].last; ++at) {
      if (tokens.tokens[at].kind != TokenKind::kNumber) continue;
      const ReadSpeaker read = reader.speaker(i, static_cast<int>(at));
      if (!told.empty()) told += " | ";
      told += (read.*kind).empty() ? "-" : read.*kind;
    }
  }
  return told;
}

struct SpeakerCase {
  std::string name;
  std::string text;
  std::string speakers;
};

void PrintTo(const SpeakerCase& row, std::ostream* out) { *out << row.text; }

class NearestSpeakerTest : public testing::TestWithParam<SpeakerCase> {};

TEST_P(NearestSpeakerTest, IsNearestToTheFigure) {
  EXPECT_EQ(told_of_numbers(GetParam().text, &ReadSpeaker::speaker), GetParam().speakers);
}

const std::vector<SpeakerCase>& before_the_content() {
  static const std::vector<SpeakerCase> rows = {
      {"Noun", "Police said 42 people were hurt.", "Police"},
      {"NounWithArticle", "The police said 42 people were hurt.", "police"},
      {"NumberedNoun", "One official said more than 42 people were hurt.", "official"},
      {"Name", "Nadia Torval said 42 people were hurt.", "Nadia Torval"},
      {"OneWordName", "Torval said 42 people were hurt.", "Torval"},
      {"That", "Torval said that 42 people were hurt.", "Torval"},
      {"Present", "Officials say 42 people were hurt.", "Officials"},
      {"PresentSingular", "The mayor says 42 people were hurt.", "mayor"},
      {"Progressive", "The Gazette is reporting that 42 people were hurt.", "Gazette"},
      {"Perfect", "The ministry has confirmed 42 deaths.", "ministry"},
      {"Adverb", "The ministry also confirmed 42 deaths.", "ministry"},
      {"Weekday", "Police on Friday said 42 people were hurt.", "Police"},
      {"WeekdayBehind", "Police said Friday 42 people were hurt.", "Police"},
      {"InAStatement", "The ministry said in a statement that 42 people were hurt.", "ministry"},
      {"Told", "Torval told reporters that 42 people were hurt.", "Torval"},
      {"ToldAnAgency", "Torval told AFP 42 people were hurt.", "Torval"},
      {"DeniedAsARefusal", "It cost $42 million after it was denied by Congress.", "-"},
      {"Opening", "On Monday, police said 42 people were hurt.", "police"},
      {"OpeningWithFigure", "After a blaze that killed 7, police said 42 were hurt.", "- | police"},
      {"FilingWithoutComma", "In a filing with the court Torval said he bought 42 shares.",
       "Torval"},
      {"Title", "Finance Minister Nadia Torval said the deficit was 42 billion.",
       "Finance Minister Nadia Torval"},
      {"LowerTitle", "Ministry spokesman Edo Brann said 42 people were hurt.", "Edo Brann"},
      {"ShortTitle", "Iowa Gov. Nadia Torval said 42 people were hurt.", "Iowa Gov. Nadia Torval"},
      {"Doctor", "Dr. Edo Brann said 42 people were hurt.", "Dr. Edo Brann"},
      {"Month", "Edo May said 42 people were hurt.", "Edo May"},
      {"Body", "The U.S. Bureau of Fishery Statistics said 42 boats were lost.",
       "U.S. Bureau of Fishery Statistics"},
      {"BodyFor", "The Centers for Flood Control and Prevention said 42 dams were full.",
       "Centers for Flood Control and Prevention"},
      {"BodyAnd", "The Ports and Harbour Commission said 42 boats were lost.",
       "Ports and Harbour Commission"},
      {"Country", "The United States said it would withdraw 42 guards.", "United States"},
      {"OwnedNoun", "Norway's government says 42 boats were lost.", "Norway's government"},
      {"NounOfPlace", "Officials in Bergen said 42 boats were lost.", "Officials in Bergen"},
      {"SpokesmanFor", "A spokesman for Torval Holdings said 42 jobs would go.",
       "spokesman for Torval Holdings"},
      {"PersonOf", "Edo Brann of the Harbour Trust said 42 boats were lost.", "Edo Brann"},
      {"Modifiers", "Airline spokesmen said 42 flights were cancelled.", "Airline spokesmen"},
      {"Monitoring", "The groups monitoring the fighting said 42 people were hurt.",
       "groups monitoring the fighting"},
      {"Two", "Police and witnesses said 42 people were hurt.", "Police and witnesses"},
      {"TwoNames", "Nadia Torval and Edo Brann said 42 people were hurt.",
       "Nadia Torval and Edo Brann"},
      {"NumberedChannel", "Channel 10 said 42 people were hurt.", "- | Channel 10"},
      {"Ticker", "Torval Holdings Ltd <TVH.L> said it bought 42 mln shares.",
       "Torval Holdings Ltd"},
      {"Acronym", "The Harbour Trust (HT) said 42 boats were lost.", "Harbour Trust"},
      {"Age", "Edo Brann, 51, said 42 boats were lost.", "- | Edo Brann"},
      {"Apposition", "Edo Brann, a former diver, said 42 boats were lost.", "Edo Brann"},
      {"LongApposition",
       "Edo Brann, who led the Navy, the Coast Guard and the port, said 42 boats were lost.",
       "Edo Brann"},
      {"NameInApposition", "The prime minister, Nadia Torval, said 42 boats were lost.",
       "Nadia Torval"},
      {"OfPlace", "Edo Brann, of Bergen, said the storm sank 42 boats.", "Edo Brann"},
      {"Party", "Torval, a Democrat, said in July he had repaid $42,000.", "Torval"},
      {"Dashes", "Edo Brann \xE2\x80\x94 a diver \xE2\x80\x94 said 42 boats were lost.",
       "Edo Brann"},
      {"Both", "Radio Bergen and Radio Oslo both said 42 boats were lost.",
       "Radio Bergen and Radio Oslo"},
      {"Expected", "Economists had expected 42,000 new jobs.", "Economists"},
      {"CompanyExpects", "The company expects to open 42 shops.", "-"},
      {"Projected", "Analysts project 42 percent growth.", "Analysts"},
      {"Vowed", "Torval vowed to build 42 schools.", "Torval"},
      {"Estimated", "The agency estimated that 42,000 homes had no light.", "agency"},
      {"Reported", "The ministry reported 42 new cases.", "ministry"},
      {"ReportedToTheEnd", "The Gazette reported Tuesday that 42 people were hurt.", "Gazette"},
      {"PutAt", "Police put the crowd at 42,000.", "Police"},
      {"PutNumberAt", "Witnesses put the number of dead at about 42.", "Witnesses"},
      {"WithPutting", "The march was large, with police putting the crowd at 42,000.", "police"},
      {"FoundPercent", "Researchers found 42 percent of the fish were ill.", "Researchers"},
      {"WroteOn", "Torval wrote on Twitter that 42 people were hurt.", "Torval"},
      {"Tweeted", "Torval tweeted that 42 people were hurt.", "Torval"},
      {"AddedThat", "Torval added that 42 people were hurt.", "Torval"},
      {"QuotedAsSaying", "The Gazette quoted Edo Brann as saying that 42 boats were lost.",
       "Edo Brann"},
      {"WasQuotedAsSaying", "Edo Brann was quoted by the Gazette as saying 42 boats were lost.",
       "Edo Brann"},
      {"ToldBy", "The court was told by Edo Brann that 42 boats were lost.", "Edo Brann"},
      {"Who", "The report angered Edo Brann, who said 42 boats were lost.", "Edo Brann"},
      {"WhoEnds", "Edo Brann, who said last week that he was ill, sold 42 boats.", "-"},
      {"Headline", "Police: 42 boats lost", "Police"},
      {"Inherited", "Torval said the storm was over, adding that 42 boats were lost.", "Torval"},
      {"AndSaid", "Torval flew home and said 42 boats were lost.", "Torval"},
      {"SayingOfTheClause",
       "The police denied it before the army changed course, saying 42 "
       "soldiers were hurt.",
       "army"},
  };
  return rows;
}

const std::vector<SpeakerCase>& behind_the_content() {
  static const std::vector<SpeakerCase> rows = {
      {"Noun", "At least 42 people were hurt, police said.", "police"},
      {"Weekday", "At least 42 people were hurt, police said Monday.", "police"},
      {"Place", "At least 42 people were hurt, a hospital spokesman said in Bergen.",
       "hospital spokesman"},
      {"Interview", "The port lost 42 boats, Torval said in an interview with the Gazette.",
       "Torval"},
      {"ToldAnAgency", "The port lost 42 boats, Torval told AFP.", "Torval"},
      {"ClockTime", "Winds reached 42 mph, the Storm Center said in its 2 p.m. advisory.",
       "Storm Center | -"},
      {"NameNoun", "The port lost 42 boats, lead manager Torval Holdings Ltd said.",
       "Torval Holdings Ltd"},
      {"BodyStop", "The port lost 42 boats, the U.S. Fishery Service reported today.",
       "U.S. Fishery Service"},
      {"Inverted", "The port lost 42 boats, said Nadia Torval.", "Nadia Torval"},
      {"InvertedOffice", "The port lost 42 boats, said Nadia Torval, a spokeswoman for the Trust.",
       "Nadia Torval"},
      {"InvertedFigureInOffice",
       "The port lost its boats, said Nadia Torval, chair of a union of 42 crews.", "-"},
      {"InvertedRole", "The port lost 42 boats, said harbour spokesman Edo Brann.", "Edo Brann"},
      {"InvertedDoctor", "The ward lost 42 beds, said Dr. Edo Brann, its director.",
       "Dr. Edo Brann"},
      {"InvertedNoun", "The port lost 42 boats, said a fisherman.", "fisherman"},
      {"According", "The port lost 42 boats, according to the harbour police.", "harbour police"},
      {"AccordingNoComma", "The port lost 42 boats according to Torval.", "Torval"},
      {"AccordingFirst", "According to Torval, the port lost 42 boats.", "Torval"},
      {"AccordingToReport", "The port lost 42 boats, according to a report by the Harbour Trust.",
       "report by the Harbour Trust"},
      {"AccordingToTheLeader",
       "The port lost 42 boats, according to the group's leader, Nadia Torval.", "Nadia Torval"},
      {"AccordingToOneOf",
       "The port lost 42 boats, according to one of its agencies, Harbour Watch.", "Harbour Watch"},
      {"AccordingToPapers", "The port lost 42 boats, according to court papers.", "court papers"},
      {"Amid", "At least 42 people, police said, were hurt.", "police"},
      {"AmidEarly", "The toll, Torval said, was 42.", "Torval"},
      {"LateDay", "At least 42 people were held, Torval said late Sunday night.", "Torval"},
      {"LastWeek", "The army last week said that 42 soldiers were hurt.", "army"},
      {"Service", "Some 42 flights were late, tracking service FlightWatch reported.",
       "FlightWatch"},
      {"Owned",
       "At least 42 people were hurt, Norway's Defence Minister Nadia Torval told a news "
       "conference Thursday.",
       "Defence Minister Nadia Torval"},
      {"Office", "Some 42 people were sent home, the Bergen Governor's Office said.",
       "Bergen Governor's Office"},
      {"Capitals", "AT LEAST 42 PEOPLE WERE HURT, THE POLICE REPORTED.", "POLICE"},
      {"AsPer", "The port lost 42 boats as per the Harbour Trust.", "Harbour Trust"},
      {"OneOfThem", "One of them, 42-year-old Nadia Torval, told the Gazette she was ill.", "-"},
      {"OneOfThemSaid", "One of them, Nadia Torval, told the Gazette that 42 boats were lost.",
       "Nadia Torval"},
      {"May", "\"We assess that 42 people were hurt,\" May said.", "May"},
      {"InvertedAtTheHead", "But, says Nadia Torval, 42 boats were lost.", "Nadia Torval"},
      {"WebSite", "Edo Brann of boatwatch.com calculates that 42 boats were lost.", "Edo Brann"},
      {"Bracket", "The port lost 42 boats (Torval says).", "Torval"},
      {"ByAgent", "The 42 deaths reported by the ministry shocked the town.", "ministry"},
      {"OwnFigures", "The port lost 42 boats, the ministry's figures show.", "ministry's figures"},
      {"Citing", "The Gazette said 42 boats were lost, citing fishermen.", "Gazette"},
      {"Quoted", "\"We lost 42 boats,\" Torval said.", "Torval"},
      {"QuotedInverted", "\"We lost 42 boats,\" said Torval.", "Torval"},
      {"QuotedAdded", "\"We lost 42 boats,\" added Torval.", "Torval"},
      {"QuotedAge", "\"We lost our boats,\" said Edo Brann, 42.", "-"},
      {"QuotedAgeBefore", "\"We lost our boats,\" the 42-year-old Brann told the Gazette.", "-"},
      {"QuotedApostrophe",
       "\xE2\x80\x9CWe didn\xE2\x80\x99t get 42 feet of water,\xE2\x80\x9D Torval said.", "Torval"},
      {"QuotedOnBothSides", "\"We lost 42 boats,\" Torval said, \"and 7 cars.\"",
       "Torval | Torval"},
      {"QuotedThenTold", "\"We were lucky,\" Torval said after the storm sank 42 boats.", "-"},
      {"ColonAndQuotation", "Torval said: \"We lost 42 boats.\"", "Torval"},
      {"QuotedInside", "\"The doctors say 42 people were hurt,\" Torval said.", "doctors"},
      {"Signed", "We lost 42 boats. Sad! \xE2\x80\x94 Nadia Torval (@ntorval) March 22, 2018",
       "Nadia Torval | - | -"},
  };
  return rows;
}

const std::vector<SpeakerCase>& two_sayings() {
  static const std::vector<SpeakerCase> rows = {
      {"ButPut", "Police said 42 people were hurt, but witnesses put the number at 60.",
       "Police | witnesses"},
      {"ButSaid", "Police said 42 people were hurt, but doctors said 60 were.", "Police | doctors"},
      {"ButBehind", "Police said 42 people were hurt, but 60 were treated, doctors said.",
       "Police | doctors"},
      {"Behind", "The blast hurt 42 people, police said, while 60 were treated, doctors said.",
       "police | doctors"},
      {"AccordingTwice",
       "The blast hurt 42 people, according to police, and 60, according to doctors.",
       "police | doctors"},
      {"Nested", "Torval said the ministry had reported 42 cases.", "ministry"},
      {"Chain", "The Gazette reported that Torval said 42 boats were lost.", "Torval"},
      {"ChainBehind", "Torval said the storm sank 42 boats, the Gazette reported.", "Torval"},
      {"DocumentsAndPeople",
       "In papers filed with the court on Friday, prosecutors said 42 boats were sold.",
       "prosecutors"},
      {"StatedWithin", "Torval said it is less than the 42 boats reported by the Gazette.",
       "Gazette"},
      {"Antecedent", "He led a crew of 42 men that prosecutors say sank the boat.", "prosecutors"},
      {"RelativeInside", "Edo Brann, who leads 7 crews, said 42 boats were lost.", "- | Edo Brann"},
      {"OfficeInside", "Edo Brann, whose firm was in the inquiry, said 42 boats were lost.",
       "Edo Brann"},
  };
  return rows;
}

const std::vector<SpeakerCase>& documents() {
  static const std::vector<SpeakerCase> rows = {
      {"Poll", "A Harbour University poll showed Torval at 42 percent.", "Harbour University poll"},
      {"NamedPoll", "A new Harbour University Poll released Friday found 42 percent for it.",
       "Harbour University Poll"},
      {"NamedPollOfTwo", "A Coast Radio/Evening Post poll showed 42 percent for it.",
       "Coast Radio/Evening Post poll"},
      {"BureauIsNoPoll", "The Bureau of Harbour Statistics said 42 boats were lost.",
       "Bureau of Harbour Statistics"},
      {"ReportLastYear", "A report by the Harbour Trust last year found 42 leaks.",
       "report by the Harbour Trust"},
      {"PollFound", "The poll found 42 percent in favour.", "poll"},
      {"ReportSaid", "The report said 42 boats were lost.", "report"},
      {"ReportBy", "A report by the Harbour Trust found 42 boats were lost.",
       "report by the Harbour Trust"},
      {"DataFrom", "Data from the Harbour Trust show 42 boats were lost.",
       "Data from the Harbour Trust"},
      {"DataCompiled", "Data compiled by the Harbour Trust showed 42 boats were lost.",
       "Data compiled by the Harbour Trust"},
      {"PollReleased", "A Harbour Times poll released last week showed 42 percent in favour.",
       "Harbour Times poll"},
      {"PublishedIn", "A Bergen study published in the Harbour Journal put the toll at 42.",
       "Bergen study published in the Harbour Journal"},
      {"Apposition", "The survey, taken in May, found 42 percent in favour.", "survey"},
      {"Indictment", "The indictment alleges that Brann took $42,000.", "indictment"},
      {"Behind", "Brann took $42,000, the indictment said.", "indictment"},
      {"DocumentsSay", "Brann took $42,000, court documents say.", "court documents"},
      {"Showing", "The ministry released figures showing 42 boats were lost.", "figures"},
      {"Statement", "On Monday Torval released a statement saying that 42 boats were lost.",
       "Torval"},
      {"ReportPosted", "A report posted online last night suggested that 42 boats were lost.",
       "report"},
      {"PollOn", "An exit poll on Channel 12 says 42 percent are in favour.",
       "- | exit poll on Channel 12"},
      {"Bureau", "Boats fell to 42 in May, the Bureau of Fishery Statistics said this morning.",
       "Bureau of Fishery Statistics"},
      {"NoSpeech", "The report runs to 42 pages.", "-"},
      {"CountShown", "The storm showed 42 mph winds.", "-"},
  };
  return rows;
}

const std::vector<SpeakerCase>& no_speech() {
  static const std::vector<SpeakerCase> rows = {
      {"Plain", "The blast killed 42 people.", "-"},
      {"BelieveIn", "Torval believes in 42 gods.", "-"},
      {"ClaimedLives", "The storm claimed 42 lives.", "-"},
      {"Reportedly", "The blast reportedly killed 42 people.", "-"},
      {"IsSaidTo", "He is said to own 42 boats.", "-"},
      {"ItWasReported", "It was reported that 42 boats were lost.", "-"},
      {"AnEstimated", "An estimated 42,000 people fled.", "-"},
      {"Posted", "The company posted net income of 42 mln dlrs.", "-"},
      {"Added", "The company added 42 jobs.", "-"},
      {"Recalled", "The company recalled 42 cars.", "-"},
      {"Admitted", "The hospital admitted 42 patients.", "-"},
      {"Conceded", "The team conceded 42 goals.", "-"},
      {"Found", "Police found 42 boats.", "-"},
      {"Mentioned", "The Gazette mentioned the storm 42 times.", "-"},
      {"Responded", "The harbour police responded to the blaze with 42 boats.", "-"},
      {"Declared", "Presidents have declared an emergency 42 times.", "-"},
      {"WillAnnounce", "Torval will announce 42 winners.", "-"},
      {"DidNotSay", "Torval did not say how 42 boats were lost.", "-"},
      {"States", "The storm hit 42 states.", "-"},
      {"UnitedStates", "Flights from the United States carried 42 men.", "-"},
      {"AllTold", "All told, the blast killed 42 people.", "-"},
      {"NewTaxesDemandedBy", "The 42 reforms demanded by the fund are hard.", "-"},
      {"WeOurselves", "We estimate that 42 boats were lost.", "-"},
      {"Title", "The film \"The 42 Steps\" opened.", "-"},
      {"ScareQuotes", "The \"42 percent\" plan failed.", "-"},
      {"Figures", "The figures of the 42 dancers were slim.", "-"},
      {"BeforeTheSaying", "With 42 boats lost, Torval said the season was over.", "-"},
      {"WhatHeSaid", "Brann posted what he said were pictures of the storm, which sank 42 boats.",
       "-"},
  };
  return rows;
}

const std::vector<SpeakerCase>& held_by_others() {
  static const std::vector<SpeakerCase> rows = {
      {"ObjectOfARelative", "Officials who met drivers told the Gazette 42 boats were lost.",
       "Officials"},
      {"PlaceOfARelative", "Residents who fled the town said 42 boats were lost.", "Residents"},
      {"WithKnowledge",
       "Officials with knowledge of a raid that angered farmers and miners told the Gazette that "
       "42 boats were lost.",
       "Officials with knowledge of a raid"},
      {"Perfect", "Sailors who had left the port said 42 boats were lost.", "Sailors"},
      {"ThatWhichActed", "The report that angered officials said 42 boats were lost.", "report"},
      {"Working", "A broker working for a rival bank said 42 boats were lost.",
       "broker working for a rival bank"},
      {"WorkingClosely", "A broker working closely with a rival bank said 42 boats were lost.",
       "broker working closely with a rival bank"},
      {"Monitoring", "Groups monitoring the toll said 42 boats were lost.",
       "Groups monitoring the toll"},
      {"Compiled", "Data compiled by Torval show 42 boats were lost.", "Data compiled by Torval"},
      {"SaysOfHim", "The man who police said stole 42 boats fled.", "police"},
      {"SaidThat", "Torval said that wounded soldiers told her 42 boats were lost.",
       "wounded soldiers"},
      {"NameOnThe", "It came on the heels of a Coast Radio report. Police said 42.", "Police"},
      {"NoVerbAsSpeaker", "Police say Torval fled the port in order to avoid telling of 42 boats.",
       "Police"}};
  return rows;
}

const std::vector<SpeakerCase>& sources_of_lists() {
  static const std::vector<SpeakerCase> rows = {
      {"List", "TOLLS\n• 42% pay.\n• 12% do not.\nSource: A Delta Institute poll of drivers.",
       "Delta Institute poll of drivers | Delta Institute poll of drivers"},
      {"Dashes", "TOLLS\n- 42% pay.\n- 12% do not.\nSource: the ministry", "ministry | ministry"},
      {"OnlyItems", "It lost 7 boats.\n• 42% pay.\nSource: the ministry", "- | ministry"},
      {"NoList", "It lost 7 boats.\nSource: the ministry", "-"},
      {"ItsOwnSpeaker", "• 42% pay, police said.\nSource: the ministry", "police"},
      {"NoSource", "• 42% pay.\n• 12% do not.", "- | -"}};
  return rows;
}

const std::vector<SpeakerCase>& across_sentences() {
  static const std::vector<SpeakerCase> rows = {
      {"He", "Edo Brann said the sea was calm. He said 42 boats were lost.", "Edo Brann"},
      {"ThePoll",
       "A Delta Institute poll showed 12 percent for it. The poll found 42 percent against.",
       "Delta Institute poll | Delta Institute poll"},
      {"AnotherDocument", "A Delta Institute poll showed 12 percent. The report found 42 percent.",
       "Delta Institute poll | report"},
      {"SheFromSubject", "Nadia Torval came late. She said 42 boats were lost.", "Nadia Torval"},
      {"They", "Fishermen said the sea was calm. They said 42 boats were lost.", "Fishermen"},
      {"TheyBehind", "Traders said the price fell. It may reach 42, they said.", "Traders"},
      {"HeIsNoPlural", "Edo Brann came. Investigators are at work. He said 42 boats were lost.",
       "Edo Brann"},
      {"UnknownHe", "He said 42 boats were lost.", "-"},
      {"TheCompany", "Torval Holdings Ltd bought a pier. The company said it paid 42 mln dlrs.",
       "Torval Holdings Ltd"},
      {"ItSaid", "Torval Holdings Ltd bought a pier. It said the price was 42 mln dlrs.",
       "Torval Holdings Ltd"},
      {"TheNewsNetwork",
       "Harbour News said the storm was over. The news network said 42 boats "
       "were lost.",
       "Harbour News"},
      {"TheMinistryIsNoAgency",
       "The port lost 7 boats, the fishery ministry said. It lost 42 boats, the rescue agency "
       "said.",
       "fishery ministry | rescue agency"},
      {"AnotherAgency",
       "The port lost 7 boats, the Storm Agency said. It lost 42 boats, the rescue agency said.",
       "Storm Agency | rescue agency"},
      {"TheAgency",
       "The port lost 7 boats, the Storm Agency said. It lost 42 boats, the agency said.",
       "Storm Agency | Storm Agency"},
      {"TheStormAgency",
       "The Storm Agency of the North said it lost 7 boats. It lost 42, the storm agency "
       "said.",
       "Storm Agency of the North | Storm Agency of the North"},
      {"TheGroup", "The port lost 7 boats, a local charity said. It lost 42 boats, the group said.",
       "local charity | local charity"},
      {"DatelineIsNoBody",
       "SANVALLI - The council met on Monday. It lost 42 boats, the agency said.", "agency"},
      {"SubjectBehindDateline",
       "SANVALLI, Norland (AP) \u2014 The Storm Agency met on Monday. It said 42 boats were lost.",
       "Storm Agency"},
      {"OpeningBehindDateline",
       "BERGEN - In May, the Storm Agency met. It said 42 boats were lost.", "Storm Agency"},
      {"NameBeforeDash",
       "NATO - the alliance of the north - met on Monday. It said 42 boats were lost.", "NATO"},
      {"TheCommission",
       "The Bergen Harbour Commission met. The mayor left. The commission said 42 boats were "
       "lost.",
       "Bergen Harbour Commission"},
      {"TheGovernor", "Gov. Nadia Torval came late. Later the governor said 42 boats were lost.",
       "Gov. Nadia Torval"},
      {"TheHospital", "Torval Holdings Ltd bought a pier. The hospital said 42 beds were full.",
       "hospital"},
      {"FullName", "Edo Brann came late. Brann said 42 boats were lost.", "Edo Brann"},
      {"FullNameOfMr", "Edo Brann came late. Mr. Brann said 42 boats were lost.", "Edo Brann"},
      {"Haltingly", "Norwegian newspaper Dagposten is on strike. It says 42 boats were lost.",
       "Dagposten"},
      {"QuotationBehind", "Torval said the sea was rough. \"We lost 42 boats in an hour.\"",
       "Torval"},
      {"QuotationGoesOn", "\"We lost 42 boats in an hour. It was terrible,\" Torval said.",
       "Torval"},
      {"QuotationAfterSaying", "\"It was terrible,\" Torval said. \"We lost 42 boats in an hour.\"",
       "Torval"},
      {"NextParagraph",
       "\"It was terrible,\" Torval said.\n\"We lost 42 boats in an hour that night.\"", "Torval"},
      {"OpenQuotation",
       "Torval said: \"It was terrible.\n\"We lost 42 boats in an hour that night.\"", "Torval"},
      {"NoQuotation", "Torval said the sea was rough. The storm sank 42 boats.", "-"},
      {"Transcript", "Nadia Torval spoke first.\nTORVAL: We lost 42 boats. The sea was rough.",
       "Nadia Torval"},
      {"Heading", "Key facts: 42 boats were lost.", "-"},
      {"SignedParagraph", "We lost 42 boats.\n\xE2\x80\x94 Nadia Torval (@ntorval) March 22, 2018",
       "Nadia Torval | - | -"},
      {"Contraction", "We've found that 42 boats were lost.", "-"},
      {"ContractionSaid", "We've said that 42 boats were lost.", "-"},
      {"FirstPerson", "I saw 42 boats go down.", "-"},
  };
  return rows;
}

const auto named = [](const testing::TestParamInfo<SpeakerCase>& test) { return test.param.name; };

INSTANTIATE_TEST_SUITE_P(Before, NearestSpeakerTest, testing::ValuesIn(before_the_content()),
                         named);
INSTANTIATE_TEST_SUITE_P(Behind, NearestSpeakerTest, testing::ValuesIn(behind_the_content()),
                         named);
INSTANTIATE_TEST_SUITE_P(TwoSayings, NearestSpeakerTest, testing::ValuesIn(two_sayings()), named);
INSTANTIATE_TEST_SUITE_P(Documents, NearestSpeakerTest, testing::ValuesIn(documents()), named);
INSTANTIATE_TEST_SUITE_P(HeldByOthers, NearestSpeakerTest, testing::ValuesIn(held_by_others()),
                         named);
INSTANTIATE_TEST_SUITE_P(SourcesOfLists, NearestSpeakerTest, testing::ValuesIn(sources_of_lists()),
                         named);
INSTANTIATE_TEST_SUITE_P(NoSpeech, NearestSpeakerTest, testing::ValuesIn(no_speech()), named);
INSTANTIATE_TEST_SUITE_P(AcrossSentences, NearestSpeakerTest, testing::ValuesIn(across_sentences()),
                         named);

TEST(SpeakerReader, OriginIsWhomTheSpeakerCites) {
  const std::string_view text = "The Gazette said 42 boats were lost, citing fishermen.";
  EXPECT_EQ(told_of_numbers(text, &ReadSpeaker::speaker), "Gazette");
  EXPECT_EQ(told_of_numbers(text, &ReadSpeaker::origin), "fishermen");
}

TEST(SpeakerReader, IsExplainedByItsWords) {
  const std::string_view text = "The port lost 42 boats, harbour police said.";
  const Tokens tokens = tokenize(text, Lexicon::english());
  const ReadSpeaker read = SpeakerReader(tokens).speaker(0, 3);
  EXPECT_EQ(text.substr(read.words.start, read.words.end - read.words.start),
            "harbour police said");
  EXPECT_FALSE(read.rule.empty());
}

TEST(SpeakerReader, FromAnotherSentenceHasNoWordsHere) {
  const std::string_view text = "Torval said so. \"We lost 42 boats in an hour.\"";
  const Tokens tokens = tokenize(text, Lexicon::english());
  const ReadSpeaker read = SpeakerReader(tokens).speaker(1, 7);
  EXPECT_EQ(read.speaker, "Torval");
  EXPECT_EQ(read.words, Span{});
}

}  // namespace
}  // namespace figured::claims
