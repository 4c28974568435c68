// Looks for what in outbox, disputes and deliveries does not agree.
//
// None of it can come about by figured's own writing, which is one transaction; it tells
// of a file that was damaged, edited by hand, or put together from two.
#pragma once
#include <string>
#include <vector>

namespace figured::storage {

class Connection;

// A sentence each, naming the alert, the dispute or the endpoint; at most a hundred of a
// kind.
std::vector<std::string> audit_outbox(Connection& db);

}  // namespace figured::storage
