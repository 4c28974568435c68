#include "web/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "feeds/content_digest.h"
#include "net/content_decoder.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/web/api/page_run.h"
#include "web/assets.h"
#include "web/decide.h"

namespace figured::web {
namespace {
namespace json = boost::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class PageTest : public PageRun {
 protected:
  std::vector<std::int64_t> listed(const std::string& query) {
    const Reply reply = get("/api/v1/disputes" + query);
    EXPECT_EQ(reply.status, 200) << reply.body;
    std::vector<std::int64_t> ids;
    const json::value body = reply.json();
    for (const json::value& item : body.at("items").as_array())
      ids.push_back(item.at("id").as_int64());
    return ids;
  }
  // Disputes of facts of their own, changed one second after the other.
  void put_disputes(int count) {
    storage::Transaction transaction(*store_);
    for (int at = 1; at <= count; ++at) {
      claims::Fact fact;
      fact.label = "boats lost, Bay " + std::to_string(at);
      fact.measure = "boats.lost";
      claims::Dispute dispute;
      dispute.fact_id = store_->put_fact(fact);
      dispute.severity = 0.1;
      dispute.sequence = 1;
      dispute.opened_at = dispute.changed_at =
          std::chrono::sys_seconds(std::chrono::seconds(1'786'000'000 + at));
      dispute.sides = {{1, 1, {}}, {2, 2, {}}};
      store_->put_dispute(dispute);
    }
    transaction.commit();
  }
};

TEST_F(PageTest, ADisputeTellsItsSidesInWords) {
  serve();
  const json::value dispute = get("/api/v1/disputes/" + std::to_string(dispute_)).json();
  EXPECT_EQ(dispute.at("severity_label"), "serious");
  EXPECT_EQ(dispute.at("sides").at(0).at("label"), "40");
  EXPECT_EQ(dispute.at("sides").at(1).at("origins").at(0).at("name"), "the mayor");
  EXPECT_EQ(dispute.at("new").at("kind"), "opened");
  EXPECT_EQ(dispute.at("side_of").at(std::to_string(claims_[1])), 1);
  EXPECT_EQ(dispute.at("alerts").at(0).at("id"), json::value(alert_));
}

TEST_F(PageTest, AQuoteStandsInItsContextWithItsFigureMarked) {
  serve();
  const json::value dispute = get("/api/v1/disputes/" + std::to_string(dispute_)).json();
  const json::value& claim = dispute.at("all_claims").at(0);
  EXPECT_EQ(claim.at("before"), "Früh am Morgen brannte es. ");
  EXPECT_EQ(claim.at("after"), ". More later.");
  const auto start = claim.at("figure_in_quote").at(0).as_int64();
  EXPECT_EQ(claim.at("quote").as_string().subview(static_cast<std::size_t>(start), 2), "40");
  EXPECT_EQ(claim.at("revision"), 1);
}

TEST_F(PageTest, AnArticlesClaimsStandWhereAScriptFindsThem) {
  serve();
  const json::value article = get("/api/v1/articles/" + std::to_string(articles_[0])).json();
  // "ü" is two bytes and one unit.
  EXPECT_EQ(article.at("claims").at(0).at("start"), 28);
  EXPECT_EQ(article.at("claims").at(0).at("quote_in_field").at(0), 27);
  EXPECT_EQ(article.at("claims").at(0).at("dispute"), json::value(dispute_));
}

TEST_F(PageTest, ARevisionSaysWhatAlertsSayOfIt) {
  serve();
  const json::value article = get("/api/v1/articles/" + std::to_string(articles_[0])).json();
  const json::value& revision = article.at("revisions").at(0);
  EXPECT_EQ(revision.at("language"), "en-GB");
  EXPECT_EQ(revision.at("published_zone"), "given");
  const std::string said(revision.at("title").as_string());
  EXPECT_EQ(revision.at("content_sha256").as_string(),
            feeds::content_sha256(said, std::string(revision.at("text").as_string())));
}

TEST_F(PageTest, AFactShowsAllItsClaims) {
  serve();
  const json::value fact = get("/api/v1/facts/" + std::to_string(fact_)).json();
  EXPECT_EQ(fact.at("claims").as_array().size(), 2u);
  EXPECT_EQ(fact.at("verdicts").at(0).at("why"), "40 and 65 do not meet.");
}

TEST_F(PageTest, WhatIsSearchedIsFound) {
  serve();
  EXPECT_THAT(get("/api/v1/articles?text=market+hall").body, HasSubstr("Coast Wire"));
  EXPECT_THAT(get("/api/v1/articles?text=nowhere").json().at("items").as_array(), IsEmpty());
  EXPECT_THAT(get("/api/v1/facts?text=lowport").body, HasSubstr("people.injured"));
  EXPECT_THAT(get("/api/v1/articles?outlet=harbour+post").json().at("items").as_array(),
              testing::SizeIs(1));
  EXPECT_THAT(failed_, IsEmpty());
}

struct FilterCase {
  std::string query;
  bool fits;
};

TEST_F(PageTest, DisputesAreFiltered) {
  serve();
  for (const auto& [query, fits] :
       std::vector<FilterCase>{{"?measure=people", true},
                               {"?measure=people.injured", true},
                               {"?measure=peop", false},
                               {"?place=LOWPORT", true},
                               {"?place=Low", false},
                               {"?outlet=coast%20wire", true},
                               {"?outlet=Other", false},
                               {"?severity=0.6", true},
                               {"?severity=0.61", false},
                               {"?text=injured+lowport", true},
                               {"?text=killed", false},
                               {"?state=open", true},
                               {"?state=dismissed", false},
                               {"?state=all&measure=people&outlet=Harbour+Post", true}})
    EXPECT_EQ(listed(query).size(), fits ? 1u : 0u) << query;
}

TEST_F(PageTest, PagesOfAListHoldEachOnceNewestFirst) {
  put_disputes(7);
  serve();
  std::vector<std::int64_t> all;
  std::string cursor;
  for (int pages = 0; pages < 9; ++pages) {
    const json::value page = get("/api/v1/disputes?limit=3" + cursor).json();
    EXPECT_EQ(page.at("total"), 8);
    for (const json::value& item : page.at("items").as_array())
      all.push_back(item.at("id").as_int64());
    if (page.at("next").is_null()) break;
    cursor = "&cursor=" + std::string(page.at("next").as_string());
  }
  EXPECT_THAT(all, ElementsAre(8, 7, 6, 5, 4, 3, 2, 1));
}

TEST_F(PageTest, WhatCannotBeIsAProblem) {
  serve();
  struct Case {
    std::string target;
    int status;
  };
  for (const auto& [target, status] : std::vector<Case>{{"/api/v1/disputes/999", 404},
                                                        {"/api/v1/disputes/x", 404},
                                                        {"/api/v1/nothing", 404},
                                                        {"/api/v1/disputes?limit=0", 400},
                                                        {"/api/v1/disputes?state=odd", 400},
                                                        {"/api/v1/disputes?cursor=odd", 400},
                                                        {"/api/v1/alerts/alr_none", 404}}) {
    const Reply reply = get(target);
    EXPECT_EQ(reply.status, status) << target;
    EXPECT_EQ(reply.headers.at("content-type"), "application/problem+json");
    EXPECT_EQ(reply.json().at("status"), status);
  }
  EXPECT_EQ(ask("PUT", "/api/v1/disputes").headers.at("allow"), "GET, HEAD");
}

TEST_F(PageTest, AnswersAreTaggedPackedAndNotRepeated) {
  serve();
  const std::string target = "/api/v1/disputes";
  const Reply plain = get(target);
  const Reply packed = get(target, {{"Accept-Encoding", "gzip"}});
  EXPECT_EQ(packed.headers.at("content-encoding"), "gzip");
  EXPECT_EQ(*net::decode_content(packed.body, "gzip"), plain.body);
  EXPECT_EQ(get(target, {{"If-None-Match", plain.headers.at("etag")}}).status, 304);
  const Reply head = ask("HEAD", target);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body, "");
  post("/api/v1/disputes/" + std::to_string(dispute_) + "/dismiss", R"({"reason":"misread"})");
  EXPECT_EQ(get(target, {{"If-None-Match", plain.headers.at("etag")}}).status, 200);
}

TEST_F(PageTest, WhatOthersWriteIsSeenAtOnce) {
  serve();
  EXPECT_EQ(listed("").size(), 1u);
  const auto desk = storage::open_sqlite_desk(path());
  claims::Decision decision;
  decision.kind = claims::DecisionKind::kDismissed;
  decision.reason = claims::DismissalReason::kMisread;
  decision.at = std::chrono::sys_seconds(std::chrono::seconds(1'786'000'001));
  decide(*desk, dispute_, decision);
  EXPECT_EQ(listed("").size(), 0u);
  EXPECT_EQ(listed("?state=dismissed").size(), 1u);
}

TEST_F(PageTest, ADecisionIsMadeOnce) {
  serve();
  const std::string path = "/api/v1/disputes/" + std::to_string(dispute_);
  EXPECT_EQ(post(path + "/reopen").status, 409);
  EXPECT_EQ(post(path + "/dismiss", R"({"reason":"odd"})").status, 422);
  EXPECT_EQ(post(path + "/dismiss", R"({})").status, 422);
  EXPECT_EQ(post(path + "/dismiss", R"({"reason":"misread","more":1})").status, 422);
  EXPECT_EQ(post(path + "/dismiss", "[").status, 400);
  const Reply done = post(path + "/dismiss", R"({"reason":"misread","note":"a typo"})");
  EXPECT_EQ(done.json().at("state"), "dismissed");
  EXPECT_EQ(done.json().at("new").at("summary"), "dismissed: misread (a typo)");
  EXPECT_EQ(post(path + "/confirm").status, 409);
}

TEST_F(PageTest, AFeedIsAddedPausedAndForgotten) {
  serve();
  EXPECT_EQ(post("/api/v1/feeds", R"({"url":"https://new.example/rss","zone":"Mars/Base"})").status,
            422);
  const Reply added =
      post("/api/v1/feeds", R"({"url":"https://new.example/rss","zone":"Asia/Kolkata"})");
  EXPECT_EQ(added.json().at("zone").as_string(), "Asia/Kolkata");
  EXPECT_EQ(added.status, 201);
  EXPECT_EQ(added.json().at("outlet"), "New News");
  EXPECT_EQ(post("/api/v1/feeds", R"({"url":"https://new.example/rss"})").status, 409);
  EXPECT_EQ(post("/api/v1/feeds", R"({"url":"ftp://new.example/rss"})").status, 422);
  EXPECT_EQ(post("/api/v1/feeds", R"({"url":"https://a:b@new.example/rss"})").status, 422);
  const std::string path = "/api/v1/feeds/" + std::to_string(added.json().at("id").as_int64());
  EXPECT_EQ(post(path + "/pause").json().at("health"), "paused");
  EXPECT_EQ(post(path + "/pause").status, 409);
  EXPECT_EQ(post(path, "", "DELETE").status, 200);
  EXPECT_EQ(post("/api/v1/feeds/" + std::to_string(feed_), "", "DELETE").status, 409);
}

TEST_F(PageTest, AnAddressIsAskedBeforeItIsAdded) {
  came_ = net::HttpResponse{
      200,
      {{"Content-Type", "text/html"}},
      R"(<html><head><link rel="alternate" type="application/rss+xml" title="World" href="/world.rss">)"
      R"(<link rel="alternate" type="application/atom+xml" href="https://other.example/a"></head></html>)",
      "https://new.example/"};
  serve();
  const Reply reply = post("/api/v1/feeds", R"({"url":"https://new.example/"})");
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(reply.headers.at("content-type"), "application/problem+json");
  EXPECT_EQ(reply.json().at("parameter"), "url");
  EXPECT_EQ(reply.json().at("feeds"),
            (json::value{{{"url", "https://new.example/world.rss"}, {"title", "World"}},
                         {{"url", "https://other.example/a"}, {"title", ""}}}));
  EXPECT_EQ(get("/api/v1/feeds").json().at("items").as_array().size(), 2u);
  EXPECT_THAT(asked_, ElementsAre("https://new.example/"));
}

TEST_F(PageTest, AnAddressThatDoesNotAnswerIsAddedOnlyUnchecked) {
  came_ = net::HttpError{net::HttpErrorKind::kForbiddenAddress, "10.0.0.1 is a private address"};
  serve();
  const Reply refused = post("/api/v1/feeds", R"({"url":"https://new.example/rss"})");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.json().at("detail"), "10.0.0.1 is a private address");
  EXPECT_THAT(refused.json().at("feeds").as_array(), IsEmpty());
  EXPECT_EQ(post("/api/v1/feeds", R"({"url":"https://new.example/rss","unchecked":1})").status,
            422);
  const Reply added =
      post("/api/v1/feeds", R"({"url":"https://new.example/rss","unchecked":true})");
  EXPECT_EQ(added.status, 201);
  EXPECT_EQ(added.json().at("outlet"), "new.example");
  EXPECT_EQ(asked_.size(), 1u);
}

TEST_F(PageTest, AFeedThatMovedForGoodIsAddedWhereItIs) {
  came_->moved_to = "https://news.example/feed";
  serve();
  EXPECT_EQ(post("/api/v1/feeds", R"({"url":"https://new.example/rss"})").json().at("url"),
            "https://news.example/feed");
  EXPECT_EQ(post("/api/v1/feeds", R"({"url":"https://new.example/rss"})").status, 409);
}

TEST_F(PageTest, ASessionIsForTheBrowser) {
  serve();
  EXPECT_EQ(get("/api/v1/session").json().at("writing"), "sign-in");
  EXPECT_EQ(
      ask("POST", "/api/v1/session", {{"Content-Type", "application/json"}}, R"({"token":"wrong"})")
          .status,
      401);
  const Reply signed_in = ask("POST", "/api/v1/session", {{"Content-Type", "application/json"}},
                              json::serialize(json::object{{"token", kToken}}));
  EXPECT_EQ(signed_in.status, 200);
  const std::string csrf(signed_in.json().at("csrf").as_string());
  const std::string cookie = signed_in.headers.at("set-cookie");
  const Headers session{{"Cookie", cookie.substr(0, cookie.find(';'))}};
  EXPECT_EQ(get("/api/v1/session", session).json().at("writing"), "on");
  const std::string confirm = "/api/v1/disputes/" + std::to_string(dispute_) + "/confirm";
  EXPECT_EQ(ask("POST", confirm, session).status, 403);
  Headers whole = session;
  whole["X-Figured-CSRF"] = csrf;
  EXPECT_EQ(ask("POST", confirm, whole).status, 200);
  Headers foreign = whole;
  foreign["Origin"] = "https://evil.example";
  EXPECT_EQ(ask("POST", confirm, foreign).status, 403);
  EXPECT_EQ(ask("DELETE", "/api/v1/session", whole).status, 200);
  EXPECT_EQ(ask("POST", confirm, whole).status, 401);
}

TEST_F(PageTest, StrangersReadNothingWithoutTheToken) {
  PageOptions options = with_token();
  options.url = "https://figures.example";
  serve(options);
  const Headers stranger{{"Host", "figures.example"}};
  const Reply refused = get("/api/v1/disputes", stranger);
  EXPECT_EQ(refused.status, 401);
  EXPECT_THAT(refused.headers.at("www-authenticate"), HasSubstr("Basic"));
  EXPECT_EQ(get("/disputes.atom", stranger).status, 401);
  EXPECT_EQ(get("/", stranger).status, find_asset("index.html") ? 200 : 404);
  Headers known = stranger;
  known["Authorization"] = std::string("Bearer ") + kToken;
  EXPECT_EQ(get("/api/v1/disputes", known).status, 200);
}

TEST_F(PageTest, ThePageOfADisputeLeadsToItsClaimReview) {
  serve();
  EXPECT_EQ(get("/disputes/12").headers.at("link"),
            "</api/v1/disputes/12/claimreview>; rel=\"alternate\"; type=\"application/ld+json\"");
  EXPECT_EQ(get("/disputes/%3E%0d%0aX:1").headers.count("link"), 0u);
  EXPECT_EQ(get("/").headers.count("link"), 0u);
}

TEST_F(PageTest, ForeignHostsAreRefused) {
  serve();
  EXPECT_EQ(get("/api/v1/disputes", {{"Host", "evil.example"}}).status, 421);
  EXPECT_EQ(get("/", {{"Host", "evil.example"}}).status, 421);
}

TEST_F(PageTest, EventsTellWhatChangesAndGoOnWhereOneLeft) {
  serve();
  const auto dismiss = [this] {
    post("/api/v1/disputes/" + std::to_string(dispute_) + "/dismiss", R"({"reason":"misread"})");
  };
  const std::string heard = listen("/api/v1/events", {}, "event: dispute", dismiss);
  EXPECT_THAT(heard, HasSubstr("text/event-stream"));
  EXPECT_THAT(heard, HasSubstr("event: dispute"));
  const std::size_t id = heard.find("id: ") + 4;
  const std::string epoch = heard.substr(id, heard.find('-', id) - id);
  EXPECT_THAT(listen("/api/v1/events", {{"Last-Event-ID", epoch + "-0"}}, "event: dispute", [] {}),
              HasSubstr("event: dispute"));
  EXPECT_THAT(listen("/api/v1/events", {{"Last-Event-ID", "other-3"}}, "event: gone", [] {}),
              HasSubstr("event: gone\ndata: {}"));
}

TEST_F(PageTest, WhatIsHostileIsTextAndNoLink) {
  serve();
  const Reply reply = get("/api/v1/articles/" + std::to_string(articles_[0]));
  EXPECT_THAT(reply.body, Not(HasSubstr("javascript:")));
  EXPECT_EQ(reply.headers.at("content-type"), "application/json");
  EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff");
}

}  // namespace
}  // namespace figured::web
