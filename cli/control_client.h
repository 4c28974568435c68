// Asks the running daemon over its control socket.
#pragma once
#include <string>
#include <variant>

#include "config/config.h"
#include "daemon/service/control_message.h"

namespace figured::cli {

// The answer, or why there is none: no daemon of this configuration listens, or this user
// may not ask.  Waits for the answer for a minute and a half, as systemd does for a reload.
std::variant<daemon::ControlAnswer, std::string> ask_daemon(const config::Config& config,
                                                            const daemon::ControlRequest& request);

// Tells the daemon, if there is one that listens, that people changed something about feeds.
// It sees that within a second anyhow.
void wake_daemon(const std::string& store_path, const config::Config& config);

}  // namespace figured::cli
