// Feeds that carry summaries: what the daemon makes of the articles' pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <csignal>
#include <fstream>
#include <functional>

#include "storage/sqlite/sqlite_store.h"
#include "tests/daemon/child_process.h"
#include "tests/daemon/daemon_run.h"
#include "tests/support/foreign_sql.h"
#include "tests/support/loopback_server.h"
#include "wire/wire_config.h"
#include "wire/wire_files.h"
#include "wire/wire_server.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using tests::ok;
using tests::status;

constexpr char kFeed[] = "https://harbour.example/rss";
constexpr char kRobots[] = "https://harbour.example/robots.txt";
constexpr char kPage[] = "https://harbour.example/fire";

std::string rss(const std::string& text, const std::string& link = kPage) {
  return R"(<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><guid>)" +
         link + "</guid><link>" + link +
         "</link><title>Fire at Lowport refinery in Ordania</title><description>" + text +
         "</description><pubDate>Mon, 21 Sep 2026 10:00:00 GMT</pubDate></item></channel></rss>";
}

net::HttpResponse page(const std::string& text) {
  return ok("<html><body><nav><a href=/>Home</a></nav><article>" + text +
                "</article><section id=comments><p>I saw 900 people killed there, believe me, and "
                "nobody writes about it.</p></section></body></html>",
            {{"Content-Type", "text/html; charset=utf-8"}});
}

const std::string kSummary =
    "A fire broke out at the Lowport refinery in Ordania on Monday and killed at least 30 people "
    "...";
const std::string kFull =
    "<p>A fire broke out at the Lowport refinery in Ordania on Monday and killed 34 people, the "
    "fire "
    "service said.</p><p>Another 120 people were injured, the service told reporters in "
    "Lowport.</p>";

// A feed that carries summaries.
class FullTextTest : public DaemonRun {
 protected:
  FullTextTest() {
    config_.pages.spacing = 0ms;
    config_.feeds = {{kFeed, "Harbour Post", "", 5min}};
    network_.answer(kFeed, ok(rss(kSummary)));
    network_.answer(kRobots, status(404));
  }

  // Until no page is awaited any more.
  void run_until_settled(std::int64_t pages = 1) {
    run_until([&] {
      const auto now = status_of_store();
      return now.pages_wanted == 0 && now.pages_read + now.pages_failed == pages;
    });
  }
  // "34", "120": of the claims that hold.
  std::vector<std::string> figures() const {
    std::vector<std::string> surfaces;
    for (const claims::Fact& fact : store()->facts())
      for (const auto& claim : fact.live) surfaces.push_back(claim.claim.figure.surface);
    std::ranges::sort(surfaces);
    return surfaces;
  }
};

TEST_F(FullTextTest, ThePagesFiguresAreToldAndNotTheSummarys) {
  network_.answer(kPage, page(kFull));
  start();
  run_until_settled();
  stop();
  EXPECT_THAT(figures(), ElementsAre("120", "34"));
  const auto now = status_of_store();
  EXPECT_EQ(now.articles, 1);
  EXPECT_EQ(now.revisions, 2);
  EXPECT_EQ(now.alerts, 0);  // neither a contradiction nor a correction of the summary
  EXPECT_EQ(now.disputes, 0);
}

TEST_F(FullTextTest, TheArticleIsStoredWhileItsPageIsSlow) {
  network_.answer(kPage, page(kFull));
  network_.hold(kPage);
  start();
  run_until([this] { return requests_to(kPage) == 1; });
  EXPECT_EQ(status_of_store().articles, 1);
  EXPECT_EQ(status_of_store().pages_wanted, 1);
  EXPECT_EQ(status_of_store().claims, 0);
  network_.release(kPage);
  run_until_settled();
  stop();
  EXPECT_THAT(figures(), ElementsAre("120", "34"));
}

TEST_F(FullTextTest, WhereThePageGivesNothingTheSummaryHasToDo) {
  network_.answer(kPage, status(404));
  start();
  run_until_settled();
  stop();
  EXPECT_THAT(figures(), ElementsAre("at least 30"));
  EXPECT_EQ(status_of_store().pages_failed, 1);
  EXPECT_EQ(tests::query_foreign_sql(config_.store.path, "SELECT reason FROM page"), "status");
  EXPECT_THAT(tests::query_foreign_sql(config_.store.path, "SELECT error FROM page"),
              HasSubstr("404"));
}

TEST_F(FullTextTest, APageWhoseTurnDoesNotComeIsNotWaitedForLonger) {
  config_.pages.patience = 0s;
  start();
  run_until_settled();
  stop();
  EXPECT_EQ(requests_to(kPage), 0U);
  EXPECT_THAT(figures(), ElementsAre("at least 30"));
}

