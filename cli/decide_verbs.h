// figurectl disputes dismiss | reopen | confirm ID: what a person says of a
// dispute, which is kept, and from which the weights of sameness can be fitted.
//
// The verbs write to the store beside figured, whether it runs or not.
#pragma once

namespace CLI {
class App;
}

namespace figured::cli {

// Adds the three to the verb `disputes`.
void add_decide_verbs(CLI::App& disputes, int& exit_code);

}  // namespace figured::cli
