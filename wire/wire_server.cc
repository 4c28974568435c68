#include "wire/wire_server.h"

#include "wire/wire_feed.h"

namespace figured::wire {
namespace {

constexpr std::string_view kFeeds = "/feeds/";
constexpr std::string_view kArticles = "/articles/";

net::ServerResponse plain(int status, const std::string& text) {
  return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, text + "\n"};
}

Wire::Time system_time() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

// "/feeds/x.xml" → "x"; "" when the path is none of a feed.
std::string_view outlet_in(std::string_view path) {
  if (!path.starts_with(kFeeds) || !path.ends_with(".xml")) return {};
  path.remove_prefix(kFeeds.size());
  path.remove_suffix(4);
  return path;
}

}  // namespace

WireServer::WireServer(boost::asio::any_io_executor executor, Wire wire, WireServerOptions options)
    : wire_(std::move(wire)),
      clock_(options.clock ? options.clock : system_time),
      secret_(options.secret),
      hooks_(options.secret, options.on_alert),
      server_(std::move(executor), {.address = options.address, .port = options.port},
              net::answer_at_once(
                  [this](const net::ServerRequest& request) { return answer(request); })) {}

std::string WireServer::feed_url(const Outlet& outlet) const {
  return origin() + std::string(kFeeds) + outlet.id + ".xml";
}

std::string WireServer::hook_url() const { return origin() + "/hook"; }

net::ServerResponse WireServer::answer(const net::ServerRequest& request) {
  const std::string_view path = request.path();
  if (path == "/hook") return request.method == "POST" ? hook(request) : plain(405, "POST only");
  if (request.method != "GET" && request.method != "HEAD") return plain(405, "GET only");
  if (path.starts_with(kArticles)) return page(path.substr(kArticles.size()));
  return feed(request, outlet_in(path));
}

// A feed holds a pure function of the wire and the time of its last change.
std::string WireServer::version(const Outlet& outlet, Wire::Time now) const {
  const auto changed = wire_.changed(outlet.id, now);
  return "\"" + (changed ? std::to_string(changed->time_since_epoch().count()) : "empty") + "\"";
}

net::ServerResponse WireServer::feed(const net::ServerRequest& request, std::string_view outlet) {
  const Outlet* found = wire_.find_outlet(outlet);
  if (found == nullptr) return plain(404, "no such feed");
  const Wire::Time now = clock_();
  const std::string etag = version(*found, now);
  const auto changed = std::chrono::floor<std::chrono::seconds>(
      wire_.changed(found->id, now).value_or(Wire::Time{}));
  const std::string modified = format_http_time(changed);

  // As HTTP demands: the entity tag, where there is one, decides alone.
  const std::string_view known = request.header("If-None-Match");
  const bool same = known.empty() ? request.header("If-Modified-Since") == modified : known == etag;
  if (same && !polls_.kept(found->id, etag)) last_event_ = now;
  if (same) polls_.unchanged(found->id, etag);
  if (same) return {304, {{"ETag", etag}, {"Last-Modified", modified}}, {}};
  polls_.sent(found->id, etag);
  last_event_ = now;
  return {200,
          {{"Content-Type", std::string(feed_media_type(found->format))},
           {"ETag", etag},
           {"Last-Modified", modified}},
          render_feed(*found, wire_.published(found->id, now), origin(), changed)};
}

net::ServerResponse WireServer::page(std::string_view slug) {
  last_event_ = clock_();
  const auto article = wire_.find_article(slug, last_event_);
  if (!article) return plain(404, "no such article");
  return {200,
          {{"Content-Type", "text/html; charset=utf-8"}},
          render_page(*wire_.find_outlet(article->outlet), *article)};
}

net::ServerResponse WireServer::hook(const net::ServerRequest& request) {
  last_event_ = clock_();
  return hooks_.take(request, std::chrono::floor<std::chrono::seconds>(last_event_));
}

std::vector<std::string> WireServer::missing() const {
  const Wire::Time now = clock_();
  std::vector<std::string> lines;
  if (const std::size_t out = wire_.released(now); out < wire_.size())
    lines.push_back(std::to_string(wire_.size() - out) + " articles are not published yet");
  for (const Outlet& outlet : wire_.outlets())
    if (!wire_.complete(outlet.id, now) || !polls_.kept(outlet.id, version(outlet, now)))
      lines.push_back("the last document of " + outlet.name + " has not been read");
  return lines;
}

}  // namespace figured::wire
