#include "wire/wire.h"

#include <algorithm>
#include <cassert>

namespace figured::wire {

Wire::Wire(std::vector<Outlet> outlets, std::vector<WireArticle> articles, Time opens, Rest every)
    : outlets_(std::move(outlets)), articles_(std::move(articles)), opens_(opens), every_(every) {
  assert(every > Rest{0});
  std::ranges::stable_sort(articles_, {}, &WireArticle::updated);
}

const Outlet* Wire::find_outlet(std::string_view id) const {
  const auto found = std::ranges::find(outlets_, id, &Outlet::id);
  return found == outlets_.end() ? nullptr : &*found;
}

Wire::Time Wire::release_time(std::size_t index) const {
  return opens_ + every_ * static_cast<Rest::rep>(index);
}

std::size_t Wire::released(Time now) const {
  if (now < opens_) return 0;
  return std::min(articles_.size(), static_cast<std::size_t>((now - opens_) / every_) + 1);
}

Wire::Time Wire::ends() const { return articles_.empty() ? opens_ : release_time(size() - 1); }

std::vector<WireArticle> Wire::published(std::string_view outlet, Time now) const {
  std::vector<WireArticle> found;
  for (std::size_t i = released(now); i-- > 0;) {
    const WireArticle& article = articles_[i];
    if (article.outlet != outlet) continue;
    if (std::ranges::find(found, article.slug, &WireArticle::slug) == found.end())
      found.push_back(article);
  }
  return found;
}

std::optional<Wire::Time> Wire::changed(std::string_view outlet, Time now) const {
  for (std::size_t i = released(now); i-- > 0;)
    if (articles_[i].outlet == outlet) return release_time(i);
  return std::nullopt;
}

bool Wire::complete(std::string_view outlet, Time now) const {
  return std::ranges::find(articles_.begin() + static_cast<std::ptrdiff_t>(released(now)),
                           articles_.end(), outlet, &WireArticle::outlet) == articles_.end();
}

std::optional<WireArticle> Wire::find_article(std::string_view slug, Time now) const {
  for (std::size_t i = released(now); i-- > 0;)
    if (articles_[i].slug == slug) return articles_[i];
  return std::nullopt;
}

}  // namespace figured::wire
