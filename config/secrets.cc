#include "config/secrets.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

namespace figured::config {
namespace {

const std::string kAllowed = "whsec_ and the base64 of 24 to 64 bytes";

std::optional<std::string> read_file(const Field& field, const std::string& path,
                                     const std::string& allowed) {
  errno = 0;
  std::ifstream file(path);
  std::ostringstream text;
  if (file && text << file.rdbuf()) return text.str();
  const std::string reason = errno ? std::strerror(errno) : "it is empty";
  field.wrong("'" + path + "' cannot be read: " + reason, "a file that holds " + allowed);
  return std::nullopt;
}

std::optional<std::string> read_variable(const Field& field, const std::string& allowed) {
  std::string name;
  field.text(name);
  if (name.empty()) return std::nullopt;
  if (const char* text = std::getenv(name.c_str())) return text;
  field.wrong("the environment has no " + name, "a variable that holds " + allowed);
  return std::nullopt;
}

std::optional<std::string> read_credential(const Field& field, const std::string& allowed) {
  std::string name;
  field.name(name);
  if (name.empty()) return std::nullopt;
  if (const char* folder = std::getenv("CREDENTIALS_DIRECTORY"))
    return read_file(field, std::string(folder) + "/" + name, allowed);
  field.wrong("there is no $CREDENTIALS_DIRECTORY", "a LoadCredential= of the systemd unit");
  return std::nullopt;
}

std::optional<std::string> read_place(const Field& field, SecretPlace place,
                                      const std::string& allowed) {
  std::string text;
  switch (place) {
    case SecretPlace::kHere:
      field.text(text);
      if (text.empty()) return std::nullopt;
      return text;
    case SecretPlace::kFile:
      field.path(text);
      if (text.empty()) return std::nullopt;
      return read_file(field, text, allowed);
    case SecretPlace::kVariable:
      return read_variable(field, allowed);
    case SecretPlace::kCredential:
      return read_credential(field, allowed);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_secret_text(const Field& field, SecretPlace place,
                                            const std::string& allowed) {
  const auto text = read_place(field, place, allowed);
  if (!text) return std::nullopt;
  const auto first = text->find_first_not_of(" \t\r\n"), last = text->find_last_not_of(" \t\r\n");
  return first == text->npos ? "" : text->substr(first, last - first + 1);
}

void read_secrets(const Field& field, SecretPlace place, std::vector<alerts::WebhookSecret>& into) {
  const auto text = read_secret_text(field, place, kAllowed);
  if (!text) return;
  std::istringstream words(*text);
  std::string word;
  bool any = false;
  for (; words >> word; any = true) {
    try {
      into.push_back(alerts::WebhookSecret::parse(word));
    } catch (const std::invalid_argument& refused) {
      field.wrong(std::string("the secret ") + refused.what(), kAllowed);
    }
  }
  if (!any) field.wrong("the secret is empty", kAllowed);
}

void read_token(const Field& field, SecretPlace place, std::string& into) {
  const std::string allowed = "a token without white space";
  const auto text = read_secret_text(field, place, allowed);
  if (!text) return;
  if (text->empty()) return field.wrong("the token is empty", allowed);
  if (text->find_first_of(" \t\r\n") != text->npos)
    return field.wrong("the token holds white space", allowed);
  into = *text;
}

void read_secret_url(const Field& field, SecretPlace place, std::string& into) {
  const std::string allowed = "http://… or https://… with a host";
  const auto text = read_secret_text(field, place, allowed);
  if (!text) return;
  if (!is_web_url(*text)) return field.wrong("what stands there is no such URL", allowed);
  into = *text;
}

}  // namespace figured::config
