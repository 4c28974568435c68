// TextCodec compresses short texts that are alike, by zstd with a dictionary.
//
// A text of 3 KB alone shrinks to a half; with a dictionary of what other texts
// hold, to two fifths.  Which dictionary a text was compressed with stands in its
// bytes, so texts of before it was there can be read beside those after.  So does a
// checksum, so that a byte changed on the disk is found when the text is read.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace figured::storage {

// TextPress is the half that compresses, with one dictionary or none.  It does not
// change, and any number of threads may use it.
class TextPress {
 public:
  // "" = without a dictionary.  Level as zstd has it.
  TextPress(std::string_view dictionary, int level);
  TextPress(const TextPress&) = delete;
  TextPress& operator=(const TextPress&) = delete;
  ~TextPress();

  std::string compress(std::string_view text) const;

 private:
  struct Dictionary;
  std::unique_ptr<Dictionary> dictionary_;  // null = none
  const int level_;
};

class TextCodec {
 public:
  // Compresses at this level.
  explicit TextCodec(int level = 3);
  TextCodec(const TextCodec&) = delete;
  TextCodec& operator=(const TextCodec&) = delete;
  ~TextCodec();

  // From now on texts are compressed with it.  Dictionaries come in the order in
  // which they were made.  Throws BadBytes when the bytes are no dictionary.
  void add_dictionary(std::string_view bytes);

  std::string compress(std::string_view text) { return press()->compress(text); }
  // With the dictionary that was added last.
  std::shared_ptr<const TextPress> press();
  // Whether the bytes can be restored with the dictionaries that were added.
  bool knows(std::string_view bytes) const;
  // What is given stays until the next call.  Throws BadBytes when the bytes are damaged,
  // or their dictionary is not known.
  std::string_view restore(std::string_view bytes);

 private:
  struct Zstd;
  std::unique_ptr<Zstd> zstd_;
  const int level_;
  std::string newest_;                      // what press_ is made of
  std::shared_ptr<const TextPress> press_;  // null until it is needed
  std::string restored_;
};

// A dictionary for texts like these, with a number that tells it from others
// (from 1).  Empty when the texts are too few or too small to learn from.
std::string train_dictionary(const std::vector<std::string>& texts, std::uint32_t number);

}  // namespace figured::storage
