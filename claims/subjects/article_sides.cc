// mention := name [ "(" acronym ")" | "<" ticker ">" ]
// alias   := full name | last name | first words of a company | acronym
#include "claims/subjects/article_sides.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "claims/gazetteer/gazetteer.h"
#include "claims/lexicon/word_hash.h"
#include "claims/text/clause.h"
#include "claims/text/titles.h"

namespace figured::claims {
namespace {

constexpr std::size_t kReach = 48;          // mentions looked at for one pronoun
constexpr std::uint32_t kSubjectReach = 3;  // sentences in which a subject outranks the nearest
constexpr std::size_t kOfficeReach = 192;   // mentions looked at for the holder of an office
constexpr int kNounReach = 30;              // tokens from "its" to the noun it takes up
constexpr int kInPassing = 2;               // mentions of whom an article does not go on about
constexpr int kKnownBy = 4;                 // mentions by which a title has told the gender
constexpr std::size_t kMaxSides = 4096;
constexpr std::size_t kLongestAlias = 96;  // bytes

std::string initials(const SentenceView& s, const NameSpan& name) {
  std::string letters;
  for (int i = name.first; i < name.last; ++i) {
    if (s.is_word(i) && s.at(i).capital && s.at(i).word->side_name != SideKind::kOther)
      letters += s.at(i).text.front();
  }
  return letters;
}

bool is_legal_form(const TokenText& word) {
  static constexpr WordList kForms = {"inc", "corp",    "co",          "ltd",    "plc", "llc",
                                      "llp", "lp",      "ag",          "sa",     "nv",  "gmbh",
                                      "spa", "bhd",     "pty",         "l.p",    "s.a", "n.v",
                                      "cos", "company", "corporation", "limited"};
  return kForms.holds(word);
}

// Whether the word, in lower case, is the first thing of its spelling in the text and
// stands alone there.
bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    if (!equals_lower(text.substr(at, word.size()), word)) continue;
    const std::size_t end = at + word.size();
    return (at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ');
  }
  return false;
}

bool is_person(const ArticleSide& side) { return side.kind == SideKind::kPerson; }
bool is_man(const ArticleSide& side) { return is_person(side) && side.gender != Gender::kFemale; }
bool is_woman(const ArticleSide& side) { return is_person(side) && side.gender != Gender::kMale; }
bool is_unknown(const ArticleSide& side) { return side.kind == SideKind::kNone; }
bool is_company(const ArticleSide& side) { return side.kind == SideKind::kCompany; }
bool is_body(const ArticleSide& side) {
  return side.kind == SideKind::kCompany || side.kind == SideKind::kGroup ||
         side.kind == SideKind::kGovernment;
}
// "the firm ... they", "Democrats": what is many.
bool is_many(const ArticleSide& side) {
  if (side.kind == SideKind::kGroup || side.kind == SideKind::kCompany) return true;
  const Gazetteer& world = Gazetteer::world();
  const std::size_t blank = side.name.rfind(' ');
  const std::string_view last = side.name.substr(blank == std::string::npos ? 0 : blank + 1);
  if (!last.ends_with("s") || !world.may_begin(last)) return false;
  const PlaceId id = world.best(last);
  return id != kNoPlace &&
         (world.place(id).kind == PlaceKind::kBody || side.kind != SideKind::kPlace);
}
bool is_acronym_side(const ArticleSide& side) { return is_acronym(side.name); }
bool is_group(const ArticleSide& side) { return side.kind == SideKind::kGroup; }
bool is_government(const ArticleSide& side) { return side.kind == SideKind::kGovernment; }
bool can_be_it(const ArticleSide& side) {
  return side.kind != SideKind::kPerson && side.kind != SideKind::kNone;
}

// "met Ana Ruiz", not "said Ana Ruiz"; of "led Velmont to sell" Velmont acts.
bool is_object(const SentenceView& s, int first, int last) {
  if (s.lower_is(last, "to")) return false;
  const int verb = phrase_start(s, first) - 1;
  return s.is_word(verb) && is_finite_verb(s, verb) && !s.is(verb, kBe | kHave | kAnySpeech) &&
         !is_speech_verb(s, verb);
}

}  // namespace

// Names are known by their word_hash, which reads A-Z as a-z.
class ArticleSides::Aliases {
 public:
  explicit Aliases(std::size_t usual) { sides_.reserve(usual); }

