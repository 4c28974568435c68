#include "tests/net/scripted_network.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>

#include "net/address_guard.h"

namespace figured::tests {
namespace {

struct State {
  std::mutex mutex;
  bool active = false;
  bool let_in = false;
  std::map<std::string, std::vector<std::vector<std::string>>> names;
  std::vector<std::string> connected;
  std::vector<std::string> inward;
};

State& state() {
  static State all;
  return all;
}

template <typename Function>
Function system_function(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

std::string text_of(const sockaddr& address) {
  char text[INET6_ADDRSTRLEN] = {};
  const void* bytes =
      address.sa_family == AF_INET
          ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in&>(address).sin_addr)
          : &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  return inet_ntop(address.sa_family, bytes, text, sizeof text);
}

// The guard's own word: a test of the guard against itself only in what is public,
// which address_guard_test.cc looks at.
bool is_public(const sockaddr& address) { return net::AddressGuard().allows("", 0, address); }

// The addresses of this look-up; empty where there is no such name.
std::vector<std::string> look_up(const std::string& host) {
  State& all = state();
  const std::lock_guard lock(all.mutex);
  const auto found = all.names.find(host);
  if (found == all.names.end()) return {};
  auto addresses = found->second.front();
  if (found->second.size() > 1) found->second.erase(found->second.begin());
  return addresses;
}

bool is_active() {
  const std::lock_guard lock(state().mutex);
  return state().active;
}

}  // namespace

ScriptedNetwork::ScriptedNetwork() { state().active = true; }

ScriptedNetwork::~ScriptedNetwork() {
  State& all = state();
  const std::lock_guard lock(all.mutex);
  all.active = all.let_in = false;
  all.names.clear();
  all.connected.clear();
  all.inward.clear();
}

void ScriptedNetwork::name(const std::string& host, std::vector<std::vector<std::string>> lookups) {
  const std::lock_guard lock(state().mutex);
  state().names[host] = std::move(lookups);
}

void ScriptedNetwork::let_in() { state().let_in = true; }

std::vector<std::string> ScriptedNetwork::connected() const {
  const std::lock_guard lock(state().mutex);
  return state().connected;
}

std::vector<std::string> ScriptedNetwork::inward() const {
  const std::lock_guard lock(state().mutex);
  return state().inward;
}

}  // namespace figured::tests

// These two are found before the C library's, by libcurl as by all others.
extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                           addrinfo** result) {
  using namespace figured::tests;
  static const auto original = system_function<decltype(&getaddrinfo)>("getaddrinfo");
  sockaddr_in6 literal;
  const bool is_literal = host == nullptr || inet_pton(AF_INET, host, &literal) == 1 ||
                          inet_pton(AF_INET6, host, &literal) == 1;
  if (is_literal || !is_active()) return original(host, service, hints, result);
  *result = nullptr;
  addrinfo numeric = hints ? *hints : addrinfo{};
  numeric.ai_flags = AI_NUMERICHOST;
  addrinfo** end = result;
  for (const std::string& address : look_up(host)) {
    if (original(address.c_str(), service, &numeric, end) != 0) continue;
    while (*end) end = &(*end)->ai_next;
  }
  return *result ? 0 : EAI_NONAME;
}

extern "C" int connect(int descriptor, const sockaddr* address, socklen_t size) {
  using namespace figured::tests;
  static const auto original = system_function<decltype(&connect)>("connect");
  const bool internet = address->sa_family == AF_INET || address->sa_family == AF_INET6;
  if (!internet || !is_active()) return original(descriptor, address, size);
  State& all = state();
  const std::lock_guard lock(all.mutex);
  all.connected.push_back(text_of(*address));
  if (!is_public(*address)) {
    all.inward.push_back(text_of(*address));
    if (all.let_in) return original(descriptor, address, size);
    errno = ECONNREFUSED;
    return -1;
  }
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::memcpy(&here.sin_port, &reinterpret_cast<const sockaddr_in*>(address)->sin_port, 2);
  if (address->sa_family == AF_INET6) {
    errno = ENETUNREACH;
    return -1;
  }
  return original(descriptor, reinterpret_cast<const sockaddr*>(&here), sizeof here);
}
