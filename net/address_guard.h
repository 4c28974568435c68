// AddressGuard decides to which addresses a request may connect.
//
// Feeds and their redirects are written by strangers, so only public addresses
// may be asked: private, loopback, link-local (where clouds keep their metadata),
// shared (CGNAT), multicast and reserved ones are refused, also when they are
// wrapped in an IPv6 address.  A host on the allow-list is trusted wherever its
// name leads.
//
// It resolves nothing: the caller asks about the very address that it is about
// to connect to, so a name cannot change its meaning in between.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct sockaddr;

namespace figured::net {

// An IPv6 address, or an IPv4 one as ::ffff:a.b.c.d, in network order.
using AddressBytes = std::array<std::uint8_t, 16>;

// Whether the whole Internet may be expected to reach the address.
bool is_public_address(const AddressBytes& address);

class AddressGuard {
 public:
  AddressGuard() = default;

  // Each entry is a host name or an address literal, with or without ":port":
  // "rss.intern.example", "10.0.0.5:8080", "[fd00::1]:80", "localhost".
  explicit AddressGuard(const std::vector<std::string>& allowed_hosts);

  // Whether a request for `host` (as in the URL, brackets or not) may connect
  // to `address` and `port`.  An address that is neither IPv4 nor IPv6 may not.
  bool allows(std::string_view host, std::uint16_t port, const sockaddr& address) const;

  // Whether a proxy may be asked for `host`: not for a literal address that
  // allows() would refuse.  Where a name leads to only the proxy knows.
  bool allows_by_proxy(std::string_view host, std::uint16_t port) const;

 private:
  struct AllowedHost {
    std::string host;
    std::uint16_t port;  // 0 = any
  };
  bool trusts(std::string_view host, std::uint16_t port) const;

  std::vector<AllowedHost> allowed_;
};

}  // namespace figured::net
