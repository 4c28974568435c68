#include "config/secrets.h"

#include <sstream>
#include <stdexcept>

#include "config/secret_text.h"

namespace figured::config {
namespace {

const std::string kAllowed = "whsec_ and the base64 of 24 to 64 bytes";

// Without white space at its ends.
std::optional<std::string> read_word(const Field& field, SecretPlace place,
                                     const std::string& allowed) {
  const auto text = read_secret_text(field, place, allowed);
  if (!text) return std::nullopt;
  const auto first = text->find_first_not_of(" \t\r\n"), last = text->find_last_not_of(" \t\r\n");
  return first == text->npos ? "" : text->substr(first, last - first + 1);
}

}  // namespace

void read_secrets(const Field& field, SecretPlace place, std::vector<alerts::WebhookSecret>& into) {
  const auto text = read_word(field, place, kAllowed);
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
  const auto text = read_word(field, place, allowed);
  if (!text) return;
  if (text->empty()) return field.wrong("the token is empty", allowed);
  if (text->find_first_of(" \t\r\n") != text->npos)
    return field.wrong("the token holds white space", allowed);
  into = *text;
}

void read_secret_url(const Field& field, SecretPlace place, std::string& into) {
  const std::string allowed = "http://… or https://… with a host";
  const auto text = read_word(field, place, allowed);
  if (!text) return;
  if (!is_web_url(*text)) return field.wrong("what stands there is no such URL", allowed);
  into = *text;
}

}  // namespace figured::config
