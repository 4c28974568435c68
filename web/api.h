// The API: everything the page shows, as JSON under /api/v1 (openapi.json).
//
// A file of routes for each noun; a handler reads the request, asks the store and
// shapes the answer.
#pragma once
#include <memory>

#include "web/context.h"
#include "web/page.h"

namespace figured::web {

inline constexpr char kApi[] = "/api/v1";

void add_dispute_routes(Page& page, const std::shared_ptr<Context>& context);
void add_fact_routes(Page& page);
void add_article_routes(Page& page);
void add_feed_routes(Page& page, const std::shared_ptr<Context>& context);
void add_alert_routes(Page& page, const std::shared_ptr<Context>& context);
void add_silence_routes(Page& page, const std::shared_ptr<Context>& context);
void add_status_routes(Page& page, const std::shared_ptr<Context>& context);

// All of them.
void add_api(Page& page, const std::shared_ptr<Context>& context);

}  // namespace figured::web
