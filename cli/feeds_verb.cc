#include "cli/feeds_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <memory>

#include "cli/feed_words.h"
#include "cli/feeds_edit_verbs.h"
#include "cli/feeds_opml_verbs.h"
#include "cli/store_option.h"
#include "storage/store.h"
#include "web/json_shapes.h"

namespace figured::cli {
namespace {

struct FeedsList {
  explicit FeedsList(CLI::App& verb) : store(verb) {
    verb.add_flag("--json", json, "Print a JSON object a line");
  }
  StoreOption store;
  bool json = false;
};

struct FeedsShow {
  explicit FeedsShow(CLI::App& verb) : store(verb) {
    verb.add_option("ID", id, "Number of the feed")->required();
    verb.add_option("--limit", limit, "At most so many fetches")->capture_default_str();
    verb.add_flag("--json", json, "Print one JSON object");
  }
  StoreOption store;
  std::int64_t id = 0;
  std::size_t limit = static_cast<std::size_t>(storage::kFetchesKept);
  bool json = false;
};

int list(const FeedsList& options) {
  const auto feeds = options.store.open()->feeds();
  if (!options.json) {
    print_feeds(std::cout, feeds);
    return 0;
  }
  for (const feeds::Feed& feed : feeds)
    std::cout << boost::json::serialize(web::format_feed(feed)) << '\n';
  return 0;
}

int show(const FeedsShow& options) {
  const auto store = options.store.open();
  const auto feed = find_feed(*store, options.id);
  if (!feed) return 1;
  const auto fetches = store->fetches(options.id, options.limit);
  auto subscriptions = store->subscriptions();
  std::erase_if(subscriptions, [&](const auto& each) { return each.feed_id != options.id; });
  if (!options.json) {
    print_feed(std::cout, *feed, subscriptions, fetches);
    return 0;
  }
  boost::json::object shape = web::format_feed_view(*feed, fetches);
  boost::json::array& hubs = shape["subscriptions"].emplace_array();
  for (const auto& each : subscriptions) hubs.push_back(web::format_subscription(each));
  std::cout << boost::json::serialize(shape) << '\n';
  return 0;
}

}  // namespace

std::optional<feeds::Feed> find_feed(const storage::StoreReader& store, std::int64_t id) {
  for (feeds::Feed& feed : store.feeds())
    if (feed.id == id) return std::move(feed);
  std::cerr << "figurectl: there is no feed " << id << "; `figurectl feeds list` names them\n";
  return std::nullopt;
}

CLI::App* add_feeds_verb(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand("feeds", "The polled feeds")->require_subcommand(1);
  CLI::App* list_verb = verb->add_subcommand("list", "Every feed with its health");
  list_verb->callback([options = std::make_shared<FeedsList>(*list_verb), &exit_code] {
    exit_code = list(*options);
  });
  CLI::App* show_verb =
      verb->add_subcommand("show", "One feed: its health, its next poll and why, its fetches");
  show_verb->callback([options = std::make_shared<FeedsShow>(*show_verb), &exit_code] {
    exit_code = show(*options);
  });
  add_feeds_edit_verbs(*verb, exit_code);
  add_feeds_opml_verbs(*verb, exit_code);
  return verb;
}

}  // namespace figured::cli
