// StoreExport reads all of a store, row by row, as it stood when the export began,
// beside the process that writes to it.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "storage/store.h"

namespace figured::storage {

// One version of an article.
struct ExportedRevision {
  std::int64_t article_id = 0;
  std::int64_t number = 0;  // from 1
  bool is_latest = true;
  std::string feed;  // its URL
  std::string guid;  // or the identity
  std::string outlet;
  std::string group;
  std::string url;
  std::string title;
  std::string text;  // "" where it is no longer kept
  std::optional<Seconds> published;
  feeds::DateZone published_zone = feeds::DateZone::kUnknown;
  std::string language;  // "" = not known
  Seconds seen;
};

class StoreExport {
 public:
  virtual ~StoreExport() = default;

  // Each in the order of arrival.
  virtual void revisions(const std::function<void(const ExportedRevision&)>& visit) const = 0;
  virtual void claims(const std::function<void(const figured::claims::SourcedClaim&, bool is_live)>&
                          visit) const = 0;
  virtual void disputes(const std::function<void(const DisputeView&)>& visit) const = 0;
  virtual void alerts(const std::function<void(const figured::alerts::Alert&)>& visit) const = 0;

  // What StoreReader tells, of the same moment.
  virtual const StoreReader& reader() const = 0;
};

// Throws as open_sqlite_reader does.  Used by one thread at a time.
std::unique_ptr<StoreExport> open_sqlite_export(const std::string& path);

}  // namespace figured::storage