  // The side of the name; kNoSide when it has none.
  int find(std::string_view name) const {
    const auto found = sides_.find(word_hash(name));
    return found == sides_.end() ? kNoSide : found->second;
  }
  void set(std::string_view name, int side) { sides_.insert_or_assign(word_hash(name), side); }
  // Unless the name has another side.
  void add(std::string_view name, int side) { sides_.emplace(word_hash(name), side); }

 private:
  boost::unordered_flat_map<std::uint64_t, int> sides_;
};

ArticleSides::~ArticleSides() = default;

ArticleSides::ArticleSides(const Tokens& text)
    : text_(text), aliases_(std::make_unique<Aliases>(text.capitals.size() / 2)) {
  mentions_.reserve(text.capitals.size());
  sides_.reserve(text.capitals.size() / 4);
  for (std::size_t i = 0; i < text.sentences.size(); ++i)
    read(SentenceView(text, text.sentences[i]), static_cast<std::uint32_t>(i));
}

SideName ArticleSides::trim(const SentenceView& s, const NameSpan& name) const {
  if (name.first == s.first() && name.last - name.first == 1 && is_known_head(s, name.first))
    return {name, side(named(s.at(name.first).text)).kind};
  const SideName trimmed = read_side_name(s, name);
  const auto [first, last] = trimmed.span;
  // "Alongside Massoud": the capital of the sentence is no part of the name.
  if (first == s.first() && last - first > 1 && named(s.slice(first, last)) == kNoSide &&
      named(s.slice(first + 1, last)) != kNoSide)
    return read_side_name(s, {first + 1, last});
  return trimmed;
}

int ArticleSides::named(std::string_view name) const {
  return name.size() > kLongestAlias ? kNoSide : aliases_->find(name);
}

std::string ArticleSides::full_name(std::string_view name) const {
  const int index = named(name);
  return std::string(index == kNoSide ? name : side(index).name);
}

// A capital at the head of a sentence tells nothing, unless the article uses the
// name elsewhere and the word is none of grammar.
bool ArticleSides::is_known_head(const SentenceView& s, int at) const {
  const Word& word = *s.at(at).word;
  if (word.classes != 0 || word.side_noun != SideKind::kNone) return false;
  const int known = named(s.at(at).text);
  return known != kNoSide &&
         (side(known).kind != SideKind::kNone || !is_common_head(s, {at, at + 1}));
}

std::optional<NameSpan> ArticleSides::name_at(const SentenceView& s, int at) const {
  if (!s.at(at).capital) return std::nullopt;
  if (const auto name = read_name(s, at)) return name;
  if (!s.is_word(at) || at != s.first() || !is_known_head(s, at)) return std::nullopt;
  return NameSpan{at, at + 1};
}

std::optional<NameSpan> ArticleSides::name_before(const SentenceView& s, int last) const {
  if (!s.at(last - 1).capital && !s.is_kind(last - 1, TokenKind::kMixed)) return std::nullopt;
  if (const auto name = read_name_before(s, last)) return name;
  return last - 1 == s.first() ? name_at(s, last - 1) : std::nullopt;
}

void ArticleSides::read(const SentenceView& s, std::uint32_t number) {
  if (is_headline(s)) return;
  read_opening_pronoun(s, number);
  int next = s.first(), joined_to = -1;
  for (const std::uint32_t capital : s.capitals()) {
    const int i = static_cast<int>(capital);
    if (i < next) continue;
    const auto name = name_at(s, i);
    if (!name) continue;
    next = name->last;
    const SideName trimmed = trim(s, *name);
    if (trimmed.span.first >= trimmed.span.last || sides_.size() >= kMaxSides) continue;
    const int index = add(s, trimmed);
    const bool owner = s.is_kind(trimmed.span.last, TokenKind::kPossessiveEnd);
    // "met Velmont and Ruiz": both are objects.
    const bool joined = s.is(name->first - 1, kConjunction) && name->first - 1 == joined_to;
    // "Ruiz's ledgers say": whose they are is spoken of.
    const bool opens = owner && name->first == s.first() && trimmed.kind == SideKind::kPerson;
    const bool subject = joined ? mentions_.back().subject
                                : opens || (!owner && !behind_preposition(s, trimmed.span.first) &&
                                            !is_object(s, trimmed.span.first, trimmed.span.last));
    joined_to = name->last;
    mentions_.push_back(
        {trimmed.span.first, index, number, subject, s.at(trimmed.span.first).quoted});
  }
}

