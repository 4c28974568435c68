// pack   = form claim*                    form 1: spans of the text; 2: stands alone;
//          | 3 signed(day) claim*         as 1, times told from the day on
// claim  = varint(flags) [signed(id - fact)] span quote figure string{unit noun measure
//          subject place setting speaker origin} scope times [answers]
//          number(confidence) rivals context [keys]
// span   = varint(start) signed(size)
// string = 0 (empty) | 1 text (in full) | 2 varint(start) varint(size) (of the field)
//          | 3 + number of a string before
#include "storage/packing/claim_pack.h"

#include <string.h>

#include <algorithm>
#include <limits>

#include "claims/verdicts/companions.h"
#include "storage/packing/context_code.h"

namespace figured::storage {
namespace {

// The flags that news sets most have the lowest bits.
enum Flag : std::uint64_t {
  kLow = 1 << 0,
  kHigh = 1 << 1,
  kOneValue = 1 << 2,    // high is low
  kBeginsFact = 1 << 3,  // its fact has its id
  kQuoteInFull = 1 << 4,
  kSurfaceInFull = 1 << 5,
  kTitle = 1 << 6,
  kOriginIsSpeaker = 1 << 7,
  kAsOf = 1 << 8,
  kEventTime = 1 << 9,
  kNegated = 1 << 10,
  kOwnKeys = 1 << 11,  // these follow
};
constexpr int kBoundShift = 12;
constexpr int kModalityShift = 15;
constexpr std::uint64_t kModalityMask = 15;
constexpr std::uint64_t kAnswers = 1 << 19;  // where the figure begins that it is set against

constexpr std::size_t kNear = 250;  // bytes

constexpr std::uint64_t kEmpty = 0, kInFull = 1, kSpan = 2, kFirstKnown = 3;

bool is_span(std::string_view field, claims::Span span, std::string_view text) {
  return span.start <= span.end && span.end <= field.size() &&
         field.substr(span.start, span.end - span.start) == text;
}

void put_span(ByteWriter& out, claims::Span span) {
  out.put(span.start);
  out.put_signed(std::int64_t{span.end} - std::int64_t{span.start});
}

claims::Span take_span(ByteReader& in) {
  claims::Span span;
  span.start = static_cast<std::uint32_t>(in.take());
  span.end = static_cast<std::uint32_t>(span.start + in.take_signed());
  return span;
}

std::string_view cut(std::string_view field, std::uint64_t start, std::uint64_t size) {
  if (start > field.size() || size > field.size() - start) throw BadBytes();
  return field.substr(start, size);
}

std::string_view cut(std::string_view field, claims::Span span) {
  if (span.end < span.start) throw BadBytes();
  return cut(field, span.start, span.end - span.start);
}

std::uint64_t flags_of(const claims::Claim& claim, std::string_view field) {
  const claims::Figure& figure = claim.figure;
  std::uint64_t flags = static_cast<std::uint64_t>(figure.bound) << kBoundShift |
                        static_cast<std::uint64_t>(claim.modality) << kModalityShift;
  const auto set = [&](Flag flag, bool on) { flags |= on ? std::uint64_t{flag} : 0; };
  set(kLow, figure.low.has_value());
  set(kHigh, figure.high.has_value());
  set(kOneValue, figure.low && figure.low == figure.high);
  set(kQuoteInFull, !is_span(field, claim.span, claim.quote));
  set(kSurfaceInFull, !is_span(field, figure.span, figure.surface));
  set(kTitle, claim.field == claims::Field::kTitle);
  set(kOriginIsSpeaker, claim.origin == claim.speaker);
  set(kAsOf, claim.as_of.has_value());
  set(kEventTime, claim.event_time.has_value());
  set(kNegated, claim.negated);
  return claim.answers ? flags | kAnswers : flags;
}

std::int64_t seconds(std::chrono::sys_seconds time) { return time.time_since_epoch().count(); }

}  // namespace

ClaimPacker::ClaimPacker(const ClaimSource& source, PackForm form) : form_(form), source_(source) {
  out_.put_byte(static_cast<std::uint8_t>(form));
  if (form != PackForm::kReady) return;
  const auto day = std::chrono::floor<std::chrono::days>(source.seen);
  out_.put_signed(day.time_since_epoch().count());
  source_.seen = day;
}

std::string_view ClaimPacker::field(const claims::Claim& claim) const {
  if (form_ == PackForm::kStandsAlone) return {};
  return claim.field == claims::Field::kTitle ? source_.title : source_.text;
}

void ClaimPacker::add(std::int64_t id, std::int64_t fact_id, const claims::Claim& claim,
                      const std::vector<claims::FactKey>* keys) {
  const std::string_view field = this->field(claim);
  std::uint64_t flags = flags_of(claim, field);
  if (fact_id == id) flags |= kBeginsFact;
  if (keys != nullptr) flags |= kOwnKeys;
  out_.put(flags);
  if (fact_id != id) out_.put_signed(id - fact_id);
  put_span(out_, claim.span);
  put_span(out_, claim.figure.span);
  if ((flags & kQuoteInFull) != 0) out_.put_text(claim.quote);
  if ((flags & kSurfaceInFull) != 0) out_.put_text(claim.figure.surface);
  if (claim.figure.low) out_.put_number(*claim.figure.low);
  if ((flags & kHigh) != 0 && (flags & kOneValue) == 0) out_.put_number(*claim.figure.high);
  out_.put_number(claim.figure.grain);
  put_strings(claim, field);
  put_times(claim);
  if (claim.answers) out_.put(*claim.answers);
  out_.put_number(claim.confidence);
  out_.put(claim.rivals.size());
  for (const claims::Rival& rival : claim.rivals) {
    out_.put_byte(rival.alike);
    out_.put_number(rival.told.low);
    out_.put_number(rival.told.high);
  }
  put_context(out_, claim.context, field, claim.figure.span);
  if (keys == nullptr) return;
  out_.put(keys->size());
  for (const claims::FactKey key : *keys) out_.put_hash(key);
}

void ClaimPacker::put_strings(const claims::Claim& claim, std::string_view field) {
  // Most of what is said of a figure stands around it.
  const std::size_t begin = claim.span.start > kNear ? claim.span.start - kNear : 0;
  const std::string_view near =
      begin < field.size() ? field.substr(begin, claim.quote.size() + 2 * kNear) : "";
  // Of the taxonomy, so not of the text.
  put_string(claim.figure.unit, {}, {});
  put_string(claim.measure, {}, {});
  put_string(claim.noun, near, field);
  put_string(claim.subject, near, field);
  put_string(claim.place, near, field);
  put_string(claim.setting, near, field);
  put_string(claim.speaker, near, field);
  if (claim.origin != claim.speaker) put_string(claim.origin, near, field);
  out_.put(claim.scope.size());
  for (const std::string& scope : claim.scope) put_string(scope, {}, {});
}

void ClaimPacker::put_string(std::string_view text, std::string_view near, std::string_view field) {
  if (text.empty()) return out_.put(kEmpty);
  // There are few, so that looking at all is faster than hashing.
  const auto known = std::find(known_.begin(), known_.end(), text);
  if (known != known_.end())
    return out_.put(kFirstKnown + static_cast<std::uint64_t>(known - known_.begin()));
  known_.emplace_back(text);
  const void* const found = ::memmem(near.data(), near.size(), text.data(), text.size());
  const std::size_t start =
      found == nullptr ? std::string_view::npos
                       : static_cast<std::size_t>(static_cast<const char*>(found) - field.data());
  if (start == std::string_view::npos) {
    out_.put(kInFull);
    out_.put_text(text);
  } else {
    out_.put(kSpan);
    out_.put(start);
    out_.put(text.size());
  }
}

void ClaimPacker::put_times(const claims::Claim& claim) {
  if (claim.as_of) out_.put_signed(seconds(*claim.as_of) - seconds(source_.seen));
  if (!claim.event_time) return;
  out_.put_signed(seconds(claim.event_time->from) - seconds(source_.seen));
  out_.put_signed((claim.event_time->to - claim.event_time->from).count());
}

std::string pack_facts(std::int64_t first, const std::vector<std::int64_t>& facts) {
  ByteWriter out;
  bool is_needed = false;
  for (std::int64_t id = first; const std::int64_t fact_id : facts) {
    is_needed |= fact_id != id;
    out.put_signed(id++ - fact_id);
  }
  return is_needed ? out.take_bytes() : std::string();
}

void unpack_facts(std::string_view bytes, std::vector<PackedClaim>& claims) {
  if (bytes.empty()) return;
  ByteReader in(bytes);
  for (PackedClaim& claim : claims) claim.fact_id = claim.id - in.take_signed();
  if (!in.at_end()) throw BadBytes();
}

namespace {

class Unpacker {
 public:
  Unpacker(std::string_view bytes, const ClaimSource& source, Unpack wanted)
      : in_(bytes), source_(source), wanted_(wanted) {
    const auto form = static_cast<PackForm>(in_.take_byte());
    if (form < PackForm::kOfText || form > PackForm::kReady) throw BadBytes();
    if (form == PackForm::kStandsAlone) source_.title = source_.text = {};
    if (form == PackForm::kReady) source_.seen = take_day();
  }

