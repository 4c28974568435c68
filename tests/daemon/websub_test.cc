// Hubs that push (WebSub): a small hub against the whole daemon, over real sockets where
// it calls.  The clock is the test's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/url/parse_query.hpp>
#include <map>
#include <thread>

#include "tests/daemon/daemon_run.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using feeds::SubscriptionState;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using tests::ok;
using tests::status;

constexpr char kFeed[] = "https://harbour.example/rss";
constexpr char kHub[] = "https://hub.example/";
constexpr char kCallback[] = "https://figures.example/websub";

std::string item(const std::string& guid) {
  return "<item><guid>" + guid + "</guid><title>News of " + guid +
         "</title><description>Nine ships reached the harbour of Lowport on Monday, the port "
         "authority said in a statement, and all of them were unloaded.</description></item>";
}

std::string rss(const std::string& items) {
  return R"(<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title>)"
         R"(<atom:link rel="hub" href="https://hub.example/"/>)"
         R"(<atom:link rel="self" href="https://harbour.example/rss"/>)" +
         items + "</channel></rss>";
}

std::string sha256_of(const std::string& secret, const std::string& body) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes;
  std::size_t size = 0;
  EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, secret.data(), secret.size(),
            reinterpret_cast<const unsigned char*>(body.data()), body.size(), bytes.data(),
            bytes.size(), &size);
  std::string hex;
  for (std::size_t i = 0; i < size; ++i) {
    hex += "0123456789abcdef"[bytes[i] >> 4];
    hex += "0123456789abcdef"[bytes[i] & 15];
  }
  return hex;
}

struct Answer {
  int status = 0;
  std::string body;
};

// Waits for the answer, on whatever thread.
Answer exchange(std::uint16_t port, const std::string& request) {
  asio::io_context io;
  asio::ip::tcp::socket socket(io);
  socket.connect({asio::ip::address_v4::loopback(), port});
  asio::write(socket, asio::buffer(request));
  std::string text;
  boost::system::error_code end;
  asio::read(socket, asio::dynamic_buffer(text), end);
  const auto body = text.find("\r\n\r\n");
  if (body == text.npos) return {};
  return {std::stoi(text.substr(9, 3)), text.substr(body + 4)};
}

class WebSubTest : public DaemonRun {
 protected:
  WebSubTest() : door_(door_io_, {asio::ip::address_v4::loopback(), 0}) {
    fakes_clock_ = true;
    wall_ += 1min;  // so that polls go by it, and not by the system's
    push_socket_ = door_.native_handle();
    config_.websub.callback = kCallback;
    config_.websub.lease = 10h;
    config_.poll.policy.spread = 0;
    config_.pages.spacing = 0ms;
    config_.feeds = {{kFeed, "Harbour Post", "", 5min}};
    config_.feeds.front().full_text = feeds::FullText::kNever;
    network_.answer(kFeed, ok(rss(item("one")), {{"ETag", "\"1\""}}));
    network_.answer(kHub, status(202));
  }

  // --- what the hub was asked
  std::map<std::string, std::string> asked_of_hub(std::size_t nth) const {
    std::map<std::string, std::string> form;
    for (const net::HttpRequest& request : network_.requests())
      if (request.url == kHub && nth-- == 0)
        for (const auto& field : *boost::urls::parse_query(request.body))
          form[field.key.decode()] = field.value.decode();
    return form;
  }
  std::string callback_path() const {
    return asked_of_hub(0).at("hub.callback").substr(std::string("https://figures.example").size());
  }

  // --- what the hub does
  Answer send(const std::string& request) {
    std::atomic<bool> done = false;
    Answer answer;
    const std::jthread hub([&, port = door_.local_endpoint().port()] {
      answer = exchange(port, request);
      done = true;
    });
    run_until([&] { return done.load(); });
    return answer;
  }
  Answer call(const std::string& query) {
    return send("GET " + callback_path() + "?" + query +
                " HTTP/1.1\r\nHost: figures.example\r\nConnection: close\r\n\r\n");
  }
  Answer verify(const std::string& mode, const std::string& more = "&hub.lease_seconds=36000") {
    return call("hub.mode=" + mode + "&hub.topic=https%3A%2F%2Fharbour.example%2Frss" +
                "&hub.challenge=c0ffee" + more);
  }
  Answer push(const std::string& body, const std::string& signature) {
    return send("POST " + callback_path() + " HTTP/1.1\r\nHost: figures.example\r\n" +
                "Content-Type: application/rss+xml\r\nX-Hub-Signature: " + signature +
                "\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\nConnection: close\r\n\r\n" + body);
  }
  Answer push(const std::string& body) {
    return push(body, "sha256=" + sha256_of(asked_of_hub(0).at("hub.secret"), body));
  }
  void subscribe() {
    run_until(asked(kHub));
    EXPECT_EQ(verify("subscribe").body, "c0ffee");
  }

