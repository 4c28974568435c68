#include "alerts/alert_body.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <limits>

#include "alerts/notice.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

const std::chrono::sys_seconds kNow{std::chrono::seconds(1'786'000'000)};

claims::SourcedClaim claim(std::int64_t id, const std::string& outlet, const std::string& surface,
                           const std::string& speaker) {
  claims::SourcedClaim sourced;
  sourced.id = id;
  sourced.article = "guid " + std::to_string(id);
  sourced.outlet = outlet;
  sourced.url = "https://news.example/" + std::to_string(id);
  sourced.title = "What " + outlet + " says";
  sourced.claim.quote = "There were " + surface + " of them.";
  sourced.claim.span = {100, static_cast<std::uint32_t>(100 + sourced.claim.quote.size())};
  sourced.claim.figure.surface = surface;
  sourced.claim.figure.span = {111, static_cast<std::uint32_t>(111 + surface.size())};
  sourced.claim.speaker = speaker;
  return sourced;
}

Opposed opposed(claims::SourcedClaim claim, double severity) {
  claims::Verdict verdict;
  verdict.relation = claims::Relation::kContradicts;
  verdict.severity = severity;
  verdict.why = "The ranges do not meet.";
  return {std::move(claim), verdict};
}

// Two outlets on how many armed men a front has.
Cause cause() {
  Cause cause;
  cause.fact.id = 7;
  cause.fact.label = "Armed strength";
  cause.fact.measure = "people.armed";
  cause.fact.place = "Høydal";
  cause.claim = claim(2, "Outlet C", "20k", "Mohn");
  cause.against = {opposed(claim(1, "Outlet E", "around 9,000", "Naas"), 0.7)};
  cause.fact.live = {claim(1, "Outlet E", "around 9,000", "Naas")};
  cause.dispute.id = 3;
  cause.dispute.fact_id = 7;
  cause.dispute.sides = {{8'500, 9'500, {1}},
                         {20'000, std::numeric_limits<double>::infinity(), {2}}};
  return cause;
}

json::object body_of(const Cause& cause) {
  Alert alert = draft_alert(cause, kNow);
  alert.id = "alr_00000000000000000000000001";
  alert.sequence = 41;
  alert.dispute_sequence = 2;
  alert.previous_id = "alr_0";
  return json::parse(alert_body(alert, cause)).as_object();
}

// --- the articles

TEST(AlertBodyTest, ClaimsNameTheRevisionsTheyWereReadIn) {
  Cause told = cause();
  told.sources[2] = {31, 2, "nn-NO", "feed", std::string(64, 'a')};
  told.sources[1] = {30, 1, "", "", ""};
  const auto body = body_of(told);
  const auto& data = body.at("data").as_object();
  const auto& claim = data.at("claim").as_object();
  EXPECT_EQ(claim.at("seen"), "1970-01-01T00:00:00Z");
  EXPECT_EQ(claim.at("article_id"), 31);
  EXPECT_EQ(claim.at("revision"), 2);
  EXPECT_EQ(claim.at("language"), "nn-NO");
  EXPECT_EQ(claim.at("published_zone"), "feed");
  EXPECT_EQ(claim.at("content_sha256").as_string(), std::string(64, 'a'));
  const auto& other = data.at("against").at(0).at("claim").as_object();
  EXPECT_EQ(other.at("article_id"), 30);
  for (const char* unknown : {"language", "published_zone", "content_sha256"})
    EXPECT_TRUE(other.at(unknown).is_null()) << unknown;
  const auto& sides = data.at("dispute").at("sides").as_array();
  EXPECT_EQ(json::serialize(sides.at(0).at("languages")), "[null]");
  EXPECT_EQ(json::serialize(sides.at(1).at("languages")), R"(["nn-NO"])");
}

TEST(AlertBodyTest, OfWhatWasNotFoundNothingIsSaid) {
  const auto body = body_of(cause());
  EXPECT_FALSE(body.at("data").at("claim").as_object().contains("content_sha256"));
}

TEST(AlertBodyTest, LanguagesAreReadBack) {
  Cause told = cause();
  told.sources[2] = {31, 2, "nn-NO", "feed", ""};
  told.sources[1] = {30, 1, "", "", ""};
  Alert alert = draft_alert(told, kNow);
  alert.body = alert_body(alert, told);
  const Notice notice = read_notice(alert);
  EXPECT_EQ(notice.claims.at(0).language, "nn-NO");
  EXPECT_EQ(notice.claims.at(1).language, "");
  EXPECT_THAT(notice.sides.at(0).languages, testing::ElementsAre(""));
  EXPECT_THAT(notice.sides.at(1).languages, testing::ElementsAre("nn-NO"));
}

// --- the line for people

struct SummaryCase {
  std::string name;
  std::function<void(Cause&)> change;
  std::string summary;
};

class AlertSummaryTest : public testing::TestWithParam<SummaryCase> {};

TEST_P(AlertSummaryTest, Line) {
  Cause changed = cause();
  GetParam().change(changed);
  EXPECT_EQ(draft_alert(changed, kNow).summary, GetParam().summary);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AlertSummaryTest,
    testing::Values(
        SummaryCase{"Contradiction", [](Cause&) {},
                    "Armed strength, Høydal: Outlet C says 20k (Mohn); "
                    "Outlet E says around 9,000 (Naas)"},
        SummaryCase{"ThePlaceIsNotSaidTwice",
                    [](Cause& c) { c.fact.label = "Armed strength in Høydal"; },
                    "Armed strength in Høydal: Outlet C says 20k (Mohn); "
                    "Outlet E says around 9,000 (Naas)"},
        SummaryCase{"NoSpeaker", [](Cause& c) { c.claim->claim.speaker = ""; },
                    "Armed strength, Høydal: Outlet C says 20k; Outlet E says around 9,000 (Naas)"},
        SummaryCase{"TheOriginSpeaks",
                    [](Cause& c) {
                      c.claim->claim.speaker = "";
                      c.claim->claim.origin = "Health ministry";
                    },
                    "Armed strength, Høydal: Outlet C says 20k (Health ministry); "
                    "Outlet E says around 9,000 (Naas)"},
        SummaryCase{"TheOutletItselfSpeaks", [](Cause& c) { c.claim->claim.speaker = "Outlet C"; },
                    "Armed strength, Høydal: Outlet C says 20k; Outlet E says around 9,000 (Naas)"},
        SummaryCase{"Denied", [](Cause& c) { c.claim->claim.modality = claims::Modality::kDenied; },
                    "Armed strength, Høydal: Outlet C denies 20k (Mohn); "
                    "Outlet E says around 9,000 (Naas)"},
        SummaryCase{
            "Many", [](Cause& c) { c.against.assign(6, opposed(claim(1, "E", "9", ""), 0.1)); },
            "Armed strength, Høydal: Outlet C says 20k (Mohn); E says 9; E says 9; E says 9 "
            "and 3 more"},
        SummaryCase{"Correction", [](Cause& c) { c.type = AlertType::kCorrection; },
                    "Armed strength, Høydal: Outlet C says 20k (Mohn), before: "
                    "Outlet E says around 9,000 (Naas)"},
        SummaryCase{"Settled", [](Cause& c) { c.type = AlertType::kDisputeSettled; },
                    "Armed strength, Høydal: settled; Outlet C says 20k (Mohn)"},
        SummaryCase{"SettledByAWithdrawal",
                    [](Cause& c) {
                      c.type = AlertType::kDisputeSettled;
                      c.claim.reset();
                    },
                    "Armed strength, Høydal: settled"},
        SummaryCase{"NothingKnown",
                    [](Cause& c) {
                      c.fact = {};
                      c.claim->outlet = "";
                      c.against.clear();
                    },
                    "A figure: One source says 20k (Mohn)"},
        SummaryCase{"LineBreaks", [](Cause& c) { c.fact.label = "Armed\nstrength"; },
                    "Armed strength, Høydal: Outlet C says 20k (Mohn); "
                    "Outlet E says around 9,000 (Naas)"}),
    [](const auto& test) { return test.param.name; });

// --- the draft

TEST(AlertBodyTest, TheDraftIsAsSevereAsItsWorstVerdict) {
  Cause worse = cause();
  worse.against.push_back(opposed(claim(4, "Outlet F", "3", ""), 0.9));
  worse.dispute.severity = 0.2;
  const Alert alert = draft_alert(worse, kNow);
  EXPECT_EQ(alert.severity, 0.9);
  EXPECT_EQ(alert.fact_id, 7);
  EXPECT_EQ(alert.dispute_id, 3);
  EXPECT_EQ(alert.created_at, kNow);
  EXPECT_EQ(alert.type, AlertType::kContradiction);
}

TEST(AlertBodyTest, WithoutVerdictsTheDisputesSeverityCounts) {
  Cause settled = cause();
  settled.against.clear();
  settled.dispute.severity = 0.2;
  EXPECT_EQ(draft_alert(settled, kNow).severity, 0.2);
}

// --- the body

TEST(AlertBodyTest, TheEnvelope) {
  const json::object body = body_of(cause());
  EXPECT_EQ(body.at("type"), "figure.contradiction");
  EXPECT_EQ(body.at("version"), 1);
  EXPECT_EQ(body.at("timestamp"), "2026-08-06T07:06:40Z");
  EXPECT_EQ(body.at("id"), "alr_00000000000000000000000001");
  EXPECT_EQ(body.at("sequence"), 41);
  EXPECT_EQ(body.at("dispute_sequence"), 2);
  EXPECT_EQ(body.at("previous_id"), "alr_0");
}

TEST(AlertBodyTest, TheFirstOfADisputeHasNoPrevious) {
  Alert alert = draft_alert(cause(), kNow);
  EXPECT_TRUE(json::parse(alert_body(alert, cause())).at("previous_id").is_null());
}

TEST(AlertBodyTest, TheFactAndTheSides) {
  const json::object data = body_of(cause()).at("data").as_object();
  EXPECT_EQ(data.at("fact"), json::parse(R"({"id": 7, "label": "Armed strength",
      "measure": "people.armed", "subject": null, "place": "Høydal"})"));
  EXPECT_EQ(data.at("dispute"), json::parse(R"({"id": 3, "state": "open", "sides": [
      {"low": 8500, "high": 9500, "origins": ["Naas"], "outlets": ["Outlet E"], "languages": [], "voices": 1, "claims": [1]},
      {"low": 20000, "high": null, "origins": ["Mohn"], "outlets": ["Outlet C"], "languages": [], "voices": 1, "claims": [2]}]})"));
}

TEST(AlertBodyTest, TheEvidenceOfBothSides) {
  const json::object data = body_of(cause()).at("data").as_object();
  EXPECT_EQ(data.at("severity"), 0.7);
  EXPECT_EQ(data.at("claim").at("quote"), "There were 20k of them.");
  EXPECT_EQ(data.at("claim").at("url"), "https://news.example/2");
  const json::object& against = data.at("against").at(0).as_object();
  EXPECT_EQ(against.at("claim").at("quote"), "There were around 9,000 of them.");
  EXPECT_EQ(against.at("verdict").at("why"), "The ranges do not meet.");
  EXPECT_FALSE(data.contains("against_left_out"));
}

TEST(AlertBodyTest, WithoutAClaimOrADisputeTheyAreNull) {
  Cause bare = cause();
  bare.claim.reset();
  bare.dispute = {};
  const json::object data = body_of(bare).at("data").as_object();
  EXPECT_TRUE(data.at("claim").is_null());
  EXPECT_TRUE(data.at("dispute").is_null());
}

TEST(AlertBodyTest, TheWorstOfManyAreToldAndTheOthersCounted) {
  Cause many = cause();
  many.against.clear();
  for (int i = 0; i < 30; ++i)
    many.against.push_back(opposed(claim(i, "Outlet E", "9", ""), i / 100.0));
  const json::object data = body_of(many).at("data").as_object();
  const auto told = data.at("against").as_array().size();
  EXPECT_EQ(told + static_cast<std::size_t>(data.at("against_left_out").as_int64()), 30u);
  EXPECT_EQ(data.at("against").at(0).at("claim").at("id"), 29);
}

// Whatever the sources wrote, everywhere, the body stays small and whole.
struct HostileCase {
  std::string name;
  std::string text;  // repeated to 60 kB
};

class HostileTest : public testing::TestWithParam<HostileCase> {};

TEST_P(HostileTest, TheBodyStaysSmall) {
  std::string text;
  while (text.size() < 60'000) text += GetParam().text;
  const std::vector<std::string> list(50, text);
  claims::SourcedClaim big = claim(1, text, text, text);
  big.article = big.url = big.title = big.group = text;
  big.claim.origin = big.claim.noun = big.claim.measure = big.claim.subject = text;
  big.claim.place = big.claim.figure.unit = text;
  big.claim.scope = list;
  Cause hostile;
  hostile.fact = {7, text, text, text, text, {big}};
  hostile.claim = big;
  hostile.against.assign(50, opposed(big, 0.5));
  for (Opposed& one : hostile.against) {
    one.verdict.why = text;
    one.verdict.tags = one.verdict.passed = one.verdict.missing = list;
  }
  hostile.dispute.id = 1;
  hostile.dispute.sides.assign(50, {0, 1, std::vector<std::int64_t>(500, 1)});
  const Alert alert = draft_alert(hostile, kNow);
  EXPECT_LE(alert.summary.size(), 400u);
  const std::string body = alert_body(alert, hostile);
  EXPECT_LE(body.size(), kMaxBody);
  EXPECT_TRUE(json::parse(body).is_object());  // throws on broken UTF-8
}

INSTANTIATE_TEST_SUITE_P(Cases, HostileTest,
                         testing::Values(HostileCase{"Letters", "a"},
                                         HostileCase{"QuotationMarks", "\"\\"},
                                         HostileCase{"ControlCharacters", "\x01\x02"},
                                         HostileCase{"LineBreaks", "\n"},
                                         HostileCase{"LongCharacters", "𝟿"}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::alerts
