#include "storage/packing/claim_words.h"

#include "storage/search/search_file.h"

namespace figured::storage {

ClaimWords::ClaimWords() : db_(":memory:", OpenMode::kReadWrite) {
  db_.execute(R"sql(
    CREATE VIRTUAL TABLE words USING fts5 (
      title, claim,
      content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2'
    );
    BEGIN;
  )sql");
}

void ClaimWords::add(const std::string& title, const claims::Claim& claim) {
  std::string words = claim.quote;
  for (const std::string* more :
       {&claim.noun, &claim.measure, &claim.subject, &claim.place, &claim.setting, &claim.speaker})
    (words += ' ') += *more;
  // Without columnsize FTS5 gives no rowid by itself.
  db_.statement("INSERT INTO words (rowid, title, claim) VALUES (?1, ?2, ?3)")
      .bind(++added_, title, words)
      .run();
}

std::vector<std::size_t> ClaimWords::find(const std::vector<std::string>& words) {
  std::vector<std::size_t> places;
  const std::string query = words_query(words);
  if (query.empty()) return places;
  Statement rows = db_.statement("SELECT rowid - 1 FROM words WHERE words MATCH ?1 ORDER BY rowid");
  rows.bind(query);
  while (rows.step()) rows.read(places.emplace_back());
  return places;
}

}  // namespace figured::storage
