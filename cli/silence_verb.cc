#include "cli/silence_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "alerts/alert_match.h"
#include "cli/store_option.h"
#include "cli/table.h"
#include "cli/time_option.h"
#include "cli/words.h"
#include "feeds/language_tag.h"
#include "storage/store.h"

namespace figured::cli {
namespace {

struct SilenceAdd {
  explicit SilenceAdd(CLI::App& verb) : store(verb) {
    verb.add_option("--dispute", match.disputes, "Of this dispute");
    verb.add_option("--measure", match.measures, "Of measures like this: people.*");
    verb.add_option("--subject", match.subjects, "Of subjects like this");
    verb.add_option("--place", match.places, "Of places like this");
    verb.add_option("--outlet", match.outlets, "That quote an outlet like this");
    verb.add_option("--language", match.languages,
                    "That quote an article in it: en; unknown: one that declares none");
    verb.add_option("--for", ends, "How long: 2h, 7d; or until when: 2026-12-01")->required();
    verb.add_option("--reason", silence.reason, "Why, for those who wonder")->required();
    verb.add_option("--author", silence.author, "Who says so")->envname("USER")->required();
  }
  StoreOption store;
  alerts::AlertMatch match;
  storage::Silence silence;
  std::string ends;
};

// As they are declared: "pt_BR" is pt-BR.
bool read_languages(std::vector<std::string>& languages) {
  for (std::string& language : languages) {
    if (language == alerts::kUnknownLanguage) continue;
    const std::string tag = feeds::language_tag(language);
    if (tag.empty()) {
      std::cerr << "figurectl: " << language
                << " is no language; allowed: a tag of BCP 47 such as \"en\" or \"pt-BR\", or "
                   "\"unknown\"\n";
      return false;
    }
    language = tag;
  }
  return true;
}

int add_silence(SilenceAdd& options) {
  if (!read_languages(options.match.languages)) return 2;
  if (options.match == alerts::AlertMatch{}) {
    std::cerr << "figurectl: silence what? --dispute, --measure, --subject, --place, --outlet, "
                 "--language; --measure '*' for all\n";
    return 2;
  }
  storage::Silence& silence = options.silence;
  silence.created_at = clock_now();
  silence.ends_at = parse_until(options.ends, silence.created_at);
  silence.matching = format_match(options.match);
  if (silence.ends_at <= silence.created_at) {
    std::cerr << "figurectl: " << options.ends << " is past\n";
    return 2;
  }
  const auto desk = options.store.open_desk();
  storage::Transaction transaction(*desk);
  desk->put_silence(silence);
  transaction.commit();
  std::cout << "Silence " << silence.id << " holds until " << time_words(silence.ends_at)
            << ". What it keeps quiet stands in figurectl alerts list.\n";
  return 0;
}

boost::json::object format_silence(const storage::Silence& silence) {
  return {{"id", silence.id},
          {"match", boost::json::parse(silence.matching)},
          {"author", silence.author},
          {"reason", silence.reason},
          {"created_at", time_words(silence.created_at)},
          {"ends_at", time_words(silence.ends_at)}};
}

void list_silences(const storage::StoreReader& store, bool all, bool json) {
  Table table({"ID", "MATCH", "ENDS", "AUTHOR", "REASON"});
  for (const storage::Silence& silence : store.silences(all ? storage::Seconds() : clock_now())) {
    if (json) std::cout << boost::json::serialize(format_silence(silence)) << '\n';
    table.add({std::to_string(silence.id), tame(silence.matching), time_words(silence.ends_at),
               tame(silence.author), tame(silence.reason)});
  }
  if (!json) table.print(std::cout, terminal_width());
}

int end_silence(storage::Desk& desk, std::int64_t id) {
  storage::Transaction transaction(desk);
  for (storage::Silence& silence : desk.silences(clock_now())) {
    if (silence.id != id) continue;
    silence.ends_at = clock_now();
    desk.put_silence(silence);
    transaction.commit();
    std::cout << "Silence " << id << " has ended.\n";
    return 0;
  }
  std::cerr << "figurectl: there is no silence " << id << " that still holds\n";
  return 1;
}

}  // namespace

CLI::App* add_silence_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("silence", "Alerts that nobody is told for a while")
                       ->require_subcommand(1);
  CLI::App* add = verb->add_subcommand("add", "Keep alerts quiet that match all that is given");
  add->callback([options = std::make_shared<SilenceAdd>(*add), &exit_code] {
    exit_code = add_silence(*options);
  });
  CLI::App* list = verb->add_subcommand("list", "The silences that hold");
  struct List {
    explicit List(CLI::App& verb) : store(verb) {
      verb.add_flag("--all", all, "Those too that have ended");
      verb.add_flag("--json", json, "Print a JSON object a line");
    }
    StoreOption store;
    bool all = false;
    bool json = false;
  };
  list->callback([options = std::make_shared<List>(*list), &exit_code] {
    list_silences(*options->store.open(), options->all, options->json);
    exit_code = 0;
  });
  CLI::App* end = verb->add_subcommand("end", "End a silence now");
  auto store = std::make_shared<StoreOption>(*end);
  auto id = std::make_shared<std::int64_t>();
  end->add_option("ID", *id, "Number of the silence")->required();
  end->callback([store, id, &exit_code] { exit_code = end_silence(*store->open_desk(), *id); });
  return verb;
}

}  // namespace figured::cli
