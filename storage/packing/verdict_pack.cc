//   pack    = checksum verdict*
//   verdict = earlier fact at relation severity score text{4}
//   text    = before behind size byte*
//
// checksum: XXH3 of the later claim's id and of all behind it, eight bytes.  earlier: how far
// back of the later claim.  fact, at: signed, less those of the verdict before, or less the
// later claim and 0.  text: tags, passed, missing (one a line) and why; it begins and ends with
// as many bytes as are told of the same text of the verdict before, `size` bytes between.
#include "storage/packing/verdict_pack.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "storage/enum_numbers.h"
#include "storage/packing/byte_coding.h"
#include "storage/sqlite/sqlite_statement.h"

namespace figured::storage {
namespace {

constexpr std::size_t kTexts = 4;
using Texts = std::array<std::string, kTexts>;

// Of the verdict before.
struct Before {
  explicit Before(std::int64_t later_claim) : fact_id(later_claim) {}

  std::int64_t fact_id;
  std::int64_t at = 0;
  Texts texts;
};

Texts texts_of(const claims::Verdict& verdict) {
  return {join_lines(verdict.tags), join_lines(verdict.passed), join_lines(verdict.missing),
          verdict.why};
}

std::uint64_t checksum(std::int64_t later_claim, std::string_view bytes) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), static_cast<std::uint64_t>(later_claim));
}

void put_text(ByteWriter& out, std::string_view text, std::string_view before) {
  const auto ahead = std::mismatch(text.begin(), text.end(), before.begin(), before.end());
  const auto shared = static_cast<std::size_t>(ahead.first - text.begin());
  text.remove_prefix(shared);
  before.remove_prefix(shared);
  const auto behind = std::mismatch(text.rbegin(), text.rend(), before.rbegin(), before.rend());
  const auto end = static_cast<std::size_t>(behind.first - text.rbegin());
  out.put(shared);
  out.put(end);
  out.put_text(text.substr(0, text.size() - end));
}

void take_text(ByteReader& in, std::string& text) {
  const std::uint64_t shared = in.take(), end = in.take();
  const std::string_view own = in.take_text();
  if (shared > text.size() || end > text.size() - shared) throw BadBytes();
  text.replace(shared, text.size() - shared - end, own);
}

std::int64_t seconds(Seconds time) { return time.time_since_epoch().count(); }

void put_verdict(ByteWriter& out, const VerdictRecord& record, Before& before) {
  out.put_signed(record.later_claim - record.earlier_claim);
  out.put_signed(record.fact_id - std::exchange(before.fact_id, record.fact_id));
  out.put_signed(seconds(record.at) - std::exchange(before.at, seconds(record.at)));
  out.put_byte(static_cast<std::uint8_t>(record.verdict.relation));
  out.put_number(record.verdict.severity);
  out.put_number(record.verdict.score);
  Texts texts = texts_of(record.verdict);
  for (std::size_t i = 0; i < kTexts; ++i) put_text(out, texts[i], before.texts[i]);
  before.texts = std::move(texts);
}

VerdictRecord take_verdict(ByteReader& in, std::int64_t later_claim, Before& before) {
  VerdictRecord record;
  record.later_claim = later_claim;
  record.earlier_claim = later_claim - in.take_signed();
  record.fact_id = before.fact_id += in.take_signed();
  record.at = Seconds(std::chrono::seconds(before.at += in.take_signed()));
  const std::uint8_t relation = in.take_byte();
  if (relation > static_cast<std::uint8_t>(claims::Relation::kCompatible)) throw BadBytes();
  claims::Verdict& verdict = record.verdict;
  verdict.relation = static_cast<claims::Relation>(relation);
  verdict.severity = in.take_number();
  verdict.score = in.take_number();
  for (std::string& text : before.texts) take_text(in, text);
  verdict.tags = split_lines(before.texts[0]);
  verdict.passed = split_lines(before.texts[1]);
  verdict.missing = split_lines(before.texts[2]);
  verdict.why = before.texts[3];
  return record;
}

}  // namespace

std::string pack_verdicts(std::span<const VerdictRecord> records) {
  const std::int64_t later = records.empty() ? 0 : records.front().later_claim;
  ByteWriter verdicts, out;
  Before before(later);
  for (const VerdictRecord& record : records) put_verdict(verdicts, record, before);
  out.put_hash(checksum(later, verdicts.bytes()));
  return out.take_bytes() + verdicts.bytes();
}

std::vector<VerdictRecord> unpack_verdicts(std::int64_t later_claim, std::string_view bytes) {
  ByteReader in(bytes);
  const std::uint64_t told = in.take_hash();
  if (checksum(later_claim, bytes.substr(sizeof told)) != told) throw BadBytes();
  std::vector<VerdictRecord> records;
  Before before(later_claim);
  while (!in.at_end()) records.push_back(take_verdict(in, later_claim, before));
  return records;
}

}  // namespace figured::storage
