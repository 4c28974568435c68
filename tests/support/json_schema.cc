#include "tests/support/json_schema.h"

#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "tests/support/temp_folder.h"

namespace figured::tests {
namespace {

constexpr int kNoValidator = 3;

}  // namespace

std::optional<std::string> complaints_of_schema(const std::filesystem::path& schema,
                                                const std::vector<std::string>& documents) {
  const TempFolder folder;
  const std::string lines = folder.path("documents.jsonl");
  {
    std::ofstream out(lines);
    for (const std::string& document : documents) out << document << '\n';
  }
  // Debian's interpreter, for which its packages are.
  const std::string command = "/usr/bin/python3 " FIGURED_TEST_SUPPORT "/check_schema.py '" +
                              schema.string() + "' < '" + lines + "' 2>&1";
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("popen failed");
  std::string said;
  char piece[4096];
  while (const std::size_t size = std::fread(piece, 1, sizeof piece, pipe))
    said.append(piece, size);
  const int status = ::pclose(pipe);
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNoValidator) return std::nullopt;
  if (status != 0 && said.empty()) throw std::runtime_error("no validator ran: " + command);
  return said;
}

}  // namespace figured::tests
