// given_names.tsv := { ( "male" | "female" ) TAB name { " " name } }
#include "claims/lexicon/given_names.h"

#include <stdexcept>
#include <string>

#include <boost/unordered/unordered_flat_map.hpp>

#include "claims/lexicon/tables.h"
#include "claims/lexicon/word_hash.h"

namespace figured::claims {
namespace {

using Names = boost::unordered_flat_map<std::uint64_t, Gender>;  // by word_hash

Names read_table() {
  Names names;
  std::string_view table = tables::kGivenNames;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    std::string_view row = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (row.empty() || row.front() == '#') continue;
    const bool male = row.starts_with("male\t");
    if (!male && !row.starts_with("female\t"))
      throw std::runtime_error("given_names.tsv: no gender in " + std::string(row.substr(0, 20)));
    row.remove_prefix(row.find('\t') + 1);
    while (!row.empty()) {
      const std::size_t blank = std::min(row.find(' '), row.size());
      names.emplace(word_hash(row.substr(0, blank)), male ? Gender::kMale : Gender::kFemale);
      row.remove_prefix(std::min(blank + 1, row.size()));
    }
  }
  return names;
}

}  // namespace

Gender gender_of_given_name(std::string_view name) {
  static const Names names = read_table();
  const auto found = names.find(word_hash(name));
  return found == names.end() ? Gender::kUnknown : found->second;
}

}  // namespace figured::claims
