// embed_assets: makes the C++ source that holds the page's files; run by the build.
//
//   embed_assets OUT.cc NAME=FILE...
//
// NAME is the path under which the page serves it.
#include <libdeflate.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

struct File {
  std::string name;
  std::string bytes;
  std::string packed;
};

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string gzip(const std::string& bytes) {
  constexpr int kBest = 12;
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(kBest);
  std::string packed(libdeflate_gzip_compress_bound(compressor, bytes.size()), '\0');
  packed.resize(libdeflate_gzip_compress(compressor, bytes.data(), bytes.size(), packed.data(),
                                         packed.size()));
  libdeflate_free_compressor(compressor);
  return packed.size() < bytes.size() ? packed : std::string();
}

std::string type_of(const std::string& name) {
  const std::string end = name.substr(std::min(name.size(), name.rfind('.') + 1));
  if (end == "html") return "text/html; charset=utf-8";
  if (end == "js" || end == "mjs") return "text/javascript; charset=utf-8";
  if (end == "css") return "text/css; charset=utf-8";
  if (end == "svg") return "image/svg+xml";
  if (end == "png") return "image/png";
  if (end == "ico") return "image/x-icon";
  if (end == "woff2") return "font/woff2";
  if (end == "json") return "application/json";
  if (end == "webmanifest") return "application/manifest+json";
  if (end == "txt") return "text/plain; charset=utf-8";
  throw std::runtime_error("no type is known for " + name);
}

std::string tag_of(const std::string& bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "W/\\\"%016llx\\\"",
                static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
  return text;
}

// A list of numbers: no compiler limits its length.
void write_bytes(std::ostream& out, const std::string& name, const std::string& bytes) {
  out << "constexpr unsigned char " << name << "[] = {";
  std::string line;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    line += std::to_string(static_cast<unsigned char>(bytes[at])) + ',';
    if (line.size() < 100) continue;
    out << line << '\n';
    line.clear();
  }
  out << line << "0};\n";
}

std::string view(const std::string& name, std::size_t size) {
  return "{reinterpret_cast<const char*>(" + name + "), " + std::to_string(size) + "}";
}

void write(std::ostream& out, const std::vector<File>& files) {
  out << "// Made by embed_assets.\n#include \"web/assets.h\"\n\nnamespace figured::web {\n"
         "namespace {\n\n";
  for (std::size_t at = 0; at < files.size(); ++at) {
    write_bytes(out, "kBytes" + std::to_string(at), files[at].bytes);
    write_bytes(out, "kPacked" + std::to_string(at), files[at].packed);
  }
  out << "\n}  // namespace\n\nstd::span<const Asset> assets() {\n  static const Asset all[] = {\n";
  for (std::size_t at = 0; at < files.size(); ++at)
    out << "      {\"" << files[at].name << "\", \"" << type_of(files[at].name) << "\", \""
        << tag_of(files[at].bytes) << "\",\n       "
        << view("kBytes" + std::to_string(at), files[at].bytes.size()) << ",\n       "
        << view("kPacked" + std::to_string(at), files[at].packed.size()) << "},\n";
  out << "  };\n  return all;\n}\n\n}  // namespace figured::web\n";
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::vector<File> files;
    for (int at = 2; at < argc; ++at) {
      const std::string argument = argv[at];
      const std::size_t equals = argument.find('=');
      File file{argument.substr(0, equals), read(argument.substr(equals + 1)), {}};
      file.packed = gzip(file.bytes);
      files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end(),
              [](const File& a, const File& b) { return a.name < b.name; });
    std::ofstream out(argv[1]);
    write(out, files);
    return out.flush() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "embed_assets: " << error.what() << '\n';
    return 1;
  }
}
