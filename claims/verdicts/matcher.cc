#include "claims/verdicts/matcher.h"

#include <xxhash.h>

#include <algorithm>
#include <boost/container/static_vector.hpp>
#include <cmath>
#include <functional>
#include <ranges>
#include <utility>

#include "claims/lexicon/lexicon.h"
#include "claims/sameness/claim_profile.h"
#include "claims/sameness/name_weight.h"
#include "claims/subjects/owner_names.h"
#include "claims/text/names.h"
#include "claims/text/text_bytes.h"
#include "claims/verdicts/judge.h"
#include "claims/verdicts/value_range.h"

namespace figured::claims {
namespace {

constexpr std::size_t kKeysByFigure = 3;
constexpr std::size_t kKeysByNoun = 3;
constexpr std::size_t kKeysByName = 5;
constexpr std::size_t kKeysOfTitle = 2;
constexpr float kTellingWeight = 0.1F;  // of a name (name_weight.h)
constexpr std::size_t kClaimsThatTell = 12;
constexpr std::size_t kOlderValues = 4;
constexpr double kSingularSteps = 100;
constexpr std::size_t kCacheLine = 64;
// Of a profile, what stands first and every pair is compared by.
constexpr std::size_t kComparedBytes = 3 * kCacheLine;

// Of so many steps that two reports of one event hardly tell it of two things.
bool is_singular(const Figure& figure) {
  return figure.grain > 0 && figure.low && std::fabs(*figure.low) >= kSingularSteps * figure.grain;
}

void prefetch(const void* first, std::size_t bytes) {
  for (std::size_t at = 0; at < bytes; at += kCacheLine)
    __builtin_prefetch(static_cast<const char*>(first) + at);
}

// Most of what is compared has left the caches; it is called back together, first where
// the parts of a claim are, later the parts.
void call_back_article(const SourcedClaim& live) {
  __builtin_prefetch(&live.profile);
  __builtin_prefetch(&live.title);
  __builtin_prefetch(&live.names);
}

void call_back_claim(const SourcedClaim& live) {
  __builtin_prefetch(&live.profile);
  __builtin_prefetch(&live.claim.context);
}

FactKey hash_key(std::string_view kind, const std::string& what, std::string_view part) {
  std::string text(kind);
  text += '\x1f';
  text += what;
  text += '\x1f';
  text += part;
  return XXH3_64bits(text.data(), text.size());
}

bool is_telling(NameKey name) { return name_weight(name) > kTellingWeight; }

// Those of the names that stand in the title, the smallest hashes first.
std::vector<NameKey> telling_words(std::string_view title, std::span<const NameKey> names) {
  std::vector<NameKey> words;
  while (!title.empty()) {
    const auto end = std::find_if_not(title.begin(), title.end(), is_letter);
    const auto size = static_cast<std::size_t>(end - title.begin());
    if (const NameKey key = name_key(title.substr(0, size));
        size > 0 && std::ranges::binary_search(names, key) && is_telling(key))
      words.push_back(key);
    title.remove_prefix(std::min(size + 1, title.size()));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  words.resize(std::min(words.size(), kKeysOfTitle));
  return words;
}

std::string_view name_part(const NameKey& name) {
  return {reinterpret_cast<const char*>(&name), sizeof name};
}

}  // namespace

Sameness compare_claims(const SourcedClaim& a, const SourcedClaim& b, const SamenessModel& model) {
  const auto one = profile_of(a), other = profile_of(b);
  NameTable names;
  names.fill(b.names);
  const ArticleOdds articles = odds_of(pair_articles(a, {b, *other}, names));
  const ContextTable words(b.claim.context);
  PairScore score({a, *one}, {b, *other}, words, articles, model);
  score.complete();
  return score.sameness();
}

std::vector<NameKey> key_names(std::span<const NameKey> names, std::string_view title) {
  std::vector<NameKey> keys = telling_words(title, names), usual;
  const std::size_t told = keys.size();
  for (const NameKey name : names) {
    if (keys.size() == kKeysByName) return keys;
    if (std::find(keys.begin(), keys.begin() + told, name) != keys.begin() + told) continue;
    (is_telling(name) ? keys : usual).push_back(name);
  }
  for (const NameKey name : usual)
    if (keys.size() < kKeysByName) keys.push_back(name);
  return keys;
}

std::vector<FactKey> fact_keys(const SourcedClaim& claim) {
  return fact_keys(claim, key_names(claim.names, claim.title));
}

std::vector<FactKey> fact_keys(const SourcedClaim& claim, std::span<const NameKey> names) {
  std::vector<FactKey> keys;
  const Figure& figure = claim.claim.figure;
  const std::string& measure = claim.claim.measure;
  const auto by_names = [&](std::string_view kind, const std::string& what, std::size_t most) {
    for (const NameKey& name : names.first(std::min(most, names.size())))
      keys.push_back(hash_key(kind, what, name_part(name)));
  };
  if (is_singular(figure))
    by_names("figure", figure.unit + ' ' + format_value(*figure.low), kKeysByFigure);
  if (!claim.claim.noun.empty())
    by_names("noun", figure.unit + ' ' + Lexicon::english().singular(claim.claim.noun),
             kKeysByNoun);
  if (measure.empty()) return keys;
  by_names("name", measure, kKeysByName);
  if (!claim.claim.subject.empty())
    keys.push_back(hash_key("subject", measure, last_word(claim.claim.subject)));
  if (!claim.claim.where().empty())
    keys.push_back(hash_key("place", measure, last_word(claim.claim.where())));
  return keys;
}

bool Matcher::may_be_same(const SourcedClaim& claim, std::int64_t article_id,
                          const ArticleSketch& other) {
  if (article_id == claim.article_id) return true;
  KnownOdds::Articles& articles = known_.of(static_cast<std::uint64_t>(article_id));
  if (!articles.sketched && !articles.compared) {
    if (!std::exchange(sketched_, true)) sketch_.fill(claim.names);
    articles.odds = odds_of(pair_articles(other, claim.published, sketch_));
    articles.sketched = true;
  }
  return articles.odds.likeliest >= kSameEnough;
}

const ClaimProfile& Matcher::profile(const SourcedClaim& live) {
  if (live.profile != nullptr) return *live.profile;
  made_.push_back(profile_of(live));
  return *made_.back();
}

void Matcher::look_up(const LiveClaims::Entry& entry) {
  KnownOdds::Articles& articles = known_.of(entry.article);
  live_.push_back({entry.claim.get(), &articles});
  if (std::exchange(articles.compared, true)) return;
  unknown_.push_back(live_.back());
  call_back_article(*entry.claim);
}

// The newest claims of a fact tell what it is; older ones say it again, or another value.
void Matcher::look_up(const LiveClaims& live, std::uint64_t value) {
  const std::span<const LiveClaims::Entry> entries = live.entries();
  const std::size_t oldest =
      entries.size() > kClaimsThatTell ? entries.size() - kClaimsThatTell : 0;
  if (names_ == Names::kAll) {
    for (const LiveClaims::Entry& entry : entries.first(oldest)) look_up(entry);
  } else {
    boost::container::static_vector<const LiveClaims::Entry*, kOlderValues> others;
    for (std::size_t at = oldest; at > 0 && others.size() < kOlderValues; --at) {
      const LiveClaims::Entry& entry = entries[at - 1];
      if (entry.value != value &&
          std::ranges::find(others, entry.value, &LiveClaims::Entry::value) == others.end())
        others.push_back(&entry);
    }
    for (const LiveClaims::Entry* entry : others | std::views::reverse) look_up(*entry);
  }
  for (const LiveClaims::Entry& entry : entries.subspan(oldest)) look_up(entry);
}

void Matcher::compare_articles(const ProfiledClaim& claim) {
  if (unknown_.empty()) return;
  if (!std::exchange(tabled_, true)) own_names_.fill(claim.claim.names);
  for (const auto& [live, articles] : unknown_) {
    prefetch(live->names.data(), live->names.size() * sizeof(NameKey));
    prefetch(live->title.data(), live->title.size());
    if (live->profile != nullptr) __builtin_prefetch(&live->profile->headline);
  }
  for (const auto& [live, articles] : unknown_)
    articles->odds = odds_of(pair_articles(*live, claim, own_names_));
}

Matcher::Part Matcher::add_possible(std::span<const Live> live) {
  const std::size_t oldest = live.size() > kClaimsThatTell ? live.size() - kClaimsThatTell : 0;
  Part part{possible_.size(), 0,
            static_cast<double>(std::max<std::size_t>(1, live.size() - oldest))};
  for (std::size_t at = 0; at < live.size(); ++at) {
    const ArticleOdds& odds = live[at].articles->odds;
    if (odds.likeliest == 0 || (at < oldest && odds.likeliest < kSameEnough)) continue;
    possible_.push_back({live[at].claim, &odds, at >= oldest});
    call_back_claim(*live[at].claim);
  }
  part.end = possible_.size();
  return part;
}

void Matcher::find_possible(const ProfiledClaim& claim, const std::vector<SharedFact>& candidates) {
  possible_.clear();
  parts_.clear();
  live_.clear();
  unknown_.clear();
  ends_.clear();
  const std::uint64_t value = value_key(claim.claim.claim.figure);
  for (const SharedFact& fact : candidates) {
    look_up(fact->live, value);
    ends_.push_back(live_.size());
  }
  compare_articles(claim);
  const std::span<const Live> live = live_;
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    parts_.push_back(add_possible(live.subspan(begin, end - begin)));
    begin = end;
  }
}

// Of one event, which two articles must have for their claims to be compared.
double Matcher::least_odds() {
  if (possible_.size() <= kMostCompared) return 0;
  odds_of_possible_.clear();
  for (const Possible& possible : possible_) odds_of_possible_.push_back(possible.odds->event);
  const auto least = odds_of_possible_.begin() + (kMostCompared - 1);
  std::nth_element(odds_of_possible_.begin(), least, odds_of_possible_.end(), std::greater<>());
  return *least;
}

void Matcher::call_back(const Part& part) const {
  for (std::size_t at = part.first; at < part.end; ++at) {
    const SourcedClaim& live = *possible_[at].claim;
    prefetch(live.profile.get(), kComparedBytes);
    prefetch(live.claim.context.data(), live.claim.context.size() * sizeof(ContextWord));
  }
}

void Matcher::compare(const Part& part, const ProfiledClaim& claim, const ContextTable& words,
                      double least_odds) {
  rough_.clear();
  count_ = part.count;
  for (std::size_t at = part.first; at < part.end; ++at) {
    const Possible& one = possible_[at];
    if (one.odds->event < least_odds) continue;
    rough_.emplace_back(ProfiledClaim{*one.claim, profile(*one.claim)}, claim, words, *one.odds,
                        model_, one.tells);
  }
}

// What the sum of the scores that tell can come to.
double Matcher::most_of_sum() const {
  double most = 0;
  for (const Rough& rough : rough_)
    if (rough.tells) most += rough.score.most();
  return most;
}

// A score counts for the fit of a fact even where a veto holds.
bool Matcher::is_worth_more(Rough& rough, double most, double least) {
  if (rough.tells && most / count_ > least) return true;
  return rough.score.most() >= kSameEnough && !rough.score.vetoed();
}

void Matcher::weigh_words(double least) {
  double most = most_of_sum();
  for (Rough& rough : rough_) {
    if (!is_worth_more(rough, most, least)) continue;
    const double before = rough.score.most();
    rough.score.weigh_words();
    if (rough.tells) most -= before - rough.score.most();
  }
}

// How well the claim fits the fact; not above `least` it may be any score that is not.
double Matcher::fit(std::size_t candidate, const SourcedClaim& claim, double least,
                    std::vector<LikelySame>& same) {
  weigh_words(least);
  double sum = 0, most = most_of_sum();
  for (Rough& rough : rough_) {
    if (!is_worth_more(rough, most, least)) continue;
    PairScore& score = rough.score;
    const double before = score.most(), exact = score.complete();
    if (rough.tells) {
      sum += exact;
      most -= before - exact;
    }
    if (!score.same()) continue;
    if (rough.tells || names_ == Names::kAll || may_differ(*rough.claim, claim))
      same.push_back({candidate, rough.claim, score.sameness()});
  }
  return sum / count_;
}

Match Matcher::choose(const ProfiledClaim& claim) {
  const ContextTable words(claim.claim.claim.context);
  const double least = least_odds();
  Match match;
  double best = kSameEnough;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (i + 1 < parts_.size()) call_back(parts_[i + 1]);
    compare(parts_[i], claim, words, least);
    const double score = fit(i, claim.claim, best, match.same);
    if (score <= best) continue;
    match.fact = static_cast<int>(i);
    best = score;
  }
  return match;
}

Match Matcher::match(const SourcedClaim& claim, const std::vector<SharedFact>& candidates) {
  claim.profile = profile_of(claim);
  const ProfiledClaim profiled{claim, *claim.profile};
  find_possible(profiled, candidates);
  Match match = choose(profiled);
  made_.clear();
  return match;
}

int choose_fact(const SourcedClaim& claim, const std::vector<SharedFact>& candidates,
                const SamenessModel& model) {
  // Whoever asks for the fact alone may still change the claim.
  SourcedClaim same = claim;
  return Matcher(model).match(same, candidates).fact;
}

}  // namespace figured::claims
