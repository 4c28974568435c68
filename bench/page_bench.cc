// feeds::read_page, from a page to its main text, against libxml2 building its
// tree of the same page.
#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "feeds/page/main_text.h"
#include "feeds/page/page_reader.h"
#include "feeds/page/page_tree.h"

namespace figured::bench {
namespace {

std::string repeat(const std::string& text, int count) {
  std::string all;
  while (count-- > 0) all += text;
  return all;
}

// As large as pages of newspapers are, and as much of it not the article: about
// 150 KB, of which 5 KB are to be read.
std::string made_page() {
  const std::string link =
      "<li class=\"menu__item js-item\"><a class=\"menu__link\" href=\"/world/region/1\" "
      "data-track=\"nav:main:12\">World and regions</a></li>";
  const std::string card =
      "<div class=\"card card--teaser\"><a href=\"/world/story-12345\"><img alt=\"\" "
      "src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\" "
      "srcset=\"/i/1.jpg 320w, /i/2.jpg 640w\"></a><h3><a href=\"/world/story-12345\">The river "
      "rises again, and the town waits</a></h3><p>A summary of another story.</p></div>";
  const std::string paragraph =
      "<p>The river Osk burst its banks near <a href=\"/t\">Tarnow</a> on Sunday night and killed "
      "31 people, the regional governor, Mira Halden, said on Monday &mdash; 1,200 were taken to "
      "schools.</p>";
  const std::string script =
      "<script>window.state={" + repeat("\"k\":[1,2,3],", 2'000) + "\"end\":0};</script>";
  return "<!doctype html><html><head><title>Flood near Tarnow</title>" + script + "<style>" +
         repeat(".a > b { color: red }\n", 500) + "</style></head><body><nav><ul>" +
         repeat(link, 120) + "</ul></nav><main><article><h1>Flood near Tarnow</h1>" +
         repeat(paragraph + "<div class=\"ad-slot\"></div>", 22) +
         "</article><aside class=\"related\">" + repeat(card, 80) + "</aside></main><footer><ul>" +
         repeat(link, 80) + "</ul></footer>" + script + "</body></html>";
}

// Every file of the folder FIGURED_BENCH_PAGES names, else the made one.
const std::vector<std::string>& pages() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> read;
    if (const char* folder = std::getenv("FIGURED_BENCH_PAGES")) {
      for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        read.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
      }
    }
    if (read.empty()) read.push_back(made_page());
    return read;
  }();
  return all;
}

template <typename Read>
void each_page(benchmark::State& state, Read read) {
  std::int64_t bytes = 0;
  std::int64_t count = 0;
  for (auto _ : state) {
    for (const std::string& page : pages()) {
      read(page);
      bytes += static_cast<std::int64_t>(page.size());
      ++count;
    }
  }
  state.SetBytesProcessed(bytes);
  state.SetItemsProcessed(count);
}

void page_to_main_text(benchmark::State& state) {
  feeds::Article known;
  known.title = "Flood near Tarnow";
  each_page(state, [&](const std::string& page) {
    benchmark::DoNotOptimize(feeds::read_page(page, "text/html", "https://a.example/", known));
  });
}
BENCHMARK(page_to_main_text)->Unit(benchmark::kMicrosecond);

// Of it, the part up to the tree.
void page_to_tree(benchmark::State& state) {
  each_page(state,
            [](const std::string& page) { benchmark::DoNotOptimize(feeds::read_page_tree(page)); });
}
BENCHMARK(page_to_tree)->Unit(benchmark::kMicrosecond);

void bare_libxml2(benchmark::State& state) {
  each_page(state, [](const std::string& page) {
    htmlDocPtr tree =
        htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT);
    benchmark::DoNotOptimize(tree);
    xmlFreeDoc(tree);
  });
}
BENCHMARK(bare_libxml2)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace figured::bench
