#include "wire/wire_files.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>

namespace figured::wire {
namespace {
namespace fs = std::filesystem;

// What all articles of one file share.
struct Event {
  const fs::path& file;
  std::chrono::sys_seconds opens;
  std::string weekday;
};

[[noreturn]] void refuse(const fs::path& file, const std::string& what) {
  throw WireFileError(file.filename().string() + ": " + what);
}

toml::table read_toml(const fs::path& file) {
  try {
    return toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    refuse(file, std::string(error.description()));
  }
}

std::string required(const toml::table& table, std::string_view key, const fs::path& file) {
  if (auto value = table[key].value<std::string>()) return *value;
  refuse(file, "an entry lacks " + std::string(key));
}

std::chrono::sys_seconds moment(const toml::table& table, const Event& event) {
  if (const auto ago = table["ago"].value<std::int64_t>())
    return event.opens - std::chrono::minutes(*ago);
  refuse(event.file, "an entry lacks ago");
}

std::string weekday_of(std::chrono::sys_seconds time) {
  static constexpr std::array<const char*, 7> kNames{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                     "Thursday", "Friday", "Saturday"};
  return kNames[std::chrono::weekday(std::chrono::floor<std::chrono::days>(time)).c_encoding()];
}

std::string with_weekday(std::string text, const std::string& weekday) {
  static constexpr std::string_view kMark = "{weekday}";
  for (auto at = text.find(kMark); at != std::string::npos; at = text.find(kMark, at))
    text.replace(at, kMark.size(), weekday);
  return text;
}

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find("\n\n", start), text.size());
    if (end > start) paragraphs.push_back(text.substr(start, end - start));
    start = end + 2;
  }
  if (!paragraphs.empty() && paragraphs.back().ends_with('\n')) paragraphs.back().pop_back();
  return paragraphs;
}

std::vector<Outlet> read_outlets(const fs::path& file) {
  std::vector<Outlet> outlets;
  const toml::table table = read_toml(file);
  const toml::array* entries = table["outlet"].as_array();
  if (entries == nullptr) refuse(file, "no [[outlet]]");
  for (const toml::node& node : *entries) {
    const toml::table& entry = *node.as_table();
    const std::string format = required(entry, "format", file);
    if (format != "rss" && format != "atom") refuse(file, "unknown format " + format);
    outlets.push_back({required(entry, "id", file), required(entry, "name", file),
                       format == "rss" ? FeedFormat::kRss : FeedFormat::kAtom,
                       entry["summaries_only"].value_or(false)});
  }
  return outlets;
}

// A revision takes what it does not say from the article it revises.
WireArticle first_form(const toml::table& entry, const std::vector<WireArticle>& before,
                       const Event& event) {
  const auto revised = entry["revises"].value<std::string>();
  if (!revised)
    return {.slug = required(entry, "slug", event.file),
            .outlet = required(entry, "outlet", event.file),
            .title = {},
            .dateline = entry["dateline"].value_or(std::string()),
            .paragraphs = {},
            .published = moment(entry, event),
            .updated = {}};
  const auto found = std::ranges::find(before, *revised, &WireArticle::slug);
  if (found == before.end()) refuse(event.file, "revises the unknown " + *revised);
  return *found;
}

WireArticle read_article(const toml::table& entry, const std::vector<WireArticle>& before,
                         const Event& event) {
  WireArticle article = first_form(entry, before, event);
  article.title = with_weekday(required(entry, "title", event.file), event.weekday);
  article.paragraphs =
      paragraphs_of(with_weekday(required(entry, "text", event.file), event.weekday));
  article.updated = moment(entry, event);
  return article;
}

void read_event(const fs::path& file, std::chrono::sys_seconds opens,
                std::vector<WireArticle>& articles) {
  const toml::table table = read_toml(file);
  const toml::table* about = table["event"].as_table();
  const toml::array* entries = table["article"].as_array();
  if (about == nullptr || entries == nullptr) refuse(file, "no [event] or no [[article]]");
  Event event{file, opens, {}};
  event.weekday = weekday_of(moment(*about, event));
  for (const toml::node& node : *entries)
    articles.push_back(read_article(*node.as_table(), articles, event));
}

std::vector<fs::path> toml_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  if (files.empty()) refuse(folder, "holds no articles");
  std::ranges::sort(files);
  return files;
}

}  // namespace

Wire read_wire(const fs::path& folder, Wire::Time opens, Wire::Rest every) {
  std::vector<Outlet> outlets = read_outlets(folder / "outlets.toml");
  std::vector<WireArticle> articles;
  for (const fs::path& file : toml_files(folder / "articles"))
    read_event(file, std::chrono::floor<std::chrono::seconds>(opens), articles);
  for (const WireArticle& article : articles)
    if (std::ranges::find(outlets, article.outlet, &Outlet::id) == outlets.end())
      refuse(folder, article.slug + " is of the unknown outlet " + article.outlet);
  return {std::move(outlets), std::move(articles), opens, every};
}

}  // namespace figured::wire
