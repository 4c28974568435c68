#include "config/page_section.h"

#include <boost/asio/ip/address.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <charconv>

#include "web/access.h"

namespace figured::config {
namespace {

constexpr std::size_t kLeastToken = 20;  // fewer signs can be guessed

std::optional<std::uint16_t> port_of(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return port;
}

std::optional<std::uint8_t> hex_byte(std::string_view digits) {
  std::uint8_t byte = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return byte;
}

}  // namespace

void read_listen(const Field& field, std::string& address, std::uint16_t& port) {
  const std::string allowed = "an IP address and a port: 127.0.0.1:8420, [::1]:8420";
  const std::string* text = field.as_text(allowed);
  if (!text) return;
  const std::size_t colon = text->rfind(':');
  if (colon == std::string::npos) return field.wrong_value("has no port", allowed);
  std::string host = text->substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  boost::system::error_code error;
  boost::asio::ip::make_address(host, error);
  const auto number = port_of(std::string_view(*text).substr(colon + 1));
  if (error || !number) return field.wrong_value("is none", allowed);
  address = host;
  port = *number;
}

void read_page_url(const Field& field, std::string& into) {
  std::string text;
  field.url(text);
  if (text.empty()) return;
  while (text.ends_with('/')) text.pop_back();
  const auto url = boost::urls::parse_uri(text);
  if (!url->path().empty() || url->has_query() || url->has_fragment() || url->has_userinfo())
    return field.wrong_value("holds more than a scheme, a host and a port",
                             "https://figures.example");
  into = std::move(text);
}

void read_page_token(const Field& field, SecretPlace place, web::PageOptions& into) {
  const std::string allowed = "at least 20 signs without white space: openssl rand -hex 32";
  auto text = read_secret_text(field, place, allowed);
  if (!text) return;
  while (!text->empty() && std::string_view(" \t\r\n").find(text->back()) != std::string::npos)
    text->pop_back();
  if (text->size() < kLeastToken) return field.wrong("the token is too short", allowed);
  if (text->find_first_of(" \t\r\n") != std::string::npos)
    return field.wrong("the token holds white space", allowed);
  into.token = web::hash_token(*text);
}

void read_token_hash(const Field& field, web::PageOptions& into) {
  const std::string allowed = "64 hexadecimal digits: printf %s \"$TOKEN\" | sha256sum";
  const std::string* text = field.as_text(allowed);
  if (!text) return;
  web::TokenHash hash{};
  if (text->size() != hash.size() * 2) return field.wrong("is no SHA-256", allowed);
  for (std::size_t at = 0; at < hash.size(); ++at) {
    const auto byte = hex_byte(std::string_view(*text).substr(at * 2, 2));
    if (!byte) return field.wrong("is no SHA-256", allowed);
    hash[at] = *byte;
  }
  into.token = hash;
}

void check_page(const Table& file, const web::PageOptions& page, Source& source) {
  const Entry* entry = find(file, "page");
  if (!entry || !page.enabled || page.token || page.open_reading) return;
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(page.address, error);
  if (!error && !address.is_loopback())
    source.problems.add(entry->value.at, "page.listen",
                        "reaches beyond this machine, and there is no token",
                        "token_file, token_env, token_credential or token_hash; or open_reading = "
                        "true, which lets everybody read");
}

}  // namespace figured::config