TEST_F(FullTextTest, AStopInMidTransferLeavesThePageWantedForTheNextStart) {
  network_.answer(kPage, page(kFull));
  network_.hold(kPage);
  start();
  run_until([this] { return requests_to(kPage) == 1; });
  stop();
  EXPECT_EQ(status_of_store().pages_wanted, 1);
  network_.release(kPage);
  start();
  run_until_settled();
  stop();
  EXPECT_THAT(figures(), ElementsAre("120", "34"));
}

TEST_F(FullTextTest, APageIsFetchedOnceForEachSummary) {
  network_.answer(kPage, page(kFull));
  start();
  run_until_settled();
  stop();
  tests::run_foreign_sql(config_.store.path, "UPDATE feed SET next_poll = 0");
  start();  // the feed says the same
  run_until([this] { return store()->feeds().at(0).polls == 2; });
  stop();
  EXPECT_EQ(requests_to(kPage), 1U);
  EXPECT_EQ(status_of_store().revisions, 2);
}

TEST_F(FullTextTest, ANewSummaryBringsItsPageAndThatMayCorrectTheOneBefore) {
  network_.answer(kPage, page(kFull));
  network_.answer(kPage, page(std::string(kFull).replace(kFull.find("34"), 2, "43")));
  network_.answer(kFeed, ok(rss("Updated: " + kSummary)));
  start();
  run_until_settled();
  stop();
  tests::run_foreign_sql(config_.store.path, "UPDATE feed SET next_poll = 0");
  start();
  run_until([this] { return requests_to(kPage) == 2; });
  run_until_settled();
  stop();
  EXPECT_THAT(figures(), ElementsAre("120", "43"));
  const auto alerts = store()->alerts(10);
  ASSERT_THAT(alerts, SizeIs(1));
  EXPECT_EQ(alerts[0].type, alerts::AlertType::kCorrection);
  EXPECT_THAT(alerts[0].summary, HasSubstr("34"));
}

TEST_F(FullTextTest, AMissingPageTakesNothingBackThatAnEarlierOneSaid) {
  network_.answer(kPage, page(kFull));
  network_.answer(kPage, status(410));
  network_.answer(kFeed, ok(rss("Updated: " + kSummary)));
  start();
  run_until_settled();
  stop();
  tests::run_foreign_sql(config_.store.path, "UPDATE feed SET next_poll = 0");
  start();
  run_until([this] { return requests_to(kPage) == 2; });
  run_until_settled();
  stop();
  EXPECT_THAT(figures(), testing::IsSupersetOf({"120", "34"}));
  EXPECT_EQ(status_of_store().alerts, 0);
}

TEST_F(FullTextTest, NeverIsNever) {
  config_.feeds[0].full_text = feeds::FullText::kNever;
  start();
  run_until([this] { return requests_to(kFeed) == 1 && status_of_store().claims > 0; });
  stop();
  EXPECT_EQ(requests_to(kPage), 0U);
  EXPECT_THAT(figures(), ElementsAre("at least 30"));
}

TEST_F(FullTextTest, ThePageNamesAnotherAddressOfItsText) {
  network_.answer(kPage, ok("<html><head><link rel=amphtml href=/amp/fire></head><body><div id=app>"
                            "</div></body></html>",
                            {{"Content-Type", "text/html"}}));
  network_.answer("https://harbour.example/amp/fire", page(kFull));
  start();
  run_until_settled();
  stop();
  EXPECT_THAT(figures(), ElementsAre("120", "34"));
}

TEST_F(FullTextTest, APageFromWhichRobotsTxtKeepsProgramsIsNotAskedFor) {
  network_.answer("https://coast.example/robots.txt", ok("User-agent: *\nDisallow: /\n"));
  config_.feeds[0].url = "https://harbour.example/coast.rss";
  network_.answer("https://harbour.example/coast.rss",
                  ok(rss(kSummary, "https://coast.example/fire")));
  start();
  run_until_settled();
  stop();
  EXPECT_EQ(requests_to("https://coast.example/fire"), 0U);
  EXPECT_EQ(requests_to("https://coast.example/robots.txt"), 1U);
  EXPECT_EQ(requests_to(kRobots), 0U) << "feeds are not put to it";
  EXPECT_THAT(figures(), ElementsAre("at least 30"));
  EXPECT_EQ(tests::query_foreign_sql(config_.store.path, "SELECT reason FROM page"), "robots");
}

