#include "daemon/failpoint.h"

#ifdef FIGURED_FAILPOINTS
#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <string>

namespace figured::daemon {
namespace {

struct Chosen {
  std::string name;
  std::atomic<long> left{0};

  Chosen() {
    const char* variable = std::getenv("FIGURED_FAILPOINT");
    if (!variable) return;
    name = variable;
    const std::size_t colon = name.find(':');
    if (colon != std::string::npos) left = std::atol(name.c_str() + colon + 1);
    name.resize(std::min(colon, name.size()));
  }
};

}  // namespace

void failpoint(const char* name) {
  static Chosen chosen;
  if (chosen.name == name && --chosen.left == 0) std::raise(SIGKILL);
}

}  // namespace figured::daemon
#endif
