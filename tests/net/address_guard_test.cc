#include "net/address_guard.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/un.h>

#include <cstring>

namespace figured::net {
namespace {

sockaddr_storage address_of(const std::string& text) {
  sockaddr_storage storage{};
  if (text.find(':') == text.npos) {
    sockaddr_in in{};
    in.sin_family = AF_INET;
    EXPECT_EQ(inet_pton(AF_INET, text.c_str(), &in.sin_addr), 1) << text;
    std::memcpy(&storage, &in, sizeof in);
  } else {
    sockaddr_in6 in6{};
    in6.sin6_family = AF_INET6;
    EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &in6.sin6_addr), 1) << text;
    std::memcpy(&storage, &in6, sizeof in6);
  }
  return storage;
}

bool allows(const AddressGuard& guard, std::string_view host, std::uint16_t port,
            const std::string& address) {
  const auto storage = address_of(address);
  return guard.allows(host, port, reinterpret_cast<const sockaddr&>(storage));
}

struct AddressCase {
  std::string name;
  std::vector<std::string> addresses;
  bool is_public;
};

class PublicAddressTest : public testing::TestWithParam<AddressCase> {};

TEST_P(PublicAddressTest, IsOrIsNot) {
  const AddressGuard guard;
  for (const auto& address : GetParam().addresses)
    EXPECT_EQ(allows(guard, "a.example", 80, address), GetParam().is_public) << address;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PublicAddressTest,
    testing::Values(
        AddressCase{"Public",
                    {"1.1.1.1", "93.184.216.34", "172.32.0.1", "172.15.255.255", "100.128.0.1",
                     "192.169.0.1", "2606:4700::1111"},
                    true},
        AddressCase{"Private", {"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"}, false},
        AddressCase{"Loopback", {"127.0.0.1", "127.255.0.3", "::1"}, false},
        AddressCase{"Unspecified", {"0.0.0.0", "0.1.2.3", "::"}, false},
        AddressCase{"LinkLocal", {"169.254.1.1", "fe80::1", "febf::1"}, false},
        AddressCase{"CloudMetadata", {"169.254.169.254", "fd00:ec2::254"}, false},
        AddressCase{"Carrier", {"100.64.0.1", "100.127.255.255"}, false},
        AddressCase{"UniqueLocal", {"fc00::1", "fdff::1"}, false},
        AddressCase{"Multicast", {"224.0.0.1", "239.1.1.1", "255.255.255.255", "ff02::1"}, false},
        AddressCase{"Documentation", {"192.0.2.1", "198.51.100.7", "2001:db8::1"}, false},
        AddressCase{"MappedPrivate", {"::ffff:10.0.0.1", "::ffff:127.0.0.1"}, false},
        AddressCase{"MappedPublic", {"::ffff:1.1.1.1"}, true},
        AddressCase{"Nat64", {"64:ff9b::7f00:1", "64:ff9b::a00:1"}, false},
        AddressCase{"Nat64Public", {"64:ff9b::101:101"}, true},
        AddressCase{"SixToFour", {"2002:7f00:1::1", "2002:a00:1::1"}, false},
        AddressCase{"Compatible", {"::7f00:1"}, false}),
    [](const auto& test) { return test.param.name; });

TEST(AddressGuard, RefusesWhatIsNoInternetAddress) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  EXPECT_FALSE(AddressGuard().allows("a.example", 80, reinterpret_cast<const sockaddr&>(address)));
}

struct AllowCase {
  std::string name;
  std::string entry;
  std::string host;
  std::uint16_t port;
  bool allowed;
};

class AllowListTest : public testing::TestWithParam<AllowCase> {};

TEST_P(AllowListTest, OpensOnlyWhatItNames) {
  const AddressGuard guard({GetParam().entry});
  EXPECT_EQ(allows(guard, GetParam().host, GetParam().port, "127.0.0.1"), GetParam().allowed);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AllowListTest,
    testing::Values(AllowCase{"Name", "intern.example", "intern.example", 80, true},
                    AllowCase{"NameInAnyCase", "Intern.Example", "INTERN.example.", 80, true},
                    AllowCase{"OtherName", "intern.example", "evil.example", 80, false},
                    AllowCase{"SubdomainIsAnother", "intern.example", "a.intern.example", 80,
                              false},
                    AllowCase{"Port", "intern.example:8080", "intern.example", 8080, true},
                    AllowCase{"OtherPort", "intern.example:8080", "intern.example", 80, false},
                    AllowCase{"Literal", "127.0.0.1", "127.0.0.1", 9000, true},
                    AllowCase{"LiteralAndPort", "127.0.0.1:9000", "127.0.0.1", 9001, false},
                    AllowCase{"BareV6", "fd00::1", "[fd00::1]", 80, true},
                    AllowCase{"V6AndPort", "[fd00::1]:81", "[fd00::1]", 81, true},
                    AllowCase{"V6AndOtherPort", "[fd00::1]:81", "[fd00::1]", 80, false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace figured::net
