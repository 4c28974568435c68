#include "claims/lexicon/lexicon.h"

#include <gtest/gtest.h>

#include "claims/lexicon/lexicon_reader.h"

namespace figured::claims {
namespace {

TEST(Lexicon, KnowsInflectedVerbsOfEvents) {
  const Lexicon& lexicon = Lexicon::english();
  for (const char* form : {"kill", "kills", "killed", "killing"}) {
    const Word& word = lexicon.find(form);
    ASSERT_NE(word.event, kNoIndex) << form;
    EXPECT_EQ(lexicon.event(word.event).name, "killed") << form;
  }
  EXPECT_TRUE(lexicon.find("fled").has_role(kSubjectVerb));
}

TEST(Lexicon, AnUnknownWordHasNoClass) {
  const Word& word = Lexicon::english().find("zyxgrf");
  EXPECT_EQ(word.classes, 0u);
  EXPECT_EQ(word.event, kNoIndex);
}

TEST(Lexicon, KnowsUnitsOfSeveralWords) {
  const Lexicon& lexicon = Lexicon::english();
  for (const char* written : {"square miles", "Square-Mile", "sq. mi."}) {
    UnitKey key;
    key.add(written);
    const auto names = lexicon.unit_names(key);
    ASSERT_FALSE(names.empty()) << written;
    EXPECT_EQ(lexicon.unit(names.front().unit).dimension, "area") << written;
  }
}

TEST(Lexicon, DemonymsStandForTheirCountry) {
  const Lexicon& lexicon = Lexicon::english();
  EXPECT_EQ(lexicon.place(lexicon.find("thai").place), "Thailand");
  EXPECT_TRUE(lexicon.find("thai").demonym);
  EXPECT_FALSE(lexicon.find("thailand").demonym);
}

struct GrammarCase {
  std::string text;
  std::uint16_t forms;  // all that it can be
  PartOfSpeech dominant;
};
class GrammarTest : public testing::TestWithParam<GrammarCase> {};
TEST_P(GrammarTest, KnowsWhatAFormCanBe) {
  const Word& word = Lexicon::english().find(GetParam().text);
  EXPECT_EQ(word.forms, GetParam().forms) << GetParam().text;
  EXPECT_EQ(word.dominant, GetParam().dominant) << GetParam().text;
}
constexpr auto kNoun = PartOfSpeech::kNoun;
constexpr auto kVerb = PartOfSpeech::kVerb;
constexpr auto kAdj = PartOfSpeech::kAdjective;
constexpr auto kFunc = PartOfSpeech::kFunction;
INSTANTIATE_TEST_SUITE_P(
    Cases, GrammarTest,
    testing::Values(
        GrammarCase{"visit", kNounSingular | kVerbBase, kVerb},
        GrammarCase{"injures", kVerbS, kVerb}, GrammarCase{"children", kNounPlural, kNoun},
        GrammarCase{"gunmen", kNounPlural, kNoun}, GrammarCase{"cities", kNounPlural, kNoun},
        GrammarCase{"heroes", kNounPlural, kNoun},
        GrammarCase{"aircraft", kNounSingular | kNounPlural, kNoun},
        GrammarCase{"smartphones", kNounPlural, kNoun},
        GrammarCase{"jihadists", kNounPlural, kNoun},
        GrammarCase{"killed", kVerbPast | kVerbParticiple, kVerb},
        GrammarCase{"fled", kVerbPast | kVerbParticiple, kVerb},
        GrammarCase{"fleeing", kVerbIng, kVerb}, GrammarCase{"occurring", kVerbIng, kVerb},
        GrammarCase{"went", kVerbPast, kVerb}, GrammarCase{"undertook", kVerbPast, kVerb},
        GrammarCase{"overthrown", kVerbParticiple, kVerb},
        GrammarCase{"echoes", kNounPlural | kVerbS, kNoun},
        GrammarCase{"carries", kNounPlural | kVerbS, kVerb},
        GrammarCase{"deadlier", kComparative, kAdj}, GrammarCase{"happiest", kSuperlative, kAdj},
        GrammarCase{"reportedly", kAdverbForm, PartOfSpeech::kAdverb}, GrammarCase{"the", 0, kFunc},
        GrammarCase{"in", 0, kFunc}, GrammarCase{"may", 0, kFunc},
        GrammarCase{"including", kVerbIng, kFunc},
        GrammarCase{"seventy", 0, PartOfSpeech::kNumeral},
        GrammarCase{"hundreds", 0, PartOfSpeech::kNumeral},
        GrammarCase{"zyxgrf", 0, PartOfSpeech::kUnknown}),
    [](const auto& test) { return test.param.text; });

TEST(Grammar, AWordIsFoundInAnyCase) {
  const Lexicon& lexicon = Lexicon::english();
  for (const char* text : {"Earthquakes", "EARTHQUAKES", "earthQuakes"}) {
    EXPECT_TRUE(lexicon.find(text).can_be(kNounPlural)) << text;
  }
}

TEST(Grammar, SaysHowSureItIs) {
  const Lexicon& lexicon = Lexicon::english();
  EXPECT_TRUE(lexicon.find("soldiers").is_surely(kNoun));
  EXPECT_TRUE(lexicon.find("leaves").is_likely(kVerb));
  EXPECT_FALSE(lexicon.find("leaves").is_surely(kVerb));
  EXPECT_FALSE(lexicon.find("report").is_likely(kNoun));
}

struct TopicCase {
  std::string text;
  Topic topic;
};
class TopicTest : public testing::TestWithParam<TopicCase> {};
TEST_P(TopicTest, KnowsWhatANounStandsFor) {
  const Word& word = Lexicon::english().find(GetParam().text);
  EXPECT_EQ(word.topic, GetParam().topic) << GetParam().text;
  EXPECT_TRUE(word.can_mean(GetParam().topic)) << GetParam().text;
}
INSTANTIATE_TEST_SUITE_P(
    Cases, TopicTest,
    testing::Values(TopicCase{"nurses", Topic::kPerson}, TopicCase{"persons", Topic::kPerson},
                    TopicCase{"battalion", Topic::kGroup}, TopicCase{"committees", Topic::kGroup},
                    TopicCase{"helicopter", Topic::kArtifact}, TopicCase{"villages", Topic::kGroup},
                    TopicCase{"province", Topic::kLocation}, TopicCase{"miles", Topic::kQuantity},
                    TopicCase{"weeks", Topic::kTime}, TopicCase{"money", Topic::kPossession},
                    TopicCase{"camels", Topic::kAnimal}, TopicCase{"earthquake", Topic::kEvent},
                    TopicCase{"rescue", Topic::kAct}, TopicCase{"sheep", Topic::kAnimal}),
    [](const auto& test) { return test.param.text; });

TEST(Grammar, TellsNamesFromNouns) {
  const Lexicon& lexicon = Lexicon::english();
  EXPECT_TRUE(lexicon.find("damascus").is_only_name());
  EXPECT_EQ(lexicon.find("turkey").naming, kCommonNoun | kNameNoun);
  EXPECT_EQ(lexicon.find("tuesday").naming, kCapitalNoun);
  EXPECT_TRUE(lexicon.find("norwegians").can_be(kNounPlural));
  EXPECT_FALSE(lexicon.find("londons").can_be(kNounForms));
}

struct BaseCase {
  std::string text;
  std::string noun;
  std::string verb;
};
class BaseFormTest : public testing::TestWithParam<BaseCase> {};
TEST_P(BaseFormTest, GivesTheBaseForm) {
  const Lexicon& lexicon = Lexicon::english();
  EXPECT_EQ(lexicon.singular(GetParam().text), GetParam().noun);
  EXPECT_EQ(lexicon.verb_base(GetParam().text), GetParam().verb);
}
INSTANTIATE_TEST_SUITE_P(
    Cases, BaseFormTest,
    testing::Values(BaseCase{"Houses", "house", "house"}, BaseCase{"men", "man", "men"},
                    BaseCase{"MICE", "mouse", "mice"}, BaseCase{"ferries", "ferry", "ferry"},
                    BaseCase{"firemen", "fireman", "firemen"}, BaseCase{"lives", "life", "live"},
                    BaseCase{"fled", "fled", "flee"}, BaseCase{"taken", "taken", "take"},
                    BaseCase{"dying", "dying", "die"}, BaseCase{"sheep", "sheep", "sheep"},
                    BaseCase{"crises", "crisis", "crises"},
                    BaseCase{"Zyxgrfs", "zyxgrfs", "zyxgrfs"}, BaseCase{"", "", ""}),
    [](const auto& test) { return test.param.text.empty() ? "Empty" : test.param.text; });

struct VerbCase {
  std::string name;
  std::string written;
  std::string forms;
};
class InflectVerbTest : public testing::TestWithParam<VerbCase> {};
TEST_P(InflectVerbTest, GivesAllForms) {
  const VerbForms f = inflect_verb(GetParam().written);
  EXPECT_EQ(f.base + ' ' + f.s_form + ' ' + f.past + ' ' + f.participle + ' ' + f.ing_form,
            GetParam().forms);
}
INSTANTIATE_TEST_SUITE_P(
    Cases, InflectVerbTest,
    testing::Values(VerbCase{"Regular", "kill", "kill kills killed killed killing"},
                    VerbCase{"FinalE", "rescue", "rescue rescues rescued rescued rescuing"},
                    VerbCase{"FinalY", "bury", "bury buries buried buried burying"},
                    VerbCase{"Hiss", "dispatch",
                             "dispatch dispatches dispatched dispatched dispatching"},
                    VerbCase{"Irregular", "slay(slew,slain)", "slay slays slew slain slaying"},
                    VerbCase{"GivenIng", "die(died,dies,dying)", "die dies died died dying"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::claims
