#include "config/feed_access_keys.h"

#include <sstream>
#include <string>

#include "config/secret_text.h"

namespace figured::config {
namespace {

using feeds::FeedAccess;

constexpr char kHeaderForm[] = "\"Name: value\"";

bool is_header_name(std::string_view name) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";  // RFC 9110, 5.6.2
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && !(c >= '0' && c <= '9') && kMarks.find(c) == kMarks.npos) return false;
  }
  return !name.empty();
}

// Of a secret nothing is told but what it should be.
void add_header(const Field& field, std::string_view line, FeedAccess& into) {
  const auto colon = line.find(':');
  const std::string_view name = line.substr(0, colon);
  if (colon == line.npos || !is_header_name(name))
    return field.wrong("one of them is no header", kHeaderForm);
  std::string_view value = line.substr(colon + 1);
  while (value.starts_with(' ')) value.remove_prefix(1);
  while (value.ends_with(' ') || value.ends_with('\r')) value.remove_suffix(1);
  into.headers.push_back({std::string(name), std::string(value)});
}

void read_header_lines(const Field& field, const std::string& text, FeedAccess& into) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) add_header(field, line, into);
}

template <SecretPlace place>
void read_headers(const Field& field, FeedDraft& into) {
  if (const auto text = read_secret_text(field, place, "headers, one a line"))
    read_header_lines(field, *text, into.access);
}

template <SecretPlace place, auto member>
void read_secret(const Field& field, FeedDraft& into) {
  const auto text = read_secret_text(field, place, "the secret, on one line");
  if (!text) return;
  if (text->find('\n') != text->npos)
    return field.wrong("the secret has several lines", "the secret, on one line");
  into.access.*member = *text;
}

void read_proxy(const Field& field, FeedDraft& into) {
  std::string proxy;
  field.text(proxy);
  for (const std::string_view scheme : {"http://", "https://", "socks5h://"})
    if (proxy.starts_with(scheme) && proxy.size() > scheme.size())
      return void(into.access.proxy = proxy);
  if (!proxy.empty())
    field.wrong("it is no proxy",
                "\"http://host:port\", \"https://host:port\" or \"socks5h://host:port\"");
}

void read_plain_headers(const Field& field, FeedDraft& into) {
  std::vector<std::string> lines;
  field.texts(lines);
  for (const std::string& line : lines) add_header(field, line, into.access);
}

using enum SecretPlace;

constexpr Key<FeedDraft> kKeys[] = {
    {"user_agent", [](const Field& field, FeedDraft& into) { field.text(into.access.user_agent); }},
    {"proxy", read_proxy},
    {"headers", read_plain_headers},
    {"headers_file", read_headers<kFile>},
    {"headers_env", read_headers<kVariable>},
    {"headers_credential", read_headers<kCredential>},
    {"username", [](const Field& field, FeedDraft& into) { field.text(into.access.username); }},
    {"password_file", read_secret<kFile, &FeedAccess::password>},
    {"password_env", read_secret<kVariable, &FeedAccess::password>},
    {"password_credential", read_secret<kCredential, &FeedAccess::password>},
    {"token_file", read_secret<kFile, &FeedAccess::bearer>},
    {"token_env", read_secret<kVariable, &FeedAccess::bearer>},
    {"token_credential", read_secret<kCredential, &FeedAccess::bearer>},
    {"cookie_file", read_secret<kFile, &FeedAccess::cookie>},
    {"cookie_env", read_secret<kVariable, &FeedAccess::cookie>},
    {"cookie_credential", read_secret<kCredential, &FeedAccess::cookie>},
};

const Entry* find_secret(const Table& table, const std::string& name) {
  for (const char* place : {"_file", "_env", "_credential"})
    if (const Entry* entry = find(table, name + place)) return entry;
  return nullptr;
}

}  // namespace

std::span<const Key<FeedDraft>> feed_access_keys() { return kKeys; }

void refuse_half_access(const Table& table, Source& source) {
  const Entry* user = find(table, "username");
  const Entry* password = find_secret(table, "password");
  const Entry* token = find_secret(table, "token");
  if (user && !password)
    source.problems.add(user->at, "feed.username", "has no password",
                        "one of password_file, password_env, password_credential");
  if (password && !user)
    source.problems.add(password->at, "feed." + password->name, "has no username",
                        "username beside it");
  if (user && token)
    source.problems.add(token->at, "feed." + token->name, "the feed has a username already",
                        "a username with its password, or a token");
}

}  // namespace figured::config
