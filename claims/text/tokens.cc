#include "claims/text/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "claims/lexicon/lexicon_index.h"
#include "claims/lexicon/word_hash.h"
#include "claims/text/digits.h"
#include "claims/text/names.h"
#include "claims/text/text_bytes.h"
#include "claims/text/wide_signs.h"

namespace figured::claims {
namespace {

// The bytes that end a word of letters and mean nothing to it, whatever follows;
// of a full stop ends_plain_word() knows more.
constexpr std::array<bool, 256> kPlainEnds = [] {
  std::array<bool, 256> ends{};
  constexpr char kBytes[] = "\0 \t\r\n!\"#%&()*+,-;<=>?[\\]^`{|}~";
  for (const unsigned char c : std::string_view(kBytes, sizeof kBytes - 1)) ends[c] = true;
  return ends;
}();

// Of TokenKind: which of the cues of its word a token has, and which besides.
constexpr std::uint8_t kCuesOfWord[] = {0, 0xff, 0, 0, 0, 0, 0, 0};
constexpr std::size_t kLookedUpAtOnce = 64;  // tokens

constexpr std::uint8_t kCuesOfNumber = kAmountCue | kFigureCue;
constexpr std::uint8_t kCuesOfKind[] = {
    0, 0, kCuesOfNumber, kFigureCue, kCuesOfNumber, kCuesOfNumber, 0, 0};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Lexicon& lexicon, Tokens& out)
      : text_(text), lexicon_(lexicon), words_(lexicon.words()), out_(out) {
    out_.text = text;
    out_.tokens.clear();
    out_.sentences.clear();
    out_.capitals.clear();
    out_.tokens.reserve(text.size() / 5 + 8);
  }

