#include "wire/wire_config.h"

#include <cerrno>
#include <fstream>

namespace figured::wire {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string format_config(const WireServer& server, const std::filesystem::path& store) {
  std::string text =
      "# Written by figured-wire: the offline news wire as a set of feeds.\n"
      "[store]\npath = " +
      quoted(store.string()) +
      "\n\n[poll]\ninterval = \"1s\"\ntimeout = \"5s\"\nstretch = 1\nhost_rate = 100\n"
      "\n# All outlets live on one host, which is asked as fast as it answers.\n"
      "[fulltext]\nspacing = \"0s\"\n"
      "\n# The wire lives on loopback, which is not asked unless named.\n"
      "[network]\nallow_private = [" +
      quoted("127.0.0.1:" + std::to_string(server.port())) +
      "]\n"
      "\n# Whatever port is free.\n"
      "[page]\nlisten = \"127.0.0.1:0\"\n";
  for (const Outlet& outlet : server.wire().outlets())
    text += "\n[[feed]]\nurl = " + quoted(server.feed_url(outlet)) +
            "\noutlet = " + quoted(outlet.name) + "\n";
  return text + "\n[[endpoint]]\nname = \"wire\"\nurl = " + quoted(server.hook_url()) +
         "\nsecret = " + quoted(server.secret()) + "\n";
}

void write_file(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::path part = file;
  part += ".part";
  std::ofstream stream(part, std::ios::binary);
  stream << text;
  stream.close();
  if (!stream)
    throw std::filesystem::filesystem_error("cannot write", part,
                                            std::error_code(errno, std::generic_category()));
  // It holds the secret of the webhooks.
  std::filesystem::permissions(
      part, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::filesystem::rename(part, file);
}

}  // namespace figured::wire
