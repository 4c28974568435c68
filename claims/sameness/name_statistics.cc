#include "claims/sameness/name_statistics.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "claims/sameness/name_weight.h"
#include "claims/text/names.h"

namespace figured::claims {
namespace {

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void NameStatistics::add(const Document& document) {
  Tokens title, text;
  tokenize(document.title, Lexicon::english(), title);
  tokenize(document.text, Lexicon::english(), text);
  ++articles_;
  for (std::string& word : name_words(text, collect_names(title, text))) ++counts_[std::move(word)];
}

void NameStatistics::end_collection() {
  const double scale = kNameArticles / static_cast<double>(std::max<std::size_t>(1, articles_));
  for (const auto& [word, count] : counts_) {
    double& share = shares_[word];
    share = std::max(share, scale * static_cast<double>(count));
  }
  counts_.clear();
  articles_ = 0;
}

std::string NameStatistics::format() const {
  std::map<long, std::set<std::string>, std::greater<>> rows;
  for (const auto& [word, share] : shares_) {
    if (std::lround(share) < static_cast<long>(kUsualName) || has_digit(word)) continue;
    std::string written = word;
    std::replace(written.begin(), written.end(), ' ', '_');
    rows[std::lround(share)].insert(std::move(written));
  }
  std::string text;
  for (const auto& [share, words] : rows) {
    text += std::to_string(share);
    char before = '\t';
    for (const std::string& word : words) {
      text += before;
      text += word;
      before = ' ';
    }
    text += '\n';
  }
  return text;
}

}  // namespace figured::claims
