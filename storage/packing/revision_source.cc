#include "storage/packing/revision_source.h"

#include <utility>

#include "storage/packing/byte_coding.h"
#include "storage/packing/name_code.h"

namespace figured::storage {

claims::SourcedClaim sourced(const RevisionSource& revision, PackedClaim packed) {
  claims::SourcedClaim claim;
  claim.id = packed.id;
  claim.article_id = revision.article_id;
  claim.fact_id = packed.fact_id;
  claim.article = revision.guid;
  claim.outlet = revision.outlet;
  claim.group = revision.group;
  claim.url = revision.url;
  claim.title = revision.title;
  claim.published = revision.published;
  claim.seen = revision.seen;
  claim.names = revision.names;
  claim.claim = std::move(packed.claim);
  return claim;
}

namespace {

feeds::DateZone take_zone(ByteReader& in) {
  const std::uint8_t zone = in.take_byte();
  if (zone > static_cast<std::uint8_t>(feeds::DateZone::kAssumed)) throw BadBytes();
  return static_cast<feeds::DateZone>(zone);
}

}  // namespace

std::string pack_text(const RevisionSource& revision) {
  ByteWriter out;
  for (const std::string* text : {&revision.guid, &revision.url, &revision.title, &revision.text})
    out.put_text(*text);
  put_names(out, revision.names, revision.text);
  out.put_byte(static_cast<std::uint8_t>(revision.published_zone));
  out.put_text(revision.language);
  return out.take_bytes();
}

void unpack_text(std::string_view bytes, RevisionSource& revision) {
  ByteReader in(bytes);
  for (std::string* text : {&revision.guid, &revision.url, &revision.title, &revision.text})
    *text = in.take_text();
  revision.published_zone = feeds::DateZone::kUnknown;
  revision.language.clear();
  if (in.at_end()) return;
  if (auto names = take_names(in, revision.text); !names.empty()) revision.names = std::move(names);
  if (in.at_end()) return;
  revision.published_zone = take_zone(in);
  revision.language = in.take_text();
}

}  // namespace figured::storage
