#include "wire/wire_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "net/curl_http_client.h"
#include "tests/wire/signed_webhook.h"

namespace figured::wire {
namespace {
namespace asio = boost::asio;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Wire::Time kOpens{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 12h};

WireArticle article(std::string slug, std::string outlet, std::chrono::minutes ago) {
  const auto time = std::chrono::floor<std::chrono::seconds>(kOpens) - ago;
  return {slug, std::move(outlet), "On " + slug, "", {"Text."}, time, time};
}

// Two outlets with three articles, a second apart; the test moves the clock.
class WireServerTest : public testing::Test {
 protected:
  WireServerTest() {
    asio::co_spawn(
        context_, server_.run(),
        asio::bind_cancellation_slot(stop_.slot(), [this](std::exception_ptr) { ended_ = true; }));
  }

  ~WireServerTest() override {
    stop_.emit(asio::cancellation_type::terminal);
    while (!ended_ && context_.run_one_for(10s)) {
    }
  }

  net::HttpResponse send(const std::string& method, const std::string& path,
                         std::vector<net::HttpHeader> headers = {}, std::string body = "") {
    net::HttpRequest request;
    request.method = method;
    request.url = server_.origin() + path;
    request.headers = std::move(headers);
    request.body = std::move(body);
    request.timeout = 10s;
    std::optional<net::HttpResult> result;
    asio::co_spawn(context_, client_.send(std::move(request)),
                   [&](std::exception_ptr, net::HttpResult came) { result = std::move(came); });
    while (!result && context_.run_one_for(10s)) {
    }
    if (!result || !*result) {
      ADD_FAILURE() << (result ? result->error().message : "no answer");
      return {};
    }
    return **result;
  }

  net::HttpResponse get(const std::string& path, std::vector<net::HttpHeader> headers = {}) {
    return send("GET", path, std::move(headers));
  }

  // Polls as a good reader does: with the entity tag it got last.
  int poll(const std::string& outlet) {
    std::string& etag = etags_[outlet];
    std::vector<net::HttpHeader> headers;
    if (!etag.empty()) headers.push_back({"If-None-Match", etag});
    const net::HttpResponse response = get("/feeds/" + outlet + ".xml", headers);
    etag = response.header("ETag");
    return response.status;
  }

  int post_hook(const std::string& id, const std::string& secret) {
    const auto at = std::chrono::floor<std::chrono::seconds>(kOpens);
    return send("POST", "/hook", signed_headers(secret, id, at, kBody), kBody).status;
  }

  inline static const std::string kBody = R"({"type":"figure.contradiction"})";
  asio::io_context context_{1};
  asio::cancellation_signal stop_;
  bool ended_ = false;
  Wire::Time now_ = kOpens;
  WireServer server_{
      context_.get_executor(),
      Wire({{"post", "Post", FeedFormat::kRss}, {"herald", "Herald", FeedFormat::kAtom}},
           {article("quake", "post", 30min), article("flood", "herald", 20min),
            article("fire", "post", 10min)},
           kOpens, 1s),
      {.secret = make_secret(), .clock = [this] { return now_; }}};
  net::CurlHttpClient client_{context_.get_executor(), {.allowed_private_hosts = {"127.0.0.1"}}};
  std::map<std::string, std::string> etags_;
};

TEST_F(WireServerTest, AFeedHoldsWhatIsOut) {
  const net::HttpResponse early = get("/feeds/post.xml");
  EXPECT_EQ(early.header("Content-Type"), "application/rss+xml; charset=utf-8");
  EXPECT_EQ(early.header("Last-Modified"), "Sun, 22 Nov 2026 12:00:00 GMT");
  EXPECT_THAT(early.body, HasSubstr("On quake"));
  EXPECT_THAT(early.body, testing::Not(HasSubstr("On fire")));
  now_ += 2s;
  EXPECT_THAT(get("/feeds/post.xml").body, HasSubstr("On fire"));
}

TEST_F(WireServerTest, AFeedThatIsKnownIsNotSentAgain) {
  EXPECT_EQ(poll("post"), 200);
  EXPECT_EQ(poll("post"), 304);
  now_ += 1s;  // the other outlet's article
  EXPECT_EQ(poll("post"), 304);
  now_ += 1s;
  EXPECT_EQ(poll("post"), 200);
}

TEST_F(WireServerTest, TheDateAloneMakesARequestConditional) {
  const std::string modified(get("/feeds/post.xml").header("Last-Modified"));
  EXPECT_EQ(get("/feeds/post.xml", {{"If-Modified-Since", modified}}).status, 304);
  now_ += 2s;
  EXPECT_EQ(get("/feeds/post.xml", {{"If-Modified-Since", modified}}).status, 200);
}

struct PathCase {
  std::string name;
  std::string method;
  std::string path;
  int status;
};

class PathTest : public WireServerTest, public testing::WithParamInterface<PathCase> {};

TEST_P(PathTest, IsAnswered) {
  EXPECT_EQ(send(GetParam().method, GetParam().path).status, GetParam().status);
}

INSTANTIATE_TEST_SUITE_P(Cases, PathTest,
                         testing::Values(PathCase{"Feed", "GET", "/feeds/post.xml?x=1", 200},
                                         PathCase{"EmptyFeed", "GET", "/feeds/herald.xml", 200},
                                         PathCase{"UnknownFeed", "GET", "/feeds/gazette.xml", 404},
                                         PathCase{"Page", "GET", "/articles/quake", 200},
                                         PathCase{"PageOfWhatIsNotOut", "GET", "/articles/fire",
                                                  404},
                                         PathCase{"Root", "GET", "/", 404},
                                         PathCase{"PostToAFeed", "POST", "/feeds/post.xml", 405},
                                         PathCase{"GetOfTheHook", "GET", "/hook", 405},
                                         PathCase{"UnsignedHook", "POST", "/hook", 401}),
                         [](const auto& test) { return test.param.name; });

TEST_F(WireServerTest, KnowsWhatItsReaderStillLacks) {
  const std::string post = "the last document of Post has not been read";
  const std::string herald = "the last document of Herald has not been read";
  EXPECT_THAT(server_.missing(), ElementsAre("2 articles are not published yet", post, herald));
  now_ += 2s;
  EXPECT_THAT(server_.missing(), ElementsAre(post, herald));
  poll("post");
  EXPECT_THAT(server_.missing(), ElementsAre(post, herald));
  poll("post");
  EXPECT_THAT(server_.missing(), ElementsAre(herald));
  poll("herald");
  now_ += 5s;
  poll("herald");
  EXPECT_THAT(server_.missing(), IsEmpty());
  EXPECT_EQ(server_.last_event(), now_);
}

TEST_F(WireServerTest, TakesWebhooksThatAreSigned) {
  now_ += 3s;
  EXPECT_EQ(post_hook("alr_1", server_.secret()), 200);
  EXPECT_EQ(post_hook("alr_1", server_.secret()), 200);
  EXPECT_EQ(post_hook("alr_2", make_secret()), 401);
  EXPECT_EQ(server_.hooks().count("figure.contradiction"), 1);
  EXPECT_THAT(server_.hooks().deliveries(), ElementsAre(testing::Pair("alr_1", 2)));
  EXPECT_EQ(server_.hooks().rejected(), 1);
  EXPECT_EQ(server_.last_event(), now_);
}

}  // namespace
}  // namespace figured::wire
