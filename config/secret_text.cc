#include "config/secret_text.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

namespace figured::config {
namespace {

std::optional<std::string> file_text(const Field& field, const std::string& path,
                                     const std::string& allowed) {
  errno = 0;
  std::ifstream file(path);
  std::ostringstream text;
  if (file && text << file.rdbuf()) return text.str();
  const std::string reason = errno ? std::strerror(errno) : "it is empty";
  field.wrong("'" + path + "' cannot be read: " + reason, "a file that holds " + allowed);
  return std::nullopt;
}

std::optional<std::string> variable_text(const Field& field, const std::string& allowed) {
  std::string name;
  field.text(name);
  if (name.empty()) return std::nullopt;
  if (const char* text = std::getenv(name.c_str())) return text;
  field.wrong("the environment has no " + name, "a variable that holds " + allowed);
  return std::nullopt;
}

std::optional<std::string> credential_text(const Field& field, const std::string& allowed) {
  std::string name;
  field.name(name);
  if (name.empty()) return std::nullopt;
  const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
  if (folder) return file_text(field, std::string(folder) + "/" + name, allowed);
  field.wrong("there is no $CREDENTIALS_DIRECTORY", "a LoadCredential= of the systemd unit");
  return std::nullopt;
}

std::optional<std::string> placed_text(const Field& field, SecretPlace place,
                                       const std::string& allowed) {
  if (place == SecretPlace::kVariable) return variable_text(field, allowed);
  if (place == SecretPlace::kCredential) return credential_text(field, allowed);
  if (place == SecretPlace::kHere) {
    std::string text;
    field.text(text);
    return text.empty() ? std::nullopt : std::optional(text);
  }
  std::string path;
  field.path(path);
  return path.empty() ? std::nullopt : file_text(field, path, allowed);
}

// Whether it is to be left alone: what stands elsewhere may be hidden from this user.
bool is_left(const Field& field, SecretPlace place) {
  Source& source = field.source();
  if (place == SecretPlace::kHere || source.secrets == Secrets::kAll) return false;
  if (source.secrets == Secrets::kNone) return true;
  if (place != SecretPlace::kCredential || std::getenv("CREDENTIALS_DIRECTORY")) return false;
  source.unseen.push_back(source.problems.place(field.at()) + ": " + field.key());
  return true;
}

}  // namespace

std::optional<std::string> read_secret_text(const Field& field, SecretPlace place,
                                            const std::string& allowed) {
  if (is_left(field, place)) return std::nullopt;
  auto text = placed_text(field, place, allowed);
  if (!text) return text;
  if (place != SecretPlace::kHere) field.note_content(*text);
  while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) text->pop_back();
  if (!text->empty()) return text;
  field.wrong("the secret is empty", allowed);
  return std::nullopt;
}

}  // namespace figured::config
