// entry = *(field)
// field = name "=" value "\n"                              value without "\n"
//       / name "\n" <size: 64 bits, little-endian> value "\n"
#include "daemon/log/journal_sink.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <system_error>

#include "daemon/log/event.h"
#include "daemon/log/log_line.h"
#include "daemon/log/log_priority.h"

namespace figured::daemon {
namespace {

// An entry is one datagram; the socket takes some 200 kB.
constexpr std::size_t kMaxValue = 16 * 1024;

void append_size(std::string& entry, std::uint64_t size) {
  for (int shift = 0; shift < 64; shift += 8) entry += static_cast<char>((size >> shift) & 0xff);
}

void append_field(std::string& entry, std::string_view name, std::string_view value) {
  value = value.substr(0, kMaxValue);
  entry += name;
  if (value.find('\n') == value.npos) {
    ((entry += '=') += value) += '\n';
    return;
  }
  entry += '\n';
  append_size(entry, value.size());
  (entry += value) += '\n';
}

std::string journal_name(std::string_view key) {
  std::string name(key);
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return name;
}

bool connect_to(int socket, const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) {
    errno = ENAMETOOLONG;
    return false;
  }
  std::copy(path.begin(), path.end(), address.sun_path);
  return ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

bool send_entry(int socket, std::string_view entry) {
  return ::send(socket, entry.data(), entry.size(), MSG_NOSIGNAL) >= 0;
}

}  // namespace

std::string format_journal_entry(int priority, std::string_view text) {
  const LogLine line = parse_log_line(text);
  std::string entry;
  append_field(entry, "PRIORITY", std::to_string(priority));
  append_field(entry, "SYSLOG_IDENTIFIER", "figured");
  append_field(entry, "MESSAGE", format_for_people(line));
  if (const EventKind* kind = find_event(field_of(line, "event")))
    append_field(entry, "MESSAGE_ID", kind->message_id);
  for (const LogField& field : line.fields)
    append_field(entry, journal_name(field.key), field.value);
  return entry;
}

JournalSink::JournalSink(std::string_view socket_path)
    : path_(socket_path), socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
  if (socket_ >= 0 && connect_to(socket_, path_)) return;
  const int error = errno;
  if (socket_ >= 0) ::close(socket_);
  throw std::system_error(error, std::generic_category(), "the journal's socket " + path_);
}

JournalSink::~JournalSink() { ::close(socket_); }

void JournalSink::sink_it_(const spdlog::details::log_msg& message) {
  const std::string_view line(message.payload.data(), message.payload.size());
  const int priority = static_cast<int>(priority_of(message.level));
  const std::string entry = format_journal_entry(priority, line);
  // A journal that was started anew has a new socket under the old name.
  if (send_entry(socket_, entry)) return;
  if (connect_to(socket_, path_) && send_entry(socket_, entry)) return;
  std::fprintf(stderr, "<%d>%s\n", priority, format_for_people(parse_log_line(line)).c_str());
}

}  // namespace figured::daemon
