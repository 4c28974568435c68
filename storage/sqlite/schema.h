// The SQL of the migrations, a file each.  Every string is released with the migration
// that uses it and then stays as it is.
//
// All tables are STRICT; times are integer UTC seconds; hashes are integers, bit
// for bit; enums stand by the numbers of enum_numbers.h; a list of short texts
// is one text, one a line.  Nothing is ever deleted from a table whose ids
// count its rows (articles, revisions, claims, facts, disputes, alerts).
#pragma once

#include "storage/sqlite/schema/alerts_and_deliveries.h"
#include "storage/sqlite/schema/aliases.h"
#include "storage/sqlite/schema/article_names.h"
#include "storage/sqlite/schema/claim_keys.h"
#include "storage/sqlite/schema/claims_and_facts.h"
#include "storage/sqlite/schema/context.h"
#include "storage/sqlite/schema/counts.h"
#include "storage/sqlite/schema/decisions.h"
#include "storage/sqlite/schema/feed_zone.h"
#include "storage/sqlite/schema/feeds_and_articles.h"
#include "storage/sqlite/schema/latest_names.h"
#include "storage/sqlite/schema/packed_tables.h"
#include "storage/sqlite/schema/packed_verdicts.h"
#include "storage/sqlite/schema/pages.h"
#include "storage/sqlite/schema/pending_deliveries.h"
#include "storage/sqlite/schema/polling.h"
#include "storage/sqlite/schema/ready_claims.h"
#include "storage/sqlite/schema/retention.h"
#include "storage/sqlite/schema/rivals.h"
#include "storage/sqlite/schema/routes.h"
#include "storage/sqlite/schema/settings.h"
#include "storage/sqlite/schema/subscriptions.h"
#include "storage/sqlite/schema/verdicts_and_disputes.h"
