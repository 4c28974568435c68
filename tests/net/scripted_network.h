// ScriptedNetwork: names that lead where a test says, and an eye on every address
// that this process connects to.
//
// It stands in for the resolver and for connect() of the whole process, libcurl's
// too.  Public addresses, which a test cannot have, lead to 127.0.0.1 with the port
// as asked; addresses that are not public are noted, and refused unless let in.
#pragma once
#include <string>
#include <vector>

namespace figured::tests {

class ScriptedNetwork {
 public:
  ScriptedNetwork();   // one at a time
  ~ScriptedNetwork();  // names and connections are the system's again
  ScriptedNetwork(const ScriptedNetwork&) = delete;
  ScriptedNetwork& operator=(const ScriptedNetwork&) = delete;

  // Each look-up of the name gives the next list of addresses, the last one again
  // and again.  A name that was never named does not exist.
  void name(const std::string& host, std::vector<std::vector<std::string>> lookups);

  // Connections to addresses that are not public go through.
  void let_in();

  // In their order: "9.9.9.9", "::1".
  std::vector<std::string> connected() const;
  // Of these, those that are not public.
  std::vector<std::string> inward() const;
};

}  // namespace figured::tests
