#include "cli/train_verb.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <sstream>

#include "claims/sameness/name_statistics.h"
#include "claims/sameness/training_rows.h"
#include "cli/article_lines.h"
#include "cli/labelled_claims.h"
#include "cli/store_option.h"
#include "cli/training_report.h"
#include "storage/store.h"

namespace figured::cli {
namespace {

using claims::LabelledPair;

constexpr std::uint64_t kSeed = 1;  // the same negatives each time
// A pair of two facts this likely taken for one tells too much to be left out.
constexpr double kTelling = 0.06;

struct TrainVerb {
  explicit TrainVerb(CLI::App& verb) : store(verb), weights(verb) {
    verb.add_flag("--base-only", base_only, "Look at no store")
        ->excludes("--store")
        ->excludes("--config");
    verb.add_option("--base", base, "Rows to fit to instead of the built-in ones");
    verb.add_option("--write", write, "Write the refitted weights to this file");
    verb.add_flag("--json", json, "Print one JSON object");
    auto* print_rows =
        verb.add_flag("--rows", rows, "Print the rows that labelled articles make instead");
    verb.add_option("--articles", articles, "Articles as JSON lines")->needs(print_rows);
    auto* labelled = verb.add_option("--gold", gold, "What they tell, a JSON file an event");
    labelled->needs(print_rows);
    print_rows->needs(labelled);
    verb.add_option("--negatives", negatives,
                    "Keep one in so many of the pairs of two facts that are plainly so")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->needs(print_rows);
    verb.add_option("--names", names,
                    "Print how usual words of names are in these articles instead, JSON lines, a "
                    "file a kind of news")
        ->excludes(print_rows)
        ->excludes("--base")
        ->excludes("--base-only")
        ->excludes("--write");
  }

  claims::SamenessModel present() const {
    if (weights.given()) return weights.read();
    return base_only ? claims::SamenessModel::builtin() : store.sameness();
  }

  StoreOption store;
  WeightsOption weights;
  bool base_only = false;
  std::string base;
  std::string write;
  bool json = false;
  bool rows = false;
  std::vector<std::string> articles;
  std::vector<std::string> gold;
  std::uint64_t negatives = 1;
  std::vector<std::string> names;
};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path + ": " + std::strerror(errno));
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<LabelledPair> base_rows(const TrainVerb& verb) {
  if (verb.base.empty()) {
    const auto built_in = claims::builtin_training();
    return {built_in.begin(), built_in.end()};
  }
  auto rows = claims::parse_training_rows(read_file(verb.base));
  if (const auto* wrong = std::get_if<std::string>(&rows))
    throw config::ConfigError(verb.base + ": " + *wrong);
  return std::get<std::vector<LabelledPair>>(std::move(rows));
}

std::vector<LabelledPair> labels_of(const TrainVerb& verb, std::uint32_t first) {
  if (verb.base_only) return {};
  return training_pairs(verb.store.open()->pair_labels(), first);
}

std::uint32_t next_event(const std::vector<LabelledPair>& pairs) {
  std::uint32_t last = 0;
  for (const LabelledPair& pair : pairs) last = std::max(last, pair.event);
  return last + 1;
}

// Whole or not at all: a daemon may read it.
void write_weights(const std::string& path, const claims::SamenessModel& model) {
  const std::string draft = path + ".new";
  {
    std::ofstream file(draft, std::ios::binary | std::ios::trunc);
    file << "# The weights of the features by which two claims are held for claims of one fact "
            "(pair_features.h).\n"
         << claims::format_sameness_model(model);
    if (!file.flush())
      throw std::runtime_error("cannot write " + draft + ": " + std::strerror(errno));
  }
  std::filesystem::rename(draft, path);
}

int train(const TrainVerb& verb) {
  const claims::SamenessModel present = verb.present();
  const std::vector<LabelledPair> base = base_rows(verb);
  const std::vector<LabelledPair> labels = labels_of(verb, next_event(base));
  const TrainingReport report(present, base, labels);
  if (verb.json)
    std::cout << boost::json::serialize(report.format()) << '\n';
  else
    report.print(std::cout);
  if (!verb.write.empty()) write_weights(verb.write, report.refitted());
  return 0;
}

boost::json::object read_event(const std::string& path) {
  boost::system::error_code error;
  boost::json::value event = boost::json::parse(read_file(path), error);
  if (error || !event.is_object()) throw std::invalid_argument("is no JSON object");
  return std::move(event.get_object());
}

// Draws from the pairs; what is kept weighs as much as what it stands for.
std::vector<LabelledPair> sample(std::vector<LabelledPair> pairs, std::uint64_t one_in,
                                 std::mt19937_64& draw) {
  const claims::SamenessModel& model = claims::SamenessModel::builtin();
  std::vector<LabelledPair> kept;
  for (LabelledPair& pair : pairs) {
    if (!pair.same && model.probability(pair.features) < kTelling) {
      if (draw() % one_in != 0) continue;
      pair.weight = static_cast<float>(one_in);
    }
    kept.push_back(pair);
  }
  return kept;
}

int print_rows(const TrainVerb& verb) {
  LabelledClaims labelled;
  int status = each_article(verb.articles,
                            [&](const feeds::Article& article) { labelled.add_article(article); });
  std::mt19937_64 draw(kSeed);
  std::cout << claims::format_training_header();
  for (std::uint32_t event = 0; event < verb.gold.size(); ++event) {
    try {
      const auto pairs = labelled.pairs_of(read_event(verb.gold[event]), event + 1);
      for (const LabelledPair& pair : sample(pairs, verb.negatives, draw))
        std::cout << claims::format_training_row(pair);
    } catch (const std::invalid_argument& wrong) {
      std::cerr << "figurectl: " << verb.gold[event] << ": " << wrong.what() << "; skipped\n";
      status = 1;
    }
  }
  std::cerr << "figurectl: " << labelled.found() << " of " << labelled.labels()
            << " labelled claims were read\n";
  return status;
}

int print_names(const TrainVerb& verb) {
  claims::NameStatistics statistics;
  int status = 0;
  for (const std::string& file : verb.names) {
    const int read = each_article({file}, [&](const feeds::Article& article) {
      statistics.add({article.title, article.text, article.outlet, article.published});
    });
    status = std::max(status, read);
    statistics.end_collection();
  }
  std::cout << statistics.format();
  return status;
}

}  // namespace

CLI::App* add_train_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb =
      app.add_subcommand("train", "Fit the weights of sameness to what was decided, and compare");
  verb->callback([options = std::make_shared<TrainVerb>(*verb), &exit_code] {
    exit_code = options->rows             ? print_rows(*options)
                : !options->names.empty() ? print_names(*options)
                                          : train(*options);
  });
  return verb;
}

}  // namespace figured::cli
