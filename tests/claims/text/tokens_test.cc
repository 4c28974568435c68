#include "claims/text/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace figured::claims {
namespace {

struct TokensCase {
  std::string name;
  std::string text;
  std::string tokens;  // parted by "|", sentences by "||"
};

class TokensTest : public testing::TestWithParam<TokensCase> {};

TEST_P(TokensTest, AreCut) {
  const Tokens tokens = tokenize(GetParam().text, Lexicon::english());
  std::string cut;
  for (const Sentence& sentence : tokens.sentences) {
    if (!cut.empty()) cut += "||";
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (i > sentence.first) cut += '|';
      cut += tokens.tokens[i].text;
    }
  }
  EXPECT_EQ(cut, GetParam().tokens);
}

// A text is looked at in pieces; where one ends must not matter.
TEST_P(TokensTest, AreCutAlikeAnywhereInAText) {
  const Tokens alone = tokenize(GetParam().text, Lexicon::english());
  std::string tail = "\n";
  for (int i = 0; i < 20; ++i) tail += "more, ";
  for (std::size_t before = 0; before < 70; ++before) {
    const std::string text = std::string(before, 'x') + '\n' + GetParam().text + tail;
    const Tokens tokens = tokenize(text, Lexicon::english());
    const std::size_t first = before > 0 ? 1 : 0;
    ASSERT_GE(tokens.tokens.size(), first + alone.tokens.size());
    for (std::size_t i = 0; i < alone.tokens.size(); ++i) {
      const Token &one = alone.tokens[i], &other = tokens.tokens[first + i];
      EXPECT_EQ(one.text, other.text) << before;
      EXPECT_EQ(one.text.head(), other.text.head()) << one.text;
      EXPECT_EQ(one.word, other.word) << one.text;
      EXPECT_EQ(one.kind, other.kind) << one.text;
      EXPECT_EQ(one.cues, other.cues) << one.text;
      EXPECT_EQ(one.capital, other.capital) << one.text;
      EXPECT_EQ(one.letters, other.letters) << one.text;
      EXPECT_EQ(one.spaced || i == 0, other.spaced) << one.text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, TokensTest,
    testing::Values(TokensCase{"Words", "Two boats sank", "Two|boats|sank"},
                    TokensCase{"Age", "a 32-year-old", "a|32|-|year|-|old"},
                    TokensCase{"Glued", "125km and 20k", "125|km|and|20|k"},
                    TokensCase{"Groups", "1,234.5 and 7, 8", "1,234.5|and|7|,|8"},
                    TokensCase{"Name", "Q10 flew", "Q10|flew"},
                    TokensCase{"Possessive", "Ana's and boys' hats", "Ana|'s|and|boys|'|hats"},
                    TokensCase{"PossessiveOfANumber", "the 40's and 5'8", "the|40|'s|and|5|'|8"},
                    TokensCase{"CurlyPossessive", "Ana\u2019s hat", "Ana|\u2019s|hat"},
                    TokensCase{"Contraction", "don't go", "don't|go"},
                    TokensCase{"CurlyContraction", "don\u2019t go", "don\u2019t|go"},
                    TokensCase{"Auxiliary", "they're and I\u2019ve", "they|'re|and|I|\u2019ve"},
                    TokensCase{"CurlyName", "O\u2019Hara\u2019s hat", "O\u2019Hara|\u2019s|hat"},
                    TokensCase{"Money", "US$5 and $6", "US$|5|and|$|6"},
                    TokensCase{"Sentences", "One sank. Two fled.", "One|sank|.||Two|fled|."},
                    TokensCase{"Paragraphs", "One sank\nTwo fled", "One|sank||Two|fled"},
                    TokensCase{"Titles", "Mr. Lee left. She stayed.",
                               "Mr|.|Lee|left|.||She|stayed|."},
                    TokensCase{"Initials", "The U.S. won. Fine.", "The|U.S|.|won|.||Fine|."},
                    TokensCase{"QuoteEnds", "\"Go.\" He left.", "\"|Go|.|\"||He|left|."},
                    TokensCase{"Handle", "by @ana_ruiz7 today", "by|@ana_ruiz7|today"},
                    TokensCase{"Empty", "", ""}),
    [](const auto& test) { return test.param.name; });

TEST(Tokens, AnyApostropheLeadsToTheSameWord) {
  const Tokens tokens = tokenize("don't don\u2019t Don\u2019t", Lexicon::english());
  ASSERT_EQ(tokens.tokens.size(), 3U);
  EXPECT_TRUE(tokens.tokens[1].word->is(kNegation));
  EXPECT_EQ(tokens.tokens[1].word, tokens.tokens[0].word);
  EXPECT_EQ(tokens.tokens[2].word, tokens.tokens[0].word);
}

TEST(Tokens, KnowWhatIsQuoted) {
  const Tokens tokens = tokenize("He said \"two boats\" sank", Lexicon::english());
  std::string quoted;
  for (const Token& token : tokens.tokens) {
    if (token.quoted && token.kind == TokenKind::kWord) quoted += std::string(token.text) + ' ';
  }
  EXPECT_EQ(quoted, "two boats ");
}

TEST(Tokens, SpansAreBytesOfTheText) {
  const std::string text = "Caf\u00e9 \u201c42\u201d caf\u00e9s";
  for (const Token& token : tokenize(text, Lexicon::english()).tokens) {
    EXPECT_EQ(text.substr(token.span.start, token.span.end - token.span.start), token.text);
  }
}

TEST(Tokens, TheTextKnowsItsTokensWithCues) {
  const Tokens tokens = tokenize("Boats sank off a reef. It said 3.", Lexicon::english());
  std::string cued;
  for (const std::uint32_t at : tokens.cued) cued += std::string(tokens.tokens[at].text) + ' ';
  EXPECT_EQ(cued, "a said 3 ");
  ASSERT_EQ(tokens.sentences.size(), 2u);
  EXPECT_EQ(tokens.sentences[1].last_cued - tokens.sentences[1].first_cued, 2u);
}

TEST(Tokens, OfAValueUsedAgainAreThoseOfItsLastText) {
  const std::string_view text = "He lost it. Nobody knew.";
  Tokens tokens;
  tokenize("On May 3 \"Ana Ruiz\" of Velmont paid $1,042.50 for 12 boats.", Lexicon::english(),
           tokens);
  tokenize(text, Lexicon::english(), tokens);
  const Tokens fresh = tokenize(text, Lexicon::english());
  EXPECT_EQ(tokens.text, text);
  EXPECT_EQ(tokens.sentences.size(), 2U);
  EXPECT_EQ(tokens.capitals, fresh.capitals);
  EXPECT_EQ(tokens.cued, fresh.cued);
  ASSERT_EQ(tokens.tokens.size(), fresh.tokens.size());
  for (std::size_t i = 0; i < fresh.tokens.size(); ++i) {
    const Token &one = tokens.tokens[i], &other = fresh.tokens[i];
    EXPECT_EQ(one.text, other.text);
    EXPECT_EQ(one.word, other.word) << one.text;
    EXPECT_EQ(one.cues, other.cues) << one.text;
    EXPECT_EQ(one.name_length, other.name_length) << one.text;
    EXPECT_EQ(one.quoted, other.quoted) << one.text;
    EXPECT_EQ(one.number, other.number) << one.text;
  }
}

// Words are looked up many at a time, and a sentence may hold more.
TEST(Tokens, EachOfALongSentenceHasItsWord) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "seven boats ";
  const Tokens tokens = tokenize(text, Lexicon::english());
  ASSERT_EQ(tokens.tokens.size(), 800U);
  for (const Token& token : tokens.tokens)
    EXPECT_EQ(token.word, &Lexicon::english().find(token.text)) << token.span.start;
}

TEST(Tokens, ASentenceKnowsWhetherItHoldsANumber) {
  const Tokens tokens = tokenize("No boat sank. Two sank. 3 sank.", Lexicon::english());
  ASSERT_EQ(tokens.sentences.size(), 3u);
  EXPECT_FALSE(tokens.sentences[0].has_number);
  EXPECT_TRUE(tokens.sentences[1].has_number);
  EXPECT_TRUE(tokens.sentences[2].has_number);
}

}  // namespace
}  // namespace figured::claims
