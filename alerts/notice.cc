#include "alerts/notice.h"

#include <boost/json.hpp>
#include <cmath>
#include <cstdio>

#include "alerts/excerpt.h"

namespace figured::alerts {
namespace {

namespace json = boost::json;

const json::value* member(const json::value* value, std::string_view name) {
  if (value == nullptr || !value->is_object()) return nullptr;
  return value->get_object().if_contains(name);
}

std::string text_of(const json::value* value, std::string_view name) {
  const json::value* found = member(value, name);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

std::optional<double> number_of(const json::value* value, std::string_view name) {
  const json::value* found = member(value, name);
  if (found == nullptr || !found->is_number()) return std::nullopt;
  return found->to_number<double>();
}

json::array list_of(const json::value* value, std::string_view name) {
  const json::value* found = member(value, name);
  return found != nullptr && found->is_array() ? found->get_array() : json::array();
}

std::string figure_words(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.15g", value);
  return text;
}

std::string range_words(std::optional<double> low, std::optional<double> high) {
  if (low && high)
    return *low == *high ? figure_words(*low) : figure_words(*low) + " to " + figure_words(*high);
  if (low) return figure_words(*low) + " and more";
  return high ? "up to " + figure_words(*high) : "any";
}

NoticeClaim read_claim(const json::value& claim) {
  NoticeClaim read;
  read.figure = text_of(member(&claim, "figure"), "surface");
  read.outlet = text_of(&claim, "outlet");
  read.speaker = text_of(&claim, "speaker");
  if (read.speaker.empty()) read.speaker = text_of(&claim, "origin");
  if (read.speaker == read.outlet) read.speaker.clear();
  read.quote = text_of(&claim, "quote");
  read.url = text_of(&claim, "url");
  read.title = text_of(&claim, "title");
  read.published = text_of(&claim, "published");
  read.language = text_of(&claim, "language");
  return read;
}

NoticeSide read_side(const json::value& side) {
  NoticeSide read;
  read.range = range_words(number_of(&side, "low"), number_of(&side, "high"));
  for (const json::value& outlet : list_of(&side, "outlets"))
    if (outlet.is_string()) read.outlets.emplace_back(outlet.get_string());
  for (const json::value& language : list_of(&side, "languages"))
    read.languages.emplace_back(language.is_string() ? std::string(language.get_string()) : "");
  // Of an alert of before languages were kept.
  if (read.languages.empty()) read.languages.emplace_back();
  read.voices = static_cast<std::size_t>(number_of(&side, "voices").value_or(0));
  return read;
}

void read_against(const json::value* data, Notice& notice) {
  for (const json::value& opposed : list_of(data, "against")) {
    if (const json::value* claim = member(&opposed, "claim"))
      notice.claims.push_back(read_claim(*claim));
    if (!notice.why.empty()) continue;
    const json::value* verdict = member(&opposed, "verdict");
    notice.why = text_of(verdict, "why");
    notice.score = number_of(verdict, "score").value_or(0);
  }
}

}  // namespace

Notice read_notice(const Alert& alert) {
  Notice notice;
  notice.alert = alert;
  json::error_code error;
  const json::value body = json::parse(alert.body, error);
  const json::value* data = member(&body, "data");
  const json::value* fact = member(data, "fact");
  notice.label = text_of(fact, "label");
  notice.measure = text_of(fact, "measure");
  notice.subject = text_of(fact, "subject");
  notice.place = text_of(fact, "place");
  if (is_about_feed(alert.type)) {
    const json::value* feed = member(data, "feed");
    notice.label = text_of(feed, "outlet");
    notice.feed = static_cast<std::int64_t>(number_of(feed, "id").value_or(0));
  }
  const json::value* claim = member(data, "claim");
  if (claim != nullptr && claim->is_object()) notice.claims.push_back(read_claim(*claim));
  read_against(data, notice);
  const json::value* dispute = member(data, "dispute");
  notice.link = text_of(dispute, "link");
  for (const json::value& side : list_of(dispute, "sides")) notice.sides.push_back(read_side(side));
  return notice;
}

std::string_view severity_word(double severity) {
  return severity >= 0.75 ? "high" : severity >= 0.4 ? "medium" : "low";
}

std::string_view news_of(AlertType type) {
  switch (type) {
    case AlertType::kContradiction:
      return "Figures disagree";
    case AlertType::kCorrection:
      return "Figure changed";
    case AlertType::kDisputeWidened:
      return "Another figure";
    case AlertType::kDisputeSettled:
      return "Dispute settled";
    case AlertType::kAlertRetracted:
      return "Taken back";
    case AlertType::kHeartbeat:
      return "figured is at work";
    case AlertType::kFeedFailing:
      return "Feed fails";
    case AlertType::kFeedRecovered:
      return "Feed can be read again";
    case AlertType::kFeedGone:
      return "Feed is gone";
  }
  return "Alert";
}

std::string headline(const Notice& notice, std::size_t max) {
  std::string line(news_of(notice.alert.type));
  std::string fact = notice.label.empty() ? notice.measure : notice.label;
  const bool placed = notice.place.empty() || fact.find(notice.place) != std::string::npos;
  if (!placed) fact += (fact.empty() ? "" : ", ") + notice.place;
  if (!fact.empty()) line += ": " + fact;
  return one_line(line, max);
}

std::string teller(const NoticeClaim& claim) {
  std::string words = claim.outlet.empty() ? "One source" : claim.outlet;
  if (!claim.speaker.empty()) words += " (" + claim.speaker + ")";
  return words;
}

}  // namespace figured::alerts
