#include "net/address_guard.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <span>

namespace figured::net {
namespace {

struct Network {
  AddressBytes prefix;
  int bits;
};

constexpr Network v4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d, int bits) {
  return {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d}, 96 + bits};
}

// From the IANA registries of special-purpose addresses.
constexpr Network kForbiddenV4[] = {
    v4(0, 0, 0, 0, 8),        // this network
    v4(10, 0, 0, 0, 8),       // private
    v4(100, 64, 0, 0, 10),    // shared by carriers (CGNAT)
    v4(127, 0, 0, 0, 8),      // loopback
    v4(169, 254, 0, 0, 16),   // link-local; 169.254.169.254 is the clouds' metadata
    v4(172, 16, 0, 0, 12),    // private
    v4(192, 0, 0, 0, 24),     // protocol assignments
    v4(192, 0, 2, 0, 24),     // documentation
    v4(192, 168, 0, 0, 16),   // private
    v4(198, 18, 0, 0, 15),    // benchmarks
    v4(198, 51, 100, 0, 24),  // documentation
    v4(203, 0, 113, 0, 24),   // documentation
    v4(224, 0, 0, 0, 3),      // multicast, reserved, broadcast
};
constexpr Network kMapped{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96};
constexpr Network kGlobalUnicast{{0x20}, 3};  // 2000::/3; all else is special or unassigned
constexpr Network kForbiddenV6[] = {
    {{0x20, 0x01, 0x00, 0x00}, 23},  // protocol assignments, Teredo
    {{0x20, 0x01, 0x0d, 0xb8}, 32},  // documentation
    {{0x3f, 0xff, 0x00, 0x00}, 20},  // documentation
};
constexpr Network k6to4{{0x20, 0x02}, 16};
constexpr Network kNat64{{0x00, 0x64, 0xff, 0x9b}, 96};

bool within(const AddressBytes& address, const Network& network) {
  const auto whole = static_cast<std::size_t>(network.bits / 8);
  if (!std::equal(address.begin(), address.begin() + whole, network.prefix.begin())) return false;
  if (network.bits % 8 == 0) return true;
  const int shift = 8 - network.bits % 8;
  return address[whole] >> shift == network.prefix[whole] >> shift;
}

bool within_any(const AddressBytes& address, std::span<const Network> networks) {
  return std::ranges::any_of(networks, [&](const Network& n) { return within(address, n); });
}

// The IPv4 address whose first byte stands at `first`.
AddressBytes embedded_v4(const AddressBytes& address, std::size_t first) {
  AddressBytes mapped = kMapped.prefix;
  std::copy_n(address.begin() + first, 4, mapped.begin() + 12);
  return mapped;
}

std::optional<AddressBytes> bytes_of(const sockaddr& address) {
  AddressBytes bytes = kMapped.prefix;
  if (address.sa_family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, &address, sizeof in);
    std::memcpy(bytes.data() + 12, &in.sin_addr, 4);
    return bytes;
  }
  if (address.sa_family != AF_INET6) return std::nullopt;
  sockaddr_in6 in6;
  std::memcpy(&in6, &address, sizeof in6);
  std::memcpy(bytes.data(), &in6.sin6_addr, 16);
  return bytes;
}

// Lower case, without brackets, zone or final dot.
std::string plain_host(std::string_view host) {
  if (host.starts_with('[')) host = host.substr(1, host.find(']') - 1);
  if (host.find(':') != host.npos) host = host.substr(0, host.find('%'));
  if (host.ends_with('.')) host.remove_suffix(1);
  std::string plain(host);
  std::ranges::transform(plain, plain.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return plain;
}

}  // namespace

bool is_public_address(const AddressBytes& address) {
  if (within(address, kMapped)) return !within_any(address, kForbiddenV4);
  // A translator on the way would carry these to the IPv4 address inside.
  if (within(address, k6to4)) return is_public_address(embedded_v4(address, 2));
  if (within(address, kNat64)) return is_public_address(embedded_v4(address, 12));
  return within(address, kGlobalUnicast) && !within_any(address, kForbiddenV6);
}

AddressGuard::AddressGuard(const std::vector<std::string>& allowed_hosts) {
  for (std::string_view entry : allowed_hosts) {
    std::uint16_t port = 0;
    const auto colon = entry.rfind(':');
    const bool bare_v6 = !entry.starts_with('[') && entry.find(':') != colon;
    const auto bracket = entry.rfind(']');
    if (colon != entry.npos && !bare_v6 && (bracket == entry.npos || bracket < colon)) {
      std::from_chars(entry.data() + colon + 1, entry.data() + entry.size(), port);
      entry = entry.substr(0, colon);
    }
    allowed_.push_back({plain_host(entry), port});
  }
}

bool AddressGuard::trusts(std::string_view host, std::uint16_t port) const {
  const std::string plain = plain_host(host);
  return std::ranges::any_of(allowed_, [&](const AllowedHost& allowed) {
    return allowed.host == plain && (allowed.port == 0 || allowed.port == port);
  });
}

bool AddressGuard::allows(std::string_view host, std::uint16_t port,
                          const sockaddr& address) const {
  const auto bytes = bytes_of(address);
  return bytes && (is_public_address(*bytes) || trusts(host, port));
}

bool AddressGuard::allows_by_proxy(std::string_view host, std::uint16_t port) const {
  const std::string plain = plain_host(host);
  sockaddr_in in{};
  in.sin_family = AF_INET;
  if (inet_pton(AF_INET, plain.c_str(), &in.sin_addr) == 1)
    return allows(host, port, reinterpret_cast<const sockaddr&>(in));
  sockaddr_in6 in6{};
  in6.sin6_family = AF_INET6;
  if (inet_pton(AF_INET6, plain.c_str(), &in6.sin6_addr) == 1)
    return allows(host, port, reinterpret_cast<const sockaddr&>(in6));
  return true;
}

}  // namespace figured::net
