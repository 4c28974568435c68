#include "config/weights_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace figured::config {

std::variant<claims::SamenessModel, std::string> read_weights_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return path + ": cannot be read: " + std::strerror(errno);
  std::ostringstream text;
  text << file.rdbuf();
  auto model = claims::parse_sameness_model(text.str());
  if (auto* wrong = std::get_if<std::string>(&model)) return path + ": " + *wrong;
  return model;
}

}  // namespace figured::config
