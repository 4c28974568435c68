#include "cli/extract_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "claims/claim_json.h"
#include "cli/article_lines.h"
#include "cli/explain_words.h"
#include "daemon/intake/pipeline.h"

namespace figured::cli {
namespace {

struct Extract {
  std::vector<std::string> files;
  bool explain = false;
  bool json = false;
};

void print_claims(const feeds::Article& article, const claims::Extractor& extractor) {
  claims::SourcedClaim sourced = sourced_claim(article);
  boost::json::array claims;
  for (claims::Claim& claim : daemon::read_article(article, extractor).claims) {
    sourced.id = static_cast<std::int64_t>(claims.size()) + 1;
    sourced.claim = std::move(claim);
    claims.push_back(claims::format_claim(sourced));
  }
  std::cout << boost::json::serialize(
                   boost::json::object{{"article", article.guid}, {"claims", std::move(claims)}})
            << '\n';
}

void explain_claims(const feeds::Article& article, const claims::Extractor& extractor, bool json) {
  ExplainedArticle explained{article, {}, {}};
  explained.reading = extractor.explain(
      {article.title, article.text, article.outlet, article.published}, explained.explanation);
  if (json) {
    std::cout << boost::json::serialize(format_explanation(explained)) << '\n';
  } else {
    print_explanation(std::cout, explained);
  }
}

int extract(const Extract& options) {
  const claims::Extractor extractor;
  return each_article(options.files, [&](const feeds::Article& article) {
    if (options.explain) {
      explain_claims(article, extractor, options.json);
    } else {
      print_claims(article, extractor);
    }
  });
}

}  // namespace

CLI::App* add_extract_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb =
      app.add_subcommand("extract", "Every claim of articles (JSON lines or plain text)");
  auto options = std::make_shared<Extract>();
  verb->add_option("FILE", options->files,
                   "Files of JSON lines or plain text; none: standard input");
  verb->add_flag("--explain", options->explain,
                 "Tell people why each number was read as it was, or not at all");
  verb->add_flag("--json", options->json,
                 "Print a JSON object a line, as without --explain anyway");
  verb->callback([options, &exit_code] { exit_code = extract(*options); });
  return verb;
}

}  // namespace figured::cli
