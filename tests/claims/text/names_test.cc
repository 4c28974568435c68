#include "claims/text/names.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace figured::claims {
namespace {

// The names of a sentence, parted by "; ".
std::string names_in(std::string_view text) {
  const Tokens tokens = tokenize(text, Lexicon::english());
  std::string out;
  for (const Sentence& sentence : tokens.sentences) {
    const SentenceView s(tokens, sentence);
    for (int i = s.first(); i < s.last();) {
      const auto name = read_name(s, i);
      if (!name) {
        ++i;
        continue;
      }
      if (!out.empty()) out += "; ";
      out += s.slice(name->first, name->last);
      i = name->last;
    }
  }
  return out;
}

struct NameCase {
  std::string name;
  std::string text;
  std::string names;
};

class NamesTest : public testing::TestWithParam<NameCase> {};

TEST_P(NamesTest, AreRunsOfCapitals) { EXPECT_EQ(names_in(GetParam().text), GetParam().names); }

INSTANTIATE_TEST_SUITE_P(
    Cases, NamesTest,
    testing::Values(
        NameCase{"Person", "They met Ana Ruiz today.", "Ana Ruiz"},
        NameCase{"PageLabel", "JUST WATCHED Velma teachers strike", "Velma"},
        NameCase{"AllCapitals", "THEY WATCHED VELMA TEACHERS", "WATCHED VELMA TEACHERS"},
        NameCase{"Initial", "They met Ana B. Ruiz today.", "Ana B. Ruiz"},
        NameCase{"Hyphen", "They met Ana Ruiz-Moran today.", "Ana Ruiz-Moran"},
        NameCase{"Particle", "They met Leo van der Orsk today.", "Leo van der Orsk"},
        NameCase{"FrenchCompany", "It is Banque du Velma now.", "Banque du Velma"},
        NameCase{"OfThe", "It is the Liberation Front of the Velma now.",
                 "Liberation Front of the Velma"},
        NameCase{"BankOf", "It is the Bank of Velma now.", "Bank of Velma"},
        NameCase{"ChamberOf", "It is the Chamber of Crafts now.", "Chamber of Crafts"},
        NameCase{"DistrictOf", "It is the District of Velma now.", "District of Velma"},
        NameCase{"NotAnyOf", "They met Ruiz of Velma.", "Ruiz; Velma"},
        NameCase{"PersonOf", "They met Ana Ruiz of the Velma Trust.", "Ana Ruiz; Velma Trust"},
        NameCase{"RepublicOf", "It is the Free Republic of Velma now.", "Free Republic of Velma"},
        NameCase{"HeadOfSentence", "Boats came.", ""},
        NameCase{"Month", "It fell in March and in Velma.", "Velma"},
        NameCase{"PlaceThenPerson", "The envoy to Peru Ana Ruiz came.", "Peru; Ana Ruiz"},
        NameCase{"LowerCase", "they met nobody today.", ""}),
    [](const auto& test) { return test.param.name; });

TEST(Names, ADemonymHasTheKeyOfItsCountry) {
  const Tokens tokens = tokenize("Peruvian Peru Thai", Lexicon::english());
  EXPECT_EQ(name_key(tokens.tokens[0]), name_key(tokens.tokens[1]));
  EXPECT_NE(name_key(tokens.tokens[0]), name_key(tokens.tokens[2]));
}

TEST(Names, OfAnArticleAreSortedAndFew) {
  std::string text;
  for (int i = 0; i < 300; ++i) {
    text += "They met ";
    text += static_cast<char>('A' + i % 26);
    text += std::string(1 + static_cast<std::size_t>(i / 26), 'o') + "ska. ";
  }
  const Tokens title = tokenize("", Lexicon::english()),
               tokens = tokenize(text, Lexicon::english());
  const auto names = collect_names(title, tokens);
  EXPECT_EQ(names.size(), kMaxNames);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

}  // namespace
}  // namespace figured::claims
