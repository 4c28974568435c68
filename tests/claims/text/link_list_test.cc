#include "claims/text/link_list.h"

#include <gtest/gtest.h>

#include <string>

#include "claims/lexicon/lexicon.h"
#include "tests/claims/figures/figure_words.h"

namespace figured::claims {
namespace {

// A letter a sentence: "l" for a link, "." for the article's own.
std::string links_of(std::string_view text) {
  const Tokens tokens = tokenize(text, Lexicon::english());
  std::vector<bool> links = find_links(tokens);
  links.resize(tokens.sentences.size());
  std::string letters;
  for (const bool link : links) letters += link ? 'l' : '.';
  return letters;
}

struct LinkRow {
  std::string_view name;
  std::string_view text;
  std::string_view links;
};

class LinkListTest : public testing::TestWithParam<LinkRow> {};

TEST_P(LinkListTest, TellsHeadlinesFromSentences) {
  EXPECT_EQ(links_of(GetParam().text), GetParam().links);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, LinkListTest,
    testing::Values(
        LinkRow{"None", "A blast shook Orsk.\nTwelve people died.", ".."},
        LinkRow{"Related", "A blast shook Orsk.\nRELATED: 13 killed in mine\nTwelve people died.",
                ".l."},
        LinkRow{"SeeAlso", "See also: 40 hurt as ferry sinks\nTwelve people died.", "l."},
        LinkRow{"ASentenceAfterTheCue", "More: Twelve people died.\nThe mine is shut.", ".."},
        LinkRow{"Heading",
                "Twelve people died.\nMore coverage of the blast:\nWitness: 'Dozens ran'\n"
                "Mayor blames 3 firms\nThe mine is shut.",
                "..ll."},
        LinkRow{"NoHeading", "More than 12 people died:\nThree of them at sea", ".."},
        LinkRow{"MoreOfACount", "More on the mine was told by the mayor.\nTwelve died.", ".."}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(LinkList, LinksMakeNoClaims) {
  EXPECT_EQ(claims_of("A blast killed 12 people.\nRelated: 40 killed in Lind ferry").size(), 1U);
}

}  // namespace
}  // namespace figured::claims
