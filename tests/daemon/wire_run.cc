#include "tests/daemon/wire_run.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <tuple>

#include "storage/sqlite/sqlite_store.h"
#include "tests/support/json_schema.h"
#include "wire/wire_config.h"
#include "wire/wire_files.h"

namespace figured::daemon {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

wire::Wire::Time system_time() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace

WireRun::WireRun(std::chrono::milliseconds every, const std::string& store_folder)
    : config_(folder_.path("figured.toml")),
      store_(store_folder.empty() ? folder_.path("figured.db") : store_folder + "/figured.db"),
      server_(io_.get_executor(), wire::read_wire(FIGURED_WIRE_ARTICLES, system_time(), every),
              {.secret = wire::make_secret(), .clock = [this] {
                 ++questions_;
                 return system_time();
               }}) {
  asio::co_spawn(io_, server_.run(), [](std::exception_ptr) {});
  wire::write_file(config_, wire::format_config(server_, store_));
}

void WireRun::set_min_free(const std::string& size) const {
  std::ifstream file(config_);
  std::string toml(std::istreambuf_iterator<char>(file), {});
  const std::string table = "[store]\n";
  toml.insert(toml.find(table) + table.size(), "min_free = \"" + size + "\"\n");
  wire::write_file(config_, toml);
}

void WireRun::serve_until(ChildProcess& figured, const std::function<bool()>& done) {
  const auto deadline = std::chrono::steady_clock::now() + 120s;
  while (!done()) {
    io_.run_one_for(50ms);
    figured.read_some();
    const bool has_ended = figured.has_ended();
    if ((has_ended && !done()) || std::chrono::steady_clock::now() > deadline)
      throw std::runtime_error("not done:\n" + figured.said());
  }
}

// The wire reads its clock at each request, so this counts requests.
void WireRun::serve_requests(ChildProcess& figured, int count) {
  const int until = questions_ + count;
  serve_until(figured, [&] { return questions_ >= until; });
}

void WireRun::serve_until_said(ChildProcess& figured, const std::string& words) {
  std::size_t found = std::string::npos;
  serve_until(figured, [&] {
    found = figured.said().find(words, searched_);
    return found != std::string::npos;
  });
  searched_ = found + words.size();
}

// A document that was sent twice counts as read, though the first reader may
// have been killed; so the store is asked as well.
bool WireRun::all_is_read_and_told() const {
  if (!server_.missing().empty()) return false;
  const storage::StoreStatus status = storage::open_sqlite_reader(store_)->status();
  return static_cast<std::size_t>(status.articles) >= published_slugs().size() &&
         status.pages_wanted == 0 && status.deliveries_pending == 0 &&
         static_cast<std::size_t>(status.alerts) == server_.hooks().deliveries().size();
}

std::set<std::string> WireRun::published_slugs() const {
  std::set<std::string> slugs;
  for (std::size_t i = 0; i < server_.wire().size(); ++i)
    slugs.insert(server_.wire().article(i).slug);
  return slugs;
}

void WireRun::expect_nothing_lost_and_nothing_doubled() const {
  const auto store = storage::open_sqlite_reader(store_);
  EXPECT_EQ(static_cast<std::size_t>(store->status().articles), published_slugs().size());
  const auto alerts = store->alerts(100'000);
  EXPECT_FALSE(alerts.empty());
  std::set<std::string> ids;
  // What an alert tells: a step of a dispute, or a correction, which has none.
  std::set<std::tuple<std::int64_t, std::int64_t, std::string>> told;
  std::vector<std::string> bodies;
  for (const alerts::Alert& alert : alerts) {
    bodies.push_back(alert.body);
    EXPECT_TRUE(ids.insert(alert.id).second) << alert.id;
    const std::string correction = alert.dispute_id == 0 ? alert.summary : "";
    EXPECT_TRUE(told.emplace(alert.dispute_id, alert.dispute_sequence, correction).second)
        << alert.summary;
    EXPECT_TRUE(server_.hooks().deliveries().contains(alert.id)) << alert.summary;
  }
  // The newest comes first, and none is missing between the first and the last.
  EXPECT_EQ(static_cast<std::size_t>(alerts.front().sequence), alerts.size());
  // Nothing was told that is not stored.
  for (const auto& [id, count] : server_.hooks().deliveries()) EXPECT_TRUE(ids.contains(id)) << id;
  EXPECT_EQ(server_.hooks().rejected(), 0);
  EXPECT_EQ(tests::complaints_of_schema(FIGURED_DOCS "/alert.schema.json", bodies).value_or(""),
            "");
}

}  // namespace figured::daemon
