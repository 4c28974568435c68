#include "daemon/service/state_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "daemon/vitals/vitals_json.h"

namespace figured::daemon {
namespace {

namespace json = boost::json;

constexpr std::size_t kSize = 4'096;
constexpr std::size_t kMostOfAReason = 1'000;

std::string file_of(const std::string& store_path) { return store_path + ".state"; }

std::int64_t count(std::chrono::sys_seconds time) { return time.time_since_epoch().count(); }

std::chrono::sys_seconds time_of(const json::value& count) {
  return std::chrono::sys_seconds(std::chrono::seconds(count.to_number<std::int64_t>()));
}

// No character is cut in two.
std::string beginning(std::string text) {
  if (text.size() <= kMostOfAReason) return text;
  std::size_t end = kMostOfAReason;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end);
}

// A line that fills the file, so that writing it takes no new room.
std::string format_state(const DaemonState& state) {
  std::string line = json::serialize(json::object{{"pid", state.pid},
                                                  {"version", state.version},
                                                  {"started", count(state.started)},
                                                  {"since", count(state.since)},
                                                  {"paused", beginning(state.paused)},
                                                  {"page", beginning(state.page)},
                                                  {"vitals", format_vitals(state.vitals)}});
  line.resize(kSize - 1, ' ');
  return line + '\n';
}

std::optional<DaemonState> parse_state(const std::string& text) {
  try {
    const json::object object = json::parse(text).as_object();
    DaemonState state;
    state.pid = object.at("pid").to_number<int>();
    state.version = object.at("version").as_string();
    state.started = time_of(object.at("started"));
    state.since = time_of(object.at("since"));
    state.paused = object.at("paused").as_string();
    if (const json::value* page = object.if_contains("page")) state.page = page->as_string();
    if (const json::value* vitals = object.if_contains("vitals"))
      state.vitals = parse_vitals(vitals->as_object());
    return state;
  } catch (const std::exception&) {
    return std::nullopt;  // it is just being written for the first time
  }
}

}  // namespace

StateFile::StateFile(const std::string& store_path)
    : descriptor_(::open(file_of(store_path).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640)) {
  if (descriptor_ < 0) return;
  // One that reads it holds it for a moment only.
  ::flock(descriptor_, LOCK_EX);
  [[maybe_unused]] const int taken = ::posix_fallocate(descriptor_, 0, kSize);
}

StateFile::~StateFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void StateFile::write(const DaemonState& state) noexcept {
  if (descriptor_ < 0) return;
  try {
    const std::string line = format_state(state);
    [[maybe_unused]] const ssize_t written = ::pwrite(descriptor_, line.data(), line.size(), 0);
  } catch (const std::exception&) {
  }
}

std::optional<DaemonState> read_state(const std::string& store_path) {
  const int descriptor = ::open(file_of(store_path).c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  const bool is_left_behind = ::flock(descriptor, LOCK_SH | LOCK_NB) == 0;
  std::string text(kSize, ' ');
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  ::close(descriptor);
  if (is_left_behind || size <= 0) return std::nullopt;
  text.resize(static_cast<std::size_t>(size));
  return parse_state(text);
}

}  // namespace figured::daemon
