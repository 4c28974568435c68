// Migration 6. See schema.h.
#pragma once

namespace figured::storage {

inline constexpr char kRivals[] = R"sql(
ALTER TABLE claim ADD COLUMN rivals TEXT NOT NULL DEFAULT '';

DROP VIEW sourced_claim;
CREATE VIEW sourced_claim AS
SELECT c.id, c.article_id, a.guid, a.outlet, a.owner, r.url, r.title, r.published, r.seen, r.names,
       c.field, c.span_start, c.span_end, c.quote,
       c.low, c.high, c.bound, c.unit, c.grain, c.figure_start, c.figure_end, c.surface,
       c.noun, c.measure, c.subject, c.scope, c.place, c.setting, c.as_of, c.event_from,
       c.event_to, c.speaker, c.origin, c.modality, c.negated, c.confidence, c.rivals,
       c.fact_id, c.retired, r.number AS revision
FROM claim c
CROSS JOIN revision r ON r.id = c.revision_id
CROSS JOIN article a ON a.id = c.article_id;
)sql";

}  // namespace figured::storage
