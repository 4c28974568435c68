// ArticlePacker makes articles ready for a store that packs.
//
// Articles are packed by any thread; the one that writes to the store hands over what
// compresses, once the dictionary of it is stored, and what it holds no more, which they free.
#pragma once
#include <memory>
#include <mutex>

#include "storage/packing/spent_articles.h"
#include "storage/packing/text_codec.h"

namespace figured::storage {

class ArticlePacker final : public Preparer {
 public:
  using Press = std::shared_ptr<const TextPress>;

  // From now on articles are packed with these; to be called before the first.
  void use(Press texts, Press claims);

  std::shared_ptr<ReadyArticle> prepare(const feeds::Article& article,
                                        const claims::Reading& reading) const override;

  SpentArticles& spent() { return spent_; }

 private:
  struct Presses {
    Press texts;
    Press claims;
  };
  Presses presses() const;

  mutable std::mutex mutex_;
  Presses presses_;
  mutable SpentArticles spent_;
};

}  // namespace figured::storage
