#include "bench/corpus.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace figured::bench {
namespace {

namespace fs = std::filesystem;

// The lines of a file, which zlib inflates when it is gzipped.
class Lines {
 public:
  explicit Lines(const fs::path& path) : path_(path), file_(gzopen(path.c_str(), "rb"), gzclose) {
    if (!file_) fail();
  }

  // The next line without its end; false behind the last.
  bool next(std::string& line) {
    line.clear();
    while (gzgets(file_.get(), piece_.data(), static_cast<int>(piece_.size())) != nullptr) {
      line += piece_.data();
      if (!line.ends_with('\n')) continue;
      line.pop_back();
      return true;
    }
    if (!gzeof(file_.get())) fail();
    return !line.empty();
  }

 private:
  [[noreturn]] void fail() const { throw std::runtime_error("cannot read " + path_.string()); }

  fs::path path_;
  std::unique_ptr<gzFile_s, int (*)(gzFile)> file_;
  std::array<char, 1 << 16> piece_;
};

// The ending of the name, without that of gzip.
fs::path kind_of(const fs::path& path) {
  return path.extension() == ".gz" ? path.stem().extension() : path.extension();
}

bool is_json_lines(const fs::path& path) { return kind_of(path) == ".jsonl"; }

bool read_json_lines(const fs::path& path, const TakeText& take) {
  Lines lines(path);
  for (std::string line; lines.next(line);) {
    boost::system::error_code error;
    const boost::json::value article = boost::json::parse(line, error);
    const boost::json::value* text =
        !error && article.is_object() ? article.get_object().if_contains("text") : nullptr;
    if (text == nullptr || !text->is_string())
      throw std::runtime_error(path.string() + ": a line has no \"text\"");
    if (!take(text->get_string())) return false;
  }
  return true;
}

bool read_plain(const fs::path& path, bool cut_at_empty_lines, const TakeText& take) {
  Lines lines(path);
  std::string text;
  for (std::string line; lines.next(line);) {
    if (line.empty() && cut_at_empty_lines) {
      if (!text.empty() && !take(text)) return false;
      text.clear();
    } else {
      text += line += '\n';
    }
  }
  return text.empty() || take(text);
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const bool text = is_json_lines(entry.path()) || kind_of(entry.path()) == ".txt";
    if (text && entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

void each_text(const fs::path& path, const TakeText& take) {
  bool any = false;
  const TakeText note = [&](std::string_view text) {
    any = true;
    return take(text);
  };
  const auto read = [&](const fs::path& file, bool alone) {
    return is_json_lines(file) ? read_json_lines(file, note) : read_plain(file, alone, note);
  };
  if (!fs::is_directory(path)) {
    read(path, true);
  } else {
    for (const fs::path& file : files_in(path)) {
      if (!read(file, false)) break;
    }
  }
  if (!any) throw std::runtime_error("no text in " + path.string());
}

}  // namespace figured::bench
