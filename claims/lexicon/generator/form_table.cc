#include "claims/lexicon/generator/form_table.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "claims/lexicon/inflection.h"

namespace figured::claims::generator {
namespace {

enum Part : std::size_t { kNounPart, kVerbPart, kAdjectivePart, kAdverbPart };

// Shares of the forms in running text.
constexpr double kSingularShare = 0.7, kPluralShare = 0.3;
constexpr double kBaseShare = 0.3, kSShare = 0.1, kPastShare = 0.25, kParticipleShare = 0.2,
                 kIngShare = 0.15;
constexpr double kPositiveShare = 0.94, kComparedShare = 0.03;

constexpr double kLikelyShare = 2.0 / 3, kSureShare = 0.9;
constexpr std::size_t kSensesThatCount = 3;
constexpr std::size_t kMostEndings = 256;

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Inflector {
 public:
  Inflector(const WordNet& wordnet, const Inflections& inflections)
      : wordnet_(wordnet), inflections_(inflections) {}

  Forms run() {
    for (const auto& [base, lemma] : wordnet_.nouns) add_noun(base, lemma);
    for (const auto& [base, lemma] : wordnet_.verbs) add_verb(base, lemma.count);
    for (const auto& [base, lemma] : wordnet_.adjectives) add_adjective(base, lemma.count);
    for (const auto& [base, lemma] : wordnet_.adverbs) {
      add(base, kAdverbPart, kAdverbForm, lemma.count);
    }
    return std::move(forms_);
  }

 private:
  Form& add(const std::string& text, Part part, std::uint16_t form, double weight) {
    Form& added = forms_[text];
    added.weights[part] += weight;
    added.forms |= form;
    return added;
  }

  std::vector<std::string> exceptions(const Exceptions& of, const std::string& base) const {
    std::vector<std::string> found;
    for (auto [it, end] = of.equal_range(base); it != end; ++it) found.push_back(it->second);
    return found;
  }

  // --- nouns

  void add_noun_form(const std::string& text, WordForm form, const std::string& base,
                     const Lemma& lemma, double weight) {
    Form& added = add(text, kNounPart, form, weight);
    if (added.noun != nullptr && added.noun_weight >= weight) return;
    added.noun = &lemma;
    added.noun_weight = weight;
    added.noun_base = base;
  }

  static bool is_only_name(const Lemma& lemma) {
    return std::all_of(lemma.senses.begin(), lemma.senses.end(),
                       [](const NounSense& sense) { return sense.naming == kNameNoun; });
  }

  // "five Chinese", "five Swiss"
  static bool is_people_in_ese(const std::string& base, const Lemma& lemma) {
    return (base.ends_with("ese") || base == "swiss") &&
           std::any_of(lemma.senses.begin(), lemma.senses.end(), [](const NounSense& sense) {
             return sense.naming == kCapitalNoun && sense.topic == Topic::kPerson;
           });
  }

  void add_noun(const std::string& base, const Lemma& lemma) {
    if (contains(inflections_.plural, base)) {
      add_noun_form(base, kNounPlural, base, lemma, lemma.count);
      return;
    }
    add_noun_form(base, kNounSingular, base, lemma, lemma.count * kSingularShare);
    if (is_only_name(lemma)) return;
    for (const std::string& plural : plurals(base, lemma)) {
      add_noun_form(plural, kNounPlural, base, lemma, lemma.count * kPluralShare);
    }
  }

  std::vector<std::string> plurals(const std::string& base, const Lemma& lemma) const {
    if (contains(inflections_.invariant, base) || is_people_in_ese(base, lemma)) return {base};
    std::vector<std::string> found = exceptions(wordnet_.noun_forms, base);
    if (found.empty() && base.ends_with("man") && has_woman(base)) {
      found.push_back(base.substr(0, base.size() - 3) + "men");
    }
    if (found.empty() && base.ends_with("child")) found.push_back(base + "ren");
    // Beside a Latin or French plural the regular one is used as well.
    const bool regular_too = std::all_of(found.begin(), found.end(), [](const std::string& form) {
      return form.ends_with('a') || form.ends_with('i') || form.ends_with("ae") ||
             form.ends_with("ces") || form.ends_with('x') || form.ends_with('s');
    });
    const bool changed_stem = std::any_of(found.begin(), found.end(), [](const std::string& form) {
      return form.ends_with("ves") || form.ends_with("oes") || form.ends_with("ses");
    });
    if (regular_too && !changed_stem) found.push_back(regular_plural(base));
    return found;
  }

  // "policeman" is a man, "human" and "talisman" are not: what stands before
  // "man" is a word, or "woman" can stand in its place.
  bool has_woman(const std::string& base) const {
    const std::string stem = base.substr(0, base.size() - 3);
    if (stem.size() < 2) return base == "man";
    if (stem.ends_with("wo")) return true;
    if (base == "human" || base == "german" || base == "roman" || base == "norman") return false;
    return wordnet_.nouns.count(stem + "woman") != 0 || wordnet_.nouns.count(stem) != 0 ||
           wordnet_.adjectives.count(stem) != 0 || wordnet_.verbs.count(stem) != 0 ||
           stem.ends_with('s');
  }

  // --- verbs

  void add_verb_form(const std::string& text, std::uint16_t form, const std::string& base,
                     double weight) {
    Form& added = add(text, kVerbPart, form, weight);
    if (!added.verb_base.empty() && added.verb_weight >= weight) return;
    added.verb_weight = weight;
    added.verb_base = base;
  }

  void add_verb(const std::string& base, double count) {
    const VerbForms regular = regular_verb(base);
    add_verb_form(base, kVerbBase, base, count * kBaseShare);
    std::vector<std::string> past, ing, s_forms;
    for (const std::string& form : exceptions(wordnet_.verb_forms, base)) {
      if (form.ends_with("ing") && form != base) {
        ing.push_back(form);
      } else if (form.ends_with('s') && !base.ends_with('s')) {
        s_forms.push_back(form);
      } else {
        past.push_back(form);
      }
    }
    const bool plain = ing.empty() || keeps_single_too(base);
    if (plain) ing.push_back(regular.ing_form);
    if (s_forms.empty()) s_forms.push_back(regular.s_form);
    for (const std::string& form : s_forms) add_verb_form(form, kVerbS, base, count * kSShare);
    for (const std::string& form : ing) add_verb_form(form, kVerbIng, base, count * kIngShare);
    add_past(base, count, past, regular.past);
  }

  // "travelled" and "traveled", but "stopped" alone.
  static bool keeps_single_too(const std::string& base) {
    const auto vowels = std::count_if(base.begin(), base.end(), is_vowel);
    return base.ends_with('l') && vowels > 1;
  }

  void add_past(const std::string& base, double count, std::vector<std::string> irregular,
                const std::string& regular) {
    if (contains(inflections_.unchanged, base)) {
      add_verb_form(base, kVerbPast | kVerbParticiple, base,
                    count * (kPastShare + kParticipleShare));
      return;
    }
    const auto strong = strong_forms(base);
    if (!strong[0].empty()) {
      add_verb_form(strong[0], kVerbPast, base, count * kPastShare);
      add_verb_form(strong[1], kVerbParticiple, base, count * kParticipleShare);
    }
    if (irregular.empty() && strong[0].empty()) irregular.push_back(regular);
    if (!irregular.empty() && irregular.front().ends_with("lled") && keeps_single_too(base)) {
      irregular.push_back(regular);
    }
    for (const std::string& form : irregular) {
      if (form == strong[0] || form == strong[1]) continue;
      add_verb_form(form, kVerbPast | kVerbParticiple, base,
                    count * (kPastShare + kParticipleShare));
    }
  }

  // Those of "take" for "undertake": a prefix changes nothing.
  std::array<std::string, 2> strong_forms(const std::string& base) const {
    if (const auto own = inflections_.strong.find(base); own != inflections_.strong.end()) {
      return own->second;
    }
    static constexpr std::string_view kPrefixes[] = {"over", "under", "fore", "inter", "with",
                                                     "out",  "mis",   "un",   "re",    "up",
                                                     "be",   "par",   "fr"};
    for (const std::string_view prefix : kPrefixes) {
      if (!base.starts_with(prefix)) continue;
      const auto stem = inflections_.strong.find(base.substr(prefix.size()));
      if (stem == inflections_.strong.end()) continue;
      // The list of irregular forms confirms it: "overtook", but not "unsaw".
      const auto known = exceptions(wordnet_.verb_forms, base);
      const std::string past = std::string(prefix) + stem->second[0];
      if (contains(known, past)) return {past, std::string(prefix) + stem->second[1]};
    }
    return {};
  }

  // --- adjectives

  void add_adjective(const std::string& base, double count) {
    add(base, kAdjectivePart, kPositive, count * kPositiveShare);
    bool irregular = false;
    for (const std::string& form : exceptions(wordnet_.adjective_forms, base)) {
      if (form == base) continue;
      const bool highest = form.ends_with("st");
      add(form, kAdjectivePart, highest ? kSuperlative : kComparative, count * kComparedShare);
      irregular = true;
    }
    const auto regular = regular_comparison(base);
    if (irregular || !regular) return;
    add(regular->comparative, kAdjectivePart, kComparative, count * kComparedShare);
    add(regular->superlative, kAdjectivePart, kSuperlative, count * kComparedShare);
  }

  const WordNet& wordnet_;
  const Inflections& inflections_;
  Forms forms_;
};

std::uint8_t ending_index(const std::string& ending, std::vector<std::string>& endings) {
  const auto found = std::find(endings.begin(), endings.end(), ending);
  if (found == endings.end()) endings.push_back(ending);
  if (endings.size() > kMostEndings) throw std::runtime_error("too many endings: " + ending);
  return static_cast<std::uint8_t>(found - endings.begin());
}

// How to get from `text` to `base`.
void set_base(const std::string& text, const std::string& base, std::vector<std::string>& endings,
              std::uint8_t& cut, std::uint8_t& ending) {
  std::size_t same = 0;
  while (same < text.size() && same < base.size() && text[same] == base[same]) ++same;
  cut = static_cast<std::uint8_t>(text.size() - same);
  ending = ending_index(base.substr(same), endings);
}

}  // namespace

Inflections parse_inflections(std::string_view table) {
  Inflections inflections;
  std::istringstream lines{std::string(table)};
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string kind, word;
    fields >> kind;
    while (fields >> word) {
      if (kind == "invariant") {
        inflections.invariant.push_back(word);
      } else if (kind == "plural") {
        inflections.plural.push_back(word);
      } else if (kind == "unchanged") {
        inflections.unchanged.push_back(word);
      } else {
        const std::size_t open = word.find('('), comma = word.find(','), close = word.find(')');
        if (kind != "strong" || close == std::string::npos || comma == std::string::npos) {
          throw std::runtime_error("inflection.tsv: " + kind + ' ' + word);
        }
        inflections.strong[word.substr(0, open)] = {word.substr(open + 1, comma - open - 1),
                                                    word.substr(comma + 1, close - comma - 1)};
      }
    }
  }
  return inflections;
}

