#include "daemon/log/repeat_fold.h"

namespace figured::daemon {

// A window that is over and folded lines is told before it begins anew: until then
// lines go on being counted in it.
bool RepeatFold::admit(Event event, std::string_view subject, Time now) {
  if (kind_of(event).crowd == Crowd::kEachSaid) return true;
  const auto [entry, is_new] = windows_.try_emplace({event, std::string(subject)});
  Window& window = entry->second;
  if (is_new) window.began = now;
  const bool is_over = now - window.began >= limits_.window;
  if (is_over && window.lines <= limits_.lines) window = {now, 0};
  return ++window.lines <= limits_.lines;
}

std::vector<RepeatFold::Folded> RepeatFold::take_over(Time now) { return take(false, now); }

std::vector<RepeatFold::Folded> RepeatFold::take_all() { return take(true, Time{}); }

std::vector<RepeatFold::Folded> RepeatFold::take(bool all, Time now) {
  std::vector<Folded> folded;
  std::erase_if(windows_, [&](const auto& entry) {
    const auto& [key, window] = entry;
    if (!all && now - window.began < limits_.window) return false;
    if (window.lines > limits_.lines)
      folded.push_back({key.first, key.second, window.lines - limits_.lines});
    return true;
  });
  return folded;
}

}  // namespace figured::daemon
