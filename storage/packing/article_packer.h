// ArticlePacker makes articles ready for a store that packs.
//
// Articles are packed by any thread; the one that writes to the store hands over what
// compresses, once the dictionary of it is stored.
#pragma once
#include <memory>
#include <mutex>

#include "storage/packing/text_codec.h"
#include "storage/ready_article.h"

namespace figured::storage {

class ArticlePacker final : public Preparer {
 public:
  using Press = std::shared_ptr<const TextPress>;

  // From now on articles are packed with these; to be called before the first.
  void use(Press texts, Press claims);

  std::shared_ptr<ReadyArticle> prepare(const feeds::Article& article,
                                        const claims::Reading& reading) const override;

 private:
  struct Presses {
    Press texts;
    Press claims;
  };
  Presses presses() const;

  mutable std::mutex mutex_;
  Presses presses_;
};

}  // namespace figured::storage