void add_words(std::string_view table, WordNet& wordnet) {
  std::istringstream lines{std::string(table)};
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string part, topic, word;
    fields >> part >> topic;
    if (part != "noun" && part != "verb") throw std::runtime_error("additions.tsv: " + line);
    while (fields >> word) {
      if (part == "verb") {
        wordnet.verbs[word].count += 1;
        continue;
      }
      Lemma& lemma = wordnet.nouns[word];
      lemma.count += 1;
      lemma.senses.insert(lemma.senses.begin(), {topic_named(topic), kCommonNoun});
    }
  }
}

Forms inflect(const WordNet& wordnet, const Inflections& inflections) {
  return Inflector(wordnet, inflections).run();
}

WordGrammar grammar_of(const std::string& text, const Form& form,
                       std::vector<std::string>& endings) {
  WordGrammar grammar;
  grammar.forms = form.forms;
  const auto most = std::max_element(form.weights.begin(), form.weights.end());
  double all = 0;
  for (const double weight : form.weights) all += weight;
  const double share = *most / all;
  grammar.dominant = static_cast<PartOfSpeech>(most - form.weights.begin() + 1);
  grammar.dominance = share >= kSureShare     ? Dominance::kSure
                      : share >= kLikelyShare ? Dominance::kLikely
                                              : Dominance::kUnsure;
  if (form.noun != nullptr) {
    const auto& senses = form.noun->senses;
    grammar.topic = senses.front().topic;
    for (std::size_t i = 0; i < senses.size(); ++i) {
      grammar.naming |= senses[i].naming;
      if (i < kSensesThatCount) grammar.topics |= 1u << static_cast<unsigned>(senses[i].topic);
    }
    set_base(text, form.noun_base, endings, grammar.noun_cut, grammar.noun_ending);
  }
  if (!form.verb_base.empty()) {
    set_base(text, form.verb_base, endings, grammar.verb_cut, grammar.verb_ending);
  }
  return grammar;
}

}  // namespace figured::claims::generator
