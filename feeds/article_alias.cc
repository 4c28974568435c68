// What does not tell pages apart follows the lists of ClearURLs and of Miniflux in
// kind: campaign parameters of the advertising networks and mailers.
#include "feeds/article_alias.h"

#include <xxhash.h>

#include <algorithm>

#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

constexpr std::string_view kTrackingPrefixes[] = {"utm_", "mtm_", "pk_", "hsa_", "at_", "ns_"};
constexpr std::string_view kTracking[] = {
    "_ga",    "_gl",      "cmp",    "cmpid",   "dclid",
    "fbclid", "feature",  "ftag",   "gclid",   "gclsrc",
    "igshid", "ito",      "mc_cid", "mc_eid",  "msclkid",
    "ncid",   "ocid",     "ref",    "ref_src", "rss",
    "s_cid",  "smid",     "source", "src",     "traffic_source",
    "twclid", "wt.mc_id", "xtor",   "yclid"};
constexpr std::size_t kLeastPath = 8;    // of a guid that tells articles apart
constexpr std::size_t kLeastTitle = 20;  // letters and digits
constexpr std::size_t kFewestWords = 4;

struct UrlParts {
  std::string host;
  std::string_view path;
  std::string_view query;
};

// Nothing for what is no web address.
bool split_url(std::string_view url, UrlParts& parts) {
  if (!starts_ignoring_case(url, "http://") && !starts_ignoring_case(url, "https://")) return false;
  url.remove_prefix(url.find("//") + 2);
  url = url.substr(0, url.find('#'));
  parts.host = to_lower(url.substr(0, url.find_first_of("/?")));
  url.remove_prefix(parts.host.size());
  const auto query = std::min(url.find('?'), url.size());
  parts.path = url.substr(0, query);
  parts.query = url.substr(std::min(query + 1, url.size()));
  return true;
}

std::string bare_host(std::string host) {
  for (const std::string_view front : {"www.", "m.", "amp.", "mobile."})
    if (host.starts_with(front)) return host.substr(front.size());
  return host;
}

std::string_view bare_path(std::string_view path) {
  for (;;) {
    const std::size_t before = path.size();
    if (path.ends_with('/')) path.remove_suffix(1);
    if (path.ends_with("/amp")) path.remove_suffix(4);
    if (path.size() == before) return path;
  }
}

bool is_tracking(std::string_view parameter) {
  const std::string name = to_lower(parameter.substr(0, parameter.find('=')));
  return std::ranges::find(kTracking, name) != std::end(kTracking) ||
         std::ranges::any_of(kTrackingPrefixes,
                             [&](auto front) { return name.starts_with(front); });
}

// "?a=1&b=2", in the order of the names; "" where nothing is left.
std::string bare_query(std::string_view query) {
  std::vector<std::string_view> kept;
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), one.size() + 1));
    if (!one.empty() && !is_tracking(one)) kept.push_back(one);
  }
  std::ranges::sort(kept);
  std::string bare;
  for (const std::string_view one : kept) bare += (bare.empty() ? "?" : "&") + std::string(one);
  return bare;
}

// The title's letters and digits with the day; "" where it fits many.
std::string title_and_day(const Article& article) {
  if (!article.published) return {};
  std::string name;
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : article.title) {
    const bool counts = is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (counts) name += lower(c);
    words += counts && !in_word;
    in_word = counts;
  }
  if (name.size() < kLeastTitle || words < kFewestWords) return {};
  const auto day = std::chrono::floor<std::chrono::days>(*article.published);
  return name + '\0' + std::to_string(day.time_since_epoch().count());
}

}  // namespace

std::string canonical_url(std::string_view url) {
  UrlParts parts;
  if (!split_url(url, parts)) return {};
  const std::string_view path = bare_path(parts.path);
  const std::string query = bare_query(parts.query);
  if (path.empty() && query.empty()) return {};
  return bare_host(parts.host) + std::string(path) + query;
}

std::string bare_guid(std::string_view guid) {
  UrlParts parts;
  if (!split_url(guid, parts)) return {};
  std::string bare = std::string(bare_path(parts.path)) + bare_query(parts.query);
  // "/?p=123" is short, and yet all that such a guid is made of.
  const bool numbered = bare.starts_with("/?") || bare.starts_with('?');
  return bare.size() >= kLeastPath || numbered ? bare : std::string();
}

std::vector<std::uint64_t> article_aliases(const Article& article) {
  std::vector<std::uint64_t> aliases;
  const auto add = [&](char kind, const std::string& name) {
    if (!name.empty())
      aliases.push_back(
          XXH3_64bits_withSeed(name.data(), name.size(), static_cast<XXH64_hash_t>(kind)));
  };
  add('u', canonical_url(article.url));
  add('g', bare_guid(article.guid));
  add('t', title_and_day(article));
  return aliases;
}

}  // namespace figured::feeds
