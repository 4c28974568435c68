#include "claims/text/verb_subject.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

struct SubjectCase {
  std::string name;
  std::string text;
  std::string measures;  // of the figures in order
};

class VerbSubjectTest : public testing::TestWithParam<SubjectCase> {};

// What befell somebody else befell nobody that is counted.
TEST_P(VerbSubjectTest, GoesWithItsOwnSubject) {
  std::string measures;
  for (const Claim& claim : claims_of(GetParam().text)) {
    if (!measures.empty()) measures += ", ";
    measures += claim.measure;
  }
  EXPECT_EQ(measures, GetParam().measures);
}

std::string name_of_case(const testing::TestParamInfo<SubjectCase>& test) {
  return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Another, VerbSubjectTest,
    testing::Values(
        SubjectCase{"Relative", "A man who shot two women was arrested.", "people.shot"},
        SubjectCase{"PluralRelative", "Men who shot two women were arrested.", "people.shot"},
        SubjectCase{"RelativeThat", "The blast that hurt nine clerks was reported at dawn.",
                    "people.injured"},
        SubjectCase{"Preposition", "A clerk who worked for three governors was charged.",
                    "count.governor"},
        SubjectCase{"Agreement", "The leader of three gangs was killed.", "count.gang"},
        SubjectCase{"Owner", "The houses of two brothers were destroyed.", "count.relative"},
        SubjectCase{"Names", "The names of 310 priests were released.", "count.priest"},
        SubjectCase{"From", "Nine judges from five states were suspended.",
                    "people.suspended, count.state"},
        SubjectCase{"Places", "Tourists from 14 countries were hurt.", "count.country"},
        SubjectCase{"Gerund", "A guard accused of hurting four boys was suspended.",
                    "people.injured"},
        SubjectCase{"Commander", "The commander of 600 soldiers was arrested.", "count.soldier"},
        SubjectCase{"ByAgent", "A school attended by 300 children was destroyed.",
                    "people.attended"},
        SubjectCase{"FarBehind", "A school attended by 300 children in Orsk was destroyed.",
                    "people.attended"},
        SubjectCase{"DataOf", "Records of 4,100 patients had been stolen.", "count.patient"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    ItsOwn, VerbSubjectTest,
    testing::Values(
        SubjectCase{"Plain", "Two women were arrested.", "people.arrested"},
        SubjectCase{"Group", "A group of 12 women was arrested.", "people.arrested"},
        SubjectCase{"Convoy", "A convoy of 12 trucks was attacked.", "vehicle.attacked"},
        SubjectCase{"Bodies", "The bodies of 12 men were found.", "people.found"},
        SubjectCase{"ManyOf", "Many of the 70 people were killed.", "people.killed"},
        SubjectCase{"OwnRelative", "Two women who were arrested left.", "people.arrested"},
        SubjectCase{"Found", "Those who searched found 12 people were killed.", "people.killed"},
        SubjectCase{"Feared", "Men who fled feared 12 people were killed.", "people.killed"},
        SubjectCase{"After", "It came after two women were arrested.", "people.arrested"},
        SubjectCase{"Participle",
                    "A nurse was one of those hurt among 60 people arrested at the gate.",
                    "people.arrested"},
        SubjectCase{"Being", "It led to 12 people being arrested.", "people.arrested"}),
    name_of_case);

}  // namespace
}  // namespace figured::claims
