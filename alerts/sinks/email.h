// A message as mail: RFC 5322, plain text, in UTF-8.
#pragma once
#include "alerts/sinks/sinks.h"
#include "net/mail_client.h"

namespace figured::alerts {

// Message-ID follows from the message's id, so a mail that is sent twice is one mail;
// References name the dispute, so mail programs keep what is of one dispute together.
net::Mail email_of(const Endpoint& endpoint, const Message& message, SinkTime at);

}  // namespace figured::alerts
