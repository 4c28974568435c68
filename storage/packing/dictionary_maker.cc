#include "storage/packing/dictionary_maker.h"

#include <chrono>
#include <utility>
#include <vector>

#include "storage/packing/stored_texts.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/store.h"

namespace figured::storage {
namespace {

std::string learn(Connection& db, const char* sql, PackedKind kind, std::int64_t number) {
  StoredTexts stored(db);
  std::vector<std::string> texts;
  Statement rows = db.statement(sql);
  rows.bind(DictionaryMaker::kSample);
  Blob bytes;
  while (rows.step()) {
    rows.read(bytes);
    texts.emplace_back(stored.restore(kind, bytes.bytes));
  }
  return train_dictionary(texts, static_cast<std::uint32_t>(number));
}

Dictionaries learn_from(const std::string& path) {
  Connection db(path, OpenMode::kReadOnly);
  Dictionaries made;
  {
    Statement row = db.statement("SELECT ifnull(max(id), 0) + 1 FROM dictionary");
    row.step();
    row.read(made.first_number);
  }
  made.texts = learn(db, "SELECT text FROM revision ORDER BY id DESC LIMIT ?1", PackedKind::kText,
                     made.first_number);
  made.claims = learn(db, "SELECT claims FROM reading ORDER BY first_claim DESC LIMIT ?1",
                      PackedKind::kClaims, made.first_number + 1);
  return made;
}

}  // namespace

void DictionaryMaker::consider(std::int64_t revisions, std::int64_t dictionaries) {
  if (making_.valid() || dictionaries < asked_) return;
  std::int64_t due = kSample;
  for (std::int64_t made = 0; made < dictionaries; ++made) due *= kGrowth;
  if (dictionaries > 1 || revisions < due) return;
  asked_ = dictionaries + 1;
  making_ = std::async(std::launch::async, [path = path_] { return learn_from(path); });
}

std::optional<Dictionaries> DictionaryMaker::take(bool wait) {
  if (!making_.valid()) return std::nullopt;
  if (!wait && making_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    return std::nullopt;
  try {
    return making_.get();
  } catch (const StoreError&) {
    return std::nullopt;  // the next start tries again; without it texts are only larger
  }
}

}  // namespace figured::storage
