#include "claims/text/token_text.h"

#include <gtest/gtest.h>

#include <string>

#include "claims/text/text_bytes.h"

namespace figured::claims {
namespace {

TokenText token_text(std::string_view text) { return {text, lower_word_head(text)}; }

TEST(TokenText, IsAWordWhateverItsCapitals) {
  EXPECT_TRUE(token_text("Of").is_lower("of"));
  EXPECT_TRUE(token_text("HARBOUR").is_lower("harbour"));
  EXPECT_TRUE(token_text("Harbours").is_lower("harbours"));
  EXPECT_TRUE(token_text("Harbourmaster").is_lower("harbourmaster"));
  EXPECT_TRUE(token_text("").is_lower(""));
}

TEST(TokenText, IsNoOtherWord) {
  EXPECT_FALSE(token_text("of").is_lower("off"));
  EXPECT_FALSE(token_text("off").is_lower("of"));
  EXPECT_FALSE(token_text("harbours").is_lower("harbour"));
  EXPECT_FALSE(token_text("harboursid").is_lower("harbours"));
  EXPECT_FALSE(token_text("harbourmaster").is_lower("harbourmasten"));
  EXPECT_FALSE(token_text("of").is_lower(""));
  EXPECT_FALSE(token_text("").is_lower("of"));
}

TEST(TokenText, IsAWordMadeAtRunTime) {
  const std::string word = "harbourmaster";
  for (std::size_t size = 0; size <= word.size(); ++size) {
    EXPECT_TRUE(token_text(word).is_lower(word));
    EXPECT_TRUE(token_text(std::string_view(word).substr(0, size))
                    .is_lower(std::string_view(word).substr(0, size)));
    EXPECT_EQ(token_text(word).is_lower(std::string_view(word).substr(0, size)),
              size == word.size());
  }
}

TEST(TokenText, EqualsWhatIsWritten) {
  EXPECT_TRUE(token_text("US") == "US");
  EXPECT_FALSE(token_text("us") == "US");
  EXPECT_TRUE(token_text(",") == ",");
  EXPECT_TRUE(token_text("Harbourmaster") == "Harbourmaster");
  EXPECT_FALSE(token_text("HarbourMaster") == "Harbourmaster");
  EXPECT_TRUE(token_text("") == "");
}

TEST(WordList, HoldsItsWords) {
  static constexpr WordList kWords = {"pier", "quay", "harbour", "harbourmaster", "-"};
  for (const std::string_view word : {"pier", "Quay", "HARBOUR", "Harbourmaster", "-"})
    EXPECT_TRUE(kWords.holds(token_text(word))) << word;
  for (const std::string_view word : {"", "piers", "qua", "harbourm", "harbourmasters", "+"})
    EXPECT_FALSE(kWords.holds(token_text(word))) << word;
}

TEST(TextBytes, APieceTellsOfEachByte) {
  std::string text;
  for (int c = 0; c < 256; ++c) text += static_cast<char>(c);
  for (std::size_t from = 0; from + kPiece <= text.size(); ++from) {
    const PieceOfText piece = look_at_piece(text.data() + from);
    for (std::size_t i = 0; i < kPiece; ++i) {
      EXPECT_EQ((piece.letters >> i & 1) != 0, is_ascii_letter(text[from + i])) << from + i;
      EXPECT_EQ((piece.blanks >> i & 1) != 0, text[from + i] == ' ') << from + i;
    }
  }
}

}  // namespace
}  // namespace figured::claims
