#include "storage/sqlite/sqlite_pages.h"

#include <utility>

#include "storage/packing/revision_source.h"
#include "storage/packing/stored_texts.h"
#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {

// What is known of an earlier revision's page stays until this one has been read.
void SqlitePages::want(std::int64_t article_id, std::int64_t revision, Seconds deadline) {
  db_.statement(R"sql(
    INSERT INTO page (article_id, revision, state, deadline)
    VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (article_id) DO UPDATE
    SET revision = excluded.revision,
        state = excluded.state,
        deadline = excluded.deadline
  )sql")
      .bind(article_id, revision, PageState::kWanted, deadline)
      .run();
}

// Where the feed has changed the article since, another page is wanted, or none.
std::vector<feeds::WantedPage> SqlitePages::wanted() const {
  Statement rows = db_.statement(R"sql(
    SELECT p.article_id, p.revision, p.deadline, r.id, r.text
    FROM page p INDEXED BY page_wanted
    JOIN article a ON a.id = p.article_id AND a.revision = p.revision
    JOIN revision r ON r.article_id = a.id AND r.number = a.revision
    WHERE p.state = 0
    ORDER BY p.article_id
  )sql");
  std::vector<feeds::WantedPage> pages;
  RevisionSource summary;
  Blob text;
  while (rows.step()) {
    feeds::WantedPage& page = pages.emplace_back();
    rows.read(page.article_id, page.revision, page.deadline, summary.id, text);
    texts_.restore_text(text.bytes, summary);
    page.url = std::move(summary.url);
  }
  return pages;
}

void SqlitePages::put(const PageRecord& page) {
  db_.statement(R"sql(
    UPDATE page
    SET state = ?3,
        at = ?4,
        reason = ?5,
        error = ?6,
        byline = iif(?7 = '', byline, ?7),
        text_revision = ifnull(?8, text_revision)
    WHERE article_id = ?1 AND revision = ?2
  )sql")
      .bind(page.article_id, page.revision, page.state, page.at, page.reason, page.error,
            page.byline, page.text_revision)
      .run();
}

bool SqlitePages::has_text(std::int64_t article_id) const {
  Statement row = db_.statement(R"sql(
    SELECT 1
    FROM page
    WHERE article_id = ?1 AND text_revision IS NOT NULL
  )sql");
  return row.bind(article_id).step();
}

void SqlitePages::count(Connection& db, StoreStatus& status) {
  Statement row = db.statement(R"sql(
    SELECT ifnull(max(pages) FILTER (WHERE state = 0), 0),
           ifnull(max(pages) FILTER (WHERE state = 1), 0),
           ifnull(max(pages) FILTER (WHERE state = 2), 0)
    FROM page_count
  )sql");
  row.step();
  row.read(status.pages_wanted, status.pages_read, status.pages_failed);
}

}  // namespace figured::storage
