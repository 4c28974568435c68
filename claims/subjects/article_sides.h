// ArticleSides knows who acts in an article: persons, companies, armed groups,
// governments, and by which names, pronouns and common nouns it speaks of them.
//
// A side has its full name from where the article first gives it; later the last
// name, the first words of a company's name, an acronym (given in brackets or
// made of the initials) stand for it.  "he", "its", "the company" stand for the
// side of that kind that was spoken of last.  Built once an article, in time that
// grows with its length.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/lexicon/given_names.h"
#include "claims/subjects/side_name.h"
#include "claims/text/sentence_view.h"

namespace figured::claims {

struct ArticleSide {
  std::string_view name;  // in the text: "National Resistance Front"
  SideKind kind = SideKind::kNone;
  int mentions = 0;
  Gender gender = Gender::kUnknown;  // of a person
  std::uint64_t office = 0;          // of a person: claims/text/titles.h; 0 = none told
};

inline constexpr int kNoSide = -1;

class ArticleSides {
 public:
  // Keeps a reference to `text`.
  explicit ArticleSides(const Tokens& text);
  ~ArticleSides();
  ArticleSides(const ArticleSides&) = delete;
  ArticleSides& operator=(const ArticleSides&) = delete;

  const ArticleSide& side(int index) const { return sides_[static_cast<std::size_t>(index)]; }
  const std::vector<ArticleSide>& sides() const { return sides_; }

  // The side that goes by this name; kNoSide when the article names none so.
  int named(std::string_view name) const;

  // The full name of the side, or the name as it is.
  std::string full_name(std::string_view name) const;

  // Whom the pronoun or common noun at token `at` of the text stands for: the
  // fitting side spoken of last before it, subjects before others; never `except`.
  int referent(const SentenceView& sentence, int at, int except = kNoSide) const;

  // Whose amounts the article tells: the company that acts in its first sentence
  // with a name, else the country named there; kNoSide when there is neither.
  int main_owner() const;

  // The person spoken of last before token `at`; kNoSide when there is none.
  int last_person(int at) const;

  const Tokens& text() const { return text_; }

  // A name as read_name reads it; at the head of a sentence also one that only
  // the rest of the article tells from a common word.
  std::optional<NameSpan> name_at(const SentenceView& sentence, int at) const;
  std::optional<NameSpan> name_before(const SentenceView& sentence, int last) const;

  // As read_side_name, knowing the names of the article: "Alongside Massoud" at
  // the head of a sentence is Massoud.
  SideName trim(const SentenceView& sentence, const NameSpan& name) const;

 private:
  struct Mention {
    int at = 0;  // token
    int side = 0;
    std::uint32_t sentence = 0;
    bool subject = false;
    bool quoted = false;  // within a quotation
  };
  class Aliases;

  void read(const SentenceView& sentence, std::uint32_t number);
  void note_gender(const SentenceView& sentence, const SideName& name, ArticleSide& side) const;
  int add(const SentenceView& sentence, const SideName& name);
  void add_aliases(const SentenceView& sentence, const SideName& name, int side);
  bool is_known_head(const SentenceView& sentence, int at) const;
  std::size_t before(int at) const;
  int last_mention(int at, std::uint32_t sentence, bool (*fits)(const ArticleSide&),
                   int except) const;
  void read_opening_pronoun(const SentenceView& sentence, std::uint32_t number);
  int last_many(int at) const;
  int named_ahead(const SentenceView& sentence, int at) const;
  int last_place(int at, std::string_view noun) const;
  int last_holder(int at, std::uint64_t office, int except) const;
  int body_noun_before(const SentenceView& sentence, int at) const;

  const Tokens& text_;
  std::vector<ArticleSide> sides_;
  std::vector<Mention> mentions_;  // in the order of the text
  std::unique_ptr<Aliases> aliases_;
};

}  // namespace figured::claims
