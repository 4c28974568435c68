#include "daemon/service/control_path.h"

#include <cstdlib>

namespace figured::daemon {
namespace {

constexpr char kOfTheService[] = "/run/figured/control.sock";
constexpr char kOfTheSocketUnit[] = "/run/figured-control.sock";

// Of several folders the first.
std::string in_runtime_directory() {
  const char* folders = std::getenv("RUNTIME_DIRECTORY");
  const std::string all = folders ? folders : "";
  return all.empty() ? "" : all.substr(0, all.find(':')) + "/control.sock";
}

std::string beside_the_store(const config::Config& config) {
  return config.store.path.empty() ? "" : config.store.path + ".control";
}

}  // namespace

std::string control_path(const config::Config& config) {
  if (!config.control.path.empty()) return config.control.path;
  const std::string runtime = in_runtime_directory();
  return runtime.empty() ? beside_the_store(config) : runtime;
}

std::vector<std::string> control_paths(const config::Config& config) {
  if (!config.control.path.empty()) return {config.control.path};
  std::vector<std::string> paths;
  for (const std::string& path : {in_runtime_directory(), beside_the_store(config),
                                  std::string(kOfTheService), std::string(kOfTheSocketUnit)})
    if (!path.empty()) paths.push_back(path);
  return paths;
}

}  // namespace figured::daemon
