#include "storage/packing/stored_texts.h"

#include "storage/enum_numbers.h"
#include "storage/packing/damaged_rows.h"
#include "storage/packing/dictionary_maker.h"
#include "storage/packing/revision_source.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
template <class Read>
auto StoredTexts::of_claims(std::int64_t first_claim, const Read& read) {
  try {
    return read();
  } catch (const BadBytes& error) {
    tell_damage(db_, "the claims from " + std::to_string(first_claim) + " on", error.what());
  }
}

std::shared_ptr<const TextPress> StoredTexts::press(PackedKind kind) {
  if (!asked_) read_dictionaries();
  return codec(kind).press();
}

std::string_view StoredTexts::restore_bytes(PackedKind kind, std::string_view bytes) {
  // The writer may have made another since.
  if (!codec(kind).knows(bytes)) read_dictionaries();
  return codec(kind).restore(bytes);
}

std::string_view StoredTexts::restore(PackedKind kind, std::string_view bytes) {
  try {
    return restore_bytes(kind, bytes);
  } catch (const BadBytes& error) {
    tell_damage(db_, "a packed row", error.what());
  }
}

void StoredTexts::restore_text(std::string_view bytes, RevisionSource& revision) {
  try {
    unpack_text(restore_bytes(PackedKind::kText, bytes), revision);
  } catch (const BadBytes& error) {
    tell_damage(db_, "the text of revision " + std::to_string(revision.id), error.what());
  }
}

std::vector<PackedClaim> StoredTexts::restore_claims(ClaimBytes bytes, std::int64_t first_claim,
                                                     const ClaimSource& source, Unpack wanted) {
  return unpack({restore_row(first_claim, bytes.claims), bytes.facts}, first_claim, source, wanted);
}

std::string_view StoredTexts::restore_row(std::int64_t first_claim, std::string_view bytes) {
  return of_claims(first_claim, [&] { return restore_bytes(PackedKind::kClaims, bytes); });
}

std::vector<PackedClaim> StoredTexts::unpack(ClaimBytes restored, std::int64_t first_claim,
                                             const ClaimSource& source, Unpack wanted) {
  return of_claims(first_claim, [&] {
    auto claims = unpack_claims(restored.claims, first_claim, source, wanted);
    unpack_facts(restored.facts, claims);
    return claims;
  });
}

std::int64_t StoredTexts::read_dictionaries() {
  Statement rows =
      db_.statement("SELECT id, kind, bytes FROM dictionary WHERE id > ?1 ORDER BY id");
  rows.bind(newest_);
  while (rows.step()) {
    auto kind = PackedKind::kText;
    Blob dictionary;
    rows.read(newest_, kind, dictionary);
    add_dictionary(kind, dictionary.bytes);
    if (kind == PackedKind::kText) ++count_;
  }
  asked_ = true;
  return count_;
}

void StoredTexts::add_dictionary(PackedKind kind, std::string_view bytes) {
  try {
    codec(kind).add_dictionary(bytes);
  } catch (const BadBytes& error) {
    tell_damage(db_, "dictionary " + std::to_string(newest_), error.what());
  }
}

void StoredTexts::put_dictionaries(const Dictionaries& made) {
  const auto put = [&](std::int64_t number, PackedKind kind, const std::string& bytes) {
    if (bytes.empty()) return;
    db_.statement("INSERT INTO dictionary (id, kind, bytes) VALUES (?1, ?2, ?3)")
        .bind(number, kind, Blob{bytes})
        .run();
  };
  put(made.first_number, PackedKind::kText, made.texts);
  put(made.first_number + 1, PackedKind::kClaims, made.claims);
}

}  // namespace figured::storage
