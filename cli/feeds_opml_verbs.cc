#include "cli/feeds_opml_verbs.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <set>

#include "cli/store_option.h"
#include "cli/words.h"
#include "feeds/feed_host.h"
#include "feeds/opml.h"
#include "storage/store.h"

namespace figured::cli {
namespace {

struct ImportVerb {
  explicit ImportVerb(CLI::App& verb) : store(verb) {
    verb.add_option("FILE", file, "An OPML document; default: standard input");
  }
  StoreOption store;
  std::string file;
};

struct ExportVerb {
  explicit ExportVerb(CLI::App& verb) : store(verb) {
    verb.add_option("FILE", file, "Where it is written; default: standard output");
  }
  StoreOption store;
  std::string file;
};

storage::Seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

int fail(const std::string& file, const std::string& why, int status) {
  std::cerr << "figurectl: " << (file.empty() ? "standard input" : file) << ": " << why << '\n';
  return status;
}

std::optional<std::string> read_all(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::istream& in = file.empty() ? std::cin : stream;
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in.bad() && (file.empty() || stream.is_open())) return bytes;
  fail(file, std::string("cannot be read: ") + std::strerror(errno), 1);
  return std::nullopt;
}

feeds::FeedSource source_of(const feeds::OpmlFeed& feed, std::chrono::seconds interval) {
  return {.url = feed.url,
          .outlet = feed.title.empty() ? feeds::feed_host(feed.url) : feed.title,
          .group = feed.group,
          .interval = feed.interval.value_or(interval)};
}

// Feeds that are there already stay as they are.
int store_feeds(const ImportVerb& verb, const feeds::OpmlDocument& opml) {
  const std::chrono::seconds interval = verb.store.settings().poll.interval;
  const auto desk = verb.store.open_desk();
  storage::Transaction transaction(*desk);
  std::set<std::string> known;
  for (const feeds::Feed& feed : desk->feeds()) known.insert(feed.source.url);
  std::int64_t added = 0;
  for (const feeds::OpmlFeed& feed : opml.feeds) {
    if (known.contains(feed.url)) continue;
    desk->add_feed(source_of(feed, interval), now());
    ++added;
  }
  transaction.commit();
  const auto all = static_cast<std::int64_t>(opml.feeds.size());
  std::cout << count_words(added, "feed") << " added, " << all - added << " known already.\n";
  return 0;
}

int import(const ImportVerb& verb) {
  const auto bytes = read_all(verb.file);
  if (!bytes) return 1;
  const auto opml = feeds::parse_opml(*bytes);
  if (!opml) return fail(verb.file, opml.error().message, 2);
  const int status = store_feeds(verb, *opml);
  for (const std::string& phrase : opml->left_out) fail(verb.file, tame(phrase), 1);
  return opml->left_out.empty() ? status : 1;
}

int export_feeds(const ExportVerb& verb) {
  std::vector<feeds::OpmlFeed> feeds;
  for (const feeds::Feed& feed : verb.store.open()->feeds())
    feeds.push_back({.url = feed.source.url,
                     .title = feed.source.outlet,
                     .group = feed.source.group,
                     .interval = feed.source.interval});
  const std::string opml = feeds::format_opml(feeds, now());
  if (verb.file.empty()) {
    std::cout << opml;
    return std::cout.flush() ? 0 : 1;
  }
  std::ofstream out(verb.file, std::ios::binary);
  if (out << opml && out.flush()) return 0;
  return fail(verb.file, std::string("cannot be written: ") + std::strerror(errno), 1);
}

}  // namespace

void add_feeds_opml_verbs(CLI::App& feeds, int& exit_code) {
  CLI::App* import_verb = feeds.add_subcommand("import", "Adds the feeds of an OPML document");
  import_verb->callback([options = std::make_shared<ImportVerb>(*import_verb), &exit_code] {
    exit_code = import(*options);
  });
  CLI::App* export_verb = feeds.add_subcommand(
      "export", "Writes all feeds as OPML, with whatever secrets their addresses carry");
  export_verb->callback([options = std::make_shared<ExportVerb>(*export_verb), &exit_code] {
    exit_code = export_feeds(*options);
  });
}

}  // namespace figured::cli
