#include "storage/packing/text_codec.h"

#include <zdict.h>
#include <zstd.h>

#include "storage/packing/byte_coding.h"

namespace figured::storage {
namespace {

constexpr int kTrainedFor = 3;                     // level
constexpr std::size_t kDictionaryBytes = 112'640;  // as the zstd tool has it
constexpr std::size_t kMostRestored = 256 << 20;   // no text of a feed is that long

struct Free {
  void operator()(ZSTD_CCtx* c) const { ZSTD_freeCCtx(c); }
  void operator()(ZSTD_DCtx* d) const { ZSTD_freeDCtx(d); }
  void operator()(ZSTD_CDict* c) const { ZSTD_freeCDict(c); }
  void operator()(ZSTD_DDict* d) const { ZSTD_freeDDict(d); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

std::size_t checked(std::size_t result) {
  if (ZSTD_isError(result) != 0)
    throw BadBytes(std::string("a stored text is damaged: ") + ZSTD_getErrorName(result));
  return result;
}

}  // namespace

struct TextPress::Dictionary {
  Owned<ZSTD_CDict> zstd;
};

TextPress::TextPress(std::string_view dictionary, int level) : level_(level) {
  if (dictionary.empty()) return;
  dictionary_ = std::make_unique<Dictionary>(
      Dictionary{Owned<ZSTD_CDict>(ZSTD_createCDict(dictionary.data(), dictionary.size(), level))});
}
TextPress::~TextPress() = default;

std::string TextPress::compress(std::string_view text) const {
  thread_local const Owned<ZSTD_CCtx> out{ZSTD_createCCtx()};
  ZSTD_CCtx_reset(out.get(), ZSTD_reset_session_and_parameters);
  ZSTD_CCtx_setParameter(out.get(), ZSTD_c_compressionLevel, level_);
  ZSTD_CCtx_setParameter(out.get(), ZSTD_c_checksumFlag, 1);
  if (dictionary_) ZSTD_CCtx_refCDict(out.get(), dictionary_->zstd.get());
  std::string compressed(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = checked(
      ZSTD_compress2(out.get(), compressed.data(), compressed.size(), text.data(), text.size()));
  return {compressed.data(), size};
}

struct TextCodec::Zstd {
  Owned<ZSTD_DCtx> in{ZSTD_createDCtx()};
  std::unordered_map<unsigned, Owned<ZSTD_DDict>> known;
};

TextCodec::TextCodec(int level) : zstd_(std::make_unique<Zstd>()), level_(level) {}
TextCodec::~TextCodec() = default;

void TextCodec::add_dictionary(std::string_view bytes) {
  const unsigned number = ZDICT_getDictID(bytes.data(), bytes.size());
  if (number == 0) throw BadBytes("a stored dictionary is damaged");
  zstd_->known[number].reset(ZSTD_createDDict(bytes.data(), bytes.size()));
  newest_ = bytes;
  press_.reset();
}

std::shared_ptr<const TextPress> TextCodec::press() {
  if (!press_) press_ = std::make_shared<const TextPress>(newest_, level_);
  return press_;
}

bool TextCodec::knows(std::string_view bytes) const {
  const unsigned number = ZSTD_getDictID_fromFrame(bytes.data(), bytes.size());
  return number == 0 || zstd_->known.contains(number);
}

std::string_view TextCodec::restore(std::string_view bytes) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size > kMostRestored) throw BadBytes("a stored text is damaged: it has no size");
  // Grown only, so that no byte is written twice.
  if (restored_.size() < size) restored_.resize(size);
  const unsigned number = ZSTD_getDictID_fromFrame(bytes.data(), bytes.size());
  const auto known = zstd_->known.find(number);
  if (number != 0 && known == zstd_->known.end())
    throw BadBytes("a stored text needs dictionary " + std::to_string(number) +
                   ", which is not there");
  const std::size_t read =
      number == 0
          ? ZSTD_decompressDCtx(zstd_->in.get(), restored_.data(), size, bytes.data(), bytes.size())
          : ZSTD_decompress_usingDDict(zstd_->in.get(), restored_.data(), size, bytes.data(),
                                       bytes.size(), known->second.get());
  return {restored_.data(), checked(read)};
}

std::string train_dictionary(const std::vector<std::string>& texts, std::uint32_t number) {
  std::string all;
  std::vector<std::size_t> sizes;
  for (const std::string& text : texts) {
    all += text;
    sizes.push_back(text.size());
  }
  std::string content(kDictionaryBytes, '\0');
  const std::size_t trained =
      ZDICT_trainFromBuffer(content.data(), content.size(), all.data(), sizes.data(),
                            static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(trained) != 0) return {};
  content.resize(trained);
  // Once more for our own number, which takes a byte in each text, not four.
  const std::size_t header = ZDICT_getDictHeaderSize(content.data(), content.size());
  if (ZDICT_isError(header) != 0) return {};
  ZDICT_params_t parameters{};
  parameters.compressionLevel = kTrainedFor;
  parameters.dictID = number;
  std::string dictionary(kDictionaryBytes, '\0');
  const std::size_t size = ZDICT_finalizeDictionary(
      dictionary.data(), dictionary.size(), content.data() + header, content.size() - header,
      all.data(), sizes.data(), static_cast<unsigned>(sizes.size()), parameters);
  if (ZDICT_isError(size) != 0) return {};
  dictionary.resize(size);
  return dictionary;
}

}  // namespace figured::storage