  void run() {
    while (at_ < text_.size()) {
      take_plain_words();
      if (at_ < text_.size()) step();
    }
    end_sentence();
    out_.cued.resize(cued_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  // Words of letters and commas, with a blank before them or none: the most of any
  // text.  What a piece of it holds is known before its words are cut, so that none
  // waits for the one before.
  void take_plain_words() {
    while (at_ + kPiece + sizeof(std::uint64_t) <= text_.size()) {
      const std::size_t base = at_;
      const PieceOfText piece = look_at_piece(text_.data() + base);
      for (std::size_t at = 0; at < kPiece; at = at_ - base) {
        const bool blank = (piece.blanks >> at & 1) != 0;
        const std::size_t begin = at + blank;
        if (begin >= kPiece) break;
        const auto size = static_cast<std::size_t>(std::countr_one(piece.letters >> begin));
        if (begin + size >= kPiece) break;  // it may go on behind the piece
        const bool comma = size == 0 && text_[base + begin] == ',';
        if (!comma && (size == 0 || !ends_plain_word(base + begin + size))) return;
        spaced_ |= blank;
        at_ = base + begin + size + comma;
        comma ? push(TokenKind::kSign, base + begin, ',', false, false)
              : push_plain_word(base + begin);
      }
      if (at_ == base) return;
    }
  }

  void step() {
    const char c = text_[at_];
    if (c == ' ') {
      ++at_;
      spaced_ = true;
      return;
    }
    if (is_ascii_letter(c)) return take_word();
    if (c == '\n') {
      ++at_;
      spaced_ = true;
      end_sentence();
      ++paragraph_;
      in_quote_ = false;
      return;
    }
    if (is_blank(c)) {
      ++at_;
      spaced_ = true;
      return;
    }
    if (is_wide(c)) return take_wide() ? void() : take_word();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)) && !glued_to_word())) return take_number();
    take_sign();
  }

  bool glued_to_word() const {
    return at_ > 0 && (is_letter(text_[at_ - 1]) || is_digit(text_[at_ - 1]));
  }

  bool take_wide() {
    const std::string_view rest = text_.substr(at_);
    if (const std::size_t blank = wide_blank_at(rest); blank > 0) {
      at_ += blank;
      spaced_ = true;
      return true;
    }
    if (const WideSign* const found = wide_sign_at(rest)) {
      const WideSign& sign = *found;
      if (sign.bytes == "\u2019" && at_ > 0 && is_letter_or_digit(text_[at_ - 1])) {
        if (take_apostrophe(sign.bytes.size())) return true;
      }
      const std::size_t begin = at_;
      at_ += sign.bytes.size();
      if (sign.kind == TokenKind::kQuote && is_inner_quote(begin, sign)) {
        push(TokenKind::kQuote, begin);
        last().opens = sign.opens;
        return true;
      }
      if (sign.kind == TokenKind::kQuote) {
        single_quote_ = sign.bytes == "\u2018";
        return push_quote(begin, sign.opens), true;
      }
      push(sign.kind, begin);
      return true;
    }
    return false;
  }

  // A single mark within a quotation between double ones, or an apostrophe: it
  // neither begins nor ends a quotation.
  bool is_inner_quote(std::size_t begin, const WideSign& sign) const {
    if (sign.bytes == "\u2018") return in_quote_;
    if (sign.bytes != "\u2019") return false;
    const bool apostrophe = begin > 0 && is_letter(text_[begin - 1]) && is_letter(peek());
    return apostrophe || (in_quote_ && !single_quote_);
  }

  // 's and s' after a word, and what is left of a verb: "they're"; an inner
  // apostrophe ("don't") belongs to the word.
  bool take_apostrophe(std::size_t width) {
    const std::size_t begin = at_;
    const char next = peek(width);
    if ((next == 's' || next == 'S') && !is_letter(peek(width + 1))) {
      at_ += width + 1;
      push(TokenKind::kPossessiveEnd, begin);
      return true;
    }
    if (const std::size_t letters = ending(width); letters > 0) {
      at_ += width + letters;
      push(TokenKind::kWord, begin);
      if (width > 1) note_curly();
      return true;
    }
    if (text_[at_ - 1] == 's' && !is_letter(next) && !single_open_) {
      at_ += width;
      push(TokenKind::kPossessiveEnd, begin);
      return true;
    }
    return false;
  }

  void push_quote(std::size_t begin, bool opens) {
    in_quote_ = false;
    push(TokenKind::kQuote, begin);
    last().opens = opens;
    in_quote_ = opens;
  }

  void take_number() {
    const std::size_t begin = at_;
    const bool after_letter = !spaced_ && count_ > 0 && last().kind == TokenKind::kWord;
    const WrittenNumber number = read_digits(text_, at_);
    at_ = number.end;
    push(after_letter ? TokenKind::kMixed : TokenKind::kNumber, begin);
    Token& token = last();
    token.number = number.value;
    token.grain_power = static_cast<std::int16_t>(number.grain_power);
    token.plain_digits = number.plain;
    has_number_ = true;
  }

  // Whether the byte there can be no part of the letters before it.
  bool ends_plain_word(std::size_t at) const {
    const char c = text_[at];
    return c == '.' ? at + 1 == text_.size() || !is_letter(text_[at + 1])
                    : kPlainEnds[static_cast<unsigned char>(c)];
  }

  void take_word() {
    const std::size_t begin = at_;
    bool mixed = false, curly = false;
    while (at_ < text_.size()) {
      skip_letters();
      const char c = peek();
      if (c == ' ' || c == ',') break;
      if (is_wide(c)) {
        if (at_ > begin && is_inner_apostrophe()) {
          at_ += kCurlyApostrophe.size();
          curly = true;
          continue;
        }
        const std::string_view rest = text_.substr(at_);
        if (wide_blank_at(rest) > 0 || wide_sign_at(rest) != nullptr) break;
        ++at_;
      } else if (is_digit(c) && at_ > begin && !spaced_number(begin)) {
        if (!mixed && is_currency_code(begin)) break;
        mixed = true;
        ++at_;
      } else if (c == '.' && dotted_abbreviation(begin)) {
        ++at_;
      } else if (c == '\'' && is_letter(peek(1)) && ending(1) == 0) {
        ++at_;
      } else if (c == '/' && equals_lower(text_.substr(begin, at_ - begin), "km") &&
                 peek(1) == 'h') {
        ++at_;
      } else if ((c == '.' || c == '@' || c == '_') && at_ > begin && is_letter(peek(1)) &&
                 url_like(begin)) {
        mixed = true;
        ++at_;
      } else {
        break;
      }
    }
    const char next = peek();
    TokenKind kind = mixed ? TokenKind::kMixed : TokenKind::kWord;
    if (next != ' ' && next != ',') kind = take_word_end(begin, kind);
    push(kind, begin);
    if (curly) note_curly();
    Token& token = last();
    token.capital = is_upper(token.text.front());
    token.letters = std::all_of(token.text.begin(), token.text.end(), is_ascii_letter);
    note_word(token.text.size(), token.capital);
    if (peek() == '\'') take_apostrophe(1);
  }

  // "don\u2019t" is one word; "Ana\u2019s" has an ending.
  bool is_inner_apostrophe() const {
    if (!text_.substr(at_).starts_with(kCurlyApostrophe)) return false;
    const std::size_t next = kCurlyApostrophe.size();
    return is_ascii_letter(peek(next)) && ending(next) == 0;
  }

  // How long the ending is that begins so far ahead, behind an apostrophe: "Ana's",
  // "they're", "I've"; 0 when none does.
  std::size_t ending(std::size_t ahead) const {
    for (const std::string_view known : {"s", "re", "ve", "ll", "m", "d"}) {
      if (text_.substr(at_ + ahead).starts_with(known) && !is_letter(peek(ahead + known.size())))
        return known.size();
    }
    return 0;
  }

  void skip_letters() {
    while (at_ + kLettersAtOnce <= text_.size()) {
      const std::size_t letters = leading_letters(text_.data() + at_);
      at_ += letters;
      if (letters < kLettersAtOnce) return;
    }
    while (at_ < text_.size() && is_ascii_letter(text_[at_])) ++at_;
  }

  // What stands right behind the letters and belongs to them.
  TokenKind take_word_end(std::size_t begin, TokenKind kind) {
    if (is_web_address(begin)) {
      take_web_address();
      kind = TokenKind::kMixed;
    }
    if (peek() == '$' && is_upper(text_[at_ - 1])) ++at_;  // US$, A$
    const bool currency = text_[at_ - 1] == '$' ||
                          (is_digit(peek()) && kind == TokenKind::kWord && is_currency_code(begin));
    return currency ? TokenKind::kCurrency : kind;
  }

  // A word that may stand first in a numeral; an ordinal only behind an article.
  bool begins_numeral(std::size_t at) const {
    const Token& token = out_.tokens[at];
    const NumberRole role = token.word->number_role;
    if (role == NumberRole::kNone || role == NumberRole::kDecade || token.text.size() < 2 ||
        (token.kind != TokenKind::kWord && token.kind != TokenKind::kCurrency))
      return false;
    if (role != NumberRole::kOrdinal) return true;
    if (at == 0) return false;
    const std::string_view before = out_.tokens[at - 1].text;
    return before == "a" || before == "A" || before == "an";
  }

  // "EUR50m", "RM120,000", "Rs500": a currency written before its number.
  bool is_currency_code(std::size_t begin) {
    const std::string_view code = text_.substr(begin, at_ - begin);
    if (code.size() < 2 || code.size() > 4 || !is_upper(code.front())) return false;
    return lexicon_.is_money_code(code);
  }

  // "20k" and "125km" are a number and a word; "B52" and "Q10" are one name.
  bool spaced_number(std::size_t begin) const {
    return begin > 0 && !spaced_ && is_digit(text_[begin - 1]);
  }

  // "U.S.", "a.m.", "No.": single letters parted by full stops.
  bool dotted_abbreviation(std::size_t begin) const {
    const std::size_t length = at_ - begin;
    const bool letter_before = length == 1 || (length >= 3 && text_[at_ - 2] == '.');
    return letter_before && is_letter(text_[at_ - 1]) && is_letter(peek(1)) && !is_letter(peek(2));
  }

  bool url_like(std::size_t begin) const {
    const std::string_view word = text_.substr(begin, at_ - begin);
    return word.starts_with("www") || word.starts_with("http") || peek() != '.' ||
           text_.substr(at_).starts_with(".com") || text_.substr(at_).starts_with(".org");
  }

  // "https://", "www.x.org/"
  bool is_web_address(std::size_t begin) const {
    return text_.substr(at_).starts_with("://") ||
           (peek() == '/' && text_.substr(begin, at_ - begin).starts_with("www."));
  }

  // All up to a blank, without the signs that end a clause behind it.
  void take_web_address() {
    const std::size_t begin = at_;
    const auto is_end = [](char c) { return is_blank(c) || c == '\0' || c == '"' || c == '<'; };
    while (!is_end(peek())) ++at_;
    while (at_ > begin + 1 &&
           std::string_view(".,;:!?)]'").find(text_[at_ - 1]) != std::string_view::npos)
      --at_;
  }

  void take_sign() {
    const std::size_t begin = at_;
    const char c = text_[at_];
    if (c == '\'' && at_ > 0 && is_letter_or_digit(text_[at_ - 1]) && take_apostrophe(1)) return;
    ++at_;
    if (c == '"' || c == '\'') {
      bool& open = c == '"' ? in_quote_ : single_open_;
      const bool opens = !open;
      if (c == '\'') single_open_ = opens && is_letter(peek());
      return c == '"' ? push_quote(begin, opens) : push(TokenKind::kQuote, begin);
    }
    if (c == '@' || c == '#') {
      while (is_letter(peek()) || is_digit(peek()) || peek() == '_') ++at_;
      if (at_ == begin + 1) return push(TokenKind::kSign, begin);
      push(TokenKind::kMixed, begin);
      if (c == '@') last().cues = kSpeechCue;
      return;
    }
    if (c == '$') take_country_of_dollar();
    push(c == '-' ? TokenKind::kHyphen : c == '$' ? TokenKind::kCurrency : TokenKind::kSign, begin);
    if (c == '.' || c == '!' || c == '?') maybe_end_sentence(begin);
  }

  // "$US113", "$A82": the country stands behind the sign.
  void take_country_of_dollar() {
    std::size_t letters = 0;
    while (letters < 3 && is_upper(peek(letters))) ++letters;
    if (letters > 0 && is_digit(peek(letters))) at_ += letters;
  }

  void maybe_end_sentence(std::size_t dot) {
    std::size_t next = at_;
    while (next < text_.size() &&
           (text_[next] == '"' || text_[next] == '\'' || text_[next] == ')' ||
            text_.substr(next).starts_with("\u201d") || text_.substr(next).starts_with("\u2019"))) {
      next += text_[next] == '"' || text_[next] == '\'' || text_[next] == ')' ? 1 : 3;
    }
    if (next < text_.size() && !is_blank(text_[next])) return;
    if (text_[dot] == '.' && is_abbreviation()) return;
    while (at_ < next) step();  // closing quotes belong to the sentence
    end_sentence();
  }

  bool is_abbreviation() const {
    if (count_ < 2) return false;
    const Token& before = out_.tokens[count_ - 2];
    if (before.kind != TokenKind::kWord) return false;
    if (before.span.end != last().span.start)  // "oct . 25", as wires part signs
      return before.text.size() <= 4 && !before.text.is_lower("may") &&
             words_.find(before.text.hash()).is(kMonth) && peek() == ' ' && is_digit(peek(1));
    if (before.text.size() == 1 && before.capital) return true;
    if (before.text.find('.') != std::string_view::npos) return true;  // "U.S."
    const char next = peek() == ' ' ? peek(1) : '\0';
    const Word& known = words_.find(before.text.hash());
    if (known.money_sign && is_digit(next)) return true;               // "Rs. 500"
    if (known.begins_unit && next >= 'a' && next <= 'z') return true;  // "5 sq. ft"
    static constexpr WordList kAbbreviations = {
        "mr",  "mrs",  "ms",  "dr",  "gen", "sen", "rep",  "gov",    "st",  "lt",  "col",
        "sgt", "capt", "maj", "no",  "vs",  "jan", "feb",  "mar",    "apr", "aug", "sept",
        "sep", "oct",  "nov", "dec", "rev", "hon", "prof", "approx", "est"};
    if (kAbbreviations.holds(before.text)) {
      return before.capital || before.text.is_lower("approx") || before.text.is_lower("vs") ||
             (known.is(kMonth) && is_digit(next));  // "sept. 30"
    }
    return before.text.is_lower("rs") && peek() == ' ' && is_digit(peek(1));
  }

  // A word of ASCII letters that ends here, eight bytes or more before the end of the
  // text.
  void push_plain_word(std::size_t begin) {
    const std::size_t size = at_ - begin;
    constexpr std::uint64_t kSmall = 0x2020202020202020ull;  // the bit that no capital has
    const std::uint64_t head = load_head(begin, size);
    const std::uint64_t bytes = size < 8 ? (std::uint64_t{1} << 8 * size) - 1 : ~std::uint64_t{0};
    const bool capital = (head & 0x20) == 0;
    push(TokenKind::kWord, begin, head | (kSmall & bytes), capital, true);
    note_word(size, capital);
  }

  void push(TokenKind kind, std::size_t begin) { push(kind, begin, head_of(begin), false, false); }

  void push(TokenKind kind, std::size_t begin, std::uint64_t head, bool capital, bool letters) {
    Token& token = out_.tokens.emplace_back();
    token.text = TokenText(std::string_view(text_.data() + begin, at_ - begin), head);
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    token.kind = kind;
    token.spaced = spaced_;
    token.capital = capital;
    token.letters = letters;
    token.quoted = in_quote_;
    spaced_ = false;
    const std::uint64_t hash = token.text.hash();
    words_.expect(hash);
    if (count_ - known_ == hashes_.size()) look_up_words();
    hashes_[count_ - known_] = hash;
    ++count_;
  }

  Token& last() { return out_.tokens[count_ - 1]; }
  const Token& last() const { return out_.tokens[count_ - 1]; }

  // The last token is a word.
  void note_word(std::size_t size, bool capital) {
    if (capital) out_.capitals.push_back(count_ - 1);
    const bool is_long = size > 3;
    long_words_ += is_long;
    capitals_ += is_long && capital;
  }

  // The token at hand has a curly apostrophe, which counts as the plain one.
  void note_curly() { curly_.push_back(count_ - 1); }

  void look_up_curly_words() {
    for (const std::uint32_t at : curly_) {
      std::string plain(out_.tokens[at].text);
      plain.replace(plain.find(kCurlyApostrophe), kCurlyApostrophe.size(), "'");
      out_.tokens[at].word = &lexicon_.find(plain);
    }
    curly_.clear();
  }

  // Eight bytes from there on, zeros behind the first `size`.
  std::uint64_t load_head(std::size_t begin, std::size_t size) const {
    std::uint64_t head;
    std::memcpy(&head, text_.data() + begin, sizeof head);
    return size < sizeof head ? head & ((std::uint64_t{1} << 8 * size) - 1) : head;
  }

  // Of the token that begins there and ends at hand (TokenText).
  std::uint64_t head_of(std::size_t begin) const {
    const std::size_t size = at_ - begin;
    if (begin + sizeof(std::uint64_t) > text_.size())
      return lower_word_head(text_.substr(begin, size));
    return word_hash_detail::lower_ascii(load_head(begin, size));
  }

  // Words are looked up together: one look-up alone would wait for memory.
  void look_up_words() {
    Token* const tokens = out_.tokens.data() + known_;
    for (std::uint32_t i = 0; i < count_ - known_; ++i) {
      tokens[i].word = &words_.find(hashes_[i]);
      __builtin_prefetch(tokens[i].word);
    }
    known_ = count_;
  }

  // Takes note of the cues of the sentence's tokens: those of a word, or of its kind.
  void take_cues(Sentence& sentence) {
    sentence.first_cued = cued_;
    if (out_.cued.size() < cued_ + sentence.last - sentence.first)
      out_.cued.resize(2 * (cued_ + sentence.last - sentence.first));
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      Token& token = out_.tokens[i];
      const auto kind = static_cast<std::size_t>(token.kind);
      token.cues |= (token.word->cues & kCuesOfWord[kind]) | kCuesOfKind[kind];
      sentence.cues |= token.cues;
      out_.cued[cued_] = i;
      cued_ += token.cues != 0;
      if ((token.cues & kAmountCue) != 0 && begins_numeral(i)) sentence.has_number = true;
    }
    sentence.last_cued = cued_;
  }

  void end_sentence() {
    const auto last = count_;
    look_up_words();
    look_up_curly_words();
    // Small words count for nothing: "War of the Worlds" is written so.
    const bool title_case = capitals_ >= 3 && 3 * capitals_ > 2 * long_words_;
    Sentence sentence;
    sentence.first = first_;
    sentence.last = last;
    sentence.paragraph = paragraph_;
    sentence.first_capital = first_capital_;
    sentence.last_capital = first_capital_ = static_cast<std::uint32_t>(out_.capitals.size());
    sentence.has_number = has_number_;
    sentence.title_case = title_case;
    take_cues(sentence);
    if (last > first_) out_.sentences.push_back(sentence);
    first_ = last;
    capitals_ = long_words_ = 0;
    has_number_ = false;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  const WordTable& words_;
  Tokens& out_;
  std::vector<std::uint32_t> curly_;  // the words of the sentence with a curly apostrophe
  std::array<std::uint64_t, kLookedUpAtOnce> hashes_;  // of the tokens from known_ on
  std::size_t at_ = 0;
  std::uint32_t count_ = 0;          // tokens made
  std::uint32_t known_ = 0;          // those before it have their words
  std::uint32_t cued_ = 0;           // of them with cues
  std::uint32_t first_ = 0;          // of the sentence
  std::uint32_t first_capital_ = 0;  // likewise
  std::uint32_t paragraph_ = 0;
  std::uint32_t long_words_ = 0;  // of the sentence: words of more than three letters
  std::uint32_t capitals_ = 0;    // those of them that have a capital
  bool spaced_ = true;
  bool in_quote_ = false;
  bool single_open_ = false;
  bool single_quote_ = false;  // the quotation stands between single marks
  bool has_number_ = false;
};

}  // namespace

Tokens tokenize(std::string_view text, const Lexicon& lexicon) {
  Tokens tokens;
  tokenize(text, lexicon, tokens);
  return tokens;
}

void tokenize(std::string_view text, const Lexicon& lexicon, Tokens& out) {
  Tokenizer(text, lexicon, out).run();
  mark_names(out);
}

double Token::grain() const { return std::pow(10.0, static_cast<double>(grain_power)); }

std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (is_upper(c)) c = static_cast<char>(c + 32);
  }
  return lower;
}

}  // namespace figured::claims
