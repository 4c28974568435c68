#include "cli/feeds_edit_verbs.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <functional>
#include <iostream>
#include <memory>

#include "cli/control_client.h"
#include "cli/feed_probe.h"
#include "cli/feeds_verb.h"
#include "cli/store_option.h"
#include "cli/words.h"
#include "config/quantity.h"
#include "feeds/feed_host.h"
#include "feeds/time_zone.h"
#include "net/http_client.h"
#include "storage/store.h"

namespace figured::cli {
namespace {

struct AddVerb {
  explicit AddVerb(CLI::App& verb) : store(verb) {
    verb.add_option("URL", url, "The feed, or a page that names one")->required();
    verb.add_option("--outlet", outlet, "Who publishes it; default: the feed's title");
    verb.add_option("--group", group, "Owner of several outlets");
    verb.add_option("--interval", interval, "Rest between two polls, \"5m\"");
    verb.add_option("--zone", zone, "Time zone of its dates that name none, \"Asia/Kolkata\"");
    verb.add_flag("--unchecked", unchecked, "Add it without asking its server first");
  }
  StoreOption store;
  std::string url;
  std::string outlet;
  std::string group;
  std::string interval;
  std::string zone;
  bool unchecked = false;
};

struct FeedVerb {
  explicit FeedVerb(CLI::App& verb) : store(verb) {
    verb.add_option("ID", id, "Number of the feed")->required();
  }
  StoreOption store;
  std::int64_t id = 0;
};

storage::Seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

int fail(const std::string& why) {
  std::cerr << "figurectl: " << why << '\n';
  return 1;
}

int refuse_usage(const std::string& why) {
  std::cerr << "figurectl: " << why << '\n';
  return 2;
}

// Says which feeds the page names.
int offer(const feeds::FeedProbe& probe) {
  fail(tame(probe.error));
  for (const feeds::LinkedFeed& feed : probe.feeds)
    std::cout << net::redact_url(feed.url) << (feed.title.empty() ? "" : "  " + tame(feed.title))
              << '\n';
  return 1;
}

int store_feed(const AddVerb& verb, const feeds::FeedSource& source) {
  const auto desk = verb.store.open_desk();
  storage::Transaction transaction(*desk);
  const std::int64_t id = desk->add_feed(source, now());
  transaction.commit();
  wake_daemon(verb.store.path(), verb.store.settings());
  std::cout << "Feed " << id << " is added: " << tame(source.outlet) << ", "
            << net::redact_url(source.url) << ".\n";
  return 0;
}

// A page that names just one feed stands for it.
feeds::FeedProbe probe(const AddVerb& verb, const config::Config& config) {
  if (verb.unchecked) return {verb.url, {}, {}, {}};
  feeds::FeedProbe found = probe_feed(verb.url, config);
  if (!found.error.empty() && found.feeds.size() == 1) {
    std::cerr << "figurectl: " << tame(found.error) << '\n';
    found = probe_feed(found.feeds.front().url, config);
  }
  return found;
}

int add(const AddVerb& verb) {
  if (feeds::feed_host(verb.url).empty() || !verb.url.starts_with("http"))
    return refuse_usage("\"" + net::redact_url(verb.url) + "\" is no http or https address");
  const config::Config config = verb.store.settings();
  feeds::FeedSource source;
  source.interval = config.poll.interval;
  if (!verb.interval.empty()) {
    const auto interval = config::parse_duration(verb.interval);
    if (!interval || *interval < std::chrono::seconds(1))
      return refuse_usage("--interval: \"" + verb.interval + "\" is no duration such as \"5m\"");
    source.interval = *interval;
  }
  if (!verb.zone.empty()) {
    const auto zone = feeds::TimeZone::find(verb.zone);
    if (!zone)
      return refuse_usage("--zone: \"" + verb.zone + "\" is no time zone such as \"Asia/Kolkata\"");
    source.zone = *zone;
  }
  const feeds::FeedProbe found = probe(verb, config);
  if (!found.error.empty()) return offer(found);
  source.url = found.url;
  source.outlet = !verb.outlet.empty()  ? verb.outlet
                  : found.title.empty() ? feeds::feed_host(found.url)
                                        : found.title;
  source.group = verb.group;
  return store_feed(verb, source);
}

// Changes the feed in one transaction; `change` returns what to say, or throws.
int change_feed(const FeedVerb& verb,
                const std::function<int(storage::Desk&, const feeds::Feed&)>& change) {
  const auto desk = verb.store.open_desk();
  storage::Transaction transaction(*desk);
  const auto feed = find_feed(*desk, verb.id);
  if (!feed) return 1;
  const int status = change(*desk, *feed);
  if (status != 0) return status;
  transaction.commit();
  wake_daemon(verb.store.path(), verb.store.settings());
  return 0;
}

int say(const feeds::Feed& feed, const std::string& words) {
  std::cout << "Feed " << feed.id << " (" << tame(feed.source.outlet) << ") " << words << ".\n";
  return 0;
}

int pause(storage::Desk& desk, const feeds::Feed& feed) {
  desk.set_feed_state(feed.id, feeds::FeedState::kPaused, now());
  return say(feed, "is paused until `figurectl feeds resume " + std::to_string(feed.id) + "`");
}

int resume(storage::Desk& desk, const feeds::Feed& feed) {
  if (feed.state == feeds::FeedState::kPolled)
    return fail("feed " + std::to_string(feed.id) + " is polled already");
  desk.set_feed_state(feed.id, feeds::FeedState::kPolled, now());
  return say(feed, "is polled again, at once");
}

int poll(storage::Desk& desk, const feeds::Feed& feed) {
  if (feed.state != feeds::FeedState::kPolled)
    return fail("feed " + std::to_string(feed.id) + " is " +
                std::string(format_feed_state(feed.state)) + ": resume it first");
  desk.hasten_feed(feed.id, now());
  return say(feed, "is due at once");
}

int remove(storage::Desk& desk, const feeds::Feed& feed) {
  if (feed.wanted.by_config)
    return fail("feed " + std::to_string(feed.id) +
                " stands in the configuration: take it out there, or pause it");
  desk.remove_feed(feed.id);
  return say(feed, "is removed; its articles stay");
}

using Change = int (*)(storage::Desk&, const feeds::Feed&);

void add_change(CLI::App& feeds, const char* name, const char* help, Change change,
                int& exit_code) {
  CLI::App* verb = feeds.add_subcommand(name, help);
  verb->callback([options = std::make_shared<FeedVerb>(*verb), change, &exit_code] {
    exit_code = change_feed(*options, change);
  });
}

}  // namespace

void add_feeds_edit_verbs(CLI::App& feeds, int& exit_code) {
  CLI::App* add_verb = feeds.add_subcommand("add", "Adds a feed, or the one that a page names");
  add_verb->callback(
      [options = std::make_shared<AddVerb>(*add_verb), &exit_code] { exit_code = add(*options); });
  add_change(feeds, "pause", "Polls the feed no more for now", pause, exit_code);
  add_change(feeds, "resume", "Polls a feed again that is paused or gone", resume, exit_code);
  add_change(feeds, "poll", "Polls the feed at once", poll, exit_code);
  add_change(feeds, "remove", "Forgets a feed that was added by hand", remove, exit_code);
}

}  // namespace figured::cli
