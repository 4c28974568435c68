#include "cli/extract_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

#include "claims/claim_json.h"
#include "cli/article_lines.h"
#include "daemon/pipeline.h"

namespace figured::cli {
namespace {

void print_claims(const feeds::Article& article, const claims::Extractor& extractor) {
  claims::SourcedClaim sourced;
  sourced.article = article.guid;
  sourced.outlet = article.outlet;
  sourced.url = article.url;
  sourced.title = article.title;
  sourced.published = article.published;
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

}  // namespace

CLI::App* add_extract_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb =
      app.add_subcommand("extract", "Every claim of articles (JSON lines or plain text)");
  auto files = std::make_shared<std::vector<std::string>>();
  verb->add_option("FILE", *files, "Files of JSON lines or plain text; none: standard input");
  verb->callback([files, &exit_code] {
    const claims::Extractor extractor;
    exit_code = each_article(
        *files, [&](const feeds::Article& article) { print_claims(article, extractor); });
  });
  return verb;
}

}  // namespace figured::cli
