#include "feeds/article_identity.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "feeds/article_alias.h"
#include "feeds/excerpt.h"
#include "feeds/language_tag.h"
#include "feeds/plain_text.h"
#include "feeds/text_scan.h"

namespace figured::feeds {
namespace {

std::uint64_t hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

// Names that several different items carry, and which therefore name none of
// them.  `name` says what an item goes by ("" = nothing), `rest` all else.
template <typename Name, typename Rest>
std::unordered_set<std::string_view> shared_names(const std::vector<Item>& items, Name name,
                                                  Rest rest) {
  std::unordered_map<std::string_view, std::uint64_t> first;
  std::unordered_set<std::string_view> shared;
  for (const Item& item : items) {
    const std::string_view called = name(item);
    if (called.empty()) continue;
    const auto [known, fresh] = first.emplace(called, rest(item));
    if (!fresh && known->second != rest(item)) shared.insert(called);
  }
  return shared;
}

std::string longest_text(const Item& item) {
  std::string content = plain_text(item.content);
  std::string summary = plain_text(item.summary);
  std::string& longest = content.size() >= summary.size() ? content : summary;
  return longest.empty() ? plain_text(item.media_text) : std::move(longest);
}

bool is_web_address(std::string_view url) {
  return starts_ignoring_case(url, "http://") || starts_ignoring_case(url, "https://");
}

// A separator that no text holds keeps "ab"+"c" and "a"+"bc" apart.  The date as it is
// written: nothing has changed because the feed was given another zone.
std::uint64_t content_hash(const Article& article, const std::optional<FeedDate>& date) {
  std::string all = article.title + '\0' + article.text + '\0' + article.url + '\0';
  if (date) all += std::to_string(date->time.time_since_epoch().count());
  return hash(all);
}

// Says what each item of a document goes by.
class Identities {
 public:
  explicit Identities(const std::vector<Item>& items)
      : shared_guids_(shared_names(
            items, [](const Item& item) -> std::string_view { return item.id; },
            [](const Item& item) { return hash(item.link + '\0' + item.title); })),
        shared_links_(shared_names(
            items,
            [this](const Item& item) {
              return guid_names(item) ? std::string_view() : std::string_view(item.link);
            },
            [](const Item& item) { return hash(item.title); })) {}

  std::string of(const Item& item, const Article& article) const {
    if (guid_names(item)) return "guid:" + item.id;
    if (!item.link.empty() && !shared_links_.contains(item.link)) return "link:" + item.link;
    std::array<char, 17> hex{};
    std::snprintf(hex.data(), hex.size(), "%016llx",
                  static_cast<unsigned long long>(hash(article.title + '\0' + article.text)));
    return std::string("hash:") + hex.data();
  }

 private:
  bool guid_names(const Item& item) const {
    return !item.id.empty() && !shared_guids_.contains(item.id);
  }

  std::unordered_set<std::string_view> shared_guids_;
  std::unordered_set<std::string_view> shared_links_;
};

// A film or a podcast has no page with more words.
bool is_media(const Item& item) {
  return std::ranges::any_of(item.enclosures, [](const Enclosure& enclosure) {
    return starts_ignoring_case(enclosure.type, "audio/") ||
           starts_ignoring_case(enclosure.type, "video/");
  });
}

// "h1" that became "https://a.example/h1" is no address that anybody gave.
bool has_page(const Item& item, const Article& article) {
  return !article.url.empty() && (!item.link_is_guid || is_web_address(item.id));
}

// A name of several articles of one document tells none of them.
void put_aliases(std::vector<Article>& articles) {
  std::unordered_map<std::uint64_t, int> bearers;
  for (Article& article : articles) {
    article.aliases = article_aliases(article);
    for (const std::uint64_t alias : article.aliases) ++bearers[alias];
  }
  for (Article& article : articles)
    std::erase_if(article.aliases, [&](std::uint64_t alias) { return bearers.at(alias) > 1; });
}

// `items` are those that the articles were made of.
void mark_excerpts(std::vector<Article>& articles, const std::vector<const Item*>& items,
                   FullText wish) {
  if (wish == FullText::kNever) return;
  std::vector<std::string_view> texts;
  for (const Article& article : articles) texts.push_back(article.text);
  const std::vector<ExcerptSign> signs = find_excerpts(texts);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const bool wanted =
        wish == FullText::kAlways || (signs[i] != ExcerptSign::kNone && !is_media(*items[i]));
    articles[i].wants_page = wanted && has_page(*items[i], articles[i]);
  }
}

// The feed's own zone tells when it was by a date that names none.
void put_date(Article& article, FeedDate date, TimeZone zone) {
  if (date.zone == DateZone::kAssumed && zone.is_set())
    date = {zone.moment_of(date.time), DateZone::kFeed};
  article.published = date.time;
  article.published_zone = date.zone;
}

// Tags of what items declare; most declare what the one before does.
class Languages {
 public:
  const std::string& of(const Item& item) {
    if (item.language != written_) {
      written_ = item.language;
      tag_ = language_tag(written_);
    }
    return tag_;
  }

 private:
  std::string written_;
  std::string tag_;
};

}  // namespace

std::vector<Article> make_articles(const std::vector<Item>& items, const FeedSource& source) {
  const Identities identities(items);
  Languages languages;
  std::unordered_set<std::string> seen;
  std::vector<Article> articles;
  std::vector<const Item*> made_of;
  articles.reserve(items.size());
  for (const Item& item : items) {
    Article article;
    article.guid = item.id;
    // "tag:..." and "urn:..." name an article without leading to it.
    if (is_web_address(item.link)) article.url = item.link;
    article.title = item.title;
    article.text = longest_text(item);
    article.outlet = source.outlet;
    article.group = source.group;
    const std::optional<FeedDate>& date = item.published ? item.published : item.updated;
    if (date) put_date(article, *date, source.zone);
    article.language = languages.of(item);
    article.identity = identities.of(item, article);
    article.content_hash = content_hash(article, date);
    if (!seen.insert(article.identity).second) continue;
    articles.push_back(std::move(article));
    made_of.push_back(&item);
  }
  put_aliases(articles);
  mark_excerpts(articles, made_of, source.full_text);
  return articles;
}

}  // namespace figured::feeds
