#include "storage/outbox_audit.h"

#include "storage/sqlite/sqlite_connection.h"

namespace figured::storage {
namespace {

// Each gives one column, a sentence.
constexpr const char* kAudits[] = {
    R"sql(
      SELECT 'alert sequence ' || (a.sequence + 1) || ' is missing: after ' || a.id ||
             ' the next is ' || (SELECT min(sequence) FROM alert WHERE sequence > a.sequence)
      FROM alert a
      WHERE a.sequence < (SELECT max(sequence) FROM alert)
        AND NOT EXISTS (SELECT 1 FROM alert WHERE sequence = a.sequence + 1)
      LIMIT 100
    )sql",
    R"sql(
      SELECT 'alert ' || a.id || ' is number ' || a.dispute_sequence || ' of dispute ' ||
             a.dispute_id || ', but names ' || iif(a.previous_id = '', 'none', a.previous_id) ||
             ' as the one before'
      FROM alert a
      LEFT JOIN alert p ON p.dispute_id = a.dispute_id
                       AND p.dispute_sequence = a.dispute_sequence - 1
      WHERE a.dispute_id IS NOT NULL
        AND a.previous_id <> ifnull(p.id, iif(a.dispute_sequence = 1, '', '?'))
      LIMIT 100
    )sql",
    R"sql(
      SELECT 'dispute ' || d.id || ' is open, but no alert ever told of it'
      FROM dispute d
      WHERE d.state <> 4 AND NOT EXISTS (SELECT 1 FROM alert a WHERE a.dispute_id = d.id)
      LIMIT 100
    )sql",
    R"sql(
      SELECT 'alert ' || id || ' has a body that is not its own'
      FROM alert
      WHERE NOT json_valid(body)
         OR json_extract(iif(json_valid(body), body, '{}'), '$.id') IS NOT id
         OR json_extract(iif(json_valid(body), body, '{}'), '$.sequence') IS NOT sequence
      LIMIT 100
    )sql",
    R"sql(
      SELECT 'the delivery of ' || a.id || ' to ' || d.endpoint ||
             ' is said to be done, but no attempt succeeded'
      FROM delivery d
      JOIN alert a ON a.sequence = d.sequence
      WHERE d.state = 1
        AND NOT EXISTS (SELECT 1 FROM attempt t
                        WHERE t.endpoint = d.endpoint AND t.sequence = d.sequence AND t.state = 1)
      LIMIT 100
    )sql",
    R"sql(
      SELECT 'the delivery of ' || a.id || ' to ' || d.endpoint || ' counts ' || d.attempts ||
             ' attempts, but ' || (SELECT count(*) FROM attempt t
                                   WHERE t.endpoint = d.endpoint AND t.sequence = d.sequence) ||
             ' are written down'
      FROM delivery d
      JOIN alert a ON a.sequence = d.sequence
      WHERE d.attempts > (SELECT count(*) FROM attempt t
                          WHERE t.endpoint = d.endpoint AND t.sequence = d.sequence)
      LIMIT 100
    )sql",
    R"sql(
      SELECT 'the delivery of alert number ' || d.sequence || ' to ' || d.endpoint ||
             ' is of no alert that there is'
      FROM delivery d
      WHERE NOT EXISTS (SELECT 1 FROM alert a WHERE a.sequence = d.sequence)
      LIMIT 100
    )sql",
    R"sql(
      SELECT 'the delivery of ' || a.id || ' to ' || d.endpoint || ' says dispute ' ||
             d.dispute_id || ', its alert ' || ifnull(a.dispute_id, 0)
      FROM delivery d
      JOIN alert a ON a.sequence = d.sequence
      WHERE d.dispute_id <> ifnull(a.dispute_id, 0)
      LIMIT 100
    )sql",
    R"sql(
      SELECT count(*) || ' deliveries wait for ' || d.endpoint || ', which is no endpoint'
      FROM delivery d
      WHERE d.state = 0 AND NOT EXISTS (SELECT 1 FROM endpoint p WHERE p.name = d.endpoint)
      GROUP BY d.endpoint
      LIMIT 100
    )sql",
};

}  // namespace

std::vector<std::string> audit_outbox(Connection& db) {
  const Snapshot snapshot(db);
  std::vector<std::string> sentences;
  for (const char* sql : kAudits) {
    Statement rows = db.statement(sql);
    while (rows.step()) rows.read(sentences.emplace_back());
  }
  return sentences;
}

}  // namespace figured::storage
