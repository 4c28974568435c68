#include "cli/feeds_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "cli/json_shapes.h"
#include "cli/store_option.h"
#include "cli/table.h"
#include "cli/words.h"
#include "net/http_client.h"
#include "storage/store.h"

namespace figured::cli {
namespace {

struct FeedsList {
  explicit FeedsList(CLI::App& verb) : store(verb) {
    verb.add_flag("--json", json, "Print a JSON object a line");
  }
  StoreOption store;
  bool json = false;
};

std::string health_words(const feeds::Feed& feed) {
  if (feed.failures > 0) return "failing " + std::to_string(feed.failures) + "x";
  return feed.last_success ? "ok" : "not polled";
}

// The failure, where there is one, matters more than the address's end.
std::string address_words(const feeds::Feed& feed) {
  const std::string url = net::redact_url(feed.source.url);
  return feed.last_error.empty() ? url : url + "  " + feed.last_error;
}

void print_feeds(const std::vector<feeds::Feed>& feeds) {
  Table table({"ID", "OUTLET", "HEALTH", "ARTICLES", "LAST SUCCESS", "NEXT POLL", "URL"});
  for (const feeds::Feed& feed : feeds)
    table.add({std::to_string(feed.id), feed.source.outlet, health_words(feed),
               number_words(static_cast<double>(feed.articles)), time_words(feed.last_success),
               time_words(feed.next_poll), address_words(feed)});
  table.print(std::cout, terminal_width());
}

void print_feed_lines(const std::vector<feeds::Feed>& feeds) {
  for (const feeds::Feed& feed : feeds)
    std::cout << boost::json::serialize(format_feed(feed)) << '\n';
}

}  // namespace

CLI::App* add_feeds_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("feeds", "The polled feeds")->require_subcommand(1);
  CLI::App* list = verb->add_subcommand("list", "Every feed with its health");
  list->callback([options = std::make_shared<FeedsList>(*list), &exit_code] {
    const auto feeds = options->store.open()->feeds();
    options->json ? print_feed_lines(feeds) : print_feeds(feeds);
    exit_code = 0;
  });
  return verb;
}

}  // namespace figured::cli