  // --- what is known
  feeds::Subscription subscription() const { return store()->subscriptions().at(0); }
  std::int64_t articles() const { return status_of_store().articles; }
  feeds::Feed feed() const { return store()->feeds().at(0); }
  storage::FetchRecord last_fetch() const { return store()->fetches(feed().id, 1).at(0); }
  std::function<bool()> polled(std::int64_t times) const {
    return [this, times] { return feed().polls >= times; };
  }

 private:
  asio::io_context door_io_;
  asio::ip::tcp::acceptor door_;
};

TEST_F(WebSubTest, TheHubThatAFeedNamesIsAskedToPush) {
  start();
  run_until(asked(kHub));
  const auto form = asked_of_hub(0);
  EXPECT_EQ(form.at("hub.mode"), "subscribe");
  EXPECT_EQ(form.at("hub.topic"), kFeed);
  EXPECT_EQ(form.at("hub.lease_seconds"), "36000");
  EXPECT_THAT(form.at("hub.callback"), HasSubstr(kCallback));
  const Answer answer = verify("subscribe");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "c0ffee");
  EXPECT_EQ(subscription().state, SubscriptionState::kActive);
  EXPECT_EQ(subscription().lease_ends, wall_ + 10h);
  stop();
}

TEST_F(WebSubTest, NobodyIsAskedWithoutACallback) {
  config_.websub.callback.clear();
  start();
  run_until([this] { return articles() == 1; });
  stop();
  EXPECT_EQ(requests_to(kHub), 0U);
}

TEST_F(WebSubTest, WhatIsPushedGoesTheWayOfAPoll) {
  start();
  subscribe();
  EXPECT_EQ(push(rss(item("two"))).status, 204);
  EXPECT_EQ(articles(), 2);
  EXPECT_EQ(requests_to(kFeed), 1U);
  EXPECT_EQ(last_fetch().code, "pushed");
  EXPECT_EQ(last_fetch().rule, "pushed");
  EXPECT_EQ(last_fetch().added, 1);
  EXPECT_EQ(feed().validators.etag, "\"1\"") << "those of the feed's own server stand";
  EXPECT_EQ(feed().next_poll, last_fetch().at + 10min);
  EXPECT_EQ(subscription().pushes, 1);
  stop();
}

TEST_F(WebSubTest, EachPushLetsTheFeedRestLongerUpToABound) {
  start();
  subscribe();
  for (const char* guid : {"two", "three", "four", "five", "six"})
    EXPECT_EQ(push(rss(item(guid))).status, 204);
  EXPECT_EQ(feed().next_poll, last_fetch().at + 1h);
  stop();
}

TEST_F(WebSubTest, WhatIsNotSignedCountsForNothing) {
  start();
  subscribe();
  EXPECT_EQ(push(rss(item("two")), "sha256=" + sha256_of("guessed", rss(item("two")))).status, 202);
  EXPECT_EQ(push(rss(item("two")), "").status, 202);
  EXPECT_EQ(articles(), 1);
  EXPECT_EQ(subscription().pushes, 0);
  stop();
}

TEST_F(WebSubTest, WhoDoesNotKnowTheAddressFindsNothing) {
  start();
  subscribe();
  const std::string head = " HTTP/1.1\r\nHost: figures.example\r\nConnection: close\r\n\r\n";
  EXPECT_EQ(send("GET /websub/guessed?hub.mode=subscribe" + head).status, 404);
  EXPECT_EQ(send("GET /" + head).status, 404);
  EXPECT_EQ(send("PUT " + callback_path() + head).status, 405);
  EXPECT_EQ(verify("unsubscribe").status, 404) << "we want it";
  stop();
}

TEST_F(WebSubTest, WhatCannotBeReadIsPolledFor) {
  network_.answer(kFeed, ok(rss(item("one") + item("two"))));
  start();
  subscribe();
  EXPECT_EQ(push("a thin ping").status, 204);
  run_until([this] { return articles() == 2; });
  EXPECT_EQ(requests_to(kFeed), 2U);
  EXPECT_EQ(feed().failures, 0);
  stop();
}

