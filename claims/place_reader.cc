#include "claims/place_reader.h"

#include <algorithm>
#include <iterator>

#include "claims/names.h"

namespace figured::claims {
namespace {

constexpr int kReach = 12;  // tokens between a figure and its place

bool locates(const SentenceView& s, int i) {
  static constexpr std::string_view kLocating[] = {"in",         "near",   "outside", "across",
                                                   "throughout", "around", "inside"};
  for (const std::string_view preposition : kLocating) {
    if (s.lower_is(i, preposition)) return true;
  }
  return false;
}

// The name without its cue words; a country's demonym reads as the country.
std::string place_name(const SentenceView& s, int first, int last) {
  std::string name;
  for (int i = first; i < last; ++i) {
    const Token& token = s.at(i);
    if (token.kind != TokenKind::kWord || token.word->is(kPlaceCue)) continue;
    if (token.word->place != kNoIndex && last - first == 1)
      return Lexicon::english().place(token.word->place);
    if (!name.empty()) name += ' ';
    name += token.text;
  }
  return name;
}

bool has_cue(const SentenceView& s, const NameSpan& name) {
  for (int i = name.first; i <= name.last; ++i) {
    if (i > name.first && s.is(i, kPlaceCue) && !s.is(i, kTitle)) return true;
  }
  return false;
}

bool is_country(const SentenceView& s, const NameSpan& name) {
  for (int i = name.first; i < name.last; ++i) {
    if (s.at(i).word->place != kNoIndex && !s.at(i).word->demonym)
      return name.last - name.first <= 2;
  }
  return false;
}

}  // namespace

std::vector<PlaceMention> read_places(const SentenceView& s) {
  std::vector<PlaceMention> places;
  for (int i = s.first(); i < s.last();) {
    const auto name = read_name(s, i);
    if (!name) {
      ++i;
      continue;
    }
    const int before = s.is(name->first - 1, kDeterminer) ? name->first - 2 : name->first - 1;
    // "in Panjshir", "the Panjshir Valley", "Kabul, Afghanistan", a country
    if (locates(s, before) || has_cue(s, *name) || is_country(s, *name) ||
        (!places.empty() && places.back().last == name->first - 1 &&
         s.at(name->first - 1).text == ",")) {
      std::string text = place_name(s, name->first, name->last);
      if (!text.empty()) places.push_back({name->first, name->last, std::move(text)});
    }
    i = name->last;
  }
  return places;
}

void PlaceTally::add(const std::vector<PlaceMention>& mentions, int weight) {
  for (const PlaceMention& mention : mentions) counts_[mention.name] += weight;
}

std::string PlaceTally::dominant() const {
  std::string best;
  int most = 0;
  for (const auto& [name, count] : counts_) {
    // A country frames the news; a place in it is where it happens.
    const bool country = Lexicon::english().find(lower_case(name)).place != kNoIndex;
    const int weighed = country ? count : 3 * count;
    if (weighed > most) {
      best = name;
      most = weighed;
    }
  }
  return best;
}

std::string place_of(const SentenceView& s, const std::vector<PlaceMention>& mentions, int first,
                     int last) {
  // Mentions stand in the order of the text.
  const auto behind =
      std::lower_bound(mentions.begin(), mentions.end(), last,
                       [](const PlaceMention& mention, int at) { return mention.first < at; });
  if (behind != mentions.end() && behind->first <= last + kReach) {
    bool parted = false;
    for (int i = last; i < behind->first; ++i)
      parted = parted || s.at(i).text == ";" || s.is(i, kSay);
    if (!parted) return behind->name;
  }
  if (behind == mentions.begin()) return {};
  const PlaceMention& before = *std::prev(behind);
  return before.last <= first && before.last >= first - kReach ? before.name : std::string();
}

}  // namespace figured::claims
