#include "cli/explain_words.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <ostream>

#include "claims/claim_json.h"
#include "claims/text/tokens.h"
#include "cli/article_lines.h"
#include "cli/words.h"

namespace figured::cli {
namespace {

using claims::Claim;
using claims::Field;
using claims::Finding;
using claims::Span;

constexpr std::array kFields = {Field::kTitle, Field::kText};

std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.start, span.end - span.start);
}

std::string quoted(std::string_view text) { return "\"" + tame(text) + "\""; }

std::string or_dash(const std::string& text) { return text.empty() ? "-" : tame(text); }

// "= 42", ">= 1,000 km", "range 24 to 96"
std::string value_words(const claims::Figure& figure) {
  std::string words(format_bound(figure.bound));
  if (figure.low && figure.high && *figure.low != *figure.high) {
    words += ' ' + number_words(*figure.low) + " to " + number_words(*figure.high);
  } else {
    words += ' ' + number_words(figure.value());
  }
  return figure.unit.empty() ? words : words + ' ' + figure.unit;
}

// The findings, and what the claim holds beside them.
std::vector<Finding> findings_of(const Claim& claim, const claims::ClaimExplanation& why) {
  std::vector<Finding> findings = why.findings;
  if (claim.restated) {
    findings.insert(findings.begin(),
                    {"restated", value_words(*claim.restated),
                     claim.restated_agrees ? "the same value" : "another value", Span{}});
  }
  if (!claim.setting.empty())
    findings.push_back({"setting", claim.setting, "the place the article is about", Span{}});
  if (claim.origin != claim.speaker)
    findings.push_back({"origin", claim.origin, "whom the speaker cites", Span{}});
  return findings;
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - characters(text) + 2, ' ');
}

void print_findings(std::ostream& out, std::string_view field,
                    const std::vector<Finding>& findings) {
  std::size_t aspects = 0, values = 0, rules = 0;
  for (const Finding& finding : findings) {
    aspects = std::max(aspects, characters(finding.aspect));
    values = std::max(values, characters(or_dash(finding.value)));
    rules = std::max(rules, characters(finding.rule));
  }
  for (const Finding& finding : findings) {
    std::string line = padded(std::string(finding.aspect), aspects) +
                       padded(or_dash(finding.value), values) +
                       padded(std::string(finding.rule), rules);
    if (finding.words.end > finding.words.start) line += quoted(slice(field, finding.words));
    out << "      " << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
  }
}

// One number of a field: a claim, a count that no number gives, or none.
struct Entry {
  enum class Kind : std::uint8_t { kClaim, kImplied, kReject };
  std::uint32_t start = 0;
  Kind kind = Kind::kClaim;
  std::size_t index = 0;
};

std::vector<Entry> entries_of(const ExplainedArticle& explained, Field field) {
  std::vector<Entry> entries;
  const auto add = [&](const auto& list, Entry::Kind kind, auto start_of) {
    for (std::size_t i = 0; i < list.size(); ++i)
      if (list[i].field == field) entries.push_back({start_of(list[i]), kind, i});
  };
  const auto start_of_claim = [](const Claim& claim) { return claim.figure.span.start; };
  add(explained.reading.claims, Entry::Kind::kClaim, start_of_claim);
  add(explained.reading.implied, Entry::Kind::kImplied, start_of_claim);
  add(explained.explanation.rejects, Entry::Kind::kReject,
      [](const claims::RejectedFigure& reject) { return reject.span.start; });
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.start < b.start; });
  return entries;
}

void print_entry(std::ostream& out, const ExplainedArticle& explained, const Entry& entry,
                 std::string_view field) {
  out << "    ";
  if (entry.kind == Entry::Kind::kReject) {
    const claims::RejectedFigure& reject = explained.explanation.rejects[entry.index];
    out << tame(slice(field, reject.span)) << "  no figure: " << format_reject(reject.reason)
        << '\n';
    return;
  }
  const bool implied = entry.kind == Entry::Kind::kImplied;
  const Claim& claim =
      implied ? explained.reading.implied[entry.index] : explained.reading.claims[entry.index];
  out << tame(claim.figure.surface) << "  " << value_words(claim.figure);
  if (implied) {
    out << "  only in sums: " << claim.measure << '\n';
    return;
  }
  out << "  confidence " << share_words(claim.confidence) << '\n';
  print_findings(out, field, findings_of(claim, explained.explanation.claims[entry.index]));
}

void print_field(std::ostream& out, const ExplainedArticle& explained, Field field) {
  const std::string& text = explained.text_of(field);
  const std::vector<Entry> entries = entries_of(explained, field);
  const claims::Tokens tokens = claims::tokenize(text, claims::Lexicon::english());
  auto entry = entries.begin();
  for (const claims::Sentence& sentence : tokens.sentences) {
    if (sentence.first == sentence.last) continue;
    const Span span{tokens.tokens[sentence.first].span.start,
                    tokens.tokens[sentence.last - 1].span.end};
    if (entry == entries.end() || entry->start >= span.end) continue;
    out << "\n  " << (field == Field::kTitle ? "title: " : "") << tame(slice(text, span)) << '\n';
    for (; entry != entries.end() && entry->start < span.end; ++entry)
      print_entry(out, explained, *entry, text);
  }
}

boost::json::object format_finding(const Finding& finding, std::string_view field) {
  const auto or_null = [](std::string_view text) {
    return text.empty() ? boost::json::value(nullptr) : boost::json::value(text);
  };
  boost::json::value words(nullptr);
  if (finding.words.end > finding.words.start) {
    words = {{"start", finding.words.start},
             {"end", finding.words.end},
             {"text", slice(field, finding.words)}};
  }
  return {{"aspect", finding.aspect},
          {"value", or_null(finding.value)},
          {"rule", or_null(finding.rule)},
          {"words", std::move(words)}};
}

boost::json::object format_reject_of(const claims::RejectedFigure& reject, std::string_view field) {
  return {{"field", format_field(reject.field)},
          {"start", reject.span.start},
          {"end", reject.span.end},
          {"surface", slice(field, reject.span)},
          {"reason", format_reject(reject.reason)}};
}

}  // namespace

void print_explanation(std::ostream& out, const ExplainedArticle& explained) {
  const feeds::Article& article = explained.article;
  out << tame(article.guid);
  if (!article.outlet.empty()) out << ", " << tame(article.outlet);
  if (article.published) out << ", " << time_words(article.published);
  out << '\n';
  for (const Field field : kFields) print_field(out, explained, field);
  out << '\n';
}

boost::json::object format_explanation(const ExplainedArticle& explained) {
  boost::json::array shapes, rejects;
  claims::SourcedClaim sourced = sourced_claim(explained.article);
  for (std::size_t i = 0; i < explained.reading.claims.size(); ++i) {
    sourced.id = static_cast<std::int64_t>(i) + 1;
    sourced.claim = explained.reading.claims[i];
    boost::json::array why;
    for (const Finding& finding : explained.explanation.claims[i].findings)
      why.push_back(format_finding(finding, explained.text_of(sourced.claim.field)));
    boost::json::object shape = claims::format_claim(sourced);
    shape["why"] = std::move(why);
    shapes.push_back(std::move(shape));
  }
  for (const claims::RejectedFigure& reject : explained.explanation.rejects)
    rejects.push_back(format_reject_of(reject, explained.text_of(reject.field)));
  return {{"article", explained.article.guid},
          {"claims", std::move(shapes)},
          {"rejects", std::move(rejects)}};
}

}  // namespace figured::cli
