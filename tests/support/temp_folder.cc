#include "tests/support/temp_folder.h"

#include <stdlib.h>

#include <stdexcept>

namespace figured::tests {

TempFolder::TempFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "figured-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make " + name);
  folder_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace figured::tests