TEST_F(WebSubTest, ItSurvivesARestart) {
  start();
  subscribe();
  stop();
  start();
  EXPECT_EQ(push(rss(item("two"))).status, 204);
  EXPECT_EQ(articles(), 2);
  stop();
  EXPECT_EQ(requests_to(kHub), 1U);
}

TEST_F(WebSubTest, ALeaseIsRenewedBeforeItEnds) {
  start();
  subscribe();
  stop();
  let_pass(8h + 1min);
  start();
  run_until(asked(kHub, 2));
  EXPECT_EQ(asked_of_hub(1), asked_of_hub(0));
  EXPECT_EQ(verify("subscribe").status, 200);
  EXPECT_EQ(subscription().lease_ends, wall_ + 10h);
  stop();
}

TEST_F(WebSubTest, AfterTheLeaseTheFeedIsPolledAsBefore) {
  network_.answer(kHub, status(500));
  network_.answer(kFeed, status(304));
  start();
  subscribe();
  EXPECT_EQ(push(rss(item("two"))).status, 204);
  stop();
  let_pass(9h + 53min);
  start();
  run_until(polled(3));
  EXPECT_EQ(last_fetch().rule, "pushed");
  EXPECT_EQ(last_fetch().next_poll, subscription().lease_ends) << "that is not slept over";
  stop();
  let_pass(8min);
  start();
  run_until(polled(4));
  stop();
  EXPECT_EQ(last_fetch().status, 304);
  EXPECT_NE(last_fetch().rule, "pushed");
}

TEST_F(WebSubTest, APollThatFindsNewsTakesTheTrustAway) {
  network_.answer(kFeed, ok(rss(item("one") + item("two") + item("three"))));
  network_.answer(kFeed, status(304));
  start();
  subscribe();
  EXPECT_EQ(push(rss(item("two"))).status, 204);
  stop();
  let_pass(11min);
  start();
  run_until([this] { return articles() == 3; });
  run_until([this] { return subscription().streak == 0; });
  EXPECT_NE(last_fetch().rule, "pushed");
  EXPECT_EQ(push(rss(item("four"))).status, 204);
  EXPECT_EQ(subscription().streak, 1) << "and the next push brings a little back";
  stop();
}

TEST_F(WebSubTest, AHubThatDeniesIsNotReliedOn) {
  start();
  subscribe();
  EXPECT_EQ(verify("denied", "&hub.reason=closed").status, 200);
  EXPECT_EQ(subscription().state, SubscriptionState::kDenied);
  EXPECT_EQ(subscription().error, "the hub denies it: closed");
  stop();
}

TEST_F(WebSubTest, AHubThatNeverCallsBackIsAskedAgain) {
  network_.answer(kHub, status(202));
  start();
  run_until(asked(kHub));
  stop();
  EXPECT_EQ(subscription().state, SubscriptionState::kAsked);
  let_pass(61min);
  start();
  run_until(asked(kHub, 2));
  stop();
}

TEST_F(WebSubTest, WhatIsPolledNoMoreIsUnsubscribedFrom) {
  start();
  subscribe();
  stop();
  config_.feeds.clear();
  start();
  run_until(asked(kHub, 2));
  EXPECT_EQ(asked_of_hub(1).at("hub.mode"), "unsubscribe");
  EXPECT_EQ(push(rss(item("two"))).status, 410);
  EXPECT_EQ(verify("unsubscribe").body, "c0ffee");
  EXPECT_THAT(store()->subscriptions(), IsEmpty());
  stop();
}

TEST_F(WebSubTest, AFeedThatChangesItsHubIsSubscribedToThere) {
  std::string moved = rss(item("one") + item("two"));
  moved.replace(moved.find("hub.example"), 11, "new.example");
  network_.answer(kFeed, ok(moved));
  network_.answer("https://new.example/", status(202));
  start();
  subscribe();
  EXPECT_EQ(push("poll it").status, 204);
  run_until(asked("https://new.example/"));
  run_until(asked(kHub, 2));
  EXPECT_EQ(asked_of_hub(1).at("hub.mode"), "unsubscribe");
  EXPECT_THAT(store()->subscriptions(), SizeIs(2));
  stop();
}

}  // namespace
}  // namespace figured::daemon
