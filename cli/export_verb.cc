#include "cli/export_verb.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "claims/claim_json.h"
#include "cli/csv.h"
#include "cli/store_option.h"
#include "storage/store_export.h"
#include "web/json_shapes.h"

namespace figured::cli {
namespace {

using boost::json::object;
using boost::json::value;

constexpr const char* kKinds[] = {"feeds", "articles", "claims", "disputes", "alerts"};

struct ExportVerb {
  explicit ExportVerb(CLI::App& verb) : store(verb) {
    verb.add_option("KIND", kinds, "feeds, articles, claims, disputes or alerts; default: all")
        ->check(CLI::IsMember(std::vector<std::string>(std::begin(kKinds), std::end(kKinds))));
    verb.add_flag("--csv", csv, "Print the claims, as CSV");
  }
  bool wants(const std::string& kind) const {
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }
  StoreOption store;
  std::vector<std::string> kinds;
  bool csv = false;
};

void print(const char* kind, object shape) {
  object line{{"kind", kind}};
  for (auto& [key, held] : shape) line[key] = std::move(held);
  std::cout << boost::json::serialize(line) << '\n';
}

// The id is the guid, so that the lines can be read by extract and check.
object format_revision(const storage::ExportedRevision& revision) {
  return {{"id", revision.guid},
          {"article_id", revision.article_id},
          {"revision", revision.number},
          {"latest", revision.is_latest},
          {"feed", revision.feed},
          {"outlet", revision.outlet},
          {"group", revision.group},
          {"url", revision.url},
          {"title", revision.title},
          {"published",
           revision.published ? value(claims::format_time(*revision.published)) : value(nullptr)},
          {"published_zone", web::name_or_null(feeds::format_date_zone(revision.published_zone))},
          {"language", web::name_or_null(revision.language)},
          {"seen", claims::format_time(revision.seen)},
          {"content_sha256", web::format_content(revision.title, revision.text)},
          {"text", revision.text}};
}

object format_exported_claim(const claims::SourcedClaim& claim, bool is_live) {
  object shape = claims::format_claim(claim);
  shape["fact"] = claim.fact_id;
  shape["article_id"] = claim.article_id;
  shape["live"] = is_live;
  return shape;
}

void print_lines(const storage::StoreExport& store, const ExportVerb& options) {
  const storage::StoreReader& reader = store.reader();
  if (options.wants("feeds"))
    for (const feeds::Feed& feed : reader.feeds()) print("feed", web::format_feed(feed));
  if (options.wants("articles"))
    store.revisions([](const auto& revision) { print("article", format_revision(revision)); });
  if (options.wants("claims"))
    store.claims([](const auto& claim, bool is_live) {
      print("claim", format_exported_claim(claim, is_live));
    });
  if (options.wants("disputes"))
    store.disputes([](const auto& view) { print("dispute", web::format_dispute_view(view)); });
  if (options.wants("alerts"))
    store.alerts([&reader](const alerts::Alert& alert) {
      print("alert", web::format_alert(alert, reader.deliveries(alert.id)));
    });
}

// A value of the claim's JSON shape; what is null or left out is empty.
std::string cell(const object& shape, const char* key) {
  const value* held = shape.if_contains(key);
  if (!held || held->is_null()) return "";
  return held->is_string() ? std::string(held->get_string()) : boost::json::serialize(*held);
}

std::string scope_cell(const object& shape) {
  std::string scope;
  for (const value& part : shape.at("scope").as_array())
    scope += (scope.empty() ? "" : " ") + std::string(part.as_string());
  return scope;
}

constexpr const char* kFigureColumns[] = {"low", "high", "bound", "unit", "surface"};
constexpr const char* kClaimColumns[] = {
    "id",      "fact",    "live",     "outlet",   "published",  "url",   "title",
    "noun",    "measure", "subject",  "place",    "setting",    "as_of", "event_time",
    "speaker", "origin",  "modality", "polarity", "confidence", "quote"};

void print_csv(const storage::StoreExport& store) {
  std::vector<std::string> record(std::begin(kClaimColumns), std::end(kClaimColumns));
  record.insert(record.end(), std::begin(kFigureColumns), std::end(kFigureColumns));
  record.emplace_back("scope");
  std::cout << csv_record(record);
  store.claims([&record](const claims::SourcedClaim& claim, bool is_live) {
    const object shape = format_exported_claim(claim, is_live);
    record.clear();
    for (const char* column : kClaimColumns) record.push_back(cell(shape, column));
    for (const char* column : kFigureColumns)
      record.push_back(cell(shape.at("figure").as_object(), column));
    record.push_back(scope_cell(shape));
    std::cout << csv_record(record);
  });
}

int run(const ExportVerb& options) {
  const auto store = storage::open_sqlite_export(options.store.path());
  options.csv ? print_csv(*store) : print_lines(*store, options);
  std::cout.flush();
  if (std::cout) return 0;
  std::cerr << "figurectl: standard output could not be written\n";
  return 1;
}

}  // namespace

CLI::App* add_export_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("export", "All that is stored, as JSON lines or CSV");
  verb->callback([options = std::make_shared<ExportVerb>(*verb), &exit_code] {
    if (options->csv && !options->kinds.empty() &&
        !(options->kinds.size() == 1 && options->wants("claims")))
      throw CLI::ValidationError("--csv", "prints claims only");
    exit_code = run(*options);
  });
  return verb;
}

}  // namespace figured::cli
