// SqliteEndpoints keeps what is known of the endpoints themselves, and the silences.
//
// Its members do what those of Store and Desk say.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "storage/store.h"

namespace figured::storage {

class Connection;

class SqliteEndpoints {
 public:
  explicit SqliteEndpoints(Connection& db) : db_(db) {}

  std::vector<EndpointState> all() const;
  std::vector<Silence> silences(Seconds from) const;

  void adopt(std::span<const EndpointState> endpoints);
  std::size_t fall_back(const std::string& endpoint, Seconds now);
  std::size_t replay(const ReplayChoice& choice, Seconds now);
  bool enable(const std::string& name);
  void put_silence(Silence& silence);

 private:
  std::size_t put_missing(const ReplayChoice& choice, Seconds now);

  Connection& db_;
};

}  // namespace figured::storage