TEST_F(FullTextTest, PagesAreAskedForAsPagesAre) {
  network_.answer(kPage, page(kFull));
  start();
  run_until_settled();
  stop();
  const auto request = std::ranges::find(network_.requests(), kPage, &net::HttpRequest::url);
  ASSERT_NE(request, network_.requests().end());
  EXPECT_THAT(tests::header_of(*request, "Accept"), HasSubstr("text/html"));
  EXPECT_LE(request->max_body, 4U << 20);
  EXPECT_LE(request->timeout, 20s);
}

// The program itself, on the wire, of which one outlet carries summaries only.
class WireFullTextTest : public testing::Test {
 protected:
  static wire::Wire::Time system_time() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
  static wire::WireArticle article(const std::string& slug, const std::string& outlet,
                                   const std::string& dead) {
    const auto now = std::chrono::floor<std::chrono::seconds>(system_time());
    return {slug,
            outlet,
            "Earthquake shakes the Zerafan region of Ordania",
            "BELKUT, Ordania",
            {"A strong earthquake shook the mountainous Zerafan region of eastern Ordania early on "
             "Monday, and its tremors were felt in the capital, where people ran into the streets.",
             "The earthquake killed " + dead +
                 " people in Zerafan, the provincial governor, Ilyas "
                 "Tarhan, told reporters in Belkut.",
             "Rescue teams with dogs reached the villages of the upper valley in the afternoon."},
            now - 2h,
            now - 2h};
  }

  void serve_until(ChildProcess& figured, const std::function<bool()>& done) {
    const auto deadline = std::chrono::steady_clock::now() + 60s;
    while (!done()) {
      io_.run_one_for(50ms);
      figured.read_some();
      if (std::chrono::steady_clock::now() > deadline)
        throw std::runtime_error("not done in time:\n" + figured.said());
    }
  }

  const tests::TempFolder folder_;
  const std::string config_ = folder_.path("figured.toml");
  asio::io_context io_;
};

TEST_F(WireFullTextTest, AContradictionThatStandsOnAPageOnlyIsTold) {
  wire::WireServer server(
      io_.get_executor(),
      wire::Wire({{"brief", "Brief News", wire::FeedFormat::kRss, true},
                  {"whole", "Whole News", wire::FeedFormat::kAtom, false}},
                 {article("zerafan-brief", "brief", "31"), article("zerafan-whole", "whole", "42")},
                 system_time(), 1ms),
      {.secret = wire::make_secret()});
  asio::co_spawn(io_, server.run(), [](std::exception_ptr) {});
  wire::write_file(config_, wire::format_config(server, folder_.path("figured.db")));
  ChildProcess figured({FIGURED_BINARY, "--config", config_});
  serve_until(figured, [&] { return server.hooks().count("figure.contradiction") > 0; });
  figured.signal(SIGTERM);
  serve_until(figured, [&] { return figured.has_ended(); });
  ASSERT_EQ(figured.wait_for_end(), 0) << figured.said();
  const auto store = storage::open_sqlite_reader(folder_.path("figured.db"));
  const auto view = store->dispute(store->disputes(1).at(0).id);
  std::vector<std::string> sides;
  for (const auto& claim : view->claims) sides.push_back(claim.claim.figure.surface);
  EXPECT_THAT(sides, testing::UnorderedElementsAre("31", "42"));
  EXPECT_GE(store->status().pages_read, 1);
  // What stands around the article (9,000 in a comment, 1,900 of another) is not read.
  for (const claims::Fact& fact : store->facts())
    for (const auto& claim : fact.live) EXPECT_LT(claim.claim.figure.low, 1'000);
}

TEST_F(WireFullTextTest, APageOnAnAddressThatMayNotBeAskedIsNotConnectedTo) {
  tests::LoopbackServer inner;
  inner.on("/secret", {.headers = {{"Content-Type", "text/html"}}, .body = "<p>Inner</p>"});
  tests::LoopbackServer outer;
  outer.on("/rss", {.headers = {{"Content-Type", "application/rss+xml"}},
                    .body = rss(kSummary, inner.url("/secret"))});
  std::ofstream(config_) << "[store]\npath = \"" << folder_.path("figured.db")
                         << "\"\n[page]\nenabled = false\n[network]\n"
                         << "allow_private = [\"127.0.0.1:" << outer.port()
                         << "\"]\n[[feed]]\nurl = \"" << outer.url("/rss")
                         << "\"\noutlet = \"Harbour Post\"\n";
  ChildProcess figured({FIGURED_BINARY, "--config", config_});
  figured.wait_for("page not read");
  EXPECT_THAT(figured.said(), HasSubstr("no-answer"));
  figured.signal(SIGTERM);
  EXPECT_EQ(figured.wait_for_end(), 0);
  EXPECT_EQ(inner.connections(), 0U);
}

}  // namespace
}  // namespace figured::daemon