// "He also bought": the one he is goes on being spoken of.
void ArticleSides::read_opening_pronoun(const SentenceView& s, std::uint32_t number) {
  if (!s.is(s.first(), kPersonPronoun) || s.at(s.first()).quoted) return;
  const int side = referent(s, s.first());
  if (side != kNoSide) mentions_.push_back({s.first(), side, number, true, false});
}

int ArticleSides::add(const SentenceView& s, const SideName& name) {
  const std::string_view text = s.slice(name.span.first, name.span.last);
  int index = named(text);
  if (index == kNoSide) {
    ArticleSide& added = sides_.emplace_back();
    added.name = text;
    added.kind = name.kind;
    index = static_cast<int>(sides_.size()) - 1;
    aliases_->add(text, index);
  }
  ArticleSide& side = sides_[static_cast<std::size_t>(index)];
  const bool again = side.mentions > 0 && side.kind == name.kind;
  if (side.kind == SideKind::kNone) side.kind = name.kind;
  ++side.mentions;
  if (side.gender == Gender::kUnknown && side.mentions < kKnownBy && name.kind == SideKind::kPerson)
    note_gender(s, name, side);
  if (name.kind == SideKind::kPerson) {
    if (const std::uint64_t office = office_before(s, name.span.first); office != 0)
      side.office = office;
  }
  // What a person or a group goes by is whoever was named last.
  const bool moves = name.kind == SideKind::kPerson || name.kind == SideKind::kGroup;
  if (!again || moves || s.at(name.span.last).text == "(") add_aliases(s, name, index);
  return index;
}

// "Mrs. Ruiz", "Ana Ruiz"
void ArticleSides::note_gender(const SentenceView& s, const SideName& name,
                               ArticleSide& side) const {
  static constexpr WordList kMen = {"mr",   "sir",         "lord",     "king",      "prince",
                                    "pope", "congressman", "chairman", "spokesman", "father"};
  static constexpr WordList kWomen = {"mrs",        "ms",          "miss",     "lady",
                                      "dame",       "queen",       "princess", "congresswoman",
                                      "chairwoman", "spokeswoman", "actress",  "sister"};
  const int first = name.span.first;
  const int title = s.at(first - 1).text == "." ? first - 2 : first - 1;
  if (s.is_one_of(title, kMen))
    side.gender = Gender::kMale;
  else if (s.is_one_of(title, kWomen))
    side.gender = Gender::kFemale;
  else if (name.span.last - first > 1)
    side.gender = gender_of_given_name(s.at(first).text);
}

void ArticleSides::add_aliases(const SentenceView& s, const SideName& name, int index) {
  const auto [first, last] = name.span;
  Aliases& aliases = *aliases_;
  // "National Resistance Front (NRF)"
  if (s.at(last).text == "(" && is_acronym(s.at(last + 1).text) && s.at(last + 2).text == ")")
    aliases.set(s.at(last + 1).text, index);
  if (last - first < 2) return;
  if (name.kind == SideKind::kPerson) {
    // The one of that name who was named in full last.
    aliases.set(s.at(last - 1).text, index);
    // "Ana" of Ana Ruiz, unless somebody goes by it already.
    if (side(index).mentions == 1) {
      if (gender_of_given_name(s.at(first).text) != Gender::kUnknown)
        aliases.add(s.at(first).text, index);
    }
    return;
  }
  if (name.kind == SideKind::kPlace || name.kind == SideKind::kOther) return;
  // "the Front", "the Post"
  if (s.at(last - 1).word->side_name == SideKind::kGroup)
    aliases.set("the " + std::string(s.at(last - 1).text), index);
  if (const std::string letters = initials(s, name.span); letters.size() >= 2)
    aliases.add(letters, index);
  // "Guardian Royal Exchange Plc" goes by "Guardian Royal Exchange", "Guardian
  // Royal" and "Guardian".
  const bool company = name.kind == SideKind::kCompany;
  for (int end = last - 1; end > first; --end) {
    if (s.is(end - 1, kPreposition) || s.is_kind(end - 1, TokenKind::kSign)) continue;
    const bool form = is_legal_form(s.at(end).text);
    if (!company && !form) break;
    const std::string_view alias = s.slice(first, end);
    if (end - first == 1 && (s.at(first).word->place != kNoIndex || alias.size() < 3 ||
                             s.at(first).word->side_name != SideKind::kNone))
      break;
    aliases.add(alias, index);
  }
}

