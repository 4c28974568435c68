// /api/v1/feeds
#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <functional>
#include <memory>
#include <optional>

#include "feeds/feed_host.h"
#include "feeds/feed_probe.h"
#include "feeds/time_zone.h"
#include "net/http_client.h"
#include "storage/sqlite/sqlite_store.h"
#include "web/api.h"
#include "web/json_shapes.h"
#include "web/parameters.h"

namespace figured::web {

namespace asio = boost::asio;
namespace json = boost::json;
using std::chrono::seconds;

namespace {

constexpr std::size_t kFetchesForAList = 8;
constexpr seconds kLateAfter{60};
constexpr std::int64_t kLeastInterval = 30;
constexpr std::int64_t kMostInterval = 7 * 24 * 3'600;

struct Health {
  const char* name;
  std::string words;
};

Health health_of(const feeds::Feed& feed, std::chrono::sys_seconds now) {
  if (feed.state == feeds::FeedState::kPaused) return {"paused", "Paused by a person."};
  if (feed.state == feeds::FeedState::kGone)
    return {"gone", "Its server says that it is gone for good."};
  if (!feed.last_poll) return {"new", "Not polled yet."};
  if (feed.failures > 0)
    return {"failing", "Failed " + std::to_string(feed.failures) +
                           (feed.failures == 1 ? " time" : " times in a row") + "."};
  if (now - feed.next_poll > kLateAfter)
    return {"late", "Due for " + std::to_string((now - feed.next_poll) / seconds(60)) + " min."};
  return {"fine", "Polled on time."};
}

json::value median_lateness(const std::vector<storage::FetchRecord>& fetches) {
  if (fetches.empty()) return nullptr;
  std::vector<std::int64_t> late;
  for (const auto& fetch : fetches) late.push_back(fetch.late.count());
  std::nth_element(late.begin(), late.begin() + static_cast<std::ptrdiff_t>(late.size() / 2),
                   late.end());
  return late[late.size() / 2];
}

void add_health(json::object& shape, const feeds::Feed& feed,
                const std::vector<storage::FetchRecord>& fetches, std::chrono::sys_seconds now) {
  Health health = health_of(feed, now);
  shape["url"] = net::redact_url(feed.source.url);
  shape["health"] = health.name;
  shape["health_words"] = std::move(health.words);
  shape["not_modified_share"] =
      feed.polls == 0
          ? json::value(nullptr)
          : json::value(static_cast<double>(feed.unchanged) / static_cast<double>(feed.polls));
  shape["lateness_ms"] = median_lateness(fetches);
  shape["next_poll_why"] =
      fetches.empty() ? json::value(nullptr) : json::value(fetches.front().why);
}

json::object item(const feeds::Feed& feed, const storage::StoreReader& store,
                  std::chrono::sys_seconds now) {
  json::object shape = format_feed(feed);
  add_health(shape, feed, store.fetches(feed.id, kFetchesForAList), now);
  return shape;
}

feeds::Feed require_feed(const storage::StoreReader& store, std::int64_t id) {
  auto feeds = store.feeds();
  for (feeds::Feed& feed : feeds)
    if (feed.id == id) return std::move(feed);
  throw BadRequest(404, "There is no feed " + std::to_string(id) + ".");
}

Answer list(const Call& call, const storage::StoreReader& store) {
  json::array items;
  for (const feeds::Feed& feed : store.feeds()) items.push_back(item(feed, store, call.now));
  return json_answer(json::object{{"items", std::move(items)}});
}

Answer show(const Call& call, const storage::StoreReader& store) {
  const feeds::Feed feed = require_feed(store, id_of(call));
  const auto fetches = store.fetches(feed.id, storage::kFetchesKept);
  json::object shape = format_feed_view(feed, fetches);
  add_health(shape, feed, fetches, call.now);
  if (shape["address"].is_string())
    shape["address"] = net::redact_url(shape["address"].as_string().c_str());
  if (json::object* redirect = shape["redirect"].if_object())
    (*redirect)["to"] = net::redact_url(redirect->at("to").as_string().c_str());
  json::array& hubs = shape["subscriptions"].emplace_array();
  for (feeds::Subscription& each : store.subscriptions()) {
    if (each.feed_id != feed.id) continue;
    each.hub = net::redact_url(each.hub);
    each.topic = net::redact_url(each.topic);
    hubs.push_back(format_subscription(each));
  }
  return json_answer(std::move(shape));
}

feeds::FeedSource source_of(const Call& call) {
  const json::object body = body_of(call.request);
  require_known(body, {"url", "outlet", "group", "interval", "zone", "unchecked"});
  feeds::FeedSource source;
  source.url = text_field(body, "url", 2'000, true);
  const auto url = boost::urls::parse_uri(source.url);
  if (!url || (url->scheme() != "http" && url->scheme() != "https") || url->host().empty())
    throw BadRequest(422, "url is http://… or https://… with a host.", "url");
  if (url->has_userinfo())
    throw BadRequest(422, "A password in a URL is not kept; give it in the configuration.", "url");
  source.outlet = text_field(body, "outlet", 200);
  source.group = text_field(body, "group", 200);
  if (const auto interval = number_field(body, "interval", kLeastInterval, kMostInterval))
    source.interval = seconds(*interval);
  if (const std::string name = text_field(body, "zone", 100); !name.empty()) {
    const auto zone = feeds::TimeZone::find(name);
    if (!zone) throw BadRequest(422, "zone is a name such as \"Asia/Kolkata\".", "zone");
    source.zone = *zone;
  }
  return source;
}

bool is_unchecked(const Call& call) {
  const json::object body = body_of(call.request);
  const json::value* wanted = body.if_contains("unchecked");
  if (!wanted) return false;
  if (!wanted->is_bool()) throw BadRequest(422, "unchecked is true or false.", "unchecked");
  return wanted->get_bool();
}

// What came back in place of a feed, with the feeds that it names.
Answer refuse_address(const feeds::FeedProbe& probe) {
  Answer answer = problem(422, probe.error, "url");
  json::object shape = json::parse(answer.body).as_object();
  json::array& named = shape["feeds"].emplace_array();
  for (const feeds::LinkedFeed& feed : probe.feeds)
    named.push_back(json::object{{"url", feed.url}, {"title", feed.title}});
  answer.body = json::serialize(shape);
  return answer;
}

void require_new(const storage::StoreReader& store, const std::string& url) {
  for (const feeds::Feed& feed : store.feeds())
    if (feed.source.url == url)
      throw BadRequest(409, "It is there already, as feed " + std::to_string(feed.id) + ".");
}

Answer add(const Context& context, const Call& call, const std::optional<net::HttpResult>& came) {
  feeds::FeedSource source = source_of(call);
  if (came) {
    const feeds::FeedProbe probe = feeds::read_probe(source.url, *came);
    if (!probe.error.empty()) return refuse_address(probe);
    source.url = probe.url;
    if (source.outlet.empty()) source.outlet = probe.title;
  }
  if (source.outlet.empty()) source.outlet = feeds::feed_host(source.url);
  const auto desk = storage::open_sqlite_desk(context.surroundings.store_path);
  storage::Transaction transaction(*desk);
  require_new(*desk, source.url);
  const std::int64_t id = desk->add_feed(source, call.now);
  transaction.commit();
  return json_answer(item(require_feed(*desk, id), *desk, call.now), 201);
}

// Its server is asked first, unless nobody wants that; what came is read by a reader.
asio::awaitable<Answer> ask_and_add(Page& page, std::shared_ptr<const Context> context, Call call) {
  const feeds::FeedSource source = source_of(call);
  const auto known = [url = source.url](const storage::StoreReader& store) {
    require_new(store, url);
    return true;
  };
  const bool asks = context->surroundings.ask_feed && !is_unchecked(call);
  std::optional<net::HttpResult> came;
  co_await page.read(known);
  if (asks) came = co_await context->surroundings.ask_feed(source.url);
  const auto store = [context, &call, &came](const storage::StoreReader&) {
    return add(*context, call, came);
  };
  co_return co_await page.read(store);
}

Answer change(
    const Context& context, const Call& call,
    const std::function<void(storage::Desk&, const feeds::Feed&, std::chrono::sys_seconds)>& act) {
  const auto desk = storage::open_sqlite_desk(context.surroundings.store_path);
  storage::Transaction transaction(*desk);
  const feeds::Feed feed = require_feed(*desk, id_of(call));
  act(*desk, feed, call.now);
  transaction.commit();
  return json_answer(item(require_feed(*desk, feed.id), *desk, call.now));
}

void require_state(const feeds::Feed& feed, bool holds) {
  if (!holds)
    throw BadRequest(409, "Feed " + std::to_string(feed.id) + " is " +
                              std::string(feeds::format_feed_state(feed.state)) + ".");
}

void pause(storage::Desk& desk, const feeds::Feed& feed, std::chrono::sys_seconds now) {
  require_state(feed, feed.state != feeds::FeedState::kPaused);
  desk.set_feed_state(feed.id, feeds::FeedState::kPaused, now);
}

void resume(storage::Desk& desk, const feeds::Feed& feed, std::chrono::sys_seconds now) {
  require_state(feed, feed.state != feeds::FeedState::kPolled);
  desk.set_feed_state(feed.id, feeds::FeedState::kPolled, now);
}

void poll(storage::Desk& desk, const feeds::Feed& feed, std::chrono::sys_seconds now) {
  require_state(feed, feed.state == feeds::FeedState::kPolled);
  desk.hasten_feed(feed.id, now);
}

Answer remove(const Context& context, const Call& call) {
  const auto desk = storage::open_sqlite_desk(context.surroundings.store_path);
  storage::Transaction transaction(*desk);
  const feeds::Feed feed = require_feed(*desk, id_of(call));
  if (feed.wanted.by_config || !feed.wanted.by_hand)
    throw BadRequest(409, "Feed " + std::to_string(feed.id) + " stands in the configuration.");
  desk->remove_feed(feed.id);
  transaction.commit();
  return json_answer(
      json::object{{"done", "Feed " + std::to_string(feed.id) + " is no longer wanted by hand."}});
}

}  // namespace

void add_feed_routes(Page& page, const std::shared_ptr<Context>& context) {
  page.add("GET", "/api/v1/feeds", {Need::kRead, list});
  page.add("GET", "/api/v1/feeds/{id}", {Need::kRead, show});
  const auto write = [&](const char* method, const char* path, auto act) {
    page.add(method, path,
             {Need::kWrite, [context, act](const Call& call, const storage::StoreReader&) {
                return act(*context, call);
              }});
  };
  page.add("POST", "/api/v1/feeds", {Need::kWrite, Awaited([&page, context](Call call) {
                                       return ask_and_add(page, context, std::move(call));
                                     })});
  write("DELETE", "/api/v1/feeds/{id}", remove);
  write("POST", "/api/v1/feeds/{id}/pause",
        [](const Context& shared, const Call& call) { return change(shared, call, pause); });
  write("POST", "/api/v1/feeds/{id}/resume",
        [](const Context& shared, const Call& call) { return change(shared, call, resume); });
  write("POST", "/api/v1/feeds/{id}/poll",
        [](const Context& shared, const Call& call) { return change(shared, call, poll); });
}

}  // namespace figured::web
