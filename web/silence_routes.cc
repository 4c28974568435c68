// /api/v1/silences
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <stdexcept>

#include "alerts/alert_match.h"
#include "claims/claim_json.h"
#include "feeds/language_tag.h"
#include "storage/sqlite/sqlite_store.h"
#include "web/api.h"
#include "web/parameters.h"
#include "web/silence_shapes.h"

namespace figured::web {

namespace json = boost::json;

namespace {

constexpr std::int64_t kLongest = 366 * 24 * 3'600;

Answer list(const Call& call, const storage::StoreReader& store) {
  json::array items;
  for (const storage::Silence& silence : store.silences(call.now))
    items.push_back(format_silence(silence));
  return json_answer(json::object{{"items", std::move(items)}});
}

alerts::AlertMatch match_of(const json::object& body) {
  const json::value* value = body.if_contains("match");
  if (!value || !value->is_object()) throw BadRequest(422, "match says which alerts.", "match");
  alerts::AlertMatch match;
  try {
    match = alerts::parse_match(json::serialize(*value));
  } catch (const std::invalid_argument& wrong) {
    throw BadRequest(422, std::string("match: ") + wrong.what(), "match");
  }
  for (std::string& language : match.languages) {
    if (language == alerts::kUnknownLanguage) continue;
    language = feeds::language_tag(language);
    if (language.empty())
      throw BadRequest(422, "match: languages are tags of BCP 47, or \"unknown\".", "match");
  }
  if (match == alerts::AlertMatch{})
    throw BadRequest(422, "match names nothing; {\"measures\":[\"*\"]} is all.", "match");
  return match;
}

Answer add(const Context& context, const Call& call) {
  const json::object body = body_of(call.request);
  require_known(body, {"match", "seconds", "reason", "author"});
  storage::Silence silence;
  silence.matching = alerts::format_match(match_of(body));
  const auto lasts = number_field(body, "seconds", 1, kLongest);
  if (!lasts) throw BadRequest(422, "seconds says how long.", "seconds");
  silence.reason = text_field(body, "reason", 2'000, true);
  silence.author = text_field(body, "author", 200, true);
  silence.created_at = call.now;
  silence.ends_at = call.now + std::chrono::seconds(*lasts);
  const auto desk = storage::open_sqlite_desk(context.surroundings.store_path);
  storage::Transaction transaction(*desk);
  desk->put_silence(silence);
  transaction.commit();
  return json_answer(format_silence(silence), 201);
}

Answer end(const Context& context, const Call& call) {
  const std::int64_t id = id_of(call);
  const auto desk = storage::open_sqlite_desk(context.surroundings.store_path);
  storage::Transaction transaction(*desk);
  auto silences = desk->silences(call.now);
  for (storage::Silence& silence : silences) {
    if (silence.id != id) continue;
    silence.ends_at = call.now;
    desk->put_silence(silence);
    transaction.commit();
    return json_answer(format_silence(silence));
  }
  throw BadRequest(404, "There is no silence " + std::to_string(id) + " that still holds.");
}

}  // namespace

json::object format_silence(const storage::Silence& silence) {
  return {{"id", silence.id},
          {"match", json::parse(silence.matching)},
          {"author", silence.author},
          {"reason", silence.reason},
          {"created_at", claims::format_time(silence.created_at)},
          {"ends_at", claims::format_time(silence.ends_at)}};
}

void add_silence_routes(Page& page, const std::shared_ptr<Context>& context) {
  page.add("GET", "/api/v1/silences", {Need::kRead, list});
  page.add("POST", "/api/v1/silences",
           {Need::kWrite, [context](const Call& call, const storage::StoreReader&) {
              return add(*context, call);
            }});
  page.add("DELETE", "/api/v1/silences/{id}",
           {Need::kWrite, [context](const Call& call, const storage::StoreReader&) {
              return end(*context, call);
            }});
}

}  // namespace figured::web