  bool at_end() const { return in_.at_end(); }

  PackedClaim take(std::int64_t id) {
    PackedClaim packed;
    claims::Claim& claim = packed.claim;
    const std::uint64_t flags = in_.take();
    packed.id = id;
    packed.fact_id = (flags & kBeginsFact) != 0 ? id : id - in_.take_signed();
    claim.field = (flags & kTitle) != 0 ? claims::Field::kTitle : claims::Field::kText;
    field_ = claim.field == claims::Field::kTitle ? source_.title : source_.text;
    claim.span = take_span(in_);
    const bool whole = wanted_.wants(id);
    take_figure(claim, flags, whole);
    take_strings(claim, flags, whole);
    take_times(claim, flags);
    claim.negated = (flags & kNegated) != 0;
    claim.modality = static_cast<claims::Modality>(flags >> kModalityShift & kModalityMask);
    if ((flags & kAnswers) != 0) claim.answers = static_cast<std::uint32_t>(in_.take());
    claim.confidence = in_.take_number();
    for (std::uint64_t count = in_.take(); count > 0; --count) {
      const claims::Rival rival = take_rival();
      if (whole) claim.rivals.push_back(rival);
    }
    if (wanted_.wants_context(id)) {
      claim.context = take_context(in_, field_, claim.figure.span);
    } else {
      pass_over_context(in_);
    }
    if ((flags & kOwnKeys) == 0) return packed;
    packed.keys.emplace();
    for (std::uint64_t count = in_.take(); count > 0; --count)
      packed.keys->push_back(in_.take_hash());
    return packed;
  }

