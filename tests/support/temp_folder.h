// A folder of its own for one test, gone with all its files afterwards.
#pragma once
#include <filesystem>
#include <string>

namespace figured::tests {

class TempFolder {
 public:
  TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder();

  std::string path(const std::string& file) const { return (folder_ / file).string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace figured::tests
