#include "tests/alerts/sample_alert.h"

#include <boost/json.hpp>

namespace figured::alerts {
namespace {

namespace json = boost::json;

json::object claim(const std::string& figure, const std::string& outlet, const std::string& speaker,
                   const std::string& quote, const std::string& text) {
  return {{"outlet", outlet + text},
          {"published", "2026-11-21T06:12:52Z"},
          {"url", "https://news.example/" + figure + "?a=1&b=2"},
          {"title", "Earthquake in Zerafan" + text},
          {"quote", quote + text},
          {"figure", {{"surface", figure + text}}},
          {"speaker", speaker + text},
          {"origin", speaker + text}};
}

json::object side(double value, const std::string& outlet, int voices) {
  return {{"low", value}, {"high", value}, {"outlets", json::array{outlet}}, {"voices", voices}};
}

Alert made(AlertType type, std::int64_t sequence, const std::string& text) {
  Alert alert;
  alert.id = "alr_" + std::string(25, '0') + std::to_string(sequence);
  alert.sequence = sequence;
  alert.dispute_id = 2;
  alert.fact_id = 6;
  alert.dispute_sequence = sequence;
  alert.type = type;
  alert.severity = 0.8;
  alert.created_at = kRaised;
  alert.summary = "people injured, Zerafan: 61 against 138" + text;
  json::object data = {
      {"severity", alert.severity},
      {"summary", alert.summary},
      {"fact",
       {{"label", "people injured, Zerafan" + text},
        {"measure", "people.injured"},
        {"subject", "Red Crescent" + text},
        {"place", "Zerafan" + text}}},
      {"dispute",
       {{"id", 2}, {"sides", json::array{side(138, "Ledger", 1), side(61, "Agency", 2)}}}},
      {"claim", claim("61", "Agency", "ministry", "injured 61 people", text)},
      {"against",
       json::array{json::object{
           {"claim", claim("138", "Ledger", "Tarhan", "injured 138 people", text)},
           {"verdict", {{"score", 0.7}, {"why", "The ranges 138 and 61 do not meet." + text}}}}}}};
  alert.body = json::serialize(json::object{{"type", format_alert_type(type)},
                                            {"id", alert.id},
                                            {"sequence", sequence},
                                            {"data", std::move(data)}});
  return alert;
}

}  // namespace

Alert sample_alert(const std::string& text) { return made(AlertType::kContradiction, 1, text); }

Alert sample_alert(AlertType type, std::int64_t sequence) { return made(type, sequence, ""); }

Message sample_group() {
  return {"grp_00000000000000000000000000",
          {read_notice(sample_alert(AlertType::kContradiction, 1)),
           read_notice(sample_alert(AlertType::kDisputeWidened, 2))}};
}

Endpoint sample_endpoint(SinkKind kind) {
  Endpoint endpoint;
  endpoint.name = "desk";
  endpoint.kind = kind;
  endpoint.url = "https://chat.example/hook";
  endpoint.token = "123:abc";
  endpoint.channel = "newsroom";
  endpoint.from = "figured@desk.example";
  endpoint.to = {"editor@desk.example", "night@desk.example"};
  endpoint.payload = PayloadTemplate::parse(R"({"t":"{{headline}}","s":{{severity}},"b":{{body}}})",
                                            "application/json");
  return endpoint;
}

std::string header(const net::HttpRequest& request, const std::string& name) {
  for (const net::HttpHeader& header : request.headers)
    if (header.name == name) return header.value;
  return "absent";
}

}  // namespace figured::alerts
