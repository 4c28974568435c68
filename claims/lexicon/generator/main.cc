// lexicon_generator WORDNET_DIRECTORY TABLES_DIRECTORY OUT.cc
// writes the forms of English words, as lexicon/wordnet_table.h declares them.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

#include "claims/lexicon/generator/form_table.h"
#include "claims/lexicon/word_hash.h"

namespace figured::claims::generator {
namespace {

constexpr std::uint64_t kIndexMask = 0xffff;

struct Table {
  std::vector<std::uint64_t> forms;
  std::vector<WordGrammar> grammars;
  std::vector<std::string> endings = {""};
};

auto key_of(const WordGrammar& g) {
  return std::tuple(g.topics, g.forms, g.dominant, g.dominance, g.topic, g.naming, g.noun_cut,
                    g.noun_ending, g.verb_cut, g.verb_ending);
}

// Forms share what they have in common: most are one of a few thousand kinds.
Table make_table(const Forms& forms) {
  Table table;
  std::map<decltype(key_of({})), std::size_t> known;
  std::set<std::uint64_t> hashes;
  for (const auto& [text, form] : forms) {
    const WordGrammar grammar = grammar_of(text, form, table.endings);
    const auto [kind, is_new] = known.emplace(key_of(grammar), table.grammars.size() + 1);
    if (is_new) table.grammars.push_back(grammar);
    const std::uint64_t hash = word_hash(text) & ~kIndexMask;
    if (!hashes.insert(hash).second) throw std::runtime_error("two forms have one hash: " + text);
    table.forms.push_back(hash | kind->second);
  }
  if (table.grammars.size() > kIndexMask / 2) throw std::runtime_error("too many kinds of forms");
  std::sort(table.forms.begin(), table.forms.end());
  return table;
}

void write_numbers(std::ostream& out, const std::vector<std::uint64_t>& numbers) {
  char text[24];
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::snprintf(text, sizeof text, "0x%llx,", static_cast<unsigned long long>(numbers[i]));
    out << text << (i % 6 == 5 ? "\n" : "");
  }
}

void write_table(std::ostream& out, const Table& table) {
  out << "// Written by lexicon_generator from WordNet 3.0, Copyright 2006 by Princeton\n"
         "// University, all rights reserved; the licence stands in NOTICE.\n"
         "#include \"claims/lexicon/wordnet_table.h\"\n"
         "namespace figured::claims::tables {\nnamespace {\n"
         "constexpr std::uint64_t forms[] = {\n";
  write_numbers(out, table.forms);
  out << "};\nconstexpr WordGrammar grammars[] = {\n";
  for (const WordGrammar& g : table.grammars) {
    out << '{' << g.topics << ',' << g.forms << ",PartOfSpeech{" << int(g.dominant)
        << "},Dominance{" << int(g.dominance) << "},Topic{" << int(g.topic) << "}," << int(g.naming)
        << ',' << int(g.noun_cut) << ',' << int(g.noun_ending) << ',' << int(g.verb_cut) << ','
        << int(g.verb_ending) << "},\n";
  }
  out << "};\nconstexpr std::string_view endings[] = {";
  for (const std::string& ending : table.endings) out << '"' << ending << "\",";
  out << "};\n}  // namespace\n"
         "const std::span<const std::uint64_t> kForms = forms;\n"
         "const std::span<const WordGrammar> kGrammars = grammars;\n"
         "const std::span<const std::string_view> kEndings = endings;\n"
         "}  // namespace figured::claims::tables\n";
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

void run(const std::filesystem::path& wordnet_directory, const std::filesystem::path& tables,
         const char* out_path) {
  WordNet wordnet = read_wordnet(wordnet_directory);
  add_words(read_text(tables / "additions.tsv"), wordnet);
  const Inflections inflections = parse_inflections(read_text(tables / "inflection.tsv"));
  const Table table = make_table(inflect(wordnet, inflections));
  std::ofstream out(out_path);
  write_table(out, table);
  out.close();
  if (!out) throw std::runtime_error(std::string("cannot write ") + out_path);
  std::cout << table.forms.size() << " forms of " << table.grammars.size() << " kinds, "
            << table.endings.size() << " endings\n";
}

}  // namespace
}  // namespace figured::claims::generator

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: lexicon_generator WORDNET_DIRECTORY TABLES_DIRECTORY OUT.cc\n";
    return 2;
  }
  try {
    figured::claims::generator::run(arguments[1], arguments[2], arguments[3]);
  } catch (const std::exception& error) {
    std::cerr << "lexicon_generator: " << error.what() << '\n';
    return 1;
  }
}
