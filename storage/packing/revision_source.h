// RevisionSource: all that is stored of one revision but its claims.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"
#include "feeds/date_zone.h"
#include "storage/packing/claim_pack.h"

namespace figured::storage {

struct RevisionSource {
  std::int64_t id = 0;
  std::int64_t article_id = 0;
  std::int64_t number = 0;
  std::string guid;  // else the identity
  std::string outlet;
  std::string group;
  std::string url;
  std::string title;
  std::string text;
  std::optional<std::chrono::sys_seconds> published;
  feeds::DateZone published_zone = feeds::DateZone::kUnknown;
  std::string language;  // "" = not known
  std::chrono::sys_seconds seen;
  std::vector<claims::NameKey> names;

  // Valid as long as this.
  ClaimSource claim_source() const { return {title, text, seen}; }
};

// A claim of the revision as it is given to others.
claims::SourcedClaim sourced(const RevisionSource& revision, PackedClaim packed);

// The column `text` of a revision, before it is compressed.  It holds guid, URL, title,
// text and names, the zone of its date and the language.
std::string pack_text(const RevisionSource& revision);
// Of texts that were packed without zone and language these are unknown; without names,
// which stand in a column of their own then, these are left as they are.  Throws BadBytes.
void unpack_text(std::string_view bytes, RevisionSource& revision);

}  // namespace figured::storage
