#include "claims/subjects/owner_names.h"

#include <xxhash.h>

#include <algorithm>
#include <iterator>

#include "claims/gazetteer/gazetteer.h"
#include "claims/text/names.h"
#include "claims/text/tokens.h"

namespace figured::claims {
namespace {

bool is_legal_form(std::string_view word) {
  static constexpr std::string_view kForms[] = {
      "inc", "corp", "co",  "cos", "ltd", "plc", "llc",      "group", "company", "corporation",
      "n.v", "nv",   "s.a", "sa",  "ag",  "ab",  "holdings", "gmbh",  "lp",      "the"};
  return std::find(std::begin(kForms), std::end(kForms), word) != std::end(kForms);
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  while (!name.empty()) {
    const std::size_t blank = std::min(name.find(' '), name.size());
    std::string word = lower_case(name.substr(0, blank));
    if (!word.empty() && !is_legal_form(word)) words.push_back(std::move(word));
    name.remove_prefix(std::min(blank + 1, name.size()));
  }
  return words;
}

}  // namespace

std::string last_word(std::string_view name) {
  while (true) {
    const std::size_t blank = name.rfind(' ');
    std::string word = lower_case(blank == std::string_view::npos ? name : name.substr(blank + 1));
    if (blank == std::string_view::npos || !is_legal_form(word)) return word;
    name = name.substr(0, blank);
  }
}

bool owners_agree(const std::string& a, const std::string& b) {
  std::vector<std::string> shorter = words_of(a), longer = words_of(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  return !shorter.empty() && std::all_of(shorter.begin(), shorter.end(), [&](const auto& word) {
    return std::find(longer.begin(), longer.end(), word) != longer.end();
  });
}

std::vector<std::uint64_t> owner_keys(std::string_view name) {
  std::vector<std::uint64_t> keys;
  for (const std::string& word : words_of(name))
    keys.push_back(XXH3_64bits(word.data(), word.size()));
  std::sort(keys.begin(), keys.end());
  return keys;
}

bool names_agree(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  if (last_word(a) == last_word(b)) return true;
  const std::string lower_a = lower_case(a), lower_b = lower_case(b);
  return lower_a.find(lower_b) != std::string::npos || lower_b.find(lower_a) != std::string::npos;
}

bool mentions(const std::vector<NameKey>& names, std::string_view place) {
  const std::string word = last_word(place);
  return std::binary_search(names.begin(), names.end(), name_key(std::string_view(word)));
}

bool is_country(const std::string& place) {
  const Gazetteer& world = Gazetteer::world();
  const PlaceId id = world.best(place);
  return id != kNoPlace && world.country_of(id) == id;
}

}  // namespace figured::claims
