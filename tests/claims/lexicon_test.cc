#include "claims/lexicon.h"

#include <gtest/gtest.h>

#include "claims/lexicon_reader.h"

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
  const std::int16_t unit = lexicon.find_unit("square miles");
  ASSERT_NE(unit, kNoIndex);
  EXPECT_EQ(lexicon.unit(unit).dimension, "area");
}

TEST(Lexicon, DemonymsStandForTheirCountry) {
  const Lexicon& lexicon = Lexicon::english();
  EXPECT_EQ(lexicon.place(lexicon.find("thai").place), "Thailand");
  EXPECT_TRUE(lexicon.find("thai").demonym);
  EXPECT_FALSE(lexicon.find("thailand").demonym);
}

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
