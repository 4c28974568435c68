// contradiction, widened = subject ": " says *("; " says) [" and N more"]
// correction             = subject ": " says ", before: " says
// settled                = subject ": settled" ["; " says]
// says                   = outlet (" says " | " denies ") figure [" (" speaker ")"]
#include "alerts/alert_summary.h"

#include "alerts/excerpt.h"

namespace figured::alerts {
namespace {

constexpr std::size_t kMaxSummary = 400;
constexpr std::size_t kMaxPart = 80;
constexpr std::size_t kMaxOpposed = 3;

std::string subject(const claims::Fact& fact) {
  std::string subject = fact.label.empty() ? fact.measure : fact.label;
  const bool placed = fact.place.empty() || subject.find(fact.place) != std::string::npos;
  if (!placed) subject += (subject.empty() ? "" : ", ") + fact.place;
  return one_line(subject.empty() ? "A figure" : subject, 2 * kMaxPart);
}

std::string_view speaker(const claims::SourcedClaim& claim) {
  const std::string& name = claim.claim.speaker.empty() ? claim.claim.origin : claim.claim.speaker;
  return name == claim.outlet ? std::string_view() : std::string_view(name);
}

std::string says(const claims::SourcedClaim& claim) {
  const bool denied = claim.claim.negated || claim.claim.modality == claims::Modality::kDenied;
  std::string words = one_line(claim.outlet.empty() ? "One source" : claim.outlet, kMaxPart);
  words += denied ? " denies " : " says ";
  words += one_line(claim.claim.figure.surface, kMaxPart);
  if (!speaker(claim).empty()) words += " (" + one_line(speaker(claim), kMaxPart) + ")";
  return words;
}

std::string sides_of(const Cause& cause) {
  std::string words = cause.claim ? says(*cause.claim) : "";
  std::size_t told = 0;
  for (const Opposed& opposed : cause.against) {
    if (told == kMaxOpposed) break;
    words += (words.empty() ? "" : "; ") + says(opposed.claim);
    ++told;
  }
  if (cause.against.size() > told)
    words += " and " + std::to_string(cause.against.size() - told) + " more";
  return words;
}

std::string correction_of(const Cause& cause) {
  std::string words = cause.claim ? says(*cause.claim) : "corrected";
  if (!cause.against.empty()) words += ", before: " + says(cause.against.front().claim);
  return words;
}

std::string event(const Cause& cause) {
  switch (cause.type) {
    case AlertType::kCorrection:
      return correction_of(cause);
    case AlertType::kDisputeSettled:
      return cause.claim ? "settled; " + says(*cause.claim) : "settled";
    case AlertType::kAlertRetracted:
      return "taken back" + (cause.reason.empty() ? "" : ": " + one_line(cause.reason, kMaxPart));
    default:
      break;
  }
  return sides_of(cause);
}

}  // namespace

std::string alert_summary(const Cause& cause) {
  return one_line(subject(cause.fact) + ": " + event(cause), kMaxSummary);
}

}  // namespace figured::alerts
