// Any bytes as a line of the control socket: no crash; what is read is written and read
// again as it was.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "daemon/service/control_message.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace figured::daemon;
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  if (const auto request = parse_control_request(line))
    check(parse_control_request(format_control_request(*request)) == request);
  if (const auto answer = parse_control_answer(line))
    check(parse_control_answer(format_control_answer(*answer)) == answer);
  return 0;
}
