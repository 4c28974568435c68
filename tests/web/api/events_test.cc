// Server-sent events on a real connection: nothing is missed, nobody waits for a slow one.
#include "web/events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/asio/write.hpp>

#include "tests/web/api/page_run.h"

namespace figured::web {
namespace {
namespace asio = boost::asio;
using asio::ip::tcp;
using testing::HasSubstr;
using testing::Not;

// One who listens, over a connection of its own.
class Listening {
 public:
  Listening(std::uint16_t port, const std::string& headers = "") : socket_(io_) {
    socket_.connect({asio::ip::address_v4::loopback(), port});
    asio::write(socket_, asio::buffer("GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
                                      headers + "\r\n"));
  }

  // Everything up to the words; less where the server ends it.
  std::string hear(const std::string& words) {
    boost::system::error_code ended;
    const std::size_t size = asio::read_until(socket_, asio::dynamic_buffer(heard_), words, ended);
    const std::string part = ended ? heard_ : heard_.substr(0, size);
    heard_.erase(0, part.size());
    return part;
  }
  bool is_ended() {
    hear("what is never said");
    char byte = 0;
    boost::system::error_code ended;
    return socket_.read_some(asio::buffer(&byte, 1), ended) == 0 && ended;
  }

 private:
  asio::io_context io_;
  tcp::socket socket_;
  std::string heard_;
};

// "id: 5-3\n" -> "5-3": of the first one.
std::string id_in(const std::string& heard) {
  const std::size_t at = heard.find("id: ") + 4;
  return heard.substr(at, heard.find('\n', at) - at);
}

class EventsTest : public PageRun {
 protected:
  std::string path_of_dispute() const { return "/api/v1/disputes/" + std::to_string(dispute_); }
  void dismiss() { post(path_of_dispute() + "/dismiss", R"({"reason":"misread"})"); }
  void reopen() { post(path_of_dispute() + "/reopen"); }
};

TEST_F(EventsTest, WhoIsCutOffBeforeTheFirstEventMissesNone) {
  serve();
  std::string last;
  {
    Listening first(page_->port());
    last = id_in(first.hear(": figured\n\n"));
    ASSERT_FALSE(last.empty());
  }
  Listening other(page_->port());
  other.hear(": figured\n\n");
  dismiss();
  other.hear("\"state\":\"dismissed\"");
  Listening again(page_->port(), "Last-Event-ID: " + last + "\r\n");
  const std::string heard = again.hear("\"state\":\"dismissed\"");
  EXPECT_THAT(heard, HasSubstr("event: dispute"));
  EXPECT_THAT(heard, Not(HasSubstr("event: gone")));
}

TEST_F(EventsTest, WhoComesBackHearsWhatWasMissedOnceAndInOrder) {
  serve();
  Listening steady(page_->port());
  steady.hear(": figured\n\n");
  dismiss();
  const std::string first = steady.hear("\"state\":\"dismissed\"");
  const std::string last = id_in(first.substr(first.rfind("id: ")));
  reopen();
  steady.hear("\"state\":\"reopened\"");
  dismiss();
  steady.hear("\"state\":\"dismissed\"");
  Listening again(page_->port(), "Last-Event-ID: " + last + "\r\n");
  const std::string missed = again.hear("\"state\":\"dismissed\"");
  EXPECT_THAT(missed, HasSubstr("\"state\":\"reopened\""));
  EXPECT_LT(missed.find("\"state\":\"reopened\""), missed.rfind("\"state\":\"dismissed\""));
}

TEST_F(EventsTest, WhoseLastEventIsNotKnownIsToldToReadAnew) {
  serve();
  for (const char* id : {"17-3", "nonsense", "-", "99999999999999999999-1", "-1"}) {
    Listening late(page_->port(), std::string("Last-Event-ID: ") + id + "\r\n");
    EXPECT_THAT(late.hear("data: {}\n\n"), HasSubstr("event: gone")) << id;
  }
}

// Told of a change, one reads it: no answer that was kept is older.
TEST_F(EventsTest, WhatWasToldIsWhatIsThenRead) {
  serve();
  Listening listening(page_->port());
  listening.hear(": figured\n\n");
  const std::string list = "/api/v1/disputes?state=all";
  for (const char* state : {"dismissed", "reopened"}) {
    get(list);
    get(path_of_dispute());
    state == std::string("dismissed") ? dismiss() : reopen();
    const std::string wanted = "\"state\":\"" + std::string(state) + "\"";
    listening.hear(wanted);
    EXPECT_THAT(get(list).body, HasSubstr(wanted));
    EXPECT_THAT(get(path_of_dispute()).body, HasSubstr(wanted));
  }
}

TEST_F(EventsTest, AllHearAndOneTooManyIsAskedToComeLater) {
  serve();
  std::vector<std::unique_ptr<Listening>> all;
  for (std::size_t count = 0; count < Events::kMostListeners; ++count) {
    all.push_back(std::make_unique<Listening>(page_->port()));
    all.back()->hear(": figured\n\n");
  }
  const Reply refused = get("/api/v1/events");
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.headers.at("retry-after"), "60");
  dismiss();
  for (const auto& listening : all)
    EXPECT_THAT(listening->hear("\"state\":\"dismissed\""), HasSubstr("event: dispute"));
  all.pop_back();  // makes room, as soon as the server has seen it
  bool has_room = false;
  while (!has_room) {
    Listening next(page_->port(), "Connection: close\r\n");
    has_room = next.hear("\r\n").find("200 OK") != std::string::npos;
  }
}

// It takes nothing from its connection; the others hear as if it were not there.
TEST_F(EventsTest, NobodyWaitsForASlowOne) {
  serve();
  Listening slow(page_->port()), quick(page_->port());
  quick.hear(": figured\n\n");
  dismiss();
  EXPECT_THAT(quick.hear("\"state\":\"dismissed\""), HasSubstr("event: dispute"));
  EXPECT_EQ(get("/api/v1/disputes").status, 200);
}

TEST_F(EventsTest, AServerThatStopsEndsEveryStream) {
  serve();
  std::vector<std::unique_ptr<Listening>> all;
  for (int count = 0; count < 5; ++count) {
    all.push_back(std::make_unique<Listening>(page_->port()));
    all.back()->hear(": figured\n\n");
  }
  stop();
  for (const auto& listening : all) EXPECT_TRUE(listening->is_ended());
}

TEST_F(EventsTest, WhoListensHearsThatSomethingWasStored) {
  serve();
  Listening now(page_->port());
  now.hear(": figured\n\n");
  put_more_news();
  const std::string heard = now.hear("\"claims\":");
  EXPECT_THAT(heard, HasSubstr("event: stored\ndata: {\"articles\":3,\"revisions\":3"));
}

// Without a net: what is not kept is told to those who listen, the last of it, and to nobody later.
TEST(EventsKeptTest, WhatPassesIsToldOnceAndHasNoNumber) {
  asio::io_context io;
  std::vector<Event> some{{"stored", "1", false}, {"dispute", "{}"}, {"stored", "2", false}};
  Events events(io.get_executor(), [&]() -> asio::awaitable<std::vector<Event>> {
    co_return std::exchange(some, {});
  });
  Call call;
  const Answer early = events.listen(call);
  asio::co_spawn(io, early.stream(), asio::detached);
  auto telling = asio::co_spawn(io, events.run(), asio::use_future);
  io.poll();
  auto heard = asio::co_spawn(io, early.stream(), asio::use_future);
  const Answer late = events.listen(call);
  auto greeting = asio::co_spawn(io, late.stream(), asio::use_future);
  io.restart();
  io.poll();
  EXPECT_THAT(*heard.get(), testing::MatchesRegex("id: [0-9]+-1\nevent: dispute\ndata: \\{\\}\n\n"
                                                  "event: stored\ndata: 2\n\n"));
  EXPECT_THAT(*greeting.get(), Not(HasSubstr("stored")));
}

// Without a net: nothing is read from the store for nobody.
TEST(EventsKeptTest, WhereNobodyListensNobodyLooks) {
  asio::io_context io;
  int looks = 0;
  Events events(io.get_executor(), [&]() -> asio::awaitable<std::vector<Event>> {
    ++looks;
    co_return std::vector<Event>{};
  });
  auto telling = asio::co_spawn(io, events.run(), asio::use_future);
  io.poll();
  EXPECT_EQ(looks, 0);
  Call call;
  const Answer answer = events.listen(call);
  auto greeting = asio::co_spawn(io, answer.stream(), asio::use_future);
  io.restart();
  io.poll();
  EXPECT_EQ(looks, 1);
  EXPECT_THAT(*greeting.get(), HasSubstr(": figured\n\n"));
}

// Without a net: one who was so slow that what comes next is no longer kept.
TEST(EventsKeptTest, WhoFellTooFarBehindIsToldSoAndGetsTheRest) {
  asio::io_context io;
  std::vector<Event> many(Events::kKept + 88, Event{"dispute", "{}"});
  Events events(io.get_executor(), [&]() -> asio::awaitable<std::vector<Event>> {
    co_return std::exchange(many, {});
  });
  Call call;
  const Answer answer = events.listen(call);
  auto greeting = asio::co_spawn(io, answer.stream(), asio::use_future);
  auto telling = asio::co_spawn(io, events.run(), asio::use_future);
  io.poll();
  auto rest = asio::co_spawn(io, answer.stream(), asio::use_future);
  io.restart();
  io.poll();
  EXPECT_THAT(*greeting.get(), HasSubstr("-0\n"));
  const std::string heard = *rest.get();
  EXPECT_THAT(heard, testing::StartsWith("event: gone\ndata: {}\n\n"));
  EXPECT_THAT(heard, HasSubstr("-600\n"));
  std::size_t told = 0;
  for (std::size_t at = 0; (at = heard.find("event: dispute", at)) != std::string::npos; ++at)
    ++told;
  EXPECT_EQ(told, Events::kKept);
}

}  // namespace
}  // namespace figured::web
