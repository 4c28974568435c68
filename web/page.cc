#include "web/page.h"

#include <boost/json.hpp>
#include <tuple>
#include <utility>

#include "claims/claim_json.h"
#include "storage/store_error.h"
#include "web/assets.h"

namespace figured::web {

namespace asio = boost::asio;
namespace json = boost::json;

namespace {

constexpr std::size_t kMostConnections = 512;
constexpr std::uint64_t kMaxBody = 64 * 1024;

net::HttpServerOptions server_options(const PageOptions& options, int listening) {
  net::HttpServerOptions server;
  server.address = options.address;
  server.port = options.port;
  server.listening = listening;
  server.max_body = kMaxBody;
  server.max_connections = kMostConnections;
  return server;
}

Answer refuse(const Refusal& refusal) {
  Answer answer = problem(refusal.status, refusal.why);
  if (!refusal.challenge.empty()) answer.headers.push_back({"WWW-Authenticate", refusal.challenge});
  if (refusal.retry_after.count() > 0)
    answer.headers.push_back({"Retry-After", std::to_string(refusal.retry_after.count())});
  return answer;
}

Answer file_answer(const Asset& asset, const net::ServerRequest& request) {
  Answer answer{
      200, {{"Content-Type", std::string(asset.type)}, {"ETag", std::string(asset.tag)}}, {}};
  if (!asset.packed.empty() && takes_gzip(request.header("Accept-Encoding"))) {
    answer.headers.push_back({"Content-Encoding", "gzip"});
    answer.body = asset.packed;
  } else {
    answer.body = asset.bytes;
  }
  return answer;
}

bool is_write(const net::ServerRequest& request) {
  return request.method != "GET" && request.method != "HEAD";
}

}  // namespace

Page::Page(asio::any_io_executor executor, PageOptions options, PageParts parts, int listening)
    : options_(std::move(options)),
      parts_(std::move(parts)),
      access_(options_),
      readers_(parts_.store_path, options_.readers),
      server_(executor, server_options(options_, listening),
              [this](net::ServerRequest request) { return answer(std::move(request)); }) {
  add_page();
  add_session();
}

Page::~Page() = default;

void Page::add(std::string method, std::string pattern, Route route) {
  routes_.emplace_back(method, pattern, route.need);
  router_.add(std::move(method), std::move(pattern), std::move(route));
}

std::vector<std::tuple<std::string, std::string, Need>> Page::routes() const { return routes_; }

std::string Page::address() const { return options_.url.empty() ? server_.origin() : options_.url; }

asio::awaitable<void> Page::run() { return server_.run(); }

// The one place where what a handler throws is caught.
asio::awaitable<Answer> Page::answer(net::ServerRequest request) {
  const net::ServerRequest asked{request.method, request.target, request.headers, {}};
  Answer answer;
  try {
    answer = co_await answer_admitted(std::move(request));
  } catch (const TooBusy& busy) {
    answer = problem(503, busy.what());
    answer.headers.push_back({"Retry-After", "1"});
  } catch (const storage::StoreError& error) {
    parts_.on_failure(error.what());
    answer = problem(503, "The store cannot be used at the moment.");
    answer.headers.push_back({"Retry-After", "5"});
  } catch (const boost::system::system_error& error) {
    if (error.code() == asio::error::operation_aborted) throw;
    parts_.on_failure(error.what());
    answer = problem(500, "figured failed at this; its log says why.");
  } catch (const std::exception& error) {
    parts_.on_failure(error.what());
    answer = problem(500, "figured failed at this; its log says why.");
  }
  co_return finish_answer(asked, std::move(answer), access_.secure());
}

asio::awaitable<Answer> Page::answer_admitted(net::ServerRequest request) {
  if (const auto refusal = access_.admit(request)) co_return refuse(*refusal);
  auto found = router_.find(request.method, request.path());
  if (found.allowed.empty()) co_return problem(404, "There is nothing under this path.");
  if (!found.handler) {
    Answer answer = problem(405, "This path has only " + found.allowed + ".");
    answer.headers.push_back({"Allow", found.allowed});
    co_return answer;
  }
  const Route& route = *found.handler;
  std::optional<Refusal> refusal;
  Visitor visitor = access_.visitor(request, std::chrono::steady_clock::now(), refusal);
  if (!refusal || route.need == Need::kNothing)
    refusal = access_.check(request, visitor, route.need);
  const bool write = is_write(request);
  const std::string what =
      request.method + " " + std::string(request.path()) + " by " + request.peer;
  if (refusal) {
    if (write) parts_.on_write(what + ": " + std::to_string(refusal->status));
    co_return refuse(*refusal);
  }
  Call call{std::move(request), std::move(found.pieces), {}, std::move(visitor), parts_.clock()};
  call.query = Query(query_of(call.request.target));
  Answer answer = co_await ask(route, std::move(call));
  if (write) parts_.on_write(what + ": " + std::to_string(answer.status));
  co_return answer;
}

asio::awaitable<Answer> Page::ask(const Route& route, Call call) {
  if (const auto* at_once = std::get_if<AtOnce>(&route.answer)) co_return (*at_once)(call);
  if (const auto* awaited = std::get_if<Awaited>(&route.answer))
    co_return co_await (*awaited)(std::move(call));
  const FromStore& from_store = std::get<FromStore>(route.answer);
  const auto shared = std::make_shared<const Call>(std::move(call));
  const auto read = [shared, &from_store](const storage::StoreReader& reader) {
    return from_store(*shared, reader);
  };
  co_return co_await readers_.ask(read);
}

// The page is one document that draws what its path names.
void Page::add_page() {
  const auto document = [](const Call& call) {
    const Asset* index = find_asset("index.html");
    return index ? file_answer(*index, call.request) : problem(404, "This figured has no page.");
  };
  for (const char* path :
       {"/", "/disputes", "/disputes/{id}", "/facts", "/facts/{id}", "/articles", "/articles/{id}",
        "/feeds", "/feeds/{id}", "/alerts", "/alerts/{id}", "/sign-in"})
    add("GET", path, {Need::kNothing, document});
  for (const Asset& asset : assets()) {
    if (asset.path == "index.html" || asset.path == "openapi.json") continue;
    add("GET", "/assets/" + std::string(asset.path),
        {Need::kNothing, [&asset](const Call& call) { return file_answer(asset, call.request); }});
  }
  add("GET", "/api/v1/openapi.json",
      {Need::kNothing,
       [](const Call& call) { return file_answer(*find_asset("openapi.json"), call.request); }});
}

void Page::add_session() {
  add("GET", "/api/v1/session",
      {Need::kNothing, [this](const Call& call) { return session_answer(call.visitor); }});
  add("POST", "/api/v1/session",
      {Need::kNothing, [this](const Call& call) { return sign_in(call); }});
  add("DELETE", "/api/v1/session", {Need::kWrite, [this](const Call& call) {
                                      const std::string cookie = access_.sign_out(call.request);
                                      Answer answer = session_answer({call.visitor.may_read});
                                      answer.headers.push_back({"Set-Cookie", cookie});
                                      return answer;
                                    }});
}

Answer Page::session_answer(const Visitor& visitor) const {
  const bool on = visitor.may_write;
  json::value until;
  if (visitor.until)
    until = claims::format_time(parts_.clock() +
                                std::chrono::floor<std::chrono::seconds>(
                                    *visitor.until - std::chrono::steady_clock::now()));
  Answer answer = json_answer(json::object{
      {"signed_in", visitor.signed_in},
      {"reading", visitor.may_read},
      {"writing", !access_.has_token() ? "off"
                  : on                 ? "on"
                                       : "sign-in"},
      {"csrf", visitor.csrf.empty() ? json::value(nullptr) : json::value(visitor.csrf)},
      {"until", until}});
  answer.headers.push_back({"Cache-Control", "no-store"});
  return answer;
}

Answer Page::sign_in(const Call& call) {
  if (!call.request.header("Content-Type").starts_with("application/json"))
    return problem(415, "Send it as application/json.");
  boost::system::error_code error;
  const json::value body = json::parse(call.request.body, error);
  const json::value* token =
      !error && body.is_object() ? body.get_object().if_contains("token") : nullptr;
  if (!token || !token->is_string()) return problem(400, "Send {\"token\": \"…\"}.", "token");
  auto outcome = access_.sign_in(call.request, std::string_view(token->get_string()),
                                 std::chrono::steady_clock::now());
  if (const auto* refusal = std::get_if<Refusal>(&outcome)) return refuse(*refusal);
  const auto& [cookie, visitor] = std::get<Access::SignedIn>(outcome);
  Answer answer = session_answer(visitor);
  answer.headers.push_back({"Set-Cookie", cookie});
  return answer;
}

}  // namespace figured::web
