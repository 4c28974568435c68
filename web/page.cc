#include "web/page.h"

#include <boost/json.hpp>
#include <tuple>
#include <utility>

#include "claims/claim_json.h"
#include "storage/store_error.h"
#include "web/api.h"
#include "web/assets.h"
#include "web/parameters.h"

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

// For those who gather reviews of claims: where that of this page stands (RFC 8288).
Answer with_review(Answer document, const std::string& id) {
  if (id.empty() || id.find_first_not_of("0123456789") != std::string::npos) return document;
  document.headers.push_back({"Link", "</api/v1/disputes/" + id +
                                          "/claimreview>; rel=\"alternate\"; "
                                          "type=\"application/ld+json\""});
  return document;
}

bool is_write(const net::ServerRequest& request) {
  return request.method != "GET" && request.method != "HEAD";
}

}  // namespace

Page::Page(asio::any_io_executor executor, PageOptions options, PageParts parts, int listening)
    : options_(std::move(options)),
      parts_(std::move(parts)),
      access_(options_),
      cache_(parts_.surroundings.store_path),
      context_(std::make_shared<Context>(parts_.surroundings, options_.url)),
      told_(std::make_shared<Told>()),
      events_(executor, [this] { return look(); }),
      readers_(parts_.surroundings.store_path, options_.readers),
      server_(executor, server_options(options_, listening),
              [this](net::ServerRequest request) { return answer(std::move(request)); }) {
  add_page();
  add_session();
  add_api(*this, context_);
  add("GET", "/api/v1/events",
      {Need::kRead, [this](const Call& call) { return events_.listen(call); }});
}

Page::~Page() = default;

void Page::add(std::string method, std::string pattern, Route route) {
  routes_.emplace_back(method, pattern, route.need);
  router_.add(std::move(method), std::move(pattern), std::move(route));
}

std::vector<std::tuple<std::string, std::string, Need>> Page::routes() const { return routes_; }

std::uint16_t Page::port() const { return server_.port(); }

std::string Page::address() const { return options_.url.empty() ? server_.origin() : options_.url; }

std::vector<asio::awaitable<void>> Page::tasks() {
  std::vector<asio::awaitable<void>> tasks;
  tasks.push_back(server_.run());
  tasks.push_back(events_.run());
  return tasks;
}

// A store that cannot be read at the moment, or that is yet to be made, has no news.
asio::awaitable<std::vector<Event>> Page::look() {
  const auto read = [this, told = told_](const storage::StoreReader& store) {
    try {
      return read_changes(store, cache_.version(), *told, context_->items);
    } catch (const std::exception& error) {
      parts_.on_failure(error.what());
      return std::vector<Event>();
    }
  };
  try {
    co_return co_await readers_.ask(read);
  } catch (const TooBusy&) {
  } catch (const storage::StoreError&) {
  }
  co_return std::vector<Event>();
}

Answer Page::finish(const net::ServerRequest& request, Answer answer) const {
  return finish_answer(request, std::move(answer), access_.secure());
}

// The one place where what a handler throws is caught.
asio::awaitable<Answer> Page::answer(net::ServerRequest request) {
  const net::ServerRequest asked{request.method, request.target, request.headers, {}};
  Answer failed;
  try {
    co_return co_await answer_admitted(std::move(request));
  } catch (const BadRequest& bad) {
    failed = problem(bad.status(), bad.what(), bad.parameter());
  } catch (const TooBusy& busy) {
    failed = problem(503, "All who read the store are busy.");
    failed.headers.push_back({"Retry-After", "1"});
  } catch (const storage::StoreError& error) {
    parts_.on_failure(error.what());
    failed = problem(503, "The store cannot be used at the moment.");
    failed.headers.push_back({"Retry-After", "5"});
  } catch (const boost::system::system_error& error) {
    if (error.code() == asio::error::operation_aborted) throw;
    parts_.on_failure(error.what());
    failed = problem(500, "figured failed at this; its log says why.");
  } catch (const std::exception& error) {
    parts_.on_failure(error.what());
    failed = problem(500, "figured failed at this; its log says why.");
  }
  if (is_write(asked)) note_write(asked, failed.status);
  co_return finish(asked, std::move(failed));
}

void Page::note_write(const net::ServerRequest& request, int status) const {
  parts_.on_write(request.method + " " + std::string(request.path()) + " by " + request.peer +
                  ": " + std::to_string(status));
}

