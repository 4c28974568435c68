// Texts to measure on, from any file or folder.
//
// A line of a .jsonl file is an object whose "text" is a text.  Any other file that
// is named is plain text and is cut at its empty lines.  Of a folder and those in it
// the .jsonl files and the .txt files are read, in the order of their names; there
// each .txt file is one text.  Any file may be gzipped.
#pragma once
#include <filesystem>
#include <functional>
#include <string_view>

namespace figured::bench {

// Takes the next text, which it may keep no view of; false when it needs no more.
using TakeText = std::function<bool(std::string_view text)>;

// Holds one text at a time, so that memory can be measured beside it.  Throws
// std::runtime_error when a file cannot be read, a line is no such object or there
// is no text.
void each_text(const std::filesystem::path& path, const TakeText& take);

}  // namespace figured::bench