std::size_t ArticleSides::before(int at) const {
  const auto found =
      std::lower_bound(mentions_.begin(), mentions_.end(), at,
                       [](const Mention& mention, int token) { return mention.at < token; });
  return static_cast<std::size_t>(found - mentions_.begin());
}

int ArticleSides::last_mention(int at, std::uint32_t sentence, bool (*fits)(const ArticleSide&),
                               int except) const {
  int nearest = kNoSide, in_quotation = kNoSide;
  const bool quoted = text_.tokens[static_cast<std::size_t>(at)].quoted;
  for (std::size_t i = before(at), steps = 0; i-- > 0 && steps < kReach; ++steps) {
    const Mention& mention = mentions_[i];
    if (mention.side == except || !fits(side(mention.side))) continue;
    // Of whom somebody is quoted as speaking the text itself does not speak.
    if (mention.quoted && !quoted) {
      if (in_quotation == kNoSide) in_quotation = mention.side;
      continue;
    }
    if (mention.subject && mention.sentence + kSubjectReach >= sentence) return mention.side;
    if (nearest == kNoSide) nearest = mention.side;
  }
  return nearest == kNoSide ? in_quotation : nearest;
}

// "the governor": the one who was called so last, unless the article names that one in passing
// and speaks of another.
int ArticleSides::last_holder(int at, std::uint64_t office, int except) const {
  int last = kNoSide;
  for (std::size_t i = before(at), steps = 0; i-- > 0 && steps < kOfficeReach; ++steps) {
    const int holder = mentions_[i].side;
    if (side(holder).office != office || holder == last || holder == except) continue;
    if (last == kNoSide || side(holder).mentions > kInPassing) last = holder;
    if (side(last).mentions > kInPassing) break;
  }
  return last;
}

// "the company's report on its mills": the noun of the sentence that "its" takes up, unless a
// name of a body stands nearer; -1 for none.
int ArticleSides::body_noun_before(const SentenceView& s, int at) const {
  int from = std::max(s.first(), at - kNounReach);
  for (std::size_t i = before(at); i-- > 0 && mentions_[i].at > from;) {
    if (can_be_it(side(mentions_[i].side))) from = mentions_[i].at + 1;
  }
  for (int i = at - 1; i > from; --i) {
    if (!s.is_word(i) || s.at(i).capital) continue;
    const SideKind kind = s.at(i).word->side_noun;
    const bool body = kind == SideKind::kCompany || kind == SideKind::kGroup;
    // "run by the church, it": the church is no more spoken of than who is run by it.
    const bool owner = s.is_kind(i + 1, TokenKind::kPossessiveEnd);
    if (body && s.lower_is(i - 1, "the") && (owner || !behind_preposition(s, i))) return i;
  }
  return -1;
}

// Whom "they" may be: many that acted in this sentence or the one before.
int ArticleSides::last_many(int at) const {
  const auto behind = std::upper_bound(
      text_.sentences.begin(), text_.sentences.end(), at,
      [](int token, const Sentence& sentence) { return token < static_cast<int>(sentence.first); });
  const auto number = behind - text_.sentences.begin() - 1;  // of the sentence
  for (std::size_t i = before(at), steps = 0; i-- > 0 && steps < kReach; ++steps) {
    const Mention& mention = mentions_[i];
    if (static_cast<std::ptrdiff_t>(mention.sentence) + 1 < number) break;
    if (mention.subject && is_many(side(mention.side))) return mention.side;
  }
  return kNoSide;
}

int ArticleSides::main_owner() const {
  if (mentions_.empty()) return kNoSide;
  const std::uint32_t lead = mentions_.front().sentence;
  int country = kNoSide;
  for (std::size_t i = 0; i < std::min(mentions_.size(), kReach); ++i) {
    const Mention& mention = mentions_[i];
    if (mention.sentence != lead) break;
    if (mention.subject && is_company(side(mention.side))) return mention.side;
    const ArticleSide& named = side(mention.side);
    if (country == kNoSide && named.kind == SideKind::kPlace &&
        mention.at <= mentions_.front().at + 3 &&
        Gazetteer::world().country_of(Gazetteer::world().best(named.name)) ==
            Gazetteer::world().best(named.name))
      country = mention.side;
  }
  return country;
}

