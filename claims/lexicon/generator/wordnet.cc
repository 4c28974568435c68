// index.pos  := { "  " licence line | lemma pos synsets n { pointer } senses tagged { offset } }
// data.noun  := { "  " licence line | offset lexfile type count { word id } n { pointer } "|" gloss
// } pos.exc    := { form { base } } cntlist.rev:= { sense_key sense_number count } ; sense_key :=
// lemma "%" type ":" ...
#include "claims/lexicon/generator/wordnet.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

namespace figured::claims::generator {
namespace {

constexpr double kCountOfSense = 0.2;  // so that an untagged word still leans one way

constexpr std::array<const char*, 26> kTopicNames = {
    "Tops",          "act",    "animal",     "artifact",  "attribute",  "body",     "cognition",
    "communication", "event",  "feeling",    "food",      "group",      "location", "motive",
    "object",        "person", "phenomenon", "plant",     "possession", "process",  "quantity",
    "relation",      "shape",  "state",      "substance", "time"};
constexpr int kFirstNounFile = 3;  // lexnames(5): 03 is noun.Tops

std::ifstream open(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return file;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

bool is_plain(const std::string& lemma) {
  return lemma.size() > 1 && std::all_of(lemma.begin(), lemma.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
         });
}

// noun.Tops holds the roots of the hierarchy, each the head of one kind.
Topic topic_of_root(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "measure") return Topic::kQuantity;
    if (word == "motivation") return Topic::kMotive;
    if (const Topic topic = topic_named(lower(word)); topic != Topic::kNone) return topic;
  }
  return Topic::kNone;
}

struct Synset {
  Topic topic = Topic::kNone;
  bool instance = false;           // of a class: "Paris" of "city"
  std::vector<std::string> words;  // as written
};

Synset parse_synset(std::istringstream& fields) {
  Synset synset;
  std::string type, word, id, pointer, skipped;
  int file = 0, words = 0, pointers = 0;
  fields >> file >> type >> std::hex >> words >> std::dec;
  for (int i = 0; i < words && fields >> word >> id; ++i) synset.words.push_back(word);
  fields >> pointers;
  for (int i = 0; i < pointers && fields >> pointer >> skipped >> skipped >> skipped; ++i) {
    synset.instance = synset.instance || pointer == "@i";
  }
  if (!fields || file < kFirstNounFile || file >= kFirstNounFile + 26) {
    throw std::runtime_error("data.noun: a line is no synset");
  }
  synset.topic = file == kFirstNounFile ? topic_of_root(synset.words)
                                        : static_cast<Topic>(file - kFirstNounFile);
  return synset;
}

using Synsets = std::unordered_map<long, Synset>;

Synsets read_synsets(const std::filesystem::path& path) {
  Synsets synsets;
  std::ifstream file = open(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("  ")) continue;
    std::istringstream fields(line);
    long offset = -1;
    fields >> offset;
    synsets.emplace(offset, parse_synset(fields));
  }
  return synsets;
}

NounSense sense_of(const Synset& synset, const std::string& lemma) {
  const bool capital = std::none_of(synset.words.begin(), synset.words.end(),
                                    [&](const std::string& word) { return word == lemma; });
  return {synset.topic, !capital ? kCommonNoun : synset.instance ? kNameNoun : kCapitalNoun};
}

// `synsets` is null for all but nouns.
Lemmas read_index(const std::filesystem::path& path, const Synsets* synsets) {
  Lemmas lemmas;
  std::ifstream file = open(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("  ")) continue;
    std::istringstream fields(line);
    std::string name, skipped;
    int senses = 0, pointers = 0;
    fields >> name >> skipped >> senses >> pointers;
    for (int i = 0; i < pointers + 2; ++i) fields >> skipped;
    if (!fields) throw std::runtime_error(path.string() + ": a line is no entry: " + line);
    if (!is_plain(name)) continue;
    Lemma lemma;
    lemma.count = kCountOfSense * senses;
    for (long offset = 0; synsets != nullptr && fields >> offset;) {
      lemma.senses.push_back(sense_of(synsets->at(offset), name));
    }
    lemmas.emplace(name, std::move(lemma));
  }
  return lemmas;
}

Exceptions read_exceptions(const std::filesystem::path& path) {
  Exceptions exceptions;
  std::ifstream file = open(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string form, base;
    for (fields >> form; fields >> base;) {
      if (is_plain(form) && is_plain(base)) exceptions.emplace(base, form);
    }
  }
  return exceptions;
}

void add_counts(const std::filesystem::path& path, WordNet& wordnet) {
  // The types of sense keys, from 1: noun, verb, adjective, adverb, satellite adjective.
  const std::array<Lemmas*, 5> by_type = {&wordnet.nouns, &wordnet.verbs, &wordnet.adjectives,
                                          &wordnet.adverbs, &wordnet.adjectives};
  std::ifstream file = open(path);
  std::string key;
  double sense = 0, count = 0;
  while (file >> key >> sense >> count) {
    const std::size_t percent = key.find('%');
    if (percent == std::string::npos || percent + 1 == key.size()) continue;
    const int type = key[percent + 1] - '1';
    if (type < 0 || type >= 5) continue;
    Lemmas& lemmas = *by_type[static_cast<std::size_t>(type)];
    if (const auto found = lemmas.find(key.substr(0, percent)); found != lemmas.end()) {
      found->second.count += count;
    }
  }
}

}  // namespace

Topic topic_named(const std::string& name) {
  const auto found = std::find(kTopicNames.begin() + 1, kTopicNames.end(), name);
  return found == kTopicNames.end() ? Topic::kNone
                                    : static_cast<Topic>(found - kTopicNames.begin());
}

WordNet read_wordnet(const std::filesystem::path& directory) {
  const Synsets synsets = read_synsets(directory / "data.noun");
  WordNet wordnet;
  wordnet.nouns = read_index(directory / "index.noun", &synsets);
  wordnet.verbs = read_index(directory / "index.verb", nullptr);
  wordnet.adjectives = read_index(directory / "index.adj", nullptr);
  wordnet.adverbs = read_index(directory / "index.adv", nullptr);
  wordnet.noun_forms = read_exceptions(directory / "noun.exc");
  wordnet.verb_forms = read_exceptions(directory / "verb.exc");
  wordnet.adjective_forms = read_exceptions(directory / "adj.exc");
  add_counts(directory / "cntlist.rev", wordnet);
  return wordnet;
}

}  // namespace figured::claims::generator
