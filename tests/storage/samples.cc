#include "tests/storage/samples.h"

#include <functional>
#include <random>
#include <sstream>

namespace figured::storage {
namespace {

// Parts a record's fields, so that "a" "bc" is not "ab" "c".
class Words {
 public:
  template <typename T>
  requires(!std::is_enum_v<T>) Words& operator<<(const T& value) {
    out_ << value << " | ";
    return *this;
  }
  template <typename T>
  Words& operator<<(const std::optional<T>& value) {
    if (value) return *this << *value;
    return *this << "none";
  }
  Words& operator<<(Seconds value) { return *this << value.time_since_epoch().count(); }
  template <typename T>
  Words& operator<<(const std::vector<T>& values) {
    out_ << values.size() << ": ";
    for (const T& value : values) *this << value;
    return *this;
  }
  template <typename Enum>
  requires std::is_enum_v<Enum> Words& operator<<(Enum value) {
    return *this << static_cast<int>(value);
  }
  std::string text() const { return out_.str(); }

 private:
  std::ostringstream out_;
};

}  // namespace

Seconds at(std::int64_t seconds) { return Seconds(std::chrono::seconds(1'786'000'000 + seconds)); }

feeds::FeedSource source(const std::string& url, std::chrono::seconds interval) {
  return {url, "Outlet of " + url, "Group of " + url, interval};
}

feeds::Article article(const std::string& identity, const std::string& text,
                       const std::string& url) {
  feeds::Article article;
  article.identity = identity;
  article.guid = identity.starts_with("guid:") ? identity.substr(5) : "";
  article.url = url.empty() ? "https://news.example/" + identity : url;
  article.title = "Title of " + identity;
  article.text = text;
  article.outlet = "The Example";
  article.group = "Example Media";
  article.published = at(-600);
  article.content_hash = std::hash<std::string>{}(article.title + text + article.url);
  return article;
}

std::string noise(std::size_t bytes, std::uint32_t seed) {
  std::minstd_rand random(seed);
  std::string text(bytes, ' ');
  for (char& letter : text) letter = static_cast<char>('!' + random() / 7 % 94);
  return text;
}

claims::SourcedClaim claim_in(const StoredArticle& stored, const feeds::Article& article,
                              const std::string& surface) {
  claims::SourcedClaim sourced;
  sourced.article_id = stored.id;
  sourced.article = article.guid.empty() ? article.identity : article.guid;
  sourced.outlet = article.outlet;
  sourced.group = article.group;
  sourced.url = article.url;
  sourced.title = article.title;
  sourced.published = article.published;
  sourced.seen = at(0);
  sourced.names = {0xfedcba9876543210u, 7, 0};
  claims::Claim& claim = sourced.claim;
  claim.field = claims::Field::kTitle;
  claim.span = {12, 90};
  claim.quote = "the commander said " + surface + " men stood ready";
  claim.figure.low = 8'500;
  claim.figure.bound = claims::Bound::kAbout;
  claim.figure.unit = "percent";
  claim.figure.grain = 1'000;
  claim.figure.span = {31, 43};
  claim.figure.surface = surface;
  claim.noun = "men";
  claim.measure = "people.armed";
  claim.subject = "Valley Front";
  claim.scope = {"of:reserve", "part"};
  claim.place = "Høydal";
  claim.setting = "Lowport";
  claim.as_of = at(-900);
  claim.event_time = claims::TimeSpan{at(-9'000), at(-8'000)};
  claim.speaker = "the commander";
  claim.origin = "the front's press office";
  claim.modality = claims::Modality::kEstimate;
  claim.negated = true;
  claim.confidence = 0.625;
  claim.rivals = {{{11, 12.5}, true}, {{40, 60}, false}};
  claim.context = {{7, 24}, {0xFFFF'FFFF, 0}};
  return sourced;
}

std::string describe(const claims::SourcedClaim& sourced) {
  const claims::Claim& claim = sourced.claim;
  const claims::Figure& figure = claim.figure;
  Words words;
  words << sourced.id << sourced.article_id << sourced.fact_id << sourced.article << sourced.outlet
        << sourced.group << sourced.url << sourced.title << sourced.published << sourced.seen
        << sourced.names << claim.field << claim.span.start << claim.span.end << claim.quote
        << figure.low << figure.high << figure.bound << figure.unit << figure.grain
        << figure.span.start << figure.span.end << figure.surface << claim.noun << claim.measure
        << claim.subject << claim.scope << claim.place << claim.setting << claim.as_of
        << claim.event_time.has_value();
  if (claim.event_time) words << claim.event_time->from << claim.event_time->to;
  words << claim.speaker << claim.origin << claim.modality << claim.negated << claim.confidence;
  for (const claims::Rival& rival : claim.rivals)
    words << rival.told.low << rival.told.high << rival.alike;
  for (const claims::ContextWord& word : claim.context) words << word.stem << word.distance;
  return words.text();
}

std::string describe(const VerdictRecord& record) {
  const claims::Verdict& verdict = record.verdict;
  Words words;
  words << record.fact_id << record.earlier_claim << record.later_claim << record.at
        << verdict.relation << verdict.severity << verdict.score << verdict.tags << verdict.why
        << verdict.passed << verdict.missing;
  return words.text();
}

std::string describe(const claims::Dispute& dispute) {
  Words words;
  words << dispute.id << dispute.fact_id << dispute.state << dispute.severity << dispute.sequence
        << dispute.opened_at << dispute.changed_at;
  for (const claims::Side& side : dispute.sides) words << side.low << side.high << side.claim_ids;
  return words.text();
}

std::string describe(const claims::Decision& decision) {
  Words words;
  words << decision.kind << decision.reason.has_value();
  if (decision.reason) words << *decision.reason;
  words << decision.note << decision.at;
  return words.text();
}

std::string describe(const PairLabel& label) {
  Words words;
  words << label.earlier_claim << label.later_claim << label.dispute_id << label.same.has_value()
        << label.same.value_or(false) << label.features;
  return words.text();
}

std::string describe(const alerts::Alert& alert) {
  Words words;
  words << alert.id << alert.sequence << alert.dispute_id << alert.fact_id << alert.dispute_sequence
        << alert.previous_id << alert.type << alert.severity << alert.created_at << alert.summary
        << alert.body;
  return words.text();
}

std::vector<std::string> labels(const std::vector<claims::Fact>& facts) {
  std::vector<std::string> labels;
  for (const claims::Fact& fact : facts) labels.push_back(fact.label);
  return labels;
}

}  // namespace figured::storage
