// Claims as the page shows them: with their words in context, and where the figure
// stands in what a script sees (UTF-16).
#pragma once
#include <boost/json/object.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "storage/store.h"

namespace figured::web {

// How many UTF-16 code units a UTF-8 text has; what is no UTF-8 counts as it is shown.
std::size_t utf16_length(std::string_view utf8);

// "http" and "https" only; others a browser would run or open unasked.
bool is_web_link(std::string_view url);

// The revisions of articles, each read once.
class ArticleShelf {
 public:
  // At most `most` articles are read; of others nothing is known.
  ArticleShelf(const storage::StoreReader& store, std::size_t most) : store_(store), most_(most) {}

  struct Found {
    const storage::ArticleView* revision = nullptr;  // null: not known
    bool is_live = true;
  };
  Found find(const claims::SourcedClaim& claim);

 private:
  const storage::StoreReader& store_;
  std::size_t most_;
  std::map<std::int64_t, std::optional<storage::ArticleHistory>> read_;
};

// What format_claim() gives and what the page needs beside.  `revision` is null where it
// is not known.
boost::json::object format_claim_card(const claims::SourcedClaim& claim, bool is_live,
                                      const storage::ArticleView* revision);

// The same with where it stands in its field.
boost::json::object format_article_claim(const claims::SourcedClaim& claim, bool is_live,
                                         const storage::ArticleView& revision);

}  // namespace figured::web