asio::awaitable<Answer> Page::answer_admitted(net::ServerRequest request) {
  if (const auto refusal = access_.admit(request)) co_return finish(request, refuse(*refusal));
  auto found = router_.find(request.method, request.path());
  if (found.allowed.empty())
    co_return finish(request, problem(404, "There is nothing under this path."));
  if (!found.handler) {
    Answer answer = problem(405, "This path has only " + found.allowed + ".");
    answer.headers.push_back({"Allow", found.allowed});
    co_return finish(request, std::move(answer));
  }
  const Route& route = *found.handler;
  std::optional<Refusal> refusal;
  Visitor visitor = access_.visitor(request, std::chrono::steady_clock::now(), refusal);
  if (!refusal || route.need == Need::kNothing)
    refusal = access_.check(request, visitor, route.need);
  const net::ServerRequest asked{request.method, request.target, {}, {}, request.peer};
  if (refusal) {
    if (is_write(asked)) note_write(asked, refusal->status);
    co_return finish(request, refuse(*refusal));
  }
  Call call{std::move(request), std::move(found.pieces), {}, std::move(visitor), parts_.clock()};
  call.query = Query(query_of(call.request.target));
  Answer answer = co_await ask(route, std::move(call));
  if (is_write(asked)) note_write(asked, answer.status);
  co_return answer;
}

// What is read is shaped, tagged and packed on the reader's thread.
asio::awaitable<Answer> Page::ask(const Route& route, Call call) {
  if (const auto* at_once = std::get_if<AtOnce>(&route.answer))
    co_return finish(call.request, (*at_once)(call));
  if (const auto* awaited = std::get_if<Awaited>(&route.answer)) {
    const net::ServerRequest asked = call.request;
    co_return finish(asked, co_await (*awaited)(std::move(call)));
  }
  if (route.keep != Keep::kNot) co_return co_await ask_together(route, std::move(call));
  const auto shared = std::make_shared<const Call>(std::move(call));
  const auto work = [this, shared, &route](const storage::StoreReader& store) {
    return finish(shared->request, std::get<FromStore>(route.answer)(*shared, store));
  };
  co_return co_await readers_.ask(work);
}

// Whoever asks before it is begun to be read shares what is read; whoever asks later may
// know of a change that the reader no longer sees, and has it read anew.
asio::awaitable<Answer> Page::ask_together(const Route& route, Call call) {
  const auto shared = std::make_shared<const Call>(std::move(call));
  // With its gzip: one who does not take it is rare, and makes his own.
  const net::ServerRequest& request = shared->request;
  const std::string key = request.target + " " + std::string(request.header("Host")) +
                          (takes_gzip(request.header("Accept-Encoding")) ? " gzip" : "");
  const auto work = [this, shared, key, &route](const storage::StoreReader* reader,
                                                std::exception_ptr failure) {
    std::vector<Reply> replies;
    {
      const std::lock_guard lock(asked_mutex_);
      replies = std::move(asked_.extract(key).mapped());
    }
    std::shared_ptr<const Answer> answer;
    try {
      if (failure) std::rethrow_exception(failure);
      answer = std::make_shared<const Answer>(read_kept(route, *shared, key, *reader));
    } catch (...) {
      failure = std::current_exception();
    }
    for (const Reply& reply : replies) reply(failure, answer);
  };
  const auto start = [this, &key, &work](const Reply& reply) {
    const std::lock_guard lock(asked_mutex_);
    std::vector<Reply>& waiting = asked_[key];
    if (waiting.empty()) {
      try {
        readers_.post(work);
      } catch (...) {
        asked_.erase(key);
        throw;
      }
    }
    waiting.push_back(reply);
  };
  const auto answer = co_await net::await_reply<std::shared_ptr<const Answer>>(start);
  co_return finish(shared->request, *answer);
}

Answer Page::read_kept(const Route& route, const Call& call, const std::string& key,
                       const storage::StoreReader& store) {
  if (route.keep == Keep::kUntilChange)
    if (auto known = cache_.find(key)) return *std::move(known);
  const std::int64_t version = cache_.version();
  const std::uint64_t state = route.state ? route.state(call, store) : 0;
  if (auto known = cache_.find(key, version, state)) return *std::move(known);
  Answer made = prepare_answer(call.request, std::get<FromStore>(route.answer)(call, store));
  cache_.keep(key, version, state, made);
  return made;
}

// The page is one document that draws what its path names.
void Page::add_page() {
  const auto document = [](const Call& call) {
    const Asset* index = find_asset("index.html");
    return index ? file_answer(*index, call.request) : problem(404, "This figured has no page.");
  };
  for (const char* path : {"/", "/disputes", "/facts", "/facts/{id}", "/articles", "/articles/{id}",
                           "/feeds", "/feeds/{id}", "/alerts", "/alerts/{id}", "/sign-in"})
    add("GET", path, {Need::kNothing, document});
  add("GET", "/disputes/{id}", {Need::kNothing, [document](const Call& call) {
                                  return with_review(document(call), call.pieces.front());
                                }});
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
