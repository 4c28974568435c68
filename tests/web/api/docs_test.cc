// The examples of docs/api.md are run as they stand there.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/web/api/page_run.h"

namespace figured::web {
namespace {

std::vector<std::string> examples() {
  std::ifstream file(FIGURED_SOURCE "/docs/api.md");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  std::vector<std::string> blocks;
  const std::string begin = "```sh\n";
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    blocks.push_back(text.substr(from, text.find("```", from) - from));
  }
  return blocks;
}

TEST_F(PageRun, TheExamplesOfTheDocsRun) {
  if (std::system("curl --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "curl is not installed";
  serve();
  ASSERT_EQ(dispute_, 1);
  const std::string script = folder_.path("example.sh");
  for (const std::string& example : examples()) {
    std::ofstream(script) << "set -eu\nexport no_proxy='*'\nPAGE=" << page_->address()
                          << "\nTOKEN=" << kToken << '\n'
                          << example;
    const std::string command = "bash " + script + " > " + folder_.path("out") + " 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << example << [&] {
      std::ifstream out(folder_.path("out"));
      return std::string(std::istreambuf_iterator<char>(out), {});
    }();
  }
}

}  // namespace
}  // namespace figured::web
