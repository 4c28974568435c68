#include "config/secrets.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

namespace figured::config {
namespace {

const std::string kAllowed = "whsec_ and the base64 of 24 to 64 bytes";

std::optional<std::string> read_file(const Field& field, const std::string& path) {
  errno = 0;
  std::ifstream file(path);
  std::ostringstream text;
  if (file && text << file.rdbuf()) return text.str();
  const std::string reason = errno ? std::strerror(errno) : "it is empty";
  field.wrong("'" + path + "' cannot be read: " + reason, "a file that holds " + kAllowed);
  return std::nullopt;
}

}  // namespace

void read_secrets(const Field& field, const std::string& text,
                  std::vector<alerts::WebhookSecret>& into) {
  std::istringstream words(text);
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

void read_secret_file(const Field& field, std::vector<alerts::WebhookSecret>& into) {
  std::string path;
  field.path(path);
  if (path.empty()) return;
  if (const auto text = read_file(field, path)) read_secrets(field, *text, into);
}

void read_secret_variable(const Field& field, std::vector<alerts::WebhookSecret>& into) {
  std::string name;
  field.text(name);
  if (name.empty()) return;
  const char* text = std::getenv(name.c_str());
  if (!text)
    return field.wrong("the environment has no " + name, "a variable that holds " + kAllowed);
  read_secrets(field, text, into);
}

void read_secret_credential(const Field& field, std::vector<alerts::WebhookSecret>& into) {
  std::string name;
  field.name(name);
  if (name.empty()) return;
  const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
  if (!folder)
    return field.wrong("there is no $CREDENTIALS_DIRECTORY",
                       "a LoadCredential= of the systemd unit");
  if (const auto text = read_file(field, std::string(folder) + "/" + name))
    read_secrets(field, *text, into);
}

}  // namespace figured::config
