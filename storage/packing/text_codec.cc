#include "storage/packing/text_codec.h"

#include <zdict.h>
#include <zstd.h>

#include "storage/packing/byte_coding.h"

namespace figured::storage {
namespace {

// Beside the next levels it is twice as fast for a twentieth more bytes.
constexpr int kLevel = 3;
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

struct TextCodec::Zstd {
  Owned<ZSTD_CCtx> out{ZSTD_createCCtx()};
  Owned<ZSTD_DCtx> in{ZSTD_createDCtx()};
  std::string newest;  // what `compressing` is made of when it is needed
  Owned<ZSTD_CDict> compressing;
  std::unordered_map<unsigned, Owned<ZSTD_DDict>> known;
};

TextCodec::TextCodec() : zstd_(std::make_unique<Zstd>()) {
  ZSTD_CCtx_setParameter(zstd_->out.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(zstd_->out.get(), ZSTD_c_checksumFlag, 1);
}
TextCodec::~TextCodec() = default;

void TextCodec::add_dictionary(std::string_view bytes) {
  const unsigned number = ZDICT_getDictID(bytes.data(), bytes.size());
  if (number == 0) throw BadBytes("a stored dictionary is damaged");
  zstd_->known[number].reset(ZSTD_createDDict(bytes.data(), bytes.size()));
  zstd_->newest = bytes;
  zstd_->compressing.reset();
}

std::string_view TextCodec::compress(std::string_view text) {
  if (!zstd_->newest.empty()) {
    zstd_->compressing.reset(ZSTD_createCDict(zstd_->newest.data(), zstd_->newest.size(), kLevel));
    ZSTD_CCtx_refCDict(zstd_->out.get(), zstd_->compressing.get());
    zstd_->newest.clear();
  }
  compressed_.resize(ZSTD_compressBound(text.size()));
  return {compressed_.data(),
          checked(ZSTD_compress2(zstd_->out.get(), compressed_.data(), compressed_.size(),
                                 text.data(), text.size()))};
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
  parameters.compressionLevel = kLevel;
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
