#include "cli/top_words.h"

#include <cstdio>

#include "cli/words.h"

namespace figured::cli {
namespace {

using std::chrono::seconds;

std::string rate_words(double rate) {
  char text[32];
  std::snprintf(text, sizeof text, rate < 10 ? "%.1f/s" : "%.0f/s", rate);
  return text;
}

std::string late_words(double late) {
  char text[48];
  std::snprintf(text, sizeof text, "%.1f s late on average", late);
  return text;
}

// The name, what matters most of it, and the rest.
std::string line(std::string name, std::string first, const std::string& rest) {
  name.resize(11, ' ');
  if (first.size() < 16) first.resize(16, ' ');
  return name + first + rest;
}

std::string counted(std::int64_t count) { return number_words(static_cast<double>(count)); }

std::string next_words(const daemon::Vitals& vitals, std::chrono::sys_seconds now) {
  if (!vitals.next_poll) return "none is due";
  if (*vitals.next_poll >= now) return "next in " + span_words(*vitals.next_poll - now);
  return "next due for " + span_words(now - *vitals.next_poll);
}

std::string loop_words(const daemon::Vitals& vitals) {
  const auto lag = seconds(static_cast<std::int64_t>(vitals.lag));
  if (lag < seconds(5)) return "all move on";
  return "the " + tame(vitals.lagging) + " has not moved on for " + span_words(lag);
}

std::string memory_words(const daemon::Vitals& vitals) {
  return vitals.memory_limit == 0
             ? byte_words(vitals.memory)
             : byte_words(vitals.memory) + " of " + byte_words(vitals.memory_limit);
}

std::string head_words(const daemon::DaemonState& state, std::chrono::sys_seconds now) {
  return "figured " + tame(state.version) + "  process " + std::to_string(state.pid) +
         "  running for " + span_words(now - state.started) + "  " + time_words(now);
}

void append_vitals(std::vector<std::string>& lines, const daemon::Vitals& vitals,
                   std::chrono::sys_seconds now) {
  lines.push_back(line("feeds", counted(vitals.feeds) + " polled",
                       counted(vitals.feeds_failing) + " failing, " +
                           counted(vitals.polls_in_flight) + " under way, " +
                           next_words(vitals, now)));
  lines.push_back(line("polls", rate_words(vitals.polls_rate), late_words(vitals.lateness)));
  lines.push_back(
      line("articles", rate_words(vitals.articles_rate), counted(vitals.articles) + " stored"));
  lines.push_back(
      line("claims", rate_words(vitals.claims_rate), counted(vitals.claims) + " stored"));
  lines.push_back(line("disputes", counted(vitals.disputes_open) + " open",
                       "alerts " + rate_words(vitals.alerts_rate)));
  lines.push_back(
      line("outbox", counted(vitals.outbox) + " pending",
           (vitals.oldest_pending ? "the oldest for " + span_words(now - *vitals.oldest_pending)
                                  : "none waits") +
               ", " + counted(vitals.dead) + " given up"));
  lines.push_back(line("queues", counted(vitals.workers_waiting) + " to read",
                       counted(vitals.ledger_waiting) + " to store, " + byte_words(vitals.intake) +
                           " fetched and not stored yet"));
  lines.push_back(line("loops", loop_words(vitals), ""));
  lines.push_back(line("memory", memory_words(vitals), ""));
  lines.push_back(
      line("store", byte_words(vitals.store), byte_words(vitals.disk_free) + " free on its disk"));
}

// No character is cut in two.
std::string cut(const std::string& text, std::size_t width) {
  if (characters(text) <= width) return text;
  std::string out;
  std::size_t taken = 0;
  for (const char c : text) {
    const bool begins = (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    if (begins && ++taken == width) break;
    out += c;
  }
  return out + "…";
}

}  // namespace

std::string byte_words(std::uint64_t bytes) {
  constexpr const char* kUnits[] = {"B", "KiB", "MiB", "GiB", "TiB"};
  auto size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; size >= 1024 && unit + 1 < std::size(kUnits); ++unit) size /= 1024;
  char text[48];
  std::snprintf(text, sizeof text, unit == 0 || size >= 100 ? "%.0f %s" : "%.1f %s", size,
                kUnits[unit]);
  return text;
}

std::string span_words(seconds span) {
  const auto count = std::max<std::int64_t>(0, span.count());
  if (count < 120) return std::to_string(count) + " s";
  if (count < 7'200) return std::to_string(count / 60) + " min";
  if (count < 172'800)
    return std::to_string(count / 3'600) + " h " + std::to_string(count / 60 % 60) + " min";
  return std::to_string(count / 86'400) + " d " + std::to_string(count / 3'600 % 24) + " h";
}

std::vector<std::string> top_lines(const daemon::DaemonState& state, std::chrono::sys_seconds now,
                                   std::optional<std::size_t> width) {
  std::vector<std::string> lines{head_words(state, now)};
  if (!state.paused.empty())
    lines.push_back("INTAKE PAUSED since " + time_words(state.since) + ": " + tame(state.paused));
  lines.emplace_back();
  if (state.vitals.at == std::chrono::sys_seconds{})
    lines.emplace_back("It has just begun: nothing is known yet.");
  else
    append_vitals(lines, state.vitals, now);
  if (width)
    for (std::string& each : lines) each = cut(each, *width);
  return lines;
}

}  // namespace figured::cli
