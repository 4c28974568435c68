#include "claims/claim_json.h"

#include <boost/json.hpp>
#include <cmath>
#include <cstdio>

namespace figured::claims {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

// Whole numbers are written without a point, others in full.
value number(double number) {
  if (number == std::floor(number) && std::fabs(number) < 9e15)
    return static_cast<std::int64_t>(number);
  return number;
}

value end_of(const std::optional<double>& end) { return end ? number(*end) : value(nullptr); }

value text_or_null(const std::string& text) { return text.empty() ? value(nullptr) : value(text); }

value time_or_null(const std::optional<std::chrono::sys_seconds>& time) {
  return time ? value(format_time(*time)) : value(nullptr);
}

value span_or_null(const std::optional<TimeSpan>& span) {
  if (!span) return nullptr;
  if (span->to - span->from < std::chrono::days(1))
    return value(format_time(span->from).substr(0, 10));
  return value(format_time(span->from).substr(0, 10) + '/' + format_time(span->to).substr(0, 10));
}

array strings(const std::vector<std::string>& list) { return array(list.begin(), list.end()); }

}  // namespace

object format_figure(const Figure& figure) {
  return {{"low", end_of(figure.low)},           {"high", end_of(figure.high)},
          {"bound", format_bound(figure.bound)}, {"unit", figure.unit},
          {"grain", number(figure.grain)},       {"surface", figure.surface}};
}

object format_claim(const SourcedClaim& sourced) {
  const Claim& claim = sourced.claim;
  object out;
  out["id"] = sourced.id;
  out["article"] = sourced.article;
  out["outlet"] = text_or_null(sourced.outlet);
  out["published"] = time_or_null(sourced.published);
  out["url"] = text_or_null(sourced.url);
  out["title"] = sourced.title;
  out["field"] = format_field(claim.field);
  out["start"] = claim.span.start;
  out["end"] = claim.span.end;
  out["quote"] = claim.quote;
  out["figure"] = format_figure(claim.figure);
  out["figure_start"] = claim.figure.span.start;
  if (claim.restated) {
    out["restated"] = format_figure(*claim.restated);
    out["restated_agrees"] = claim.restated_agrees;
  }
  out["noun"] = text_or_null(claim.noun);
  out["measure"] = text_or_null(claim.measure);
  out["subject"] = text_or_null(claim.subject);
  out["scope"] = strings(claim.scope);
  out["place"] = text_or_null(claim.place);
  out["setting"] = text_or_null(claim.setting);
  out["as_of"] = time_or_null(claim.as_of);
  out["event_time"] = span_or_null(claim.event_time);
  out["speaker"] = text_or_null(claim.speaker);
  out["origin"] = text_or_null(claim.origin);
  out["modality"] = format_modality(claim.modality);
  out["polarity"] = claim.negated ? "negative" : "positive";
  out["confidence"] = claim.confidence;
  return out;
}

object format_verdict(const Verdict& verdict) {
  return {{"relation", format_relation(verdict.relation)},
          {"severity", verdict.severity},
          {"score", verdict.score},
          {"tags", strings(verdict.tags)},
          {"why", verdict.why},
          {"passed", strings(verdict.passed)},
          {"missing", strings(verdict.missing)}};
}

std::string format_time(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

}  // namespace figured::claims