 private:
  // Any 32 bits of days are a time in seconds.
  std::chrono::sys_days take_day() {
    const std::int64_t day = in_.take_signed();
    if (day < std::numeric_limits<std::int32_t>::min() ||
        day > std::numeric_limits<std::int32_t>::max())
      throw BadBytes();
    return std::chrono::sys_days(std::chrono::days(static_cast<std::int32_t>(day)));
  }

  void take_figure(claims::Claim& claim, std::uint64_t flags, bool whole) {
    claims::Figure& figure = claim.figure;
    figure.span = take_span(in_);
    const std::string_view quote =
        (flags & kQuoteInFull) != 0 ? in_.take_text() : cut(field_, claim.span);
    const std::string_view surface =
        (flags & kSurfaceInFull) != 0 ? in_.take_text() : cut(field_, figure.span);
    if (whole) {
      claim.quote = quote;
      figure.surface = surface;
    }
    if ((flags & kLow) != 0) figure.low = in_.take_number();
    if ((flags & kHigh) != 0)
      figure.high = (flags & kOneValue) != 0 ? figure.low : in_.take_number();
    figure.bound = static_cast<claims::Bound>(flags >> kBoundShift & 7);
    figure.grain = in_.take_number();
  }

  void take_strings(claims::Claim& claim, std::uint64_t flags, bool whole) {
    claim.figure.unit = take_string();
    claim.measure = take_string();
    for (std::string* text :
         {&claim.noun, &claim.subject, &claim.place, &claim.setting, &claim.speaker}) {
      const std::string_view taken = take_string();
      if (whole) *text = taken;
    }
    if ((flags & kOriginIsSpeaker) == 0) {
      const std::string_view origin = take_string();
      if (whole) claim.origin = origin;
    } else {
      claim.origin = claim.speaker;
    }
    for (std::uint64_t count = in_.take(); count > 0; --count)
      claim.scope.emplace_back(take_string());
  }

  claims::Rival take_rival() {
    claims::Rival rival;
    rival.alike = in_.take_byte() != 0;
    rival.told.low = in_.take_number();
    rival.told.high = in_.take_number();
    return rival;
  }

  std::string_view take_string() {
    const std::uint64_t code = in_.take();
    if (code == kEmpty) return {};
    if (code >= kFirstKnown) {
      if (code - kFirstKnown >= known_.size()) throw BadBytes();
      return known_[code - kFirstKnown];
    }
    if (code == kInFull) return known_.emplace_back(in_.take_text());
    const std::uint64_t start = in_.take();
    return known_.emplace_back(cut(field_, start, in_.take()));
  }

  void take_times(claims::Claim& claim, std::uint64_t flags) {
    const auto later = [&](std::chrono::sys_seconds than) {
      return than + std::chrono::seconds(in_.take_signed());
    };
    if ((flags & kAsOf) != 0) claim.as_of = later(source_.seen);
    if ((flags & kEventTime) == 0) return;
    claim.event_time.emplace();
    claim.event_time->from = later(source_.seen);
    claim.event_time->to = later(claim.event_time->from);
  }

  ByteReader in_;
  ClaimSource source_;
  const Unpack wanted_;
  std::string_view field_;  // of the claim that is read
  std::vector<std::string_view> known_;
};

}  // namespace

std::vector<PackedClaim> unpack_claims(std::string_view bytes, std::int64_t first,
                                       const ClaimSource& source, Unpack wanted) {
  Unpacker in(bytes, source, wanted);
  std::vector<PackedClaim> claims;
  while (!in.at_end()) claims.push_back(in.take(first + static_cast<std::int64_t>(claims.size())));
  if (wanted.wanted == Unpack::Wanted::kAllButContext) return claims;
  std::vector<claims::Claim*> all;
  all.reserve(claims.size());
  for (PackedClaim& packed : claims) all.push_back(&packed.claim);
  claims::find_companions(all);
  return claims;
}

}  // namespace figured::storage
