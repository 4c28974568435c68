// line     = {"file", "format", "bozo", "feed": {...}, "items": [{...}], "repairs": [...]}
//          | {"file", "error": {"kind", "message"}}
// manifest = {"file", "http": {header: value}} lines; other members are ignored
#include "cli/parse_verb.h"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "feeds/feed_date.h"
#include "feeds/parser.h"
#include "feeds/plain_text.h"

namespace figured::cli {
namespace {

namespace json = boost::json;

struct ParseArguments {
  std::string http_headers;
  std::string manifest;
  std::string folder;
  std::vector<std::string> files;
};

struct Input {
  std::string file;  // as it is named in the line
  std::string path;
  feeds::HttpMeta meta;
};

// A member is left out where there is nothing to say.
void put(json::object& object, std::string_view key, std::string_view value) {
  if (!value.empty()) object[key] = value;
}

void put(json::object& object, std::string_view key, const std::optional<feeds::FeedDate>& date) {
  if (date) object[key] = feeds::format_feed_date(date->time);
}

void put(json::object& object, std::string_view key, const std::vector<std::string>& values) {
  if (!values.empty()) object[key] = json::array(values.begin(), values.end());
}

json::object format_feed(const feeds::FeedDocument& feed) {
  json::object object;
  put(object, "title", feed.title);
  put(object, "link", feed.link);
  put(object, "language", feed.language);
  if (feed.ttl) object["ttl"] = feed.ttl->count();
  put(object, "subtitle_text", feed.subtitle);
  put(object, "self", feed.self);
  put(object, "hub", feed.hubs);
  put(object, "update_period", feed.update_period);
  put(object, "update_frequency", feed.update_frequency);
  return object;
}

json::object format_enclosure(const feeds::Enclosure& enclosure) {
  json::object object;
  put(object, "url", enclosure.url);
  put(object, "type", enclosure.type);
  put(object, "length", enclosure.length);
  return object;
}

json::object format_item(const feeds::Item& item) {
  json::object object;
  put(object, "id", item.id);
  put(object, "title", item.title);
  put(object, "link", item.link);
  put(object, "summary_text", feeds::plain_text(item.summary));
  put(object, "content_text", feeds::plain_text(item.content));
  put(object, "author", item.author);
  put(object, "published", item.published);
  put(object, "updated", item.updated);
  put(object, "categories", item.categories);
  json::array enclosures;
  for (const auto& enclosure : item.enclosures) enclosures.push_back(format_enclosure(enclosure));
  if (!enclosures.empty()) object["enclosures"] = std::move(enclosures);
  return object;
}

json::object format_document(const feeds::FeedDocument& feed) {
  json::array items;
  for (const auto& item : feed.items) items.push_back(format_item(item));
  json::object object;
  object["format"] = feeds::format_feed_format(feed.format);
  object["bozo"] = feed.bozo;
  object["feed"] = format_feed(feed);
  object["items"] = std::move(items);
  put(object, "repairs", feed.repairs);
  return object;
}

json::object format_error(std::string_view kind, std::string_view message) {
  return {{"error", {{"kind", kind}, {"message", message}}}};
}

std::string member(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  const auto* string = value ? value->if_string() : nullptr;
  return string ? std::string(*string) : std::string();
}

// Header names in any case.
feeds::HttpMeta read_meta(const json::object& headers) {
  json::object low;
  for (const auto& [name, value] : headers) low[CLI::detail::to_lower(std::string(name))] = value;
  return {member(low, "content-type"), member(low, "content-location"),
          member(low, "content-language"), member(low, "url")};
}

// Empty where the file cannot be read.
std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) return std::nullopt;
  return bytes;
}

// Prints the line of one document; false where the file could not be read.
bool print_document(const Input& input) {
  json::object line;
  line["file"] = input.file;
  const auto bytes = read_file(input.path);
  json::object rest;
  if (!bytes) {
    std::cerr << "figurectl parse: cannot read " << input.path << '\n';
    rest = format_error("unreadable", "The file cannot be read");
  } else if (const auto feed = feeds::parse_feed(*bytes, input.meta)) {
    rest = format_document(*feed);
  } else {
    rest = format_error(feeds::format_feed_error_kind(feed.error().kind), feed.error().message);
  }
  for (auto& [key, value] : rest) line[key] = std::move(value);
  std::cout << json::serialize(line) << '\n';
  return bytes.has_value();
}

// Empty where the text is no JSON object; says so.
std::optional<json::object> read_object(std::string_view text, std::string_view where) {
  boost::system::error_code error;
  json::value value = json::parse(text, error);
  if (!error && value.is_object()) return std::move(value.get_object());
  std::cerr << "figurectl parse: " << where << ": no JSON object\n";
  return std::nullopt;
}

int parse_files(const ParseArguments& arguments) {
  feeds::HttpMeta meta;
  if (!arguments.http_headers.empty()) {
    const auto headers = read_object(arguments.http_headers, "--http-headers");
    if (!headers) return 2;
    meta = read_meta(*headers);
  }
  int exit_code = 0;
  for (const auto& file : arguments.files) {
    const std::string path = file == "-" ? "/dev/stdin" : file;
    if (!print_document({file, path, meta})) exit_code = 1;
  }
  return exit_code;
}

int parse_manifest(const ParseArguments& arguments) {
  std::ifstream manifest(arguments.manifest);
  if (!manifest) {
    std::cerr << "figurectl parse: cannot read " << arguments.manifest << '\n';
    return 2;
  }
  int exit_code = 0;
  int number = 0;
  for (std::string line; std::getline(manifest, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    const auto entry = read_object(line, arguments.manifest + ":" + std::to_string(number));
    const std::string file = entry ? member(*entry, "file") : "";
    if (file.empty()) {
      exit_code = 1;
      continue;
    }
    const auto* http = entry->if_contains("http");
    const auto meta = http && http->is_object() ? read_meta(http->get_object()) : feeds::HttpMeta();
    const std::string folder = arguments.folder.empty() ? "" : arguments.folder + "/";
    if (!print_document({file, folder + file, meta})) exit_code = 1;
  }
  return exit_code;
}

}  // namespace

CLI::App* add_parse_verb(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<ParseArguments>();
  CLI::App* verb = app.add_subcommand("parse", "Read feed documents: a JSON line each");
  verb->add_option("--http-headers", arguments->http_headers,
                   "JSON object of HTTP headers that came with the files, and url");
  auto* manifest = verb->add_option("--manifest", arguments->manifest,
                                    "File of {\"file\",\"http\":{...}} lines to read instead");
  verb->add_option("--files", arguments->folder, "Folder of the manifest's files")->needs(manifest);
  verb->add_option("FILE", arguments->files, "Feed documents; without one, standard input")
      ->excludes(manifest);
  verb->callback([arguments, &exit_code] {
    std::ios::sync_with_stdio(false);
    if (arguments->files.empty() && arguments->manifest.empty()) arguments->files = {"-"};
    exit_code = arguments->manifest.empty() ? parse_files(*arguments) : parse_manifest(*arguments);
  });
  return verb;
}

}  // namespace figured::cli