int ArticleSides::last_person(int at) const {
  const std::size_t end = before(at);
  return last_mention(at, end == 0 ? 0 : mentions_[end - 1].sentence, is_person, kNoSide);
}

// "the state": the last state spoken of; "the country": the last country.
int ArticleSides::last_place(int at, std::string_view noun) const {
  const Gazetteer& world = Gazetteer::world();
  const bool country =
      noun == "country" || noun == "nation" || noun == "republic" || noun == "kingdom";
  const bool state =
      noun == "state" || noun == "province" || noun == "region" || noun == "territory";
  for (std::size_t i = before(at), steps = 0; i-- > 0 && steps < kReach; ++steps) {
    if (side(mentions_[i].side).kind != SideKind::kPlace) continue;
    const PlaceId id = world.best(side(mentions_[i].side).name);
    if (id == kNoPlace) continue;
    const PlaceKind kind = world.place(id).kind;
    if (country ? kind == PlaceKind::kCountry
        : state ? kind == PlaceKind::kState
                : kind == PlaceKind::kCity)
      return mentions_[i].side;
  }
  return kNoSide;
}

// "As his term ended, Doe ...": the clause before the main one.
int ArticleSides::named_ahead(const SentenceView& s, int at) const {
  if (at > s.first() + 4 || !s.is(s.first(), kClauseBreak | kPreposition)) return kNoSide;
  for (int i = at + 1; i < at + 20 && s.has(i); ++i) {
    if (s.at(i).text != ",") continue;
    const auto name = name_at(s, i + 1);
    if (!name || !is_finite_verb(s, name->last + (s.is(name->last, kAdverb) ? 1 : 0)))
      return kNoSide;
    const NameSpan person = trim(s, *name).span;
    const int found = named(s.slice(person.first, person.last));
    return found != kNoSide && side(found).kind == SideKind::kPerson ? found : kNoSide;
  }
  return kNoSide;
}

int ArticleSides::referent(const SentenceView& s, int at, int except) const {
  const auto first_of = [&](std::initializer_list<bool (*)(const ArticleSide&)> kinds) {
    const std::size_t end = before(at);
    const std::uint32_t sentence = end == 0 ? 0 : mentions_[end - 1].sentence;
    for (const auto kind : kinds) {
      if (const int found = last_mention(at, sentence, kind, except); found != kNoSide)
        return found;
    }
    return kNoSide;
  };
  const std::string lower = lower_case(s.at(at).text);
  const bool man = lower == "he" || lower == "his" || lower == "him";
  if (man || lower == "she" || lower == "her") {
    const auto person = man ? is_man : is_woman;
    const int ahead = named_ahead(s, at);
    if (ahead != kNoSide && person(side(ahead))) return ahead;
    return except == kNoSide ? first_of({person, is_unknown}) : first_of({person});
  }
  if (lower == "it" || lower == "its") {
    if (const int noun = body_noun_before(s, at); noun >= 0) return referent(s, noun, except);
    return first_of({is_body, is_acronym_side, can_be_it, is_unknown});
  }
  if (lower == "they" || lower == "their" || lower == "them") return last_many(at);
  // "the bank": the one with that word in its name, else the last of its kind.
  for (std::size_t i = before(at), steps = 0; i-- > 0 && steps < kReach; ++steps) {
    const ArticleSide& side = sides_[static_cast<std::size_t>(mentions_[i].side)];
    if (side.kind != SideKind::kPlace && !equals_lower(side.name, lower) &&
        holds_word(side.name, lower))
      return mentions_[i].side;
  }
  switch (s.at(at).word->side_noun) {
    case SideKind::kPerson:
      if (const int holder = last_holder(at, office_key(s, at), except); holder != kNoSide)
        return holder;
      return first_of({is_person});
    case SideKind::kCompany:
      return first_of({is_company, is_acronym_side, is_group, is_unknown});
    case SideKind::kGroup:
      return first_of({is_group, is_company, is_unknown});
    case SideKind::kGovernment:
      return first_of({is_government, is_group});
    case SideKind::kPlace:
      return last_place(at, lower);
    default:
      return kNoSide;
  }
}

}  // namespace figured::claims
