// A message handed to a program on its standard input.
#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include "alerts/endpoint.h"
#include "alerts/message.h"
#include "alerts/retry_schedule.h"

namespace figured::alerts {

// Runs endpoint.command, without a shell, with the message's JSON on standard input and
// FIGURED_ID, FIGURED_TYPE, FIGURED_SEVERITY and FIGURED_HEADLINE in the environment.
// Exit status 0 within the endpoint's timeout counts as 200; 75 (EX_TEMPFAIL) and all
// others are failures and come back as an error that gives the end of what the program
// said on standard error.  A program that takes too long is killed.  Cancelling kills it
// too and throws system_error(operation_aborted).
boost::asio::awaitable<Answer> run_command(boost::asio::any_io_executor executor,
                                           const Endpoint& endpoint, const Message& message);

}  // namespace figured::alerts
