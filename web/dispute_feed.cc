#include "web/dispute_feed.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "alerts/excerpt.h"
#include "claims/claim_json.h"
#include "web/dispute_filter.h"
#include "web/dispute_shapes.h"

namespace figured::web {

namespace json = boost::json;

namespace {

constexpr std::size_t kEntries = 50;
constexpr std::size_t kLongestTitle = 300;
constexpr std::size_t kMostOutlets = 8;  // named on a side

// Text as XML 1.0 takes it: what it has no place for is left out.
std::string xml(std::string_view text) {
  std::string safe;
  for (const char sign : text) {
    switch (sign) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(sign) >= 0x20 || sign == '\n' || sign == '\t') safe += sign;
    }
  }
  return safe;
}

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + xml(text) + "</" + std::string(name) + ">\n";
}

// What stays though the address changes.
std::string tag_of(const FeedEntry& entry) {
  return "urn:figured:dispute:" + std::to_string(entry.id) + ":" +
         std::to_string(entry.opened_at.time_since_epoch().count());
}

std::string side_line(const claims::Side& side, const storage::DisputeView& view) {
  std::vector<const claims::SourcedClaim*> members;
  std::vector<std::string> outlets;
  for (const auto& claim : view.claims) {
    if (std::find(side.claim_ids.begin(), side.claim_ids.end(), claim.id) == side.claim_ids.end())
      continue;
    members.push_back(&claim);
    if (std::find(outlets.begin(), outlets.end(), claim.outlet) == outlets.end())
      outlets.push_back(claim.outlet);
  }
  std::string line = side_words(side, members).label + ": ";
  for (std::size_t at = 0; at < outlets.size() && at < kMostOutlets; ++at)
    line += (at == 0 ? "" : ", ") + alerts::one_line(outlets[at], 100);
  return outlets.size() > kMostOutlets ? line + " …" : line;
}

FeedEntry entry_of(const storage::DisputeView& view, const std::string& home) {
  FeedEntry entry;
  entry.id = view.dispute.id;
  entry.link = dispute_link(home, view.dispute.id);
  entry.category = view.fact.measure;
  entry.opened_at = view.dispute.opened_at;
  entry.changed_at = view.dispute.changed_at;
  std::string values;
  for (const claims::Side& side : view.dispute.sides) {
    const std::string line = side_line(side, view);
    values += (values.empty() ? "" : " / ") + line.substr(0, line.find(':'));
    entry.text += line + "\n";
  }
  entry.text += "State: " + std::string(claims::format_dispute_state(view.dispute.state)) + "\n";
  entry.title = alerts::one_line(view.fact.label + ": " + values, kLongestTitle);
  return entry;
}

// Where links lead: the configured address, else the one that was asked.
std::string home_of(const Context& context, const Call& call) {
  return context.url.empty() ? "http://" + std::string(call.request.header("Host")) : context.url;
}

struct Feed {
  FeedHead head;
  std::vector<FeedEntry> entries;
};

DisputeBoard::Page page_of(Context& context, const Call& call, const storage::StoreReader& store) {
  return context.board.list(store, filter_of(call.query), {}, kEntries);
}

Feed read_feed(Context& context, const Call& call, const storage::StoreReader& store) {
  Feed feed;
  feed.head.home = home_of(context, call);
  feed.head.self = feed.head.home + call.request.target;
  feed.head.title = "Figures in dispute";
  const auto page = page_of(context, call, store);
  for (const std::int64_t id : page.ids)
    if (const auto view = store.listed_dispute(id))
      feed.entries.push_back(entry_of(*view, feed.head.home));
  if (!feed.entries.empty()) feed.head.updated = feed.entries.front().changed_at;
  return feed;
}

}  // namespace

std::string format_atom(const FeedHead& head, const std::vector<FeedEntry>& entries) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n";
  out += element("id", head.self) + element("title", head.title) +
         element("updated", claims::format_time(head.updated));
  out += "<author><name>figured</name></author>\n<generator>figured</generator>\n";
  out += "<link rel=\"self\" type=\"application/atom+xml\" href=\"" + xml(head.self) + "\"/>\n";
  out += "<link rel=\"alternate\" type=\"text/html\" href=\"" + xml(head.home) + "/\"/>\n";
  for (const FeedEntry& entry : entries) {
    out += "<entry>\n" + element("id", tag_of(entry)) + element("title", entry.title) +
           element("published", claims::format_time(entry.opened_at)) +
           element("updated", claims::format_time(entry.changed_at));
    out += "<link rel=\"alternate\" type=\"text/html\" href=\"" + xml(entry.link) + "\"/>\n";
    if (!entry.category.empty()) out += "<category term=\"" + xml(entry.category) + "\"/>\n";
    out += "<content type=\"text\">" + xml(entry.text) + "</content>\n</entry>\n";
  }
  return out + "</feed>\n";
}

std::string format_json_feed(const FeedHead& head, const std::vector<FeedEntry>& entries) {
  json::array items;
  for (const FeedEntry& entry : entries) {
    json::object item{{"id", tag_of(entry)},
                      {"url", entry.link},
                      {"title", entry.title},
                      {"content_text", entry.text},
                      {"date_published", claims::format_time(entry.opened_at)},
                      {"date_modified", claims::format_time(entry.changed_at)}};
    if (!entry.category.empty()) item["tags"] = json::array{json::value(entry.category)};
    items.push_back(std::move(item));
  }
  return json::serialize(json::object{{"version", "https://jsonfeed.org/version/1.1"},
                                      {"title", head.title},
                                      {"home_page_url", head.home + "/"},
                                      {"feed_url", head.self},
                                      {"language", "en"},
                                      {"items", std::move(items)}});
}

void add_feed_out_routes(Page& page, const std::shared_ptr<Context>& context) {
  const FromStore atom = [context](const Call& call, const storage::StoreReader& store) {
    const Feed feed = read_feed(*context, call, store);
    return Answer{200,
                  {{"Content-Type", "application/atom+xml; charset=utf-8"}},
                  format_atom(feed.head, feed.entries)};
  };
  const FromStore json_feed = [context](const Call& call, const storage::StoreReader& store) {
    const Feed feed = read_feed(*context, call, store);
    return Answer{200,
                  {{"Content-Type", "application/feed+json; charset=utf-8"}},
                  format_json_feed(feed.head, feed.entries)};
  };
  const StateOf state = [context](const Call& call, const storage::StoreReader& store) {
    return stamp_of(page_of(*context, call, store), store);
  };
  page.add("GET", "/disputes.atom", {Need::kRead, atom, Keep::kUntilChange, state});
  page.add("GET", "/disputes.json", {Need::kRead, json_feed, Keep::kUntilChange, state});
}

}  // namespace figured::web
