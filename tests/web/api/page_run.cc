#include "tests/web/api/page_run.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/json.hpp>

#include <deque>

#include "storage/sqlite/sqlite_store.h"
#include "tests/support/put_article.h"
#include "web/parameters.h"

namespace figured::web {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using std::chrono::seconds;
using tcp = asio::ip::tcp;

namespace {

constexpr std::chrono::sys_seconds kNow{seconds(1'786'000'000)};

feeds::Article article(const std::string& outlet, const std::string& title, const std::string& text,
                       const std::string& url) {
  feeds::Article article;
  article.guid = "guid-" + outlet;
  article.identity = "guid:" + article.guid;
  article.url = url;
  article.title = title;
  article.text = text;
  article.outlet = outlet;
  article.published = kNow - seconds(600);
  article.published_zone = feeds::DateZone::kGiven;
  article.language = "en-GB";
  article.content_hash = std::hash<std::string>{}(text);
  return article;
}

}  // namespace

boost::json::value Reply::json() const { return boost::json::parse(body); }

PageOptions PageRun::with_token() {
  PageOptions options;
  options.token = hash_token(kToken);
  return options;
}

PageRun::PageRun() {
  store_ = storage::open_sqlite_store(path());
  fill();
}

PageRun::~PageRun() {
  stop();
  page_.reset();  // before its io_context
}

void PageRun::stop() {
  if (!thread_.joinable()) return;
  asio::post(io_, [this] { stop_.emit(asio::cancellation_type::terminal); });
  thread_.join();
}

storage::StoredArticle PageRun::put(const feeds::Article& one, std::int64_t feed) {
  const auto stored = tests::put_article(*store_, feed, one, {}, kNow - seconds(500));
  articles_.push_back(stored.id);
  return stored;
}

std::int64_t PageRun::put_claim(const feeds::Article& from, const storage::StoredArticle& stored,
                                const std::string& quote, const std::string& surface,
                                double value) {
  claims::SourcedClaim sourced;
  sourced.article_id = stored.id;
  sourced.outlet = from.outlet;
  claims::Claim& claim = sourced.claim;
  const auto start = static_cast<std::uint32_t>(from.text.find(quote));
  const auto figure = static_cast<std::uint32_t>(from.text.find(surface, start));
  claim.span = {start, start + static_cast<std::uint32_t>(quote.size())};
  claim.quote = quote;
  claim.figure.low = claim.figure.high = value;
  claim.figure.surface = surface;
  claim.figure.span = {figure, figure + static_cast<std::uint32_t>(surface.size())};
  claim.noun = "people";
  claim.measure = "people.injured";
  claim.place = "Lowport";
  claim.speaker = claim.origin = from.outlet == "Coast Wire" ? "the mayor" : "the fire brigade";
  claim.confidence = 0.9;
  claims_.push_back(tests::put_claim(*store_, fact_, stored.revision, sourced, {}));
  return claims_.back();
}

void PageRun::put_more_news() {
  storage::Transaction transaction(*store_);
  put(article("Tide Times", "Market hall to be rebuilt", "It was a hundred years old.", ""), feed_);
  transaction.commit();
}

std::vector<std::int64_t> PageRun::put_figures(const std::vector<int>& values) {
  std::string text;
  for (const int value : values) text += "There were " + std::to_string(value) + " hurt. ";
  const feeds::Article one = article("Tide Times", "How many?", text, "");
  const auto stored = put(one, feed_);
  std::vector<std::int64_t> ids;
  for (const int value : values) {
    const std::string surface = std::to_string(value);
    ids.push_back(put_claim(one, stored, "There were " + surface + " hurt", surface, value));
  }
  return ids;
}

void PageRun::fill() {
  storage::Transaction transaction(*store_);
  const std::vector<feeds::FeedSource> sources{
      {"https://harbour.example/rss", "Harbour Post", "", seconds(300)},
      {"https://coast.example/rss", "Coast Wire", "", seconds(300)}};
  const auto feeds = store_->adopt_feeds(sources, kNow - seconds(900));
  feed_ = feeds[0].id;
  storage::EndpointState desk;
  desk.name = "desk";
  desk.fingerprint = "f";
  store_->adopt_endpoints(std::vector{desk});
  claims::Fact fact;
  fact.label = "people injured, Lowport " + hostile_;
  fact.measure = "people.injured";
  fact.place = "Lowport";
  fact_ = store_->put_fact(fact);
  const auto one =
      article("Harbour Post", "Fire in Lowport " + hostile_,
              "Früh am Morgen brannte es. The fire brigade said 40 people were hurt. More later.",
              "javascript:alert(1)");
  const auto two = article("Coast Wire", "Many hurt in Lowport",
                           "The mayor said 65 people were hurt when the old market hall burned.",
                           "https://coast.example/fire");
  const auto a = put(one, feeds[0].id);
  const auto first = put_claim(one, a, "The fire brigade said 40 people were hurt", "40", 40);
  const auto b = put(two, feeds[1].id);
  const auto second = put_claim(two, b, "The mayor said 65 people were hurt", "65", 65);
  claims::Dispute dispute;
  dispute.fact_id = fact_;
  dispute.severity = 0.6;
  dispute.sequence = 1;
  dispute.opened_at = dispute.changed_at = kNow - seconds(400);
  dispute.sides = {{40, 40, {first}}, {65, 65, {second}}};
  store_->put_dispute(dispute);
  dispute_ = dispute.id;
  storage::VerdictRecord record;
  record.fact_id = fact_;
  record.earlier_claim = first;
  record.later_claim = second;
  record.verdict.relation = claims::Relation::kContradicts;
  record.verdict.severity = 0.6;
  record.verdict.score = 0.8;
  record.verdict.why = "40 and 65 do not meet.";
  record.verdict.passed = {"measure", "place"};
  record.at = kNow - seconds(400);
  store_->put_verdict(record);
  alerts::Alert alert;
  alert.dispute_id = dispute_;
  alert.fact_id = fact_;
  alert.severity = 0.6;
  alert.created_at = kNow - seconds(400);
  alert.summary = "Harbour Post says 40; Coast Wire says 65";
  store_->reserve_alert(alert);
  alert.body = R"({"type":"figure.contradiction"})";
  const std::vector<alerts::DeliveryPlan> plans{{"desk"}};
  store_->put_alert(alert, plans);
  alert_ = alert.id;
  storage::PollRecord poll;
  poll.feed_id = feed_;
  poll.at = kNow - seconds(500);
  poll.next_poll = kNow + seconds(100);
  poll.status = 200;
  storage::FetchRecord fetch;
  fetch.at = poll.at;
  fetch.status = 200;
  fetch.code = "ok";
  fetch.next_poll = poll.next_poll;
  fetch.rule = "interval";
  fetch.why = "every 5 minutes, as configured";
  poll.fetch = fetch;
  store_->put_poll(poll);
  transaction.commit();
  store_->await_search();
}

void PageRun::serve(PageOptions options) {
  options.port = 0;
  PageParts parts;
  parts.surroundings.store_path = path();
  parts.surroundings.version = "1.0";
  alerts::Endpoint desk;
  desk.name = "desk";
  desk.url = "https://desk.example/hook/secret";
  const auto endpoints = std::make_shared<const std::vector<alerts::Endpoint>>(1, desk);
  parts.surroundings.endpoints = [endpoints] { return endpoints; };
  parts.surroundings.try_endpoint =
      [this](const alerts::Endpoint&) -> asio::awaitable<alerts::Answer> { co_return tried_; };
  parts.surroundings.ask_feed = [this](std::string url) -> asio::awaitable<net::HttpResult> {
    asked_.push_back(std::move(url));
    co_return came_;
  };
  parts.clock = [this] { return now_.load(); };
  parts.on_write = [this](std::string_view what) { written_.emplace_back(what); };
  parts.on_failure = [this](std::string_view why) { failed_.emplace_back(why); };
  page_ = std::make_unique<Page>(io_.get_executor(), options, std::move(parts));
  auto tasks = std::make_shared<std::vector<asio::awaitable<void>>>(page_->tasks());
  // Each with a signal of its own: a slot holds one handler.
  auto signals = std::make_shared<std::deque<asio::cancellation_signal>>(tasks->size());
  for (std::size_t at = 0; at < tasks->size(); ++at)
    asio::co_spawn(io_, std::move((*tasks)[at]),
                   asio::bind_cancellation_slot((*signals)[at].slot(), [](std::exception_ptr) {}));
  stop_.slot().assign([signals](asio::cancellation_type type) {
    for (asio::cancellation_signal& signal : *signals) signal.emit(type);
  });
  thread_ = std::thread([this] { io_.run(); });
}

Reply PageRun::ask(const std::string& method, const std::string& target, Headers headers,
                   const std::string& body) {
  asio::io_context io;
  tcp::socket socket(io);
  socket.connect({asio::ip::address_v4::loopback(), page_->port()});
  http::request<http::string_body> request;
  request.method_string(method);
  request.target(target);
  request.version(11);
  request.set(http::field::host, "127.0.0.1:" + std::to_string(page_->port()));
  request.set(http::field::connection, "close");
  for (const auto& [name, value] : headers) request.set(name, value);
  request.body() = body;
  request.prepare_payload();
  http::write(socket, request);
  boost::beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.skip(method == "HEAD");
  http::read(socket, buffer, parser);
  Reply reply{static_cast<int>(parser.get().result_int()), {}, parser.get().body()};
  for (const auto& field : parser.get())
    reply.headers[lower({field.name_string().data(), field.name_string().size()})] =
        std::string(field.value());
  return reply;
}

Reply PageRun::post(const std::string& target, const std::string& body, const std::string& method) {
  Headers headers{{"Authorization", std::string("Bearer ") + kToken}};
  if (!body.empty()) headers["Content-Type"] = "application/json";
  return ask(method, target, headers, body);
}

std::string PageRun::listen(const std::string& target, Headers headers, const std::string& until,
                            const std::function<void()>& meanwhile) {
  asio::io_context io;
  tcp::socket socket(io);
  socket.connect({asio::ip::address_v4::loopback(), page_->port()});
  std::string text = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
  asio::write(socket, asio::buffer(text + "\r\n"));
  std::string heard;
  bool told = false;
  while (heard.find(until) == std::string::npos) {
    char piece[4096];
    boost::system::error_code error;
    const std::size_t size = socket.read_some(asio::buffer(piece), error);
    if (error) break;
    heard.append(piece, size);
    if (!told && heard.find(": figured\n\n") != std::string::npos) {
      told = true;
      meanwhile();
    }
  }
  return heard;
}

}  // namespace figured::web
