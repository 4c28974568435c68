#include "feeds/language_tag.h"

#include <gtest/gtest.h>

namespace figured::feeds {
namespace {

struct TagCase {
  std::string name;
  std::string written;
  std::string tag;
};

class LanguageTagTest : public testing::TestWithParam<TagCase> {};

TEST_P(LanguageTagTest, IsCanonical) {
  EXPECT_EQ(language_tag(GetParam().written), GetParam().tag);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, LanguageTagTest,
    testing::Values(TagCase{"Language", "en", "en"}, TagCase{"Region", "en-us", "en-US"},
                    TagCase{"Script", "zh-hant-tw", "zh-Hant-TW"}, TagCase{"Capitals", "DE", "de"},
                    TagCase{"Underscore", "pt_BR", "pt-BR"}, TagCase{"Blanks", " fr \n", "fr"},
                    TagCase{"ThreeLetters", "eng", "en"},
                    TagCase{"OfThreeOnly", "fil-ph", "fil-PH"}, TagCase{"Former", "iw", "he"},
                    TagCase{"Nothing", "", ""}, TagCase{"Words", "English", ""},
                    TagCase{"Several", "en, fr", ""}, TagCase{"SeveralByATag", "mul", ""},
                    TagCase{"Undetermined", "und", ""}, TagCase{"NoLanguage", "zxx", ""},
                    TagCase{"Private", "x-klingon", ""}, TagCase{"CutOff", "en-", ""},
                    TagCase{"Hostile", "<script>", ""},
                    TagCase{"Nul", std::string("en\0us", 5), ""},
                    TagCase{"TooLong", "en-" + std::string(40, 'a'), ""}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::feeds
