#include "web/api.h"

#include <boost/json/object.hpp>

#include "claims/claim_json.h"
#include "web/dispute_feed.h"
#include "web/json_shapes.h"

namespace figured::web {

namespace json = boost::json;

void add_status_routes(Page& page, const std::shared_ptr<Context>& context) {
  const auto status = [context](const Call& call, const storage::StoreReader& store) {
    json::object shape = format_status(store.status());
    shape["daemon"] = context->surroundings.daemon();
    shape["version"] = context->surroundings.version;
    shape["now"] = claims::format_time(call.now);
    return json_answer(std::move(shape));
  };
  page.add("GET", "/api/v1/status", {Need::kRead, status});
}

void add_api(Page& page, const std::shared_ptr<Context>& context) {
  add_status_routes(page, context);
  add_dispute_routes(page, context);
  add_fact_routes(page);
  add_article_routes(page);
  add_feed_routes(page, context);
  add_alert_routes(page, context);
  add_silence_routes(page, context);
  add_feed_out_routes(page, context);
}

}  // namespace figured::web
