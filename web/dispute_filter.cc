#include "web/dispute_filter.h"

#include "web/parameters.h"

namespace figured::web {

DisputeFilter filter_of(const Query& query) {
  DisputeFilter filter;
  filter.measure = query.get("measure").value_or("");
  filter.place = lower(query.get("place").value_or(""));
  filter.outlet = lower(query.get("outlet").value_or(""));
  filter.words = words_of(query.get("text").value_or(""));
  filter.severity = share_of(query, "severity").value_or(0);
  const std::string state = query.get("state").value_or("standing");
  filter.standing = state == "standing";
  if (filter.standing || state == "all") return filter;
  filter.state = claims::parse_dispute_state(state);
  if (!filter.state)
    throw BadRequest(400, "state is standing, all, open, widened, settled, reopened or dismissed.",
                     "state");
  return filter;
}

}  // namespace figured::web
